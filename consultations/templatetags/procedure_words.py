"""Filters of how a consultation is held: rounds as steps, moves in words."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultations.domain import stages
from consultations.exports.report_course import Course, RoundFacts
from consultations.models import (
    Consultation,
    ConsultationMeeting,
    RequiredPart,
    Stage,
    StageChange,
)
from consultations.models.meetings import people_at

register = template.Library()


@register.filter
def attendance(meeting: ConsultationMeeting) -> int:
    """How many people came in all."""
    return people_at(meeting)


@register.filter
def round_steps(course: Course, consultation: Consultation) -> list[dict[str, str]]:
    """The rounds for the component of steps."""
    return [_step(row, consultation) for row in course.rounds]


@register.filter
def stage_change_words(change: StageChange, consultation: Consultation) -> str:
    """What a line of the log says; rounds are numbered once there are several."""
    if change.source == change.target:
        line = _("Przedłużono termin")
    elif change.source == Stage.ANNOUNCED and change.target in stages.AFTER_TERM:
        line = _("Wycofano kolejną turę")
    elif change.source in stages.AFTER_TERM and change.target == Stage.ANNOUNCED:
        line = _("Zapowiedziano kolejną turę")
    else:
        line = str(Stage(change.target).label)
    is_numbered = consultation.round_number > 1 or change.round_number > 1
    if is_numbered:
        line = _("%(line)s (tura %(number)s)") % {"line": line, "number": change.round_number}
    return line


@register.filter
def missing_words(change: StageChange) -> str:
    """What the checklist missed when the move was made."""
    return ", ".join(str(RequiredPart(part).label) for part in change.missing)


def _step(row: RoundFacts, consultation: Consultation) -> dict[str, str]:
    found = row.round
    return {
        "label": _("Tura %(number)s") % {"number": found.number},
        "state": _state(row, consultation),
        "date": f"{date_format(found.opens_on)} – {date_format(found.closes_on)}",
        "note": ". ".join(_notes(row)),
    }


def _state(row: RoundFacts, consultation: Consultation) -> str:
    is_present = row.round.number == consultation.round_number
    if is_present and consultation.stage in (Stage.DRAFT, Stage.ANNOUNCED):
        return "upcoming"
    if is_present and consultation.stage in (Stage.OPEN, Stage.ANALYSIS):
        return "current"
    return "done"


def _notes(row: RoundFacts) -> list[str]:
    found: Any = row.round
    notes = []
    if found.withdrawn_at:
        notes.append(_("Wycofana"))
    if found.version:
        notes.append(_("Wersja projektu %(number)s") % {"number": found.version.number})
    if row.remark_count:
        notes.append(
            ngettext("%(count)d uwaga", "%(count)d uwag", row.remark_count)
            % {"count": row.remark_count}
        )
    if found.results_at:
        notes.append(_("Wyniki ogłoszono %(day)s") % {"day": date_format(found.results_at)})
    if found.reason:
        notes.append(found.reason)
    return notes
