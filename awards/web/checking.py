"""The office's work with nominations: the list, one nomination, paper forms, bulk actions."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import access_log
from accounts.posted_from import posted_from
from accounts.told import Told
from accounts.typed_numbers import typed_numbers
from awards.domain import checking, consents, nominating, queries
from awards.models import (
    Consent,
    Edition,
    EditionStage,
    Nomination,
    NominationNote,
    NominationState,
)
from awards.web.access import find_category, find_checked, find_managed
from awards.web.filters import WorkFilter
from awards.web.forms import NoteForm, PaperForm
from awards.web.managing import moves_of
from awards.web.nominating import answers_of
from awards.web.notes import send_note
from awards.web.office_forms import DecisionForm, MergeForm
from surveys.domain.answering import answer_form

ON_A_PAGE = 50
ALLOWED = {
    NominationState.SUBMITTED: ["accept", "complete", "reject"],
    NominationState.COMPLETION: ["accept", "reject"],
    NominationState.ACCEPTED: ["take_back"],
    NominationState.APPEALED: ["grant", "dismiss"],
}


@login_required
@require_safe
def work(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """All nominations of an edition, and what the edition waits for."""
    edition = find_managed(request, slug, year)
    filterset = WorkFilter(request.GET, queryset=queries.work_list(edition), edition=edition)
    page = Paginator(filterset.qs, ON_A_PAGE).get_page(request.GET.get("page"))
    makers = [row.created_by_id for row in page]
    access_log.record(request, "awards.nominations", makers, about=edition)
    return render(
        request,
        "awards/work.html",
        {
            "edition": edition,
            "filter": filterset,
            "page": page,
            "counts": queries.work_counts(edition),
            "moves": moves_of(edition),
            "paper_categories": _paper_categories(edition),
        },
    )


def _paper_categories(edition: Edition) -> list[object]:
    if edition.stage not in (EditionStage.OPEN, EditionStage.CHECKING):
        return []
    return list(edition.categories.filter(without_nomination=False))


@login_required
@require_POST
def bulk(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """Accept, ask again, or invite to the gala: many at once."""
    edition = find_managed(request, slug, year)
    keys = typed_numbers(request.POST.getlist("key"))
    chosen = queries.work_list(edition).filter(pk__in=keys)
    action = request.POST.get("action", "")
    if not keys:
        messages.error(request, _("Zaznacz zgłoszenia."))
    elif action == "accept":
        _tell(request, checking.accept_many(nominations=chosen, actor=request.user))
    elif action == "ask":
        _tell(request, checking.ask_many(nominations=chosen))
    elif action == "invite":
        count = checking.invite_to_gala(edition=edition, nominations=chosen, actor=request.user)
        messages.success(
            request,
            ngettext("Wysłano %(count)d zaproszenie.", "Wysłano %(count)d zaproszeń.", count)
            % {"count": count},
        )
    return redirect("awards:work", slug, year)


def _tell(request: HttpRequest, outcome: checking.BulkOutcome) -> None:
    if outcome.done:
        messages.success(
            request,
            ngettext("Gotowe: %(count)d zgłoszenie.", "Gotowe: %(count)d zgłoszeń.", outcome.done)
            % {"count": outcome.done},
        )
    for nomination, why in outcome.refused[:10]:
        messages.warning(request, f"{nomination}: {why}")


@login_required
@require_http_methods(["GET", "POST"])
def check(request: HttpRequest, key: UUID) -> HttpResponse:
    """One nomination with everything in it, and the decision."""
    nomination = find_checked(request, key)
    form = DecisionForm(request.POST or None, allowed=_allowed(nomination))
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Decyzja zapisana, zgłaszający dostaną wiadomość."), form):
            _decide(nomination, request, form)
            return redirect("awards:check", key)
    return _page(request, nomination, form=form)


def _page(
    request: HttpRequest,
    nomination: Nomination,
    *,
    form: DecisionForm | None = None,
    merge_form: MergeForm | None = None,
    note_form: NoteForm | None = None,
) -> HttpResponse:
    """The page of a nomination; forms that were refused keep what was typed."""
    allowed = _allowed(nomination)
    form = form or DecisionForm(allowed=allowed)
    nominators = nomination.nominators.order_by().values_list("user_id", flat=True)
    access_log.record(request, "awards.nominations", nominators, about=nomination)
    return render(
        request,
        "awards/check.html",
        {
            "nomination": nomination,
            "category": nomination.category,
            "edition": nomination.edition,
            "form": form if allowed or form.errors else None,
            "answers": answers_of(nomination),
            "changes": nomination.changes.select_related("actor"),
            "notes": nomination.notes.filter(room=NominationNote.Room.OFFICE).select_related(
                "author"
            ),
            "note_form": note_form or NoteForm(),
            "merge_form": merge_form or _merge_form(nomination),
            "can_ask": nomination.consent != Consent.GIVEN
            and nomination.state in (NominationState.SUBMITTED, NominationState.COMPLETION),
        },
    )


def _allowed(nomination: Nomination) -> list[str]:
    if nomination.edition.stage not in (
        EditionStage.OPEN,
        EditionStage.CHECKING,
        EditionStage.JURY,
    ):
        return []
    return ALLOWED.get(NominationState(nomination.state), [])


def _decide(nomination: Nomination, request: HttpRequest, form: DecisionForm) -> None:
    reason, actor = form.cleaned_data["reason"], request.user
    decision = form.cleaned_data["decision"]
    if decision == "accept":
        checking.accept(nomination=nomination, actor=actor)
    elif decision == "complete":
        days = form.cleaned_data.get("days")
        checking.call_to_complete(nomination=nomination, actor=actor, reason=reason, days=days)
    elif decision == "reject":
        checking.reject(nomination=nomination, actor=actor, reason=reason)
    elif decision == "take_back":
        checking.take_back(nomination=nomination, actor=actor, reason=reason)
    else:
        checking.decide_appeal(
            nomination=nomination, actor=actor, grants=decision == "grant", reason=reason
        )


def _merge_form(nomination: Nomination) -> MergeForm | None:
    if nomination.state != NominationState.SUBMITTED:
        return None
    others = Nomination.objects.filter(
        category=nomination.category,
        state__in=[NominationState.SUBMITTED, NominationState.ACCEPTED],
    ).exclude(pk=nomination.pk)
    return MergeForm(choices=others) if others.exists() else None


@login_required
@posted_from("awards:check")
def merge(request: HttpRequest, key: UUID) -> HttpResponse:
    """Make one of two nominations of the same nominee."""
    nomination = find_checked(request, key)
    others = Nomination.objects.filter(category=nomination.category).exclude(pk=nomination.pk)
    form = MergeForm(request.POST, choices=others)
    if form.is_valid():
        with Told(request, _("Zgłoszenia połączone."), form):
            checking.merge(
                nomination=nomination, into=form.cleaned_data["into"], actor=request.user
            )
            return redirect("awards:check", key)
    return _page(request, nomination, merge_form=form)


@login_required
@require_POST
def ask_consent(request: HttpRequest, key: UUID) -> HttpResponse:
    """Ask the nominee again, or record a consent that came on paper."""
    nomination = find_checked(request, key)
    if "paper" in request.POST:
        with Told(request, _("Zgoda zapisana.")):
            consents.record_paper_consent(nomination=nomination, actor=request.user)
    else:
        with Told(request, _("Prośba o zgodę wysłana.")):
            consents.ask(nomination=nomination)
    return redirect("awards:check", key)


@login_required
@posted_from("awards:check")
def write_note(request: HttpRequest, key: UUID) -> HttpResponse:
    """A message of the office to the nominators."""
    nomination = find_checked(request, key)
    refused = send_note(request, nomination, NominationNote.Room.OFFICE, is_from_office=True)
    if refused:
        return _page(request, nomination, note_form=refused)
    return redirect("awards:check", key)


@login_required
@require_http_methods(["GET", "POST"])
def enter_paper(request: HttpRequest, slug: str, year: int, category: str) -> HttpResponse:
    """Type in a nomination that came on paper."""
    edition = find_managed(request, slug, year)
    found = find_category(edition, category)
    if found.without_nomination or not _paper_categories(edition):
        raise Http404
    data = request.POST or None
    form = PaperForm(data, category=found, complete=True)
    questions = answer_form(found.form, data) if found.form else None
    if request.method == "POST" and form.is_valid() and (questions is None or questions.is_valid()):
        content = form.content
        content["answers"] = questions.answers() if questions else {}
        nominator = {
            name: form.cleaned_data[name]
            for name in ("nominator_name", "nominator_kind", "nominator_email", "received_on")
        }
        with Told(request, _("Zgłoszenie zapisane."), form):
            nomination = nominating.enter_paper(
                category=found, entered_by=request.user, content=content, **nominator
            )
            return redirect("awards:check", nomination.key)
    return render(
        request,
        "awards/paper.html",
        {"edition": edition, "category": found, "form": form, "questions": questions},
    )
