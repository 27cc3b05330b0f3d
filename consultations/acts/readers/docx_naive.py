"""All words of a DOCX part in the plainest way, for the check that nothing was lost."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from .word_xml import MC, W, is_on, value

_SKIPPED = frozenset([f"{W}del", f"{W}moveFrom", f"{MC}Fallback", f"{W}instrText"])
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_SPACES = frozenset(f"{W}{name}" for name in ("tab", "br", "cr", "tc", "ptab", "txbxContent"))


def naive_text(root: etree._Element, note_numbers: Mapping[str, str]) -> str:
    """The text of a part: inserted text counts, deleted and hidden text does not."""
    pieces: list[str] = []
    _gather(root, note_numbers, pieces)
    return "".join(pieces)


def _gather(root: etree._Element, numbers: Mapping[str, str], pieces: list[str]) -> None:
    for child in root:
        tag = child.tag
        if not isinstance(tag, str) or tag in _SKIPPED:
            continue
        if tag == f"{W}r" and is_on(child.find(f"{W}rPr/{W}vanish")):
            continue
        if tag in (f"{W}t", _MATH_TEXT):
            pieces.append(child.text or "")
        elif tag in _SPACES:
            pieces.append("\n")
        elif tag == f"{W}noBreakHyphen":
            pieces.append("-")
        elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            prefix = "e" if "endnote" in tag else ""
            pieces.append(numbers.get(f"{prefix}{value(child, 'id')}", ""))
        _gather(child, numbers, pieces)
        if tag == f"{W}p" and child.find(f"{W}pPr/{W}rPr/{W}del") is None:
            pieces.append("\n")
