"""Elements of the legislative hierarchy, blocks and lists as units."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from ..tree import Unit, UnitKind
from .dialects import TRANSPARENT, Dialect
from .reading_tables import read_rows
from .reading_text import (
    child,
    elements,
    finish,
    notes_in,
    quotations_in,
    raw_text,
    read_around_quotations,
    read_text,
)
from .vocabulary import EMPTY, NOTES, NUMBER, QUOTATION, number_from_label

_HEADINGS = ("num", "heading", "subheading")
_PARAGRAPHS = ("p", "block", "listIntroduction", "span")
# What only groups blocks, and what holds no text of the act.
_GROUPS = ("intro", "content", "div", "container", "longTitle", "formula", "interstitial")
_IGNORED = (*_HEADINGS, "meta", "toc", "componentRef", "documentRef", "img")


class UnitReader:
    """Reads elements into units by the rules of one dialect."""

    def __init__(self, dialect: Dialect) -> None:
        self.dialect = dialect

    def read_into(
        self, unit: Unit, parent: etree._Element, path: Sequence[UnitKind], *, open_: bool = False
    ) -> None:
        """Everything below ``parent`` into ``unit``; ``path`` holds the kinds around it.

        In an ``open_`` parent, such as the main body of a document, paragraphs are units.
        """
        for name, element in elements(parent):
            self._read_element(unit, name, element, path, open_=open_)

    def labelled(self, kind: UnitKind, element: etree._Element) -> Unit:
        """A unit with the address, number and heading of its element."""
        label = read_text(child(element, "num"))
        headings = (read_text(child(element, name)) for name in ("heading", "subheading"))
        number = element.get(NUMBER, number_from_label(label))
        heading = " ".join(filter(None, headings))
        return Unit(kind, number=number, label=label, heading=heading, eid=_eid(element))

    def read_paragraph(self, unit: Unit, element: etree._Element, *, open_: bool = False) -> None:
        """A paragraph: the unit's own text when it is the first, else a unit below."""
        text, *after = read_around_quotations(element)
        below = self._footnotes(element)
        below += [self._quotation(quotation) for quotation in quotations_in(element)]
        if closing := " ".join(filter(None, after)):
            below.append(Unit(UnitKind.CLOSING, text=closing))
        if not (unit.text or unit.children or self._is_unit(element, open_=open_)):
            unit.text = text
            unit.children.extend(below)
        elif text or below or self.dialect.exact:
            eid = _eid(element) if open_ else ""
            unit.children.append(Unit(UnitKind.TEXT, text=text, eid=eid, children=below))

    def _read_element(
        self,
        unit: Unit,
        name: str,
        element: etree._Element,
        path: Sequence[UnitKind],
        *,
        open_: bool = False,
    ) -> None:
        if name in _IGNORED:
            return
        if name in _PARAGRAPHS:
            self.read_paragraph(unit, element, open_=open_)
        elif name in _GROUPS:
            self.read_into(unit, element, path, open_=open_)
        elif name in TRANSPARENT:
            self._read_list(unit, element, path)
        elif name == "table":
            self._read_table(unit, element)
        elif name in ("wrapUp", "listWrapUp"):
            unit.children.append(self._closing(element))
        elif name == "crossHeading":
            heading = Unit(UnitKind.HEADING, heading=read_text(element), eid=_eid(element))
            unit.children.extend([heading, *self._footnotes(element)])
        elif name == "hcontainer" and element.get("name") in (QUOTATION, NOTES, EMPTY):
            self._read_wrapped(unit, element)
        else:
            self._read_unit(unit, name, element, path)

    def _is_unit(self, element: etree._Element, *, open_: bool) -> bool:
        """In exports of ours the text of the unit itself is the paragraph without address."""
        return open_ and not (self.dialect.exact and element.get("eId") is None)

    def _read_unit(
        self, parent: Unit, name: str, element: etree._Element, path: Sequence[UnitKind]
    ) -> None:
        kind = self.dialect.kind(element, name, path)
        unit = self.labelled(kind, element)
        parent.children.append(unit)
        for part in (child(element, name) for name in _HEADINGS):
            unit.children.extend([] if part is None else self._footnotes(part))
        if name == "li" or not len(element):
            self._read_loose(unit, element, [*path, kind])
        else:
            self.read_into(unit, element, [*path, kind])

    def _read_loose(self, unit: Unit, element: etree._Element, path: Sequence[UnitKind]) -> None:
        """Text right in the element, as in items of HTML lists, then the blocks in it."""
        blocks = [below for name, below in elements(element) if name in ("p", "ul", "ol")]
        unit.text = finish(raw_text(element, blocks), element)
        unit.children.extend(self._footnotes(element, blocks))
        for name, below in elements(element):
            if below in blocks:
                self._read_element(unit, name, below, path)

    def _read_wrapped(self, parent: Unit, element: etree._Element) -> None:
        """Units that stand in a paragraph only because the schema wants it."""
        parent.children.extend(self._footnotes(element))
        parent.children.extend(self._quotation(found) for found in quotations_in(element))

    def _read_list(self, unit: Unit, element: etree._Element, path: Sequence[UnitKind]) -> None:
        titles = (read_text(child(element, name)) for name in _HEADINGS)
        unit.children.extend(Unit(UnitKind.TEXT, text=title) for title in titles if title)
        self.read_into(unit, element, path)

    def _read_table(self, unit: Unit, element: etree._Element) -> None:
        rows = read_rows(element)
        if self.dialect.exact and element.get("eId") is None:
            unit.rows = rows
            return
        table = Unit(UnitKind.TABLE, rows=rows, eid=_eid(element))
        table.text = read_text(child(element, "caption"))
        table.children.extend(self._footnotes(element))
        unit.children.append(table)

    def _quotation(self, element: etree._Element) -> Unit:
        unit = Unit(UnitKind.QUOTED, label=element.get("startQuote", ""), eid=_eid(element))
        self.read_into(unit, element, [], open_=self.dialect.exact)
        return unit

    def _footnotes(
        self, element: etree._Element, skipped: Sequence[etree._Element] = ()
    ) -> list[Unit]:
        notes = []
        for note in notes_in(element, skipped):
            label = note.get("marker", "")
            number = note.get(NUMBER, number_from_label(label))
            text = "\n".join(read_text(below) for _name, below in elements(note))
            notes.append(Unit(UnitKind.FOOTNOTE, number, label, text=text, eid=_eid(note)))
        return notes

    def _closing(self, element: etree._Element) -> Unit:
        """The common part after a list, over several paragraphs in some countries."""
        unit = Unit(UnitKind.CLOSING, eid=_eid(element))
        paragraphs = [below for name, below in elements(element) if name in _PARAGRAPHS]
        texts = []
        for paragraph in paragraphs or [element]:
            label = paragraph.find("{*}inline[@name='label']") if self.dialect.exact else None
            if label is None:
                texts.append(read_text(paragraph))
            else:
                unit.label = read_text(label)
                # One space was put between label and text.
                texts.append(finish(raw_text(paragraph, [label])[1:], paragraph))
            unit.children.extend(self._footnotes(paragraph))
        unit.number = number_from_label(unit.label)
        unit.text = "\n".join(texts)
        return unit


def _eid(element: etree._Element) -> str:
    # Akoma Ntoso 2.0 wrote ``id``.
    return element.get("eId") or element.get("id") or ""
