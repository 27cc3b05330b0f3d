"""Text out of XML: the words of a paragraph, what is noted on them and quoted in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from .text import normal
from .vocabulary import XML_SPACE

_BREAKS = ("br", "eol")
# Neither their words nor what hangs below them belong to the running text.
_APART = ("authorialNote", "del", "meta")
_QUOTATIONS = ("quotedStructure", "embeddedStructure")
_BREAK_MARK, _QUOTATION_MARK = "\v", "\f"  # characters that XML itself cannot contain


def local_name(element: etree._Element) -> str:
    """The name without namespace; empty for comments and processing instructions."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def elements(parent: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """(name, element) of the children that are elements."""
    for child in parent:
        if name := local_name(child):
            yield name, child


def child(parent: etree._Element, *names: str) -> etree._Element | None:
    """The first child of one of these names."""
    return next((element for name, element in elements(parent) if name in names), None)


def read_text(element: etree._Element | None) -> str:
    """All running text of an element, spaces collapsed unless they are to be preserved."""
    return "" if element is None else " ".join(filter(None, read_around_quotations(element)))


def read_around_quotations(element: etree._Element) -> list[str]:
    """The running text, parted where provisions are quoted."""
    return finish("".join(_pieces(element)), element).split(_QUOTATION_MARK)


def finish(raw: str, element: etree._Element) -> str:
    """Raw text as a reader sees it."""
    if element.get(XML_SPACE) == "preserve":
        return raw.replace(_BREAK_MARK, "\n")
    parts = raw.split(_QUOTATION_MARK)
    return _QUOTATION_MARK.join(normal(part) for part in parts)


def raw_text(element: etree._Element, skipped: Sequence[etree._Element] = ()) -> str:
    """Running text with marks for breaks; pass it on to :func:`finish`."""
    return "".join(_pieces(element, skipped))


def notes_in(
    element: etree._Element, skipped: Sequence[etree._Element] = ()
) -> list[etree._Element]:
    """Footnotes of the running text, without those inside quoted provisions."""
    return _found(element, ("authorialNote",), (*_QUOTATIONS, "authorialNote"), skipped)


def quotations_in(element: etree._Element) -> list[etree._Element]:
    """Quoted provisions, the outermost only."""
    return _found(element, _QUOTATIONS, (*_QUOTATIONS, "authorialNote"))


def _found(
    element: etree._Element,
    wanted: Sequence[str],
    closed: Sequence[str],
    skipped: Sequence[etree._Element] = (),
) -> list[etree._Element]:
    found: list[etree._Element] = []
    for name, below in elements(element):
        if name in wanted:
            found.append(below)
        if name not in closed and below not in skipped:
            found.extend(_found(below, wanted, closed))
    return found


def _pieces(element: etree._Element, skipped: Sequence[etree._Element] = ()) -> Iterator[str]:
    yield element.text or ""
    for below in element:
        name = local_name(below)
        if name in _BREAKS:
            yield _BREAK_MARK
        elif name in _QUOTATIONS:
            yield _QUOTATION_MARK
        elif name and name not in _APART and below not in skipped:
            yield below.get("startQuote", "")
            yield from _pieces(below)
            yield below.get("endQuote", "")
        yield below.tail or ""
