"""Progress of a project against its targets, computed from real records."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Count, Q, Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from documents.exports import (
    Chart,
    Column,
    Heading,
    KeyValues,
    Report,
    Series,
    Table,
)
from standards.domain.addresses import save_with_address
from standards.domain.statistics import EU_NOTICE
from standards.models import (
    Attendance,
    Meeting,
    MeetingState,
    Presence,
    Project,
    Side,
    Training,
    TrainingAttendance,
    TrainingKind,
)


@dataclass(frozen=True)
class Indicator:
    """One target and what has been reached."""

    label: str
    target: int
    reached: Decimal

    @property
    def percent(self) -> int:
        """Reached as a share of the target, 0 and more."""
        return int(100 * self.reached / self.target) if self.target else 100

    @property
    def shown(self) -> str:
        """The number without needless decimals."""
        whole = self.reached.to_integral_value()
        return str(int(whole)) if whole == self.reached else f"{self.reached:.1f}"


@transaction.atomic
def create_project(*, project: Project) -> Project:
    """Save a new project."""
    save_with_address(project, project.title)
    return project


def progress_of(project: Project) -> list[Indicator]:
    """All indicators in the order in which funders list them.

    Meetings are those of working groups that the leader serves and information meetings;
    direct beneficiaries are different members of the groups who came at least once.
    """
    meetings, trainings = _meetings(project), _trainings(project, TrainingKind.TRAINING)
    talks = _trainings(project, TrainingKind.MEETING)
    present = Attendance.objects.filter(meeting__in=meetings, presence=Presence.PRESENT)
    members = dict(
        present.filter(member__isnull=False)
        .order_by()
        .values_list("side")
        .annotate(people=Count("member__user", distinct=True)
                  + Count("member", filter=Q(member__user__isnull=True), distinct=True))
    )  # fmt: skip
    numbers = [
        (_("Powiaty"), project.counties, _counties(project)),
        (_("Spotkania"), project.meetings, meetings.count() + talks.count()),
        (_("Godziny spotkań"), project.meeting_hours, _hours(meetings) + _hours(talks)),
        (_("Uczestnicy spotkań"), project.meeting_people, present.count() + _people(talks)),
        (_("Szkolenia"), project.trainings, trainings.count()),
        (_("Godziny szkoleń"), project.training_hours, _hours(trainings)),
        (_("Uczestnicy szkoleń"), project.training_people, _people(trainings)),
        (
            _("Osoby z administracji (uczestnicy bezpośredni)"),
            project.administration_people,
            members.get(Side.ADMINISTRATION, 0),
        ),
        (
            _("Osoby z organizacji (uczestnicy bezpośredni)"),
            project.ngo_people,
            members.get(Side.NGO, 0),
        ),
    ]
    return [Indicator(label, target, Decimal(reached)) for label, target, reached in numbers]


def describe_progress(project: Project) -> Report:
    """The funder's report, always in Polish."""
    indicators = progress_of(project)
    columns = [
        Column("indicator", _("Wskaźnik"), 3),
        Column("target", _("Wartość docelowa"), 1, "integer"),
        Column("reached", _("Osiągnięto"), 1, "decimal"),
        Column("percent", _("Procent"), 1, "integer"),
    ]
    rows = [(row.label, row.target, row.reached, row.percent) for row in indicators]
    return Report(
        title=_("Sprawozdanie ze wskaźników projektu"),
        subtitle=project.title,
        language="pl",
        created_at=timezone.now(),
        publisher=project.public_body.name,
        blocks=[
            KeyValues([(_("Początek"), project.starts_on), (_("Koniec"), project.ends_on)]),
            Heading(1, _("Wskaźniki")),
            Table("indicators", _("Wskaźniki projektu"), columns, rows),
            Chart(
                kind="bar",
                title=_("Stopień osiągnięcia wskaźników"),
                description=_("Procent wartości docelowej każdego wskaźnika."),
                categories=[row.label for row in indicators],
                series=[Series(_("Procent"), [row.percent for row in indicators])],
            ),
            Heading(1, _("Spotkania zespołów")),
            _meetings_table(project),
            Heading(1, _("Szkolenia i spotkania informacyjne")),
            _trainings_table(project),
        ],
        notice=EU_NOTICE,
    )


def _meetings(project: Project) -> Any:
    return Meeting.objects.filter(
        group__public_body=project.public_body,
        state=MeetingState.HELD,
        starts_at__date__gte=project.starts_on,
        starts_at__date__lte=project.ends_on,
    )


def _trainings(project: Project, kind: TrainingKind) -> Any:
    return Training.objects.filter(
        kind=kind, held_on__gte=project.starts_on, held_on__lte=project.ends_on
    )


def _hours(rows: Any) -> Decimal:
    return rows.aggregate(hours=Sum("hours"))["hours"] or Decimal(0)


def _people(rows: Any) -> int:
    attendance = TrainingAttendance.objects.filter(training__in=rows)
    return attendance.aggregate(people=Sum("people"))["people"] or 0


def _counties(project: Project) -> int:
    """Different counties in which something took place or whose offices came."""
    codes = set(_meetings(project).values_list("county", flat=True))
    for kind in TrainingKind:
        trainings = _trainings(project, kind)
        codes |= set(trainings.values_list("county", flat=True))
        areas = TrainingAttendance.objects.filter(
            training__in=trainings, public_body__isnull=False
        ).values_list("public_body__area", flat=True)
        codes |= {area[:4] for area in areas if len(area) >= 4}
    return len(codes - {None})


def _meetings_table(project: Project) -> Table:
    came = Count("attendance", filter=Q(attendance__presence=Presence.PRESENT))
    held = _meetings(project).select_related("group", "county").annotate(people=came)
    columns = [
        Column("day", _("Data"), 1, "date"),
        Column("group", _("Zespół"), 3),
        Column("county", _("Powiat"), 1.5),
        Column("hours", _("Godziny"), 0.8, "decimal"),
        Column("people", _("Obecni"), 0.8, "integer"),
    ]
    rows = [
        (timezone.localdate(m.starts_at), m.group.name, str(m.county or ""), m.hours, m.people)
        for m in held.order_by("starts_at")
    ]
    return Table("meetings", _("Odbyte spotkania"), columns, rows)


def _trainings_table(project: Project) -> Table:
    held = (
        Training.objects.filter(held_on__gte=project.starts_on, held_on__lte=project.ends_on)
        .select_related("county")
        .annotate(people=Sum("attendance__people"))
    )
    columns = [
        Column("day", _("Data"), 1, "date"),
        Column("title", _("Temat"), 3),
        Column("county", _("Powiat"), 1.5),
        Column("hours", _("Godziny"), 0.8, "decimal"),
        Column("people", _("Osoby"), 0.8, "integer"),
    ]
    rows = [
        (t.held_on, t.title, str(t.county or ""), t.hours, t.people or 0)
        for t in held.order_by("held_on", "pk")
    ]
    return Table("trainings", _("Szkolenia i spotkania"), columns, rows)
