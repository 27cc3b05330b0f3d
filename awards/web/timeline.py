"""The course of an edition as steps on its page."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from awards.models import Edition, EditionStage

_ORDER = [
    EditionStage.ANNOUNCED,
    EditionStage.OPEN,
    EditionStage.CHECKING,
    EditionStage.JURY,
    EditionStage.DELIBERATION,
    EditionStage.SEALED,
    EditionStage.PUBLISHED,
]


@dataclass(frozen=True, slots=True)
class Step:
    """A step as the component draws it."""

    label: str
    state: str
    date: str = ""
    note: str = ""


def steps_of(edition: Edition) -> list[Step]:
    """From the announcement to the gala; nothing for drafts and cancelled editions."""
    if edition.stage not in _ORDER:
        return []
    now = _ORDER.index(EditionStage(edition.stage))
    if edition.has_public_results:
        now = len(_ORDER)
    results = date_format(timezone.localtime(edition.results_at), "DATETIME_FORMAT")
    plan = [
        (1, _("Zgłoszenia"), f"{_day(edition.opens_on)} – {_day(edition.closes_on)}"),
        (2, _("Ocena formalna"), ""),
        (3, _("Ocena kapituły"), _("do %(day)s") % {"day": _day(edition.scoring_until)}),
        (4, _("Obrady"), ""),
        (6, _("Gala i wyniki"), results),
    ]
    return [Step(label, _state(place, now), date) for place, label, date in plan]


def _state(place: int, now: int) -> str:
    if place < now:
        return "done"
    return "current" if place == now or (place == 6 and now == 5) else "upcoming"


def _day(day: datetime.date) -> str:
    return str(date_format(day, "DATE_FORMAT"))
