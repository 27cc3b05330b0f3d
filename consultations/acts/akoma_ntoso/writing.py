"""A structured document as Akoma Ntoso."""

from __future__ import annotations

import copy
import re
from collections.abc import Sequence
from itertools import dropwhile, takewhile

from lxml import etree

from ..addresses import assign_eids
from ..tree import ParsedDocument, Unit, UnitKind
from .metadata import ActMetadata, build_meta
from .text import write_text
from .vocabulary import AKN, DOCUMENT_ELEMENTS, EMPTY, PORTAL, akn
from .writing_units import (
    is_bare_paragraph,
    split_notes,
    write_labelled,
    write_paragraph,
    write_table,
    write_units,
)

_ATTACHED = (UnitKind.ANNEX, UnitKind.JUSTIFICATION)
_EID = re.compile(r"\S+")


def to_akoma_ntoso(document: ParsedDocument, meta: ActMetadata) -> bytes:
    """The document as Akoma Ntoso 3.0 XML, valid against the OASIS schema.

    Units must carry unique addresses; when some do not, all get new ones.
    """
    units = _addressed(document.units)
    preamble, body, attached = _divided(units)
    root = etree.Element(akn("akomaNtoso"), nsmap={None: AKN, "portal": PORTAL})
    element = etree.SubElement(root, akn(DOCUMENT_ELEMENTS[document.kind]))
    element.set("name", document.kind.value)
    element.append(build_meta(document.kind, document.title, meta))
    _write_preface(element, document)
    _write_preamble(element, preamble)
    _write_body(element, body)
    _write_attachments(element, attached, document, meta)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _addressed(units: Sequence[Unit]) -> list[Unit]:
    eids = [unit.eid for top in units for unit in top.walk()]
    if len(set(eids)) == len(eids) and all(map(_EID.fullmatch, eids)):
        return list(units)
    copied = copy.deepcopy(list(units))
    assign_eids(copied)
    return copied


def _divided(units: Sequence[Unit]) -> tuple[list[Unit], list[Unit], list[Unit]]:
    """(preamble, body, attachments): plain leading preambles and all trailing annexes."""
    preamble = list(takewhile(_is_plain_preamble, units))
    rest = units[len(preamble) :]
    body = list(dropwhile(lambda unit: unit.kind in _ATTACHED, reversed(rest)))[::-1]
    return preamble, body, list(rest[len(body) :])


def _is_plain_preamble(unit: Unit) -> bool:
    return unit.kind is UnitKind.PREAMBLE and is_bare_paragraph(unit)


def _write_preface(parent: etree._Element, document: ParsedDocument) -> None:
    if not (document.title or document.preface):
        return
    preface = etree.SubElement(parent, akn("preface"))
    if document.title:
        paragraph = etree.SubElement(preface, akn("p"))
        write_text(etree.SubElement(paragraph, akn("docTitle")), document.title)
    if document.preface:
        write_paragraph(preface, document.preface)


def _write_preamble(parent: etree._Element, units: Sequence[Unit]) -> None:
    if units:
        preamble = etree.SubElement(parent, akn("preamble"))
        for unit in units:
            write_paragraph(preamble, unit.text, unit.children, eid=unit.eid)


def _write_body(parent: etree._Element, units: Sequence[Unit]) -> None:
    is_bill = parent.tag == akn("bill")
    body = etree.SubElement(parent, akn("body" if is_bill else "mainBody"))
    write_units(body, units, open_=not is_bill)
    if not units:
        # The schema wants something in a body.
        container = etree.SubElement(body, akn("hcontainer"), name=EMPTY)
        write_paragraph(etree.SubElement(container, akn("content")), "")


def _write_attachments(
    parent: etree._Element, units: Sequence[Unit], document: ParsedDocument, meta: ActMetadata
) -> None:
    if not units:
        return
    attachments = etree.SubElement(parent, akn("attachments"))
    for place, unit in enumerate(units, start=1):
        attachment = etree.SubElement(attachments, akn("attachment"))
        write_labelled(attachment, unit)
        element = etree.SubElement(attachment, akn("doc"), name=unit.kind.value)
        title = unit.heading or unit.label
        element.append(build_meta(document.kind, title, meta, f"{unit.kind.value}_{place}"))
        _write_attached(element, unit)


def _write_attached(element: etree._Element, unit: Unit) -> None:
    """What an annex says of itself is the preface of its document."""
    notes, children = split_notes(unit)
    if unit.text or notes:
        write_paragraph(etree.SubElement(element, akn("preface")), unit.text, notes)
    body = etree.SubElement(element, akn("mainBody"))
    if any(unit.rows):
        write_table(body, unit.rows)
    write_units(body, children, open_=True)
    if not len(body):
        container = etree.SubElement(body, akn("hcontainer"), name=EMPTY)
        write_paragraph(etree.SubElement(container, akn("content")), "")
