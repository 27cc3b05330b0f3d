"""Pages of elections, but for voting itself."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import access_log
from accounts.told import Told
from accounts.views.signed_in import SignedInRequest
from documents.serving import file_response
from organizations.domain.queries import organizations_of
from standards.domain import ballots, elections, permissions, protocol
from standards.domain.errors import ResultsNotYet
from standards.models import Candidate, CandidateState, Election, ElectionState, Phase
from standards.web.access import find_group, require
from standards.web.election_forms import (
    CandidateForm,
    CheckCandidateForm,
    ComplaintDecisionForm,
    ComplaintForm,
    ElectionForm,
    MandateForm,
)
from standards.web.files import report_response
from standards.web.form_page import form_page
from standards.web.groups import group_form
from standards.web.uploads import stored


@require_safe
def election(request: HttpRequest, slug: str) -> HttpResponse:
    """Rules, phases, candidates; results once their moment has come."""
    found = find_election(request, slug)
    user = request.user
    can_manage = permissions.can_manage_group(user, found.council)
    candidates = found.candidates.select_related("organization", "user")
    shown = candidates if can_manage else candidates.filter(state=CandidateState.ACCEPTED)
    return render(
        request,
        "standards/election.html",
        {
            "election": found,
            "group": found.council,
            "phase": found.phase,
            "can_manage": can_manage,
            "candidates": shown,
            "own": list(candidates.filter(user=user)) if user.is_authenticated else [],
            "turnout": ballots.turnout(found),
            "results": _results(found),
            "mandates": found.mandates.filter(user=user).select_related("organization")
            if user.is_authenticated
            else [],
            "complaints": found.complaints.select_related("author") if can_manage else [],
            "represents": user.is_authenticated and organizations_of(user).exists(),
        },
    )


@login_required
@require_http_methods(["GET", "POST"])
def create(request: HttpRequest, slug: str) -> HttpResponse:
    """A new election of the council."""
    council = find_group(request, slug)
    if not council.is_council:
        raise Http404
    require(permissions.can_manage_group(request.user, council))
    form = ElectionForm(request.POST or None, instance=Election(council=council))
    if request.method == "POST" and form.is_valid():
        return redirect(
            elections.create_election(election=form.save(commit=False), actor=request.user)
        )
    return group_form(request, form, council, title=_("Nowe wybory"), submit=_("Zapisz"))


@login_required
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    """Other rules or moments, until voting begins."""
    found = _managed(request, slug)
    if found.phase not in (Phase.DRAFT, Phase.CANDIDATES, Phase.CHECKING):
        messages.error(request, _("Od początku głosowania zasad nie można zmienić."))
        return redirect(found)
    form = ElectionForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect(found)
    return _form(request, form, found, title=_("Ustawienia wyborów"), submit=_("Zapisz"))


@login_required
@require_POST
def announce(request: HttpRequest, slug: str) -> HttpResponse:
    """Announce."""
    found = _managed(request, slug)
    with Told(request, _("Wybory ogłoszone.")):
        elections.announce_election(election=found, actor=request.user)
    return redirect(found)


@login_required
@require_POST
def cancel(request: HttpRequest, slug: str) -> HttpResponse:
    """Call off."""
    found = _managed(request, slug)
    with Told(request, _("Wybory odwołane.")):
        elections.cancel_election(election=found, actor=request.user)
    return redirect(found)


@login_required
@require_http_methods(["GET", "POST"])
def propose(request: SignedInRequest, slug: str) -> HttpResponse:
    """Put a candidate forward."""
    found = find_election(request, slug)
    require(organizations_of(request.user).exists())
    form = CandidateForm(
        request.POST or None,
        request.FILES or None,
        instance=Candidate(election=found),
        user=request.user,
    )
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Kandydatura zgłoszona. Urząd ją sprawdzi."), form):
            with stored(form.cleaned_data["upload"], request.user) as file:
                elections.propose(
                    candidate=form.save(commit=False), consent_file=file, actor=request.user
                )
            return redirect(found)
    return _form(
        request, form, found, title=_("Zgłoś kandydata"), submit=_("Zgłoś"), multipart=True
    )


@login_required
@require_POST
def consent(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """The candidate agrees."""
    found = find_election(request, slug)
    candidate = get_object_or_404(found.candidates, pk=key, user=request.user.pk)
    with Told(request, _("Zgoda zapisana.")):
        elections.consent(candidate=candidate, user=request.user)
    return redirect(found)


@login_required
@require_http_methods(["GET", "POST"])
def check(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """Put a candidate on the list, or reject with a reason."""
    found = _managed(request, slug)
    candidate = get_object_or_404(found.candidates.select_related("organization"), pk=key)
    form = CheckCandidateForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Decyzja zapisana."), form):
            elections.check_candidate(
                candidate=candidate,
                accept="przyjmij" in request.POST,
                reason=form.cleaned_data["reason"],
                actor=request.user,
            )
            return redirect(found)
    access_log.record(request, "standards.candidates", [candidate.user_id], about=found)
    return render(
        request,
        "standards/check_candidate.html",
        {"election": found, "candidate": candidate, "form": form},
    )


@login_required
@require_safe
def consent_file(request: HttpRequest, slug: str, key: int) -> HttpResponseBase:
    """The signed consent, for the office."""
    found = _managed(request, slug)
    candidate = get_object_or_404(found.candidates.select_related("consent_file"), pk=key)
    if candidate.consent_file is None:
        raise Http404
    seen = [candidate.user_id]
    access_log.record(request, "standards.candidates", seen, about=found, was_taken=True)
    return file_response(candidate.consent_file, request=request, as_attachment=False)


@login_required
@require_http_methods(["GET", "POST"])
def mandate(request: SignedInRequest, slug: str) -> HttpResponse:
    """The keeper of a profile says who votes for the organization."""
    found = find_election(request, slug)
    require(organizations_of(request.user).exists())
    form = MandateForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Upoważnienie nadane."), form):
            elections.give_mandate(
                election=found,
                organization=form.cleaned_data["organization"],
                user=form.cleaned_data["email"],
                actor=request.user,
            )
            return redirect(found)
    return _form(
        request, form, found, title=_("Upoważnij osobę do głosowania"), submit=_("Upoważnij"),
        lead=_("Każda organizacja ma jeden głos. Odda go osoba, którą wskaże opiekun profilu."),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def complain(request: SignedInRequest, slug: str) -> HttpResponse:
    """Complain about the election."""
    found = find_election(request, slug)
    require(organizations_of(request.user).exists())
    form = ComplaintForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Skarga złożona. Dostaniesz odpowiedź."), form):
            elections.complain(election=found, user=request.user, **form.cleaned_data)
            return redirect(found)
    return _form(request, form, found, title=_("Złóż skargę"), submit=_("Złóż skargę"))


@login_required
@require_http_methods(["GET", "POST"])
def decide_complaint(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """Answer a complaint."""
    found = _managed(request, slug)
    complaint = get_object_or_404(found.complaints, pk=key)
    form = ComplaintDecisionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Rozstrzygnięcie zapisane."), form):
            elections.decide_complaint(complaint=complaint, actor=request.user, **form.cleaned_data)
            return redirect(found)
    return _form(
        request, form, found, title=_("Rozstrzygnij skargę"), lead=complaint.text,
        submit=_("Zapisz"),
    )  # fmt: skip


@login_required
@require_POST
def draw_lots(request: HttpRequest, slug: str) -> HttpResponse:
    """Let chance decide between equal counts."""
    found = _managed(request, slug)
    with Told(request, _("Losowanie zakończone.")):
        elections.draw_lots(election=found, tied=ballots.results_of(found).tied)
    return redirect(found)


@require_safe
def protocol_file(request: HttpRequest, slug: str, format: str) -> HttpResponseBase:
    """The protocol, once the results are out."""
    found = find_election(request, slug)
    try:
        results = ballots.results_of(found)
    except ResultsNotYet as error:
        raise Http404 from error
    with override("pl"):
        report = protocol.describe_protocol(found, results)
    return report_response(report, format, f"protokol-{found.slug}")


def find_election(request: HttpRequest, slug: str) -> Election:
    """An election that the person may see, or 404; drafts are the office's."""
    found = get_object_or_404(Election.objects.select_related("council__public_body"), slug=slug)
    hidden = found.state == ElectionState.DRAFT or not found.council.is_listed
    if hidden and not permissions.can_manage_group(request.user, found.council):
        raise Http404
    return found


def _managed(request: HttpRequest, slug: str) -> Election:
    found = find_election(request, slug)
    require(permissions.can_manage_group(request.user, found.council))
    return found


def _results(found: Election) -> ballots.Results | None:
    try:
        return ballots.results_of(found)
    except ResultsNotYet:
        return None


def _form(request: HttpRequest, form: Any, found: Election, **texts: Any) -> HttpResponse:
    return form_page(request, form, back=found.get_absolute_url(), parent=found.title, **texts)
