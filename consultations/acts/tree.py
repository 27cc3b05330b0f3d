"""The structured act: what every reader produces and every exporter consumes.

Plain dataclasses without Django, so that parsing can be tested and reused on its own.
Kinds follow the Principles of Legislative Technique (Zasady techniki prawodawczej,
regulation of the Prime Minister of 20 June 2002); addresses follow Akoma Ntoso eIds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum


class UnitKind(StrEnum):
    """Kinds of units; values are stored in the database and never change."""

    # Systematising units.
    PART = "part"  # część
    BOOK = "book"  # księga
    TITLE = "title"  # tytuł
    DIVISION = "division"  # dział
    CHAPTER = "chapter"  # rozdział
    SUBCHAPTER = "subchapter"  # oddział
    # Editorial units.
    ARTICLE = "article"  # art.
    SECTION = "section"  # §
    PARAGRAPH = "paragraph"  # ust.
    POINT = "point"  # pkt
    LETTER = "letter"  # lit.
    INDENT = "indent"  # tiret
    SUBINDENT = "subindent"  # podwójne tiret
    CLOSING = "closing"  # część wspólna wyliczenia (wrap-up)
    # Around the act.
    PREAMBLE = "preamble"
    ANNEX = "annex"  # załącznik
    JUSTIFICATION = "justification"  # uzasadnienie
    # Documents that are not acts, and free text inside annexes and justifications.
    HEADING = "heading"
    TEXT = "text"
    TABLE = "table"
    FOOTNOTE = "footnote"
    # A unit quoted inside an amending provision („otrzymuje brzmienie: „§ 5. …””).
    QUOTED = "quoted"


SYSTEMATIC_KINDS = frozenset({
    UnitKind.PART, UnitKind.BOOK, UnitKind.TITLE, UnitKind.DIVISION, UnitKind.CHAPTER,
    UnitKind.SUBCHAPTER,
})  # fmt: skip
"""Kinds that only gather others; a citation leaves them out."""

HEADING_KINDS = SYSTEMATIC_KINDS | {
    UnitKind.ANNEX, UnitKind.JUSTIFICATION, UnitKind.PREAMBLE, UnitKind.HEADING,
}  # fmt: skip
"""Kinds that stand above others as headings."""


class DocumentKind(StrEnum):
    """What the whole document is."""

    STATUTE = "statute"  # ustawa, kodeks, konstytucja: articles
    RESOLUTION = "resolution"  # uchwała, zarządzenie, rozporządzenie: sections (§)
    PLAN = "plan"  # założenia, strategia, program: headings and numbered paragraphs
    OTHER = "other"  # a contract, a press article...: plain sections


@dataclass(slots=True)
class Unit:
    """One node of the document.

    ``number`` is the designation without its sign or dot ("5", "13a", "2¹", "IV", "b");
    ``label`` is what a reader sees in front of the text ("§ 5.", "Art. 13a.", "2)", "b)", "–").
    ``text`` is the unit's own text (the lead-in when it has children), without the label.
    ``rows`` holds the cells of a TABLE. ``quoted`` holds the structure quoted by an amending unit.
    """

    kind: UnitKind
    number: str = ""
    label: str = ""
    heading: str = ""
    text: str = ""
    eid: str = ""
    children: list[Unit] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)

    def walk(self) -> Iterator[Unit]:
        """This unit and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the official should know; ``code`` is translated by the web layer."""

    code: str
    detail: str = ""


@dataclass(slots=True)
class ParsedDocument:
    """The result of reading one file."""

    kind: DocumentKind
    title: str
    units: list[Unit]
    confidence: float = 1.0  # 0..1, how sure the recognition of ``kind`` is
    signals: list[str] = field(default_factory=list)  # codes of what led to ``kind``
    notices: list[Notice] = field(default_factory=list)
    missing_words: list[str] = field(default_factory=list)  # of the source, absent from units
    added_words: list[str] = field(default_factory=list)  # of the units, absent from the source
    preface: str = ""  # what stands before the first unit: number, date, legal basis

    def walk(self) -> Iterator[Unit]:
        """All units in reading order."""
        for unit in self.units:
            yield from unit.walk()


class UnreadableDocument(Exception):
    """The file cannot be read as text; ``code`` is translated by the web layer.

    Codes: ``wrong_type``, ``not_a_docx``, ``not_a_pdf``, ``scanned_pdf``,
    ``password_protected``, ``empty``, ``too_large``, ``damaged``.
    """

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code if not detail else f"{code}: {detail}")
        self.code = code
        self.detail = detail
