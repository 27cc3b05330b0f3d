"""Footnotes and endnotes of a DOCX file, numbered in the order of their references."""

from __future__ import annotations

import re

from lxml import etree

from ..parser.numbers import TO_SUPERSCRIPT
from ..source import Block
from .docx_runs import ParagraphText, collect
from .whitespace import clean
from .word_xml import W, value

# docx_runs leaves this in the text where a reference stands: private characters around the id.
_REFERENCE = re.compile("\ue000(e?-?\\d+)\ue001")


class Notes:
    """The notes of a document and the numbers that their references get."""

    def __init__(self, footnotes: etree._Element | None, endnotes: etree._Element | None) -> None:
        self._elements = self._read(footnotes, "footnote", "") | self._read(
            endnotes, "endnote", "e"
        )
        self.numbers: dict[str, str] = {}

    @staticmethod
    def _read(root: etree._Element | None, tag: str, prefix: str) -> dict[str, etree._Element]:
        if root is None:
            return {}
        return {
            f"{prefix}{value(note, 'id')}": note
            for note in root.iterfind(f"{W}{tag}")
            if value(note, "type") in (None, "normal")
        }

    def mark(self, text: str) -> str:
        """The text with its references as superscripts: "ustawa¹⁾"."""
        return _REFERENCE.sub(self._shown, text)

    def _shown(self, match: re.Match[str]) -> str:
        identifier = match[1]
        if identifier not in self._elements:
            return ""
        number = self.numbers.setdefault(identifier, str(len(self.numbers) + 1))
        return f"{number})".translate(TO_SUPERSCRIPT)

    def blocks(self) -> list[Block]:
        """The texts of the notes that the document refers to."""
        blocks = []
        for identifier, number in list(self.numbers.items()):
            pieces = []
            for paragraph in self._elements[identifier].iter(f"{W}p"):
                collected = ParagraphText()
                collect(paragraph, False, collected)
                pieces.append(clean(self.mark(collected.text)))
            text = " ".join(piece for piece in pieces if piece)
            blocks.append(Block(text=re.sub(rf"^{number}\)\s*", "", text), footnote=number))
        return blocks
