"""The office serves the jury: seats, assignments, rankings, meetings, the verdict, protocols."""

from __future__ import annotations

import io
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import access_log
from accounts.told import Told
from awards.domain import deliberating, jury, permissions, protocols, queries
from awards.domain.ranking import leanings_of, ranking_of
from awards.models import Award, Edition, EditionStage, Meeting, Motion
from awards.web.access import find_edition, find_managed, require
from awards.web.jury_forms import (
    AppointForm,
    AssignForm,
    AwardForm,
    DescribeAwardForm,
    MeetingForm,
    MotionForm,
)
from awards.web.managing import moves_of
from documents.exports.registry import FORMATS, write_report
from documents.storing import stored_uploads


@login_required
@require_http_methods(["GET", "POST"])
def seats(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """Who sits in the jury, how far each is, and the assignments."""
    edition = find_managed(request, slug, year)
    form = AppointForm(request.POST if "appoint" in request.POST else None)
    assign = AssignForm(request.POST if "assign" in request.POST else None, edition=edition)
    if request.method == "POST" and form.is_bound and form.is_valid():
        if _appoint(request, edition, form):
            return redirect("awards:seats", slug, year)
    elif request.method == "POST" and assign.is_bound and assign.is_valid():
        _assign(request, assign)
        return redirect("awards:seats", slug, year)
    jurors = protocols.progress_of(edition)
    people = [row.juror.user_id for row in jurors]
    access_log.record(request, "awards.jury", people, about=edition)
    return render(
        request,
        "awards/seats.html",
        {
            "edition": edition,
            "jurors": jurors,
            "form": form,
            "assign": assign,
            "moves": moves_of(edition),
        },
    )


def _appoint(request: HttpRequest, edition: Edition, form: AppointForm) -> bool:
    values = dict(form.cleaned_data)
    try:
        with Told(request, _("Juror powołany. Poprosiliśmy o podpisanie deklaracji."), form):
            jury.appoint(edition=edition, user=values.pop("email"), actor=request.user, **values)
            return True
    except ValidationError as error:
        form.add_error(None, error.messages)
    return False


def _assign(request: HttpRequest, form: AssignForm) -> None:
    category, each = form.cleaned_data["category"], form.cleaned_data["each"]
    with Told(request):
        if each:
            count = jury.assign_balanced(category=category, each=each)
        else:
            count = jury.assign_all(category=category)
        messages.success(
            request,
            ngettext("Dodano %(count)d przydział.", "Dodano %(count)d przydziałów.", count)
            % {"count": count},
        )


@login_required
@require_POST
def change_seat(request: HttpRequest, slug: str, year: int, pk: int) -> HttpResponse:
    """End a seat."""
    edition = find_managed(request, slug, year)
    juror = get_object_or_404(edition.jurors, pk=pk)
    with Told(request, _("Juror odwołany.")):
        jury.dismiss(juror=juror)
    return redirect("awards:seats", slug, year)


@login_required
@require_POST
def remind(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """Remind jurors who are behind."""
    edition = find_managed(request, slug, year)
    count = jury.remind_jurors(edition=edition, actor=request.user)
    messages.success(
        request,
        ngettext("Przypomniano %(count)d jurorowi.", "Przypomniano %(count)d jurorom.", count)
        % {"count": count},
    )
    return redirect("awards:seats", slug, year)


@login_required
@require_safe
def ranking(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """Raw and levelled places beside each other, and strict and lenient jurors."""
    edition = find_edition(request, slug, year)
    require(permissions.can_see_ranking(request.user, edition))
    hidden = protocols.hidden_from(request.user, edition)
    boards = [
        {
            "category": category,
            "lines": [row for row in ranking_of(category) if row.nomination.pk not in hidden],
            "leanings": leanings_of(category),
        }
        for category in queries.categories(edition)
        if not category.without_nomination
    ]
    return render(
        request,
        "awards/ranking.html",
        {
            "edition": edition,
            "boards": boards,
            "can_manage": permissions.can_manage(request.user, edition),
        },
    )


@login_required
@require_http_methods(["GET", "POST"])
def verdict(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """Meetings, motions and the verdict."""
    edition = find_managed(request, slug, year)
    if edition.stage not in (
        EditionStage.JURY,
        EditionStage.DELIBERATION,
        EditionStage.SEALED,
        EditionStage.PUBLISHED,
    ):
        raise Http404
    form = AwardForm(request.POST or None, edition=edition)
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Rozstrzygnięcie zapisane."), form):
            deliberating.give_award(award=form.save(commit=False))
            return redirect("awards:verdict", slug, year)
    meetings = edition.meetings.prefetch_related(
        "present", "motions__ballots", "motions__category", "motions__nomination"
    )
    return render(
        request,
        "awards/verdict.html",
        {
            "edition": edition,
            "awards": deliberating.all_awards(edition),
            "form": form if edition.stage == EditionStage.DELIBERATION or form.errors else None,
            "meetings": [_shown(meeting) for meeting in meetings],
            "is_open": edition.stage == EditionStage.DELIBERATION,
            "can_meet": edition.stage in (EditionStage.JURY, EditionStage.DELIBERATION),
            "moves": moves_of(edition),
            "formats": list(FORMATS),
        },
    )


def _shown(meeting: Meeting) -> dict[str, Any]:
    motions = [
        {"motion": motion, "tally": deliberating.tally(motion)} for motion in meeting.motions.all()
    ]
    return {"meeting": meeting, "motions": motions}


@login_required
@require_http_methods(["GET", "POST"])
def meeting(request: HttpRequest, slug: str, year: int, pk: int | None = None) -> HttpResponse:
    """A new meeting, or who came and what was said."""
    edition = find_managed(request, slug, year)
    found = get_object_or_404(edition.meetings, pk=pk) if pk else Meeting(edition=edition)
    form = MeetingForm(request.POST or None, instance=found, edition=edition)
    if request.method == "POST" and form.is_valid():
        if pk:
            form.save()
            return redirect("awards:verdict", slug, year)
        with Told(request, _("Posiedzenie zapisane."), form):
            deliberating.hold_meeting(edition=edition, **form.cleaned_data)
            return redirect("awards:verdict", slug, year)
    title = _("Posiedzenie kapituły")
    return _form(request, form, title, edition)


@login_required
@require_http_methods(["GET", "POST"])
def motion(request: HttpRequest, slug: str, year: int, pk: int) -> HttpResponse:
    """Put something to the vote at a meeting."""
    edition = find_managed(request, slug, year)
    found = get_object_or_404(edition.meetings.select_related("edition"), pk=pk)
    form = MotionForm(request.POST or None, edition=edition)
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Wniosek poddany pod głosowanie."), form):
            deliberating.put_motion(meeting=found, **form.cleaned_data)
            return redirect("awards:verdict", slug, year)
    return _form(request, form, _("Wniosek pod głosowanie"), edition)


@login_required
@require_POST
def close_motion(request: HttpRequest, slug: str, year: int, pk: int) -> HttpResponse:
    """End a vote."""
    edition = find_managed(request, slug, year)
    found = get_object_or_404(Motion, pk=pk, meeting__edition=edition)
    with Told(request, _("Głosowanie zamknięte.")):
        deliberating.close_motion(motion=found)
    return redirect("awards:verdict", slug, year)


@login_required
@require_POST
def drop_award(request: HttpRequest, slug: str, year: int, pk: int) -> HttpResponse:
    """Take a line out of the verdict."""
    edition = find_managed(request, slug, year)
    award = get_object_or_404(deliberating.all_awards(edition), pk=pk)
    with Told(request, _("Usunięto z rozstrzygnięcia.")):
        deliberating.withdraw_award(award=award)
    return redirect("awards:verdict", slug, year)


@login_required
@require_http_methods(["GET", "POST"])
def describe(request: HttpRequest, slug: str, year: int, pk: int) -> HttpResponse:
    """Citation, picture and film of a laureate, also after the gala."""
    edition = find_managed(request, slug, year)
    award = get_object_or_404(deliberating.all_awards(edition), pk=pk)
    form = DescribeAwardForm(request.POST or None, request.FILES or None, instance=award)
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        picture = values.pop("picture")
        with (
            stored_uploads(
                [picture] if picture else [], uploaded_by=request.user, taken=_taken
            ) as files,
            transaction.atomic(),
        ):
            deliberating.describe_award(award=award, photo=files[0] if files else None, **values)
        messages.success(request, _("Zmiany zapisane."))
        return redirect("awards:verdict", slug, year)
    return _form(request, form, str(award), edition)


def _taken(files: list[Any]) -> list[Any]:
    return list(Award.objects.filter(photo__in=files).values_list("photo", flat=True))


@login_required
@require_safe
def protocol(request: HttpRequest, slug: str, year: int, sort: str, format: str) -> HttpResponse:
    """The protocol with every score: with names, or with numbers instead."""
    edition = find_managed(request, slug, year)
    if format not in FORMATS or sort not in ("pelny", "numery"):
        raise Http404
    if not permissions.can_see_ranking(request.user, edition):
        raise PermissionDenied
    stream = io.BytesIO()
    report = protocols.protocol_of(edition, with_names=sort == "pelny")
    write_report(report, format, stream)
    chosen = FORMATS[format]
    response = HttpResponse(stream.getvalue(), content_type=chosen.content_type)
    name = f"protokol-{slug}-{year}-{sort}.{chosen.extension}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response


def _form(request: HttpRequest, form: Any, title: str, edition: Edition) -> HttpResponse:
    context = {
        "form": form,
        "title": title,
        "submit": _("Zapisz"),
        "cancel_url": redirect("awards:verdict", edition.competition.slug, edition.year).url,
    }
    return render(request, "layouts/form.html", context)
