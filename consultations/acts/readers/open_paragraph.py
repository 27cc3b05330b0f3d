"""The paragraph that is being put together from lines.

Its text is joined once, when it is complete: joining at every line would take quadratic time on
a file that is one endless paragraph.
"""

from __future__ import annotations

from ..parser.labels import Label, read_label
from ..parser.phrases import is_signature
from ..source import Block
from .hyphenation import Vocabulary, join
from .lines import Line

_LONGEST_SIGNATURE = 3  # lines


class OpenParagraph:
    """Lines of one paragraph, the last of which may end in half a word."""

    def __init__(self, first: Line, vocabulary: Vocabulary) -> None:
        self.first = first
        self.label: Label | None = read_label(first.text)
        self.line_count = 1
        self.bold = first.bold
        self._vocabulary = vocabulary
        self._complete: list[str] = []
        self._last = first.text

    @property
    def is_bare_label(self) -> bool:
        """True for "§ 1" or "Rozdział 2" on a line of its own, with no text yet."""
        return self.line_count == 1 and self.label is not None and not self.label.rest

    @property
    def is_signature(self) -> bool:
        """True for "Marszałek Województwa", also on two lines."""
        return self.line_count <= _LONGEST_SIGNATURE and is_signature(self.text)

    @property
    def text(self) -> str:
        """The text so far."""
        return " ".join([*self._complete, self._last])

    def add(self, line: Line) -> None:
        """Continue with the next line."""
        joined = join(self._last, line.text, self._vocabulary)
        # What comes before the word at the break is final.
        cut = joined.find(" ", len(self._last) - 1)
        if cut > 0:
            self._complete.append(joined[:cut])
            joined = joined[cut + 1 :]
        self._last = joined
        self.line_count += 1
        self.bold = self.bold and line.bold

    def block(self) -> Block:
        """The finished paragraph."""
        return Block(
            text=self.text,
            bold=self.bold,
            centered=self.first.centered,
            indent=self.first.left - self.first.column_left,
        )
