"""The numbers of the report as blocks: who took part, positions, ways, units."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from consultations.models import Channel, Verdict
from documents.exports.description import (
    Block,
    Chart,
    Column,
    Heading,
    KeyValues,
    Series,
    Table,
)

MOST_BARS = 12


@dataclass(frozen=True, slots=True)
class Senders:
    """How many organizations and other people sent how many remarks."""

    organizations: int
    by_organizations: int
    people: int
    by_people: int


@dataclass(frozen=True, slots=True)
class UnitNumbers:
    """Remarks on one unit, and how many of them were taken in, wholly or in part."""

    citation: str
    remarks: int
    taken_in: int


@dataclass(frozen=True, slots=True)
class ReportNumbers:
    """All numbers of a report; the long ones in the order in which they are shown."""

    total: int
    hidden: int
    senders: Senders
    organizations: list[tuple[str, int]]
    by_verdict: dict[str, int]
    by_channel: dict[str, int]
    by_unit: list[UnitNumbers]


def describe_numbers(numbers: ReportNumbers) -> list[Block]:
    """The chapter with numbers; tables and charts only when there is something to count."""
    senders = numbers.senders
    blocks: list[Block] = [
        Heading(1, _("Liczby")),
        KeyValues(
            [
                (_("Liczba uwag"), numbers.total),
                (_("Liczba zgłaszających"), senders.people + senders.organizations),
                (_("W tym organizacji"), senders.organizations),
                (_("Uwagi ukryte przez moderatora"), numbers.hidden),
            ]
        ),
    ]
    if not numbers.total:
        return blocks
    return [*blocks, _verdicts(numbers), *_units(numbers), _senders(numbers), _channels(numbers)]


def charts(numbers: ReportNumbers) -> list[Chart]:
    """The drawings alone, for pages."""
    if not numbers.total:
        return []
    return [_verdicts(numbers), _units_chart(numbers)]


def _verdicts(numbers: ReportNumbers) -> Chart:
    return Chart(
        kind="bar",
        title=_("Stanowiska"),
        description=_("Liczba uwag według stanowiska urzędu."),
        categories=[str(verdict.label) for verdict in Verdict],
        series=[
            Series(
                _("Liczba uwag"), [numbers.by_verdict.get(verdict.value, 0) for verdict in Verdict]
            )
        ],
    )


def _units(numbers: ReportNumbers) -> list[Block]:
    columns = [
        Column("unit", _("Jednostka redakcyjna"), 3),
        Column("remarks", _("Uwagi"), 1, "integer"),
        Column("taken_in", _("Uwzględnione w całości lub w części"), 2, "integer"),
    ]
    rows = [(unit.citation, unit.remarks, unit.taken_in) for unit in numbers.by_unit]
    return [
        _units_chart(numbers),
        Table("units", _("Uwagi według jednostek redakcyjnych"), columns, rows),
    ]


def _units_chart(numbers: ReportNumbers) -> Chart:
    """The most remarked units; a drawing of three hundred bars would tell nothing."""
    most = sorted(numbers.by_unit, key=lambda unit: -unit.remarks)[:MOST_BARS]
    return Chart(
        kind="bar",
        title=_("Jednostki z największą liczbą uwag"),
        description=_("Liczba uwag do każdej z tych jednostek."),
        categories=[unit.citation for unit in most],
        series=[Series(_("Liczba uwag"), [unit.remarks for unit in most])],
    )


def _senders(numbers: ReportNumbers) -> Table:
    senders = numbers.senders
    rows = [
        (_("Organizacje razem"), senders.organizations, senders.by_organizations),
        *((name, 1, count) for name, count in numbers.organizations),
        (_("Osoby i inni zgłaszający"), senders.people, senders.by_people),
    ]
    columns = [
        Column("sender", _("Zgłaszający"), 4),
        Column("senders", _("Liczba zgłaszających"), 1.5, "integer"),
        Column("remarks", _("Uwagi"), 1, "integer"),
    ]
    return Table("senders", _("Kto zgłosił uwagi"), columns, rows)


def _channels(numbers: ReportNumbers) -> Table:
    return Table(
        "channels",
        _("Sposób zgłoszenia"),
        [Column("channel", _("Sposób"), 3), Column("n", _("Uwagi"), 1, "integer")],
        [
            (str(channel.label), numbers.by_channel[channel.value])
            for channel in Channel
            if channel.value in numbers.by_channel
        ],
    )
