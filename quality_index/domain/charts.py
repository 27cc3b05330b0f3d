"""The charts of an assessment: the same for the page, the report and a slide."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _

from documents.exports.description import Chart, Series
from quality_index.domain.gaps import GapRow
from quality_index.domain.series import Peers, Year
from quality_index.models import Assessment, IndexArea, Plane, Side
from quality_index.scoring import Index, mean_level, rounded

NOTHING = Decimal("NaN")
"""What charts show as missing and tables as empty."""


@dataclass(slots=True)
class ChartFacts:
    """Everything that the charts are drawn from, read once."""

    assessment: Assessment
    planes: list[Plane]
    areas: list[IndexArea]
    index: Index
    sides: dict[str, Index]
    rows: list[GapRow]
    targets: dict[str, Decimal]
    years: list[Year]
    before: dict[str, Decimal]
    peers: Peers | None

    @property
    def has_sides(self) -> bool:
        """Whether members scored; years taken over from a sheet have agreed scores alone."""
        return any(side.counted for side in self.sides.values())


def radar(facts: ChartFacts) -> Chart:
    """The index by area, with the year before and the level wanted next."""
    series = [
        Series(
            _("Rok %(year)s") % {"year": facts.assessment.year}, _areas(facts, facts.index.areas)
        )
    ]
    if facts.before:
        series.append(Series(_("Poprzednia ocena"), _areas(facts, facts.before)))
    if facts.targets:
        series.append(Series(_("Poziom docelowy"), _areas(facts, facts.targets)))
    return Chart(
        kind="radar",
        title=_("Indeks według obszarów"),
        description=_("Punkty od 0 do 100 w każdym obszarze współpracy."),
        categories=[area.label for area in facts.areas],
        series=series,
        maximum=100,
    )


def planes(facts: ChartFacts) -> Chart:
    """The index by plane."""
    keys = [plane.key for plane in facts.planes]
    return Chart(
        kind="bar",
        title=_("Indeks według płaszczyzn"),
        description=_("Punkty od 0 do 100 w trzech płaszczyznach współpracy."),
        categories=[plane.label for plane in facts.planes],
        series=[Series(_("Indeks"), [_shown(facts.index.planes.get(key)) for key in keys])],
        maximum=100,
    )


def sides(facts: ChartFacts) -> Chart | None:
    """Both sectors beside each other, area by area."""
    if not facts.has_sides:
        return None
    return Chart(
        kind="bar",
        title=_("Administracja i organizacje obok siebie"),
        description=_(
            "Indeks każdego obszaru tak, jak widzi go każda ze stron, przed uzgodnieniem."
        ),
        categories=[area.label for area in facts.areas],
        series=[Series(str(side.label), _areas(facts, facts.sides[side].areas)) for side in Side],
        maximum=100,
    )


def heat_map(facts: ChartFacts, plane: Plane) -> Chart:
    """Indicators of a plane: what each side thinks and what was agreed, in levels."""
    rows = [row for row in facts.rows if row.indicator.area.plane_id == plane.pk]
    columns = [Series(_("Uzgodniono"), [_agreed(row) for row in rows])]
    if facts.has_sides:
        columns += [
            Series(str(side.label), [_mean(row.levels[side]) for row in rows]) for side in Side
        ]
    return Chart(
        kind="heat",
        title=_("Mapa wskaźników: %(plane)s") % {"plane": plane.label},
        description=_("Poziomy od 0 do 4; im ciemniejsze pole, tym wyższy poziom."),
        categories=[row.indicator.label for row in rows],
        series=columns,
        maximum=4,
    )


def trend(facts: ChartFacts) -> Chart | None:
    """The index over the years; a change of the questionnaire breaks the line."""
    if len(facts.years) < 2:
        return None
    breaks = [place for place, year in enumerate(facts.years) if year.is_break]
    description = _("Indeks od 0 do 100 w kolejnych ocenach.")
    if breaks:
        description += " " + _("Przerywana kreska: zmienił się kwestionariusz.")
    return Chart(
        kind="line",
        title=_("Indeks w kolejnych latach"),
        description=description,
        categories=[str(year.assessment.year) for year in facts.years],
        series=[Series(_("Indeks"), [year.total for year in facts.years])],
        maximum=100,
        breaks=breaks,
    )


def comparison(facts: ChartFacts) -> Chart | None:
    """The body beside the median of similar ones, without their names."""
    if facts.peers is None:
        return None
    compared = [area for area in facts.areas if area.key in facts.peers.areas]
    own = [_shown(facts.index.areas.get(area.key)) for area in compared]
    theirs = [facts.peers.areas[area.key] for area in compared]
    return Chart(
        kind="bar",
        title=_("Na tle podobnych urzędów"),
        description=_("Mediana urzędów tego samego rodzaju w tym samym roku, bez nazw."),
        categories=[_("Cały indeks"), *(area.label for area in compared)],
        series=[
            Series(_("Ten urząd"), [_shown(facts.index.total), *own]),
            Series(_("Podobne urzędy (mediana)"), [facts.peers.total, *theirs]),
        ],
        maximum=100,
    )


def charts_of(facts: ChartFacts) -> dict[str, Chart]:
    """All charts that have something to show, by the word in the address of the picture."""
    drawn: dict[str, Chart | None] = {
        "obszary": radar(facts),
        "plaszczyzny": planes(facts),
        "strony": sides(facts),
    }
    # One for each plane: all indicators together would be taller than a sheet of paper.
    drawn |= {f"wskazniki-{plane.key}": heat_map(facts, plane) for plane in facts.planes}
    drawn |= {"lata": trend(facts), "porownanie": comparison(facts)}
    return {name: chart for name, chart in drawn.items() if chart is not None}


def _areas(
    facts: ChartFacts, values: dict[str, Fraction | None] | dict[str, Decimal]
) -> list[Decimal]:
    return [_shown(values.get(area.key)) for area in facts.areas]


def _shown(value: Fraction | Decimal | None) -> Decimal:
    if isinstance(value, Decimal):
        return value
    shown = rounded(value)
    return NOTHING if shown is None else shown


def _agreed(row: GapRow) -> Decimal:
    if row.agreed is None or row.agreed.value is None:
        return NOTHING
    return Decimal(row.agreed.value)


def _mean(levels: list[int]) -> Decimal:
    shown = rounded(mean_level(levels))
    return NOTHING if shown is None else shown
