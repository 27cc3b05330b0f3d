"""Proposing an organization that is missing, or a better value."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.told import Told
from organizations.domain import proposals
from organizations.web.access import find_organization, signed_in
from organizations.web.forms import ProposalForm, SuggestionForm


@login_required
@require_http_methods(["GET", "POST"])
def propose(request: HttpRequest) -> HttpResponse:
    """An organization that the directory lacks; moderators look at it first."""
    form = ProposalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Dziękujemy. Sprawdzimy zgłoszenie i damy Ci znać."), form):
            proposals.propose_organization(
                form.save(commit=False),
                proposed_by=signed_in(request),
                note=form.cleaned_data["note"],
            )
            return redirect("organizations:list")
    return render(
        request,
        "layouts/form.html",
        {
            "form": form,
            "title": _("Zgłoś organizację"),
            "lead": _("Nie musisz w niej działać. Wystarczy, że wiesz, że istnieje."),
            "submit": _("Zgłoś"),
            "cancel_url": redirect("organizations:list").url,
        },
    )


@login_required
@require_http_methods(["GET", "POST"])
def suggest(request: HttpRequest, slug: str) -> HttpResponse:
    """Something on a profile is wrong."""
    organization = find_organization(request, slug)
    form = SuggestionForm(request.POST or None, organization=organization)
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Dziękujemy. Opiekun profilu zobaczy Twoją propozycję."), form):
            proposals.suggest_change(
                organization=organization, suggested_by=signed_in(request), **form.cleaned_data
            )
            return redirect(organization)
    return render(
        request,
        "layouts/form.html",
        {
            "form": form,
            "title": _("Zgłoś błąd: %(name)s") % {"name": organization.name},
            "submit": _("Wyślij"),
            "cancel_url": organization.get_absolute_url(),
        },
    )
