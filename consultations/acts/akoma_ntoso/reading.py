"""Akoma Ntoso as a structured document: our own exports exactly, other acts by their sense."""

from __future__ import annotations

import re

from lxml import etree

from ..readers.package import parse_xml
from ..tree import DocumentKind, ParsedDocument, UnreadableDocument
from .completing import complete_eids
from .dialects import Dialect, ForeignDialect, PortalDialect
from .reading_parts import PartReader
from .reading_text import child, local_name
from .vocabulary import PROFILE

DEFAULT_LIMIT = 20 * 1024 * 1024
# Real acts stay under 40; reading goes down by recursion.
_DEEPEST = 100
_ROOT = re.compile(rb"<(?:[\w-]+:)?akomaNtoso[\s>]")
_DOCUMENTS = ("act", "bill", "doc", "statement")


def is_akoma_ntoso(data: bytes) -> bool:
    """Whether a file begins like an Akoma Ntoso document."""
    return bool(_ROOT.search(data[:8192]))


def from_akoma_ntoso(xml: bytes, *, max_bytes: int = DEFAULT_LIMIT) -> ParsedDocument:
    """The structured document, or :class:`UnreadableDocument` with the reason."""
    if len(xml) > max_bytes:
        raise UnreadableDocument("too_large")
    if not xml.strip():
        raise UnreadableDocument("empty")
    root = parse_xml(xml, "akoma ntoso")
    element = child(root, *_DOCUMENTS) if local_name(root) == "akomaNtoso" else None
    if element is None or child(element, "body", "mainBody") is None:
        raise UnreadableDocument("wrong_type")
    if _depth(root) > _DEEPEST:
        raise UnreadableDocument("damaged", "nested too deeply")
    return _read(root, element)


def _depth(root: etree._Element) -> int:
    depth = deepest = 0
    for event, _element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _read(root: etree._Element, element: etree._Element) -> ParsedDocument:
    kind = _portal_kind(element)
    dialect: Dialect = ForeignDialect() if kind is None else PortalDialect()
    parts = PartReader(dialect)
    units = parts.units(element)
    # Some countries keep schedules beside the document instead of in it.
    units += parts.attached(root)
    title, preface = parts.front(element)
    if kind is None:
        structured = any(unit.children for unit in units)
        kind = _foreign_kind(local_name(element), structured=structured)
    complete_eids(units)
    return ParsedDocument(kind, title, units, signals=["akoma_ntoso"], preface=preface)


def _portal_kind(element: etree._Element) -> DocumentKind | None:
    """The kind that an export of ours names."""
    profile = element.find(f"{{*}}meta/{{*}}proprietary/{PROFILE}")
    value = None if profile is None else profile.get("kind")
    return DocumentKind(value) if value in set(DocumentKind) else None


def _foreign_kind(name: str, *, structured: bool) -> DocumentKind:
    if name in ("act", "bill"):
        return DocumentKind.STATUTE
    return DocumentKind.PLAN if structured else DocumentKind.OTHER
