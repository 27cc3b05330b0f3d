"""What the numbers say, in plain sentences made by rules; nothing is invented.

The rules stand in docs/lijw-scoring.md: an area is a strength from 75 points up, a weakness
below 50; a disagreement is told of from one whole level up.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from quality_index.domain.charts import ChartFacts
from quality_index.domain.gaps import GapRow
from quality_index.scoring import rounded

STRONG, WEAK = 75, 50
TOLD_GAP = 1
MOST_NAMED = 3
STEADY = Decimal("1.0")


def narrative(facts: ChartFacts) -> list[str]:
    """Sentences in the order of reading."""
    sentences = [_total(facts), _change(facts), _strengths(facts), _weaknesses(facts)]
    sentences += [_disagreement(facts), _left_out(facts), _targets(facts)]
    return [sentence for sentence in sentences if sentence]


def _total(facts: ChartFacts) -> str:
    return _("Indeks jakości współpracy za rok %(year)s wynosi %(total)s na 100 punktów.") % {
        "year": facts.assessment.year,
        "total": _number(facts.index.total),
    }


def _change(facts: ChartFacts) -> str:
    if len(facts.years) < 2:
        return _("To pierwsza ocena tego urzędu, więc nie ma jej z czym porównać.")
    before, now = facts.years[-2], facts.years[-1]
    if now.is_break:
        return _(
            "Kwestionariusz zmienił się od oceny za rok %(year)s, więc całego wyniku nie "
            "porównujemy z poprzednim."
        ) % {"year": before.assessment.year}
    difference = now.total - before.total
    facts_of_change = {
        "year": before.assessment.year,
        "points": number_format(abs(difference), decimal_pos=1),
    }
    if abs(difference) < STEADY:
        return _("To prawie tyle samo, co w ocenie za rok %(year)s.") % facts_of_change
    if difference > 0:
        return _("To o %(points)s pkt więcej niż w ocenie za rok %(year)s.") % facts_of_change
    return _("To o %(points)s pkt mniej niż w ocenie za rok %(year)s.") % facts_of_change


def _strengths(facts: ChartFacts) -> str:
    named = _named(facts, lambda value: value >= STRONG, highest_first=True)
    if not named:
        return _("Żaden obszar nie osiągnął jeszcze 75 punktów.")
    return _("Mocne strony: %(areas)s.") % {"areas": named}


def _weaknesses(facts: ChartFacts) -> str:
    named = _named(facts, lambda value: value < WEAK, highest_first=False)
    if not named:
        return _("Żaden obszar nie ma mniej niż 50 punktów.")
    return _("Najwięcej do zrobienia: %(areas)s.") % {"areas": named}


def _disagreement(facts: ChartFacts) -> str:
    if not facts.has_sides:
        return ""
    wide = [row for row in facts.rows if _size(row) >= TOLD_GAP]
    if not wide:
        return _("Administracja i organizacje nie różnią się w żadnym wskaźniku o cały poziom.")
    wide.sort(key=lambda row: (-_size(row), row.indicator.position))
    return _("Najbardziej różnimy się w ocenie: %(list)s.") % {
        "list": "; ".join(_gap(row) for row in wide[:MOST_NAMED])
    }


def _size(row: GapRow) -> Fraction:
    return abs(row.disagreement.gap or Fraction(0))


def _gap(row: GapRow) -> str:
    gap = row.disagreement.gap or Fraction(0)
    higher = _("wyżej ocenia administracja") if gap > 0 else _("wyżej oceniają organizacje")
    return _("„%(name)s” (%(higher)s, o %(levels)s)") % {
        "name": row.indicator.label,
        "higher": higher,
        "levels": _number(abs(gap)),
    }


def _left_out(facts: ChartFacts) -> str:
    count = sum(row.agreed is not None and row.agreed.not_applicable for row in facts.rows)
    if not count:
        return ""
    return ngettext(
        "%(count)d wskaźnik uznano za niedotyczący tego urzędu.",
        "%(count)d wskaźników uznano za niedotyczące tego urzędu.",
        count,
    ) % {"count": count}


def _targets(facts: ChartFacts) -> str:
    if not facts.targets:
        return ""
    reached = sum(
        (rounded(facts.index.areas.get(key)) or Decimal(0)) >= value
        for key, value in facts.targets.items()
    )
    return _("Poziom docelowy ustalono dla %(all)d obszarów, z tego %(reached)d już go osiąga.") % {
        "all": len(facts.targets),
        "reached": reached,
    }


def _named(facts: ChartFacts, keep: Callable[[Fraction], bool], *, highest_first: bool) -> str:
    found = [
        (value, area)
        for area in facts.areas
        if (value := facts.index.areas.get(area.key)) is not None and keep(value)
    ]
    sign = -1 if highest_first else 1
    found.sort(key=lambda pair: (sign * pair[0], pair[1].position))
    return "; ".join(
        _("%(area)s (%(points)s)") % {"area": area.label, "points": _number(value)}
        for value, area in found[:MOST_NAMED]
    )


def _number(value: Fraction | None) -> str:
    shown = rounded(value)
    return "–" if shown is None else str(number_format(shown, decimal_pos=1))
