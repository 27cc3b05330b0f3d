"""Address labels and mailing lists for officials, with the purpose on record."""

from __future__ import annotations

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from accounts import access_log
from organizations.domain.extracts import make_extract, with_addresses
from organizations.domain.permissions import can_take_addresses
from organizations.domain.queries import directory
from organizations.models import ExtractKind
from organizations.web.access import require, signed_in
from organizations.web.filters import OrganizationFilter

ENDINGS = {ExtractKind.LABELS: "pdf", ExtractKind.MAILING_LIST: "csv"}
TYPES = {ExtractKind.LABELS: "application/pdf", ExtractKind.MAILING_LIST: "text/csv"}


class ExtractForm(forms.Form):
    """What is taken and why."""

    kind = forms.ChoiceField(
        label=_("Co pobrać"),
        choices=ExtractKind.choices,
        widget=forms.RadioSelect,
        initial=ExtractKind.LABELS,
    )
    purpose = forms.CharField(
        label=_("W jakim celu"),
        max_length=300,
        help_text=_("Np. zaproszenie na Forum Inicjatyw. Cel i Twoje nazwisko zostaną zapisane."),
    )


@login_required
@require_http_methods(["GET", "POST"])
def addresses(request: HttpRequest) -> HttpResponseBase:
    """Labels or e-mail addresses of the organizations that the list's filters choose."""
    require(can_take_addresses(request.user))
    filterset = OrganizationFilter(request.GET, queryset=directory(request.user))
    filterset.form.is_valid()
    rows = filterset.ordered()
    form = ExtractForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        kind = ExtractKind(form.cleaned_data["kind"])
        stream = make_extract(
            rows,
            kind=kind,
            purpose=form.cleaned_data["purpose"],
            query=request.GET.urlencode(),
            by=signed_in(request),
        )
        access_log.record(
            request,
            "organizations.addresses",
            [],
            others=with_addresses(rows, kind).count(),
            was_taken=True,
            reason=form.cleaned_data["purpose"],
        )
        return FileResponse(
            stream,
            as_attachment=True,
            filename=f"adresy-{timezone.localdate():%Y-%m-%d}.{ENDINGS[kind]}",
            content_type=TYPES[kind],
        )
    counts = {kind: with_addresses(rows, kind).count() for kind in ExtractKind}
    return render(
        request,
        "organizations/addresses.html",
        {
            "form": form,
            "labels_count": counts[ExtractKind.LABELS],
            "mail_count": counts[ExtractKind.MAILING_LIST],
            "query": request.GET.urlencode(),
        },
    )
