"""What a body did, in the numbers that funders ask for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Q, QuerySet, Sum
from django.db.models.functions import ExtractYear
from django.utils import timezone
from django.utils.translation import gettext as _

from documents.exports import Column, Heading, Report, Table
from standards.models import Meeting, MeetingState, Presence, Side, WorkingGroup

EU_NOTICE = (
    "Projekt współfinansowany ze środków Unii Europejskiej w ramach Europejskiego Funduszu "
    "Społecznego"
)


@dataclass(frozen=True)
class Year:
    """One year of meetings: participants are presences, one for each meeting."""

    year: int
    meetings: int
    hours: Decimal
    ngo: int
    administration: int

    @property
    def participants(self) -> int:
        """Presences of both sides."""
        return self.ngo + self.administration


def years_of(groups: Iterable[WorkingGroup] | QuerySet[WorkingGroup]) -> list[Year]:
    """Held meetings by year, the latest first: two queries whatever their number."""
    held = Meeting.objects.filter(group__in=groups, state=MeetingState.HELD).order_by()
    by_year = held.annotate(year=ExtractYear("starts_at")).values("year")
    hours = {row["year"]: row for row in by_year.annotate(n=Count("pk"), hours=Sum("hours"))}
    present = Q(attendance__presence=Presence.PRESENT)
    people = by_year.annotate(
        ngo=Count("attendance", filter=present & Q(attendance__side=Side.NGO)),
        administration=Count(
            "attendance", filter=present & Q(attendance__side=Side.ADMINISTRATION)
        ),
    )
    years = [
        Year(
            row["year"],
            hours[row["year"]]["n"],
            hours[row["year"]]["hours"],
            row["ngo"],
            row["administration"],
        )
        for row in people
    ]
    return sorted(years, key=lambda year: -year.year)


def describe_statistics(group: WorkingGroup) -> Report:
    """The body's years and each of its meetings as a report, always in Polish."""
    columns = [
        Column("year", _("Rok"), 1, "integer"),
        Column("meetings", _("Spotkania"), 1, "integer"),
        Column("hours", _("Godziny"), 1, "decimal"),
        Column("ngo", _("Uczestnicy: organizacje"), 1.5, "integer"),
        Column("administration", _("Uczestnicy: administracja"), 1.5, "integer"),
        Column("participants", _("Uczestnicy razem"), 1, "integer"),
    ]
    rows = [
        (y.year, y.meetings, y.hours, y.ngo, y.administration, y.participants)
        for y in years_of([group])
    ]
    return Report(
        title=_("Statystyka zespołu"),
        subtitle=group.name,
        language="pl",
        created_at=timezone.now(),
        publisher=group.public_body.name,
        blocks=[
            Heading(1, _("Rok po roku")),
            Table("years", _("Spotkania w latach"), columns, rows),
            Heading(1, _("Spotkania")),
            _meetings_table(group),
        ],
        notice=EU_NOTICE,
    )


def _meetings_table(group: WorkingGroup) -> Table:
    held = (
        group.meetings.filter(state=MeetingState.HELD)
        .select_related("county")
        .annotate(people=Count("attendance", filter=Q(attendance__presence=Presence.PRESENT)))
        .order_by("starts_at")
    )
    columns = [
        Column("number", _("Nr"), 0.5, "integer"),
        Column("day", _("Data"), 1, "date"),
        Column("title", _("Temat"), 3),
        Column("county", _("Powiat"), 1.5),
        Column("hours", _("Godziny"), 1, "decimal"),
        Column("people", _("Obecni"), 1, "integer"),
    ]
    rows = [
        (
            row.number,
            timezone.localdate(row.starts_at),
            row.title,
            str(row.county or ""),
            row.hours,
            row.people,
        )
        for row in held
    ]
    return Table("meetings", _("Odbyte spotkania"), columns, rows)
