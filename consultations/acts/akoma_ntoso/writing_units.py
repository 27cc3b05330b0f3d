"""Units as elements of the legislative hierarchy.

Whatever Akoma Ntoso has an element for gets it; the rest is an ``hcontainer`` whose name says
what it is. Leading footnotes stand in the text they belong to, a common part after a list is
its ``wrapUp``, quoted provisions are ``mod`` with ``quotedStructure``.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from lxml import etree

from ..tree import Unit, UnitKind
from .text import clean, write_text
from .vocabulary import ELEMENTS, NOTES, NUMBER, QUOTATION, akn, number_from_label


def write_units(parent: etree._Element, units: Sequence[Unit], *, open_: bool = False) -> None:
    """Append units; an ``open_`` parent takes paragraphs and tables as they are."""
    for unit in units:
        if open_ and unit.kind is UnitKind.TEXT and _is_bare(unit) and not unit.rows:
            write_paragraph(parent, unit.text, unit.children, eid=unit.eid)
        elif open_ and unit.kind is UnitKind.TABLE and _is_bare_table(unit):
            write_table(parent, unit.rows, eid=unit.eid)
        else:
            _write_unit(parent, unit)


def write_labelled(element: etree._Element, unit: Unit) -> None:
    """Address, number and heading of a unit."""
    element.set("eId", unit.eid)
    if number_from_label(unit.label) != unit.number:
        element.set(NUMBER, clean(unit.number))
    for name, text in (("num", unit.label), ("heading", unit.heading)):
        if text:
            write_text(etree.SubElement(element, akn(name)), text)


def write_paragraph(
    parent: etree._Element, text: str, notes: Sequence[Unit] = (), *, eid: str = ""
) -> etree._Element:
    """A ``p`` with the footnotes that belong to it."""
    paragraph = etree.SubElement(parent, akn("p"))
    if eid:
        paragraph.set("eId", eid)
    write_text(paragraph, text)
    _write_notes(paragraph, notes)
    return paragraph


def write_table(parent: etree._Element, rows: Sequence[Sequence[str]], *, eid: str = "") -> None:
    """A table; rows without cells cannot be said in Akoma Ntoso and are left out."""
    table = etree.SubElement(parent, akn("table"))
    if eid:
        table.set("eId", eid)
    for row in filter(None, rows):
        line = etree.SubElement(table, akn("tr"))
        for cell in row:
            write_paragraph(etree.SubElement(line, akn("td")), cell)


def split_notes(unit: Unit) -> tuple[list[Unit], list[Unit]]:
    """(footnotes of the unit's own text, the other children)."""
    notes = list(takewhile(_is_bare_note, unit.children))
    return notes, unit.children[len(notes) :]


def is_bare_paragraph(unit: Unit) -> bool:
    """Whether a unit is nothing but its text and the footnotes to it."""
    return _is_bare(unit) and not unit.rows


def _write_unit(parent: etree._Element, unit: Unit) -> None:
    if unit.kind is UnitKind.QUOTED and _is_bare_quotation(unit):
        paragraph = _wrapped_paragraph(parent, QUOTATION)
        _write_quotation(etree.SubElement(paragraph, akn("mod")), unit)
        return
    if _is_bare_note(unit):
        _write_notes(_wrapped_paragraph(parent, NOTES), [unit])
        return
    element = etree.SubElement(parent, akn(ELEMENTS.get(unit.kind, "hcontainer")))
    write_labelled(element, unit)
    if unit.kind not in ELEMENTS:
        element.set("name", unit.kind.value)
    notes, children = split_notes(unit)
    if not children:
        _write_own(etree.SubElement(element, akn("content")), unit, notes)
    elif all(child.kind is UnitKind.QUOTED and _is_bare_quotation(child) for child in children):
        _write_amending(element, unit, notes, children)
    else:
        _write_with_children(element, unit, notes, children)


def _wrapped_paragraph(parent: etree._Element, name: str) -> etree._Element:
    """A paragraph where the schema allows only hierarchy."""
    container = etree.SubElement(parent, akn("hcontainer"), name=name)
    return etree.SubElement(etree.SubElement(container, akn("content")), akn("p"))


def _write_own(parent: etree._Element, unit: Unit, notes: Sequence[Unit]) -> None:
    """The unit's own text and table."""
    if unit.text or notes or not any(unit.rows):
        write_paragraph(parent, unit.text, notes)
    if any(unit.rows):
        write_table(parent, unit.rows)


def _write_with_children(
    element: etree._Element, unit: Unit, notes: Sequence[Unit], children: Sequence[Unit]
) -> None:
    if unit.text or notes or any(unit.rows):
        _write_own(etree.SubElement(element, akn("intro")), unit, notes)
    *body, last = children
    if body and last.kind is UnitKind.CLOSING and _is_closing(last):
        write_units(element, body)
        _write_closing(element, last)
    else:
        write_units(element, children)


def _write_closing(parent: etree._Element, unit: Unit) -> None:
    wrap_up = etree.SubElement(parent, akn("wrapUp"), eId=unit.eid)
    paragraph = etree.SubElement(wrap_up, akn("p"))
    if unit.label:
        write_text(etree.SubElement(paragraph, akn("inline"), name="label"), unit.label)
        paragraph[-1].tail = " "
    write_text(paragraph, unit.text)
    _write_notes(paragraph, unit.children)


def _write_amending(
    element: etree._Element, unit: Unit, notes: Sequence[Unit], quotations: Sequence[Unit]
) -> None:
    """An amending provision: its text introduces the provisions that it quotes."""
    content = etree.SubElement(element, akn("content"))
    paragraph = etree.SubElement(content, akn("p"))
    modification = etree.SubElement(paragraph, akn("mod"))
    write_text(modification, unit.text, paragraph=paragraph)
    _write_notes(modification, notes)
    for quotation in quotations:
        _write_quotation(modification, quotation)
    if any(unit.rows):
        write_table(content, unit.rows)


def _write_quotation(parent: etree._Element, unit: Unit) -> None:
    element = etree.SubElement(parent, akn("quotedStructure"), eId=unit.eid)
    if unit.label:
        element.set("startQuote", clean(unit.label))
    notes, children = split_notes(unit)
    if unit.text or notes or not (children or any(unit.rows)):
        write_paragraph(element, unit.text, notes)
    if any(unit.rows):
        write_table(element, unit.rows)
    write_units(element, children, open_=True)


def _write_notes(parent: etree._Element, notes: Sequence[Unit]) -> None:
    for note in notes:
        element = etree.SubElement(parent, akn("authorialNote"), eId=note.eid, placement="bottom")
        if note.label:
            element.set("marker", clean(note.label))
        if number_from_label(note.label) != note.number:
            element.set(NUMBER, clean(note.number))
        write_paragraph(element, note.text)


def _is_bare(unit: Unit) -> bool:
    """No label, number or heading, and nothing below but footnotes."""
    named = unit.label or unit.number or unit.heading
    return not named and all(map(_is_bare_note, unit.children))


def _is_bare_table(unit: Unit) -> bool:
    return _is_bare(unit) and any(unit.rows) and not (unit.text or unit.children)


def _is_bare_note(unit: Unit) -> bool:
    return unit.kind is UnitKind.FOOTNOTE and not (unit.heading or unit.rows or unit.children)


def _is_bare_quotation(unit: Unit) -> bool:
    return not (unit.number or unit.heading)


def _is_closing(unit: Unit) -> bool:
    """Whether a common part can be a ``wrapUp``, which has neither number nor heading."""
    numbered = number_from_label(unit.label) != unit.number
    plain = not (numbered or unit.heading or unit.rows)
    return plain and all(map(_is_bare_note, unit.children))
