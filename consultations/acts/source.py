"""What a reader hands to the parser: paragraphs with the hints that their layout gives.

Every format is brought to the same list of blocks, so that the parser knows one language
only. Whatever a reader leaves out on purpose (running headers, page numbers) is kept in
``removed``, so that the completeness check can tell loss from intent.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from .tree import Notice


@dataclass(slots=True)
class Block:
    """One paragraph, table or footnote.

    ``label`` holds a number that the word processor generates, as the reader of the document
    sees it; a number typed by hand stays in ``text``.
    """

    text: str = ""
    label: str = ""
    heading_level: int = 0  # 1..9 for heading styles, 0 for body text
    list_level: int = -1  # depth of the automatic list, -1 outside lists
    list_id: str = ""  # which automatic list; lists of one id continue each other
    indent: float | None = None  # left edge of the text, in points or characters
    bold: bool = False
    centered: bool = False
    is_title: bool = False  # the style "Title"
    rows: list[list[str]] = field(default_factory=list)
    footnote: str = ""  # the mark, when the block is the text of a footnote
    quoted: list[Block] = field(default_factory=list)  # provisions quoted after the text

    @property
    def full_text(self) -> str:
        """The paragraph as printed: generated number, then text."""
        return f"{self.label} {self.text}".strip() if self.label else self.text

    @property
    def is_table(self) -> bool:
        """True for a table; its cells are in ``rows``."""
        return bool(self.rows)

    @property
    def emphasised(self) -> bool:
        """True when the layout itself says that this is a heading."""
        return bool(self.heading_level or self.bold or self.centered or self.is_title)


@dataclass(slots=True)
class Source:
    """A whole document as its reader saw it."""

    blocks: list[Block]
    raw_text: str  # every word of the file, extracted without any interpretation
    removed: list[str] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
