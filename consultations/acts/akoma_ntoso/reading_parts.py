"""The parts of a document around its body: front, preamble, conclusions, attachments."""

from __future__ import annotations

from lxml import etree

from ..tree import Unit, UnitKind
from .dialects import Dialect
from .reading_text import child, elements, read_text
from .reading_units import UnitReader

_DOCUMENTS = ("act", "bill", "doc", "statement")
_TITLES = ("docTitle", "shortTitle", "longTitle")
_JUSTIFYING = ("justification", "memorandum", "explanatory")


class PartReader:
    """Reads whole documents and the documents attached to them."""

    def __init__(self, dialect: Dialect) -> None:
        self.dialect = dialect
        self.reader = UnitReader(dialect)

    def units(self, document: etree._Element) -> list[Unit]:
        """All units of a document, its attachments last."""
        preamble = self._part(document, "preamble")
        for unit in preamble:
            unit.kind = UnitKind.PREAMBLE if unit.kind is UnitKind.TEXT else unit.kind
        body = self._part(document, "body", "mainBody")
        conclusions = self._part(document, "conclusions")
        return [*preamble, *body, *conclusions, *self.attached(document)]

    def front(self, document: etree._Element) -> tuple[str, str]:
        """(title, what else stands before the text)."""
        found = (document.find(f"{{*}}preface//{{*}}{name}") for name in _TITLES)
        title = next(filter(None, map(read_text, found)), "")
        if self.dialect.exact:
            preface = child(document, "preface")
            paragraphs = [] if preface is None else [p for _name, p in elements(preface)]
            plain = [p for p in paragraphs if child(p, "docTitle") is None]
            return title, "\n".join(map(read_text, plain))
        lines = [_line(unit) for unit in self._part(document, "coverPage")]
        lines += [_line(unit) for unit in self._part(document, "preface")]
        preface_text = "\n".join(line for line in lines if line not in ("", title))
        return title or _alias(document), preface_text

    def attached(self, document: etree._Element) -> list[Unit]:
        """Annexes, schedules and justifications."""
        units = []
        for group in ("attachments", "components"):
            container = child(document, group)
            parts = [] if container is None else elements(container)
            units += [self._attachment(element) for _name, element in parts]
        return units

    def _part(self, document: etree._Element, *names: str) -> list[Unit]:
        root = Unit(UnitKind.TEXT)
        element = child(document, *names)
        if element is not None:
            self.reader.read_into(root, element, [], open_=True)
        return [Unit(UnitKind.TEXT, text=root.text), *root.children] if root.text else root.children

    def _attachment(self, element: etree._Element) -> Unit:
        document = child(element, *_DOCUMENTS)
        name = "" if document is None else document.get("name", "").casefold()
        justifies = name.startswith(_JUSTIFYING)
        kind = UnitKind.JUSTIFICATION if justifies else UnitKind.ANNEX
        unit = self.reader.labelled(kind, element)
        if document is None:
            self.reader.read_into(unit, element, [])
        elif self.dialect.exact:
            self._read_attached(unit, document)
        else:
            title, unit.text = self.front(document)
            unit.heading = unit.heading or title
            unit.children = self.units(document)
        return unit

    def _read_attached(self, unit: Unit, document: etree._Element) -> None:
        """In exports of ours the text of an annex itself is its preface."""
        text = document.find("{*}preface/{*}p")
        if text is not None:
            self.reader.read_paragraph(unit, text)
        body = child(document, "mainBody")
        if body is not None:
            self.reader.read_into(unit, body, [], open_=True)


def _line(unit: Unit) -> str:
    """The words of a block in front of the text, on one line."""
    words = [part for below in unit.walk() for part in (below.label, below.heading, below.text)]
    return " ".join(filter(None, words))


def _alias(document: etree._Element) -> str:
    alias = document.find("{*}meta/{*}identification/{*}FRBRWork/{*}FRBRalias")
    return "" if alias is None else alias.get("value", "")
