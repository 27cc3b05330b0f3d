"""Which unit continues which, and why each changed."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.typed_numbers import typed_number
from consultations.domain import version_permissions as permissions
from consultations.domain import version_queries, versions
from consultations.domain.errors import ConsultationError
from consultations.web.access import find_consultation, require
from consultations.web.version_access import find_correctable, find_version
from consultations.web.version_forms import ExplainForm, PairForm


@login_required
@require_safe
def matches(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Everything that changed, with what can be corrected and explained."""
    consultation = find_consultation(request, slug)
    require(permissions.can_prepare_version(request.user, consultation))
    version = find_correctable(request, consultation, number)
    listed = list(version_queries.changes_with_reasons(version))
    removed, added = version_queries.unmatched(listed)
    return render(
        request,
        "consultations/matches.html",
        {
            "consultation": consultation,
            "version": version,
            "changes": [(change, version_queries.compared(change)) for change in listed],
            "form": PairForm(removed=removed, added=added) if removed and added else None,
        },
    )


@login_required
@require_POST
def pair(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Say that a unit continues another, or have all matched anew."""
    consultation = find_consultation(request, slug)
    version = find_correctable(request, consultation, number)
    if "od-nowa" in request.POST:
        versions.match_again(version=version)
        return redirect("consultations:matches", slug, number)
    removed, added = version_queries.unmatched(list(version_queries.changes_with_reasons(version)))
    form = PairForm(request.POST, removed=removed, added=added)
    if form.is_valid():
        versions.pair_units(version=version, **form.cleaned_data)
        messages.success(request, _("Jednostki zostały połączone."))
    else:
        messages.error(request, _("Wybierz po jednej jednostce z każdej wersji."))
    return redirect("consultations:matches", slug, number)


@login_required
@require_POST
def unpair(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Say that two units are not one and the same."""
    consultation = find_consultation(request, slug)
    version = find_correctable(request, consultation, number)
    key = typed_number(request.POST.get("jednostka"))
    new = get_object_or_404(version.provisions, pk=key)
    versions.unpair_unit(version=version, new=new)
    messages.success(request, _("Jednostki zostały rozłączone."))
    return redirect("consultations:matches", slug, number)


@login_required
@require_http_methods(["GET", "POST"])
def explain(request: HttpRequest, slug: str, number: int, key: int) -> HttpResponse:
    """Why one unit changed, and which remarks led to it."""
    consultation = find_consultation(request, slug)
    require(permissions.can_prepare_version(request.user, consultation))
    version = find_version(consultation, number)
    change = get_object_or_404(version.changes.select_related("old", "new"), pk=key)
    form = ExplainForm(
        request.POST or None,
        instance=change,
        remarks=version_queries.remarks_to_link(consultation, change),
        all_remarks=consultation.remarks.counted(),
    )
    if request.method == "POST" and form.is_valid():
        try:
            versions.explain_change(
                change=change, reason=form.cleaned_data["reason"], remarks=form.chosen
            )
        except ConsultationError as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Zapisano."))
            page = "consultations:changes" if version.published_at else "consultations:matches"
            arguments = [slug] if version.published_at else [slug, number]
            return redirect(page, *arguments)
    return render(
        request,
        "consultations/explain_change.html",
        {
            "consultation": consultation,
            "version": version,
            "change": change,
            "compared": version_queries.compared(change),
            "form": form,
        },
    )
