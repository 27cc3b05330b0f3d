"""The text of a DOCX paragraph: runs, fields, tracked changes, notes, text boxes."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from ..parser.numbers import TO_SUPERSCRIPT
from .word_xml import MC, W, is_on, value

_SKIPPED = frozenset(
    f"{W}{name}"
    for name in (
        "del", "moveFrom", "pPr", "rPr", "instrText", "delText", "commentReference",
        "annotationRef", "footnoteRef", "endnoteRef", "sdtPr", "sdtEndPr", "tblPr", "fldChar",
    )
)  # fmt: skip
_TEXT = frozenset([f"{W}t", "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"])
_BREAKS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}ptab": "\t"}
_DASHES = {f"{W}noBreakHyphen": "-", f"{W}softHyphen": "\u00ad"}
_SYMBOLS = {"F0B7": "•", "F02D": "–", "F0A7": "▪"}


@dataclass(slots=True)
class ParagraphText:
    """What a paragraph says, and the text boxes that are anchored in it."""

    pieces: list[str] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    bold_length: int = 0
    length: int = 0

    @property
    def text(self) -> str:
        """The text in one piece."""
        return "".join(self.pieces)

    @property
    def bold(self) -> bool:
        """True when nearly all of the text is bold."""
        return self.length > 0 and self.bold_length >= 0.9 * self.length


def collect(element: etree._Element, style_bold: bool, into: ParagraphText) -> None:
    """Walk a paragraph in reading order; deleted text is left out, inserted text kept."""
    for child in element:
        tag = child.tag
        if not isinstance(tag, str) or tag in _SKIPPED:
            continue
        if tag == f"{W}r":
            _collect_run(child, style_bold, into)
        elif tag == f"{MC}AlternateContent":
            _collect_alternative(child, style_bold, into)
        elif tag == f"{W}txbxContent":
            into.boxes.append(child)
        elif tag in _TEXT:
            _collect_piece(child, style_bold, False, into)
        else:
            collect(child, style_bold, into)


def _collect_alternative(element: etree._Element, style_bold: bool, into: ParagraphText) -> None:
    """A text box is stored twice, for new and for old programs; one copy counts."""
    chosen = element.find(f"{MC}Choice")
    chosen = element.find(f"{MC}Fallback") if chosen is None else chosen
    if chosen is not None:
        collect(chosen, style_bold, into)


def _collect_run(run: etree._Element, style_bold: bool, into: ParagraphText) -> None:
    properties = run.find(f"{W}rPr")
    bold, raised = style_bold, False
    if properties is not None:
        own = properties.find(f"{W}b")
        bold = style_bold if own is None else is_on(own)
        raised = value(properties.find(f"{W}vertAlign")) == "superscript"
        if is_on(properties.find(f"{W}vanish")):
            return
    before = len(into.pieces)
    for child in run:
        _collect_piece(child, style_bold, raised, into)
    added = sum(len(piece.strip()) for piece in into.pieces[before:])
    into.length += added
    into.bold_length += added if bold else 0


def _collect_piece(
    child: etree._Element, style_bold: bool, raised: bool, into: ParagraphText
) -> None:
    tag = child.tag
    if tag in _TEXT:
        text = child.text or ""
        digits = raised and text.strip(" )").isdigit()
        into.pieces.append(text.translate(TO_SUPERSCRIPT) if digits else text)
    elif tag in _BREAKS:
        into.pieces.append(_BREAKS[tag])
    elif tag in _DASHES:
        into.pieces.append(_DASHES[tag])
    elif tag == f"{W}sym":
        into.pieces.append(_SYMBOLS.get((value(child, "char") or "").upper(), ""))
    elif tag == f"{W}footnoteReference":
        into.pieces.append(f"\ue000{value(child, 'id')}\ue001")
    elif tag == f"{W}endnoteReference":
        into.pieces.append(f"\ue000e{value(child, 'id')}\ue001")
    elif isinstance(tag, str) and tag not in _SKIPPED:
        if tag == f"{MC}AlternateContent":
            _collect_alternative(child, style_bold, into)
        else:
            collect(child, style_bold, into)
