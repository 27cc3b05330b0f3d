"""Addresses of units (eIds) by the Akoma Ntoso naming convention, with Polish names.

``art_5__ust_2__pkt_1``: each step is a unit, a superscript is written after a hyphen
(``art_2-1`` for art. 2¹), and articles and sections leave out the chapters above them where
their number is unique, as lawyers cite them.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from .parser.numbers import SUPERSCRIPTS
from .tree import Unit, UnitKind

PREFIXES: dict[UnitKind, str] = {
    UnitKind.PART: "czesc",
    UnitKind.BOOK: "ksiega",
    UnitKind.TITLE: "tytul",
    UnitKind.DIVISION: "dzial",
    UnitKind.CHAPTER: "rozdz",
    UnitKind.SUBCHAPTER: "oddzial",
    UnitKind.ARTICLE: "art",
    UnitKind.SECTION: "par",
    UnitKind.PARAGRAPH: "ust",
    UnitKind.POINT: "pkt",
    UnitKind.LETTER: "lit",
    UnitKind.INDENT: "tir",
    UnitKind.SUBINDENT: "dtir",
    UnitKind.CLOSING: "wsp",
    UnitKind.PREAMBLE: "preambula",
    UnitKind.ANNEX: "zal",
    UnitKind.JUSTIFICATION: "uzas",
    UnitKind.HEADING: "nagl",
    UnitKind.TEXT: "tekst",
    UnitKind.TABLE: "tab",
    UnitKind.FOOTNOTE: "przyp",
    UnitKind.QUOTED: "cyt",
}
_LONE = (UnitKind.PREAMBLE, UnitKind.JUSTIFICATION, UnitKind.ANNEX)
_SYSTEMATISING = (
    UnitKind.PART, UnitKind.BOOK, UnitKind.TITLE, UnitKind.DIVISION, UnitKind.CHAPTER,
    UnitKind.SUBCHAPTER, UnitKind.HEADING,
)  # fmt: skip
_BASIC = (UnitKind.ARTICLE, UnitKind.SECTION)
_SCOPES = (UnitKind.ANNEX, UnitKind.JUSTIFICATION, UnitKind.QUOTED)
_Numbers = Counter[tuple[UnitKind, str]]
_SUP = re.compile(rf"([{SUPERSCRIPTS}]+)")
_POLISH = str.maketrans("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ", "acelnoszzACELNOSZZ")


def number_slug(number: str) -> str:
    """A number as it stands in an address: "2¹" → "2-1", "3–5" → "3-5", "1.2" → "1-2"."""
    number = number.lower() if len(number) > 4 and number.isalpha() else number
    number = _SUP.sub(r"-\1", number.translate(_POLISH))
    number = unicodedata.normalize("NFKC", number)
    return re.sub(r"[^0-9A-Za-z]+", "-", number).strip("-")


class _Addresser:
    def __init__(self, top: Sequence[Unit]) -> None:
        self.used: set[str] = set()
        self.copies: Counter[str] = Counter()
        self.lone = Counter(unit.kind for unit in top if unit.kind in _LONE)

    def name_scope(self, units: Sequence[Unit], scope: str) -> None:
        """Name the units of the body, of an annex or of a quotation."""
        numbers = Counter((unit.kind, unit.number) for unit in _basic_units(units))
        self._name(units, scope, scope, numbers)

    def _name(self, units: Sequence[Unit], path: str, scope: str, numbers: _Numbers) -> None:
        positions: Counter[UnitKind] = Counter()
        for unit in units:
            positions[unit.kind] += 1
            cited_alone = numbers[(unit.kind, unit.number)] == 1
            prefix = scope if cited_alone else path
            unit.eid = self._unique(prefix + self._step(unit, positions[unit.kind]))
            below = f"{unit.eid}__"
            if unit.kind in _SYSTEMATISING:
                self._name(unit.children, below, scope, numbers)
            elif unit.kind in _SCOPES:
                self.name_scope(unit.children, below)
            else:
                self._name(unit.children, below, scope, Counter())

    def _step(self, unit: Unit, position: int) -> str:
        prefix = PREFIXES[unit.kind]
        slug = number_slug(unit.number)
        if slug and unit.kind is not UnitKind.TEXT:
            return f"{prefix}_{slug}"
        if unit.kind in _LONE and self.lone[unit.kind] == 1:
            return prefix
        return f"{prefix}_{position}"

    def _unique(self, eid: str) -> str:
        candidate = eid
        while candidate in self.used:
            self.copies[eid] += 1
            candidate = f"{eid}-dup{self.copies[eid] + 1}"
        self.used.add(candidate)
        return candidate


def _basic_units(units: Sequence[Unit]) -> Iterator[Unit]:
    for unit in units:
        if unit.kind in _BASIC:
            yield unit
        elif unit.kind in _SYSTEMATISING:
            yield from _basic_units(unit.children)


def assign_eids(units: Sequence[Unit]) -> None:
    """Give every unit of a document an address that is unique in it."""
    _Addresser(units).name_scope(units, "")
