"""Text in XML: what may stand there, and how line breaks and spaces survive."""

from __future__ import annotations

import re

from lxml import etree

from .vocabulary import XML_SPACE, akn

_FORBIDDEN = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACES = re.compile(r"[ \t\r\n]+")
_AROUND_BREAK = re.compile(r" ?\v ?")


def clean(text: str) -> str:
    """Without the control characters that XML cannot carry."""
    return _FORBIDDEN.sub("", text)


def normal(text: str) -> str:
    """Spaces collapsed as XML readers do; ``\\v`` stands for a line break and becomes one.

    No-break spaces are kept: they are meant.
    """
    collapsed = _SPACES.sub(" ", text).strip(" ")
    return _AROUND_BREAK.sub("\n", collapsed)


def needs_preserving(text: str) -> bool:
    """Whether reading with collapsed spaces would change the text."""
    return normal(text.replace("\n", "\v")) != text


def write_text(
    element: etree._Element, text: str, *, paragraph: etree._Element | None = None
) -> None:
    """Append text to an element, line breaks as ``br``.

    Whether spaces are to be kept is said on the ``paragraph`` when the element is part of one.
    """
    first, *rest = clean(text).split("\n")
    if needs_preserving(clean(text)):
        holder = element if paragraph is None else paragraph
        holder.set(XML_SPACE, "preserve")
    _append(element, first)
    for line in rest:
        etree.SubElement(element, akn("br")).tail = line


def _append(element: etree._Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text
