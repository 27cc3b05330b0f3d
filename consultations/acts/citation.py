"""How a unit is cited in Polish: "§ 5 ust. 2 pkt 1 lit. a tiret drugie".

The order and abbreviations follow § 61 of the Principles of Legislative Technique.
"""

from __future__ import annotations

from collections.abc import Sequence

from consultations.acts.tree import Unit, UnitKind

SIGNS = {
    UnitKind.ARTICLE: "art.",
    UnitKind.SECTION: "§",
    UnitKind.PARAGRAPH: "ust.",
    UnitKind.POINT: "pkt",
    UnitKind.LETTER: "lit.",
}

SYSTEMATIC_NAMES = {
    UnitKind.PART: "część",
    UnitKind.BOOK: "księga",
    UnitKind.TITLE: "tytuł",
    UnitKind.DIVISION: "dział",
    UnitKind.CHAPTER: "rozdział",
    UnitKind.SUBCHAPTER: "oddział",
}

ORDINALS = (
    "pierwsze",
    "drugie",
    "trzecie",
    "czwarte",
    "piąte",
    "szóste",
    "siódme",
    "ósme",
    "dziewiąte",
    "dziesiąte",
    "jedenaste",
    "dwunaste",
    "trzynaste",
    "czternaste",
    "piętnaste",
    "szesnaste",
    "siedemnaste",
    "osiemnaste",
    "dziewiętnaste",
    "dwudzieste",
)

_SPOKEN_NAMES = {
    UnitKind.PREAMBLE: "preambuła",
    UnitKind.JUSTIFICATION: "uzasadnienie",
    UnitKind.CLOSING: "część wspólna",
    UnitKind.TABLE: "tabela",
    UnitKind.FOOTNOTE: "przypis",
    UnitKind.QUOTED: "w cytowanym brzmieniu",
    UnitKind.TEXT: "akapit",
}

_LONGEST_HEADING = 60


def cite(path: Sequence[Unit]) -> str:
    """Citation of the last unit of ``path``, which leads to it from the root.

    Systematising units (chapters, titles) are left out where a section or article below them
    identifies the unit alone, as lawyers do.
    """
    steps = _relevant(path)
    return " ".join(_step(unit, path) for unit in steps).strip()


def _relevant(path: Sequence[Unit]) -> list[Unit]:
    """The part of the path that a citation names."""
    units = list(path)
    below_annex = max((i for i, u in enumerate(units) if u.kind == UnitKind.ANNEX), default=-1)
    head = units[below_annex : below_annex + 1] if below_annex >= 0 else []
    tail = units[below_annex + 1 :]
    basic = next(
        (i for i, u in enumerate(tail) if u.kind in (UnitKind.ARTICLE, UnitKind.SECTION)), None
    )
    if basic is not None:
        return head + tail[basic:]
    return head + tail


def _step(unit: Unit, path: Sequence[Unit]) -> str:
    if unit.kind in SIGNS and unit.number:
        return f"{SIGNS[unit.kind]} {unit.number}"
    if unit.kind in SYSTEMATIC_NAMES:
        return f"{SYSTEMATIC_NAMES[unit.kind]} {unit.number}".strip()
    if unit.kind in (UnitKind.INDENT, UnitKind.SUBINDENT):
        return f"{'podwójne tiret' if unit.kind == UnitKind.SUBINDENT else 'tiret'} " + _ordinal(
            unit, path
        )
    if unit.kind == UnitKind.ANNEX:
        return f"załącznik nr {unit.number}," if unit.number else "załącznik,"
    if unit.kind == UnitKind.HEADING:
        return _shortened(f"{unit.label} {unit.heading or unit.text}".strip())
    name = _SPOKEN_NAMES.get(unit.kind, "")
    return f"{name} {unit.number}".strip()


def _ordinal(unit: Unit, path: Sequence[Unit]) -> str:
    """Indents carry no number; their place among siblings is said in words."""
    parent = path[path.index(unit) - 1] if path.index(unit) else None
    siblings = [u for u in parent.children if u.kind == unit.kind] if parent else [unit]
    place = next(index for index, sibling in enumerate(siblings) if sibling is unit)
    return ORDINALS[place] if place < len(ORDINALS) else str(place + 1)


def _shortened(text: str) -> str:
    if len(text) <= _LONGEST_HEADING:
        return text
    return text[:_LONGEST_HEADING].rsplit(" ", 1)[0] + "…"
