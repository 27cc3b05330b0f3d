"""Reading how the portal is used in a period: by time, part, page and county."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.apps import apps
from django.db.models import Sum
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from documents.exports import Chart, Series
from insight import participation, places
from insight.models import VisitCount, VisitorCount
from insight.participation import Side
from territory.reference import county_choices

# So many points of a line can be read.
MOST_POINTS = 14
MOST_BARS = 12


@dataclass(frozen=True, slots=True)
class Period:
    """Two days, both included."""

    since: date
    until: date

    @property
    def days(self) -> int:
        """How many days."""
        return (self.until - self.since).days + 1


@dataclass(frozen=True, slots=True)
class Line:
    """A counted thing with its name."""

    label: str
    views: int
    part: str = ""


@dataclass(frozen=True, slots=True)
class Usage:
    """What the page and the report say of visits."""

    period: Period
    views: int
    visitors_a_day: int
    by_part: list[Line]
    by_page: list[Line]
    by_county: list[Line]
    by_time: list[Line]


@dataclass(frozen=True, slots=True)
class Taken:
    """One way of taking part: rows are counties, columns are sides."""

    source: participation.Source
    rows: list[tuple[str, list[int]]]
    totals: list[int]

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.totals)


def usage(period: Period) -> Usage:
    """Visits of the period."""
    rows = VisitCount.objects.filter(day__range=(period.since, period.until))
    pages = rows.values_list("part", "page").annotate(n=Sum("views")).order_by("-n", "page")
    counties = rows.exclude(county="").values_list("county").annotate(n=Sum("views"))
    days = rows.values_list("day").annotate(n=Sum("views"))
    by_page = [Line(_page_label(page), n, _part_label(part)) for part, page, n in pages]
    return Usage(
        period=period,
        views=sum(line.views for line in by_page),
        visitors_a_day=_visitors_a_day(period),
        by_part=_by_part(by_page),
        by_page=by_page,
        by_county=_by_county(dict(counties)),
        by_time=_by_time(period, dict(days)),
    )


def taken_part(period: Period) -> list[Taken]:
    """Every registered way of taking part, with all counties that have anybody."""
    return [_taken(source, period) for source in participation.sources()]


def charts(found: Usage) -> dict[str, Chart]:
    """Drawings of visits by their keys; only what has something to show."""
    period = _("%(since)s – %(until)s") % {
        "since": date_format(found.period.since),
        "until": date_format(found.period.until),
    }
    drawn = {
        "czas": ("line", _("Odsłony w czasie"), found.by_time),
        "czesci": ("bar", _("Odsłony według części portalu"), found.by_part[:MOST_BARS]),
        "powiaty": ("bar", _("Odsłony stron o powiatach"), found.by_county[:MOST_BARS]),
    }
    return {
        key: Chart(
            kind="line" if kind == "line" else "bar",
            title=title,
            description=period,
            categories=[line.label for line in lines],
            series=[Series(_("Odsłony"), [line.views for line in lines])],
        )
        for key, (kind, title, lines) in drawn.items()
        if any(line.views for line in lines)
    }


def participation_chart(taken: Taken) -> Chart | None:
    """Counties as bars, sides stacked in them."""
    if not taken.total:
        return None
    return Chart(
        kind="stacked",
        title=str(taken.source.label),
        description=_("Liczby według powiatu i strony"),
        categories=[name for name, _counts in taken.rows],
        series=[
            Series(str(side.label), [counts[place] for _name, counts in taken.rows])
            for place, side in enumerate(Side)
        ],
    )


def _taken(source: participation.Source, period: Period) -> Taken:
    sides = list(Side)
    by_county: defaultdict[str, list[int]] = defaultdict(lambda: [0] * len(sides))
    for row in source.counted(period.since, period.until):
        by_county[row.county][sides.index(Side(row.side))] += row.number
    names = dict(county_choices())
    rows = [
        (str(names.get(code, _("poza województwem lub nieznany"))), counts)
        for code, counts in by_county.items()
    ]
    rows.sort(key=lambda row: (-sum(row[1]), row[0]))
    totals = [sum(counts[place] for _name, counts in rows) for place in range(len(sides))]
    return Taken(source, rows, totals)


def _visitors_a_day(period: Period) -> int:
    rows = VisitorCount.objects.filter(day__range=(period.since, period.until), part="")
    total = rows.aggregate(n=Sum("visitors", default=0))["n"]
    return round(total / period.days)


def _by_part(pages: Iterable[Line]) -> list[Line]:
    views: defaultdict[str, int] = defaultdict(int)
    for line in pages:
        views[line.part] += line.views
    return [Line(part, n) for part, n in sorted(views.items(), key=lambda row: (-row[1], row[0]))]


def _by_county(views: dict[str, int]) -> list[Line]:
    names = dict(county_choices())
    lines = [Line(str(names.get(code, code)), n) for code, n in views.items()]
    return sorted(lines, key=lambda line: (-line.views, line.label))


def _by_time(period: Period, views: dict[date, int]) -> list[Line]:
    """Days, or so many days together that a line of them can be read."""
    step = -(-period.days // MOST_POINTS)
    lines = []
    for first in range(0, period.days, step):
        days = [period.since + timedelta(days=first + more) for more in range(step)]
        label = date_format(days[0], "j.m")
        lines.append(Line(label, sum(views.get(day, 0) for day in days)))
    return lines


def _page_label(page: str) -> str:
    place = places.find(page)
    return str(place.label) if place is not None else _("pozostałe strony")


def _part_label(part: str) -> str:
    try:
        return str(apps.get_app_config(part).verbose_name)
    except LookupError:
        return part
