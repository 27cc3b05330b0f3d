"""The form of mistakes on the map, and the moderators' answer."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from accounts.models import User
from accounts.refusals import Refusal
from accounts.told import Told
from open_data.public_access import client_address
from organizations.domain import initiative_reports as domain
from organizations.domain.initiatives import confirm_initiative
from organizations.domain.permissions import can_moderate
from organizations.models import Initiative, InitiativeReport
from organizations.web.access import require
from pages.guarded_forms import GuardedForm
from pages.limits import Limit, spend

REPORTS = Limit("initiative-reports", 10)
CONFIRMATIONS = Limit("initiative-confirmations", 10)


class ReportForm(GuardedForm, forms.Form):
    """What is wrong, and perhaps whom to ask."""

    text = forms.CharField(
        label=gettext_lazy("Co jest nie tak"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Np. zły adres, inna godzina, to już nie działa."),
    )
    email = forms.EmailField(
        label=gettext_lazy("E-mail"),
        required=False,
        help_text=gettext_lazy("Jeżeli możemy dopytać. Nikomu go nie pokażemy."),
    )


@require_http_methods(["GET", "POST"])
def report(request: HttpRequest, slug: str) -> HttpResponse:
    """Anybody may say what is wrong; robots pay, and nobody writes over ten an hour."""
    initiative = get_object_or_404(Initiative.objects.published(), slug=slug)
    form = ReportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            person = request.user if isinstance(request.user, User) else None
            spend(REPORTS, person or client_address(request))
        except Refusal as refused:
            form.add_error(None, str(refused))
        else:
            domain.report_initiative(
                initiative,
                text=form.cleaned_data["text"],
                email=form.cleaned_data["email"],
                by=person,
            )
            messages.success(request, _("Dziękujemy. Sprawdzimy to."))
            return redirect(initiative)
    return render(
        request,
        "layouts/form.html",
        {
            "form": form,
            "title": _("Zgłoś błąd"),
            "lead": initiative.title,
            "submit": _("Wyślij"),
            "cancel_url": initiative.get_absolute_url(),
        },
    )


class StillRunningForm(GuardedForm, forms.Form):
    """Nothing but the word of a person who is no robot."""


@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, slug: str) -> HttpResponse:
    """Anybody may say that it still runs: one click with an account, a guarded form without."""
    initiative = get_object_or_404(Initiative.objects.published(), slug=slug)
    person = request.user if isinstance(request.user, User) else None
    form = StillRunningForm(request.POST or None)
    if request.method == "POST" and (person or form.is_valid()):
        try:
            spend(CONFIRMATIONS, person or client_address(request))
        except Refusal as refused:
            messages.error(request, str(refused))
        else:
            confirm_initiative(initiative)
            messages.success(request, _("Dziękujemy za potwierdzenie."))
        return redirect(initiative)
    return render(
        request,
        "layouts/form.html",
        {
            "form": form,
            "title": _("Czy to nadal trwa?"),
            "lead": initiative.title,
            "submit": _("To nadal trwa"),
            "cancel_url": initiative.get_absolute_url(),
        },
    )


@login_required
@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """A moderator has dealt with it."""
    require(can_moderate(request.user))
    with Told(request, _("Zapisano.")):
        domain.close_report(
            get_object_or_404(InitiativeReport, pk=pk), finished="finish" in request.POST
        )
    return redirect("organizations:moderation")
