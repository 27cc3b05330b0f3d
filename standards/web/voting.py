"""Casting a secret vote and checking that it was counted."""

from __future__ import annotations

from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.in_person import in_person
from accounts.second_factor import passed_second_factor
from accounts.views.signed_in import SignedInRequest
from organizations.domain.queries import organizations_of
from standards.domain import ballots
from standards.domain.errors import StandardsError
from standards.models import Election, Phase
from standards.web.election_forms import ReceiptForm, SecretBallotForm
from standards.web.elections import find_election
from standards.web.form_page import form_page


@login_required
@in_person
@never_cache
@require_http_methods(["GET", "POST"])
def vote(request: SignedInRequest, slug: str) -> HttpResponse:
    """Vote for one's organization, after a second factor shown lately.

    The receipt stands in the answer itself: a redirect would need a session to carry it, and
    the session would tie it to the voter.
    """
    election = find_election(request, slug)
    if election.phase != Phase.VOTING:
        messages.error(request, _("Głosowanie teraz nie trwa."))
        return redirect(election)
    if not is_mfa_enabled(request.user):
        messages.warning(request, _("Do głosowania potrzebny jest drugi składnik logowania."))
        return redirect("accounts:security")
    if not passed_second_factor(request):
        address = reverse("mfa_reauthenticate")
        return redirect(f"{address}?{urlencode({'next': request.path})}")
    organizations = organizations_of(request.user).filter(
        pk__in=election.mandates.filter(user=request.user).values("organization")
    )
    if not organizations.exists():
        messages.error(request, _("Nie masz upoważnienia do głosowania w tych wyborach."))
        return redirect(election)
    form = SecretBallotForm(request.POST or None, election=election, organizations=organizations)
    if request.method == "POST" and form.is_valid():
        try:
            return _receipt(request, election, form)
        except StandardsError as refused:
            form.add_error(None, str(refused))
    return form_page(
        request,
        form,
        title=_("Głosuj"),
        lead=_("Głos jest tajny i nie można go zmienić. Po oddaniu zobaczysz numer kontrolny."),
        submit=_("Oddaj głos"),
        back=election.get_absolute_url(),
        parent=election.title,
    )


@require_http_methods(["GET", "POST"])
@never_cache
def check_receipt(request: HttpRequest, slug: str) -> HttpResponse:
    """Whether a vote with this control number is in the urn."""
    election = find_election(request, slug)
    form = ReceiptForm(request.POST or None)
    found = None
    if request.method == "POST" and form.is_valid():
        found = ballots.is_counted(election, form.cleaned_data["receipt"])
    return form_page(
        request,
        form,
        title=_("Sprawdź, czy głos jest w urnie"),
        lead=_("Wpisz numer kontrolny, który pokazał się po oddaniu głosu."),
        submit=_("Sprawdź"),
        back=election.get_absolute_url(),
        parent=election.title,
        above="standards/_receipt_found.html",
        found=found,
    )


def _receipt(request: SignedInRequest, election: Election, form: SecretBallotForm) -> HttpResponse:
    receipt = ballots.cast_vote(
        election=election,
        organization=form.cleaned_data["organization"],
        user=request.user,
        chosen=[candidate.pk for candidate in form.cleaned_data["chosen"]],
    )
    context = {
        "election": election,
        "receipt": receipt,
        "digest": ballots.digest_of(election, receipt),
    }
    return render(request, "standards/receipt.html", context)
