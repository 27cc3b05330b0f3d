"""Physical lines to paragraphs: where a line continues the one above and where it does not.

A line that looks like a label may be the middle of a sentence ("... w art.\\n5. Jeżeli ...").
It is taken as a label only if the sentence above may have ended and the number may come next.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ..parser.labels import (
    BASIC,
    SYSTEMATISING,
    Label,
    dotted_letter,
    labels_of_line,
    outline_label,
    read_label,
)
from ..parser.numbers import follows, is_first, letter_follows
from ..parser.phrases import (
    annex_label,
    ends_open,
    ends_sentence,
    ends_with_conjunction,
    is_act_head,
    is_capitals,
    is_justification,
    is_legal_basis,
    is_repealed,
    is_signature,
    starts_as_common_part,
    starts_with_connective,
)
from ..parser.quotes import QuoteTracker, opening_quote
from ..source import Block
from ..tree import UnitKind
from .hyphenation import Vocabulary
from .lines import Line, ended_early
from .open_paragraph import OpenParagraph

_RANKS = {
    UnitKind.ARTICLE: 1, UnitKind.SECTION: 2, UnitKind.PARAGRAPH: 3, UnitKind.POINT: 4,
    UnitKind.LETTER: 5, UnitKind.INDENT: 6, UnitKind.SUBINDENT: 7,
}  # fmt: skip
_LIST_KINDS = (UnitKind.POINT, UnitKind.LETTER)
_DATED = re.compile(r"^z dnia\b.{5,60}\br\.$|^z dnia\s[.…_]", re.IGNORECASE)
_STANDING_ALONE = frozenset(SYSTEMATISING.values())


class Paragraphs:
    """Collects lines into blocks, remembering which numbers have been seen."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.blocks: list[Block] = []
        self.current: OpenParagraph | None = None
        self.below_bare_basic = False
        self.last_line = Line("")
        self.last_numbers: dict[UnitKind, str] = {}
        self.last_outline = ""
        self.last_dotted = ""
        self.quotes = QuoteTracker()
        self.in_front = True  # before the first unit: each line of the title stands alone

    def add(self, line: Line) -> None:
        """Append the line to the current paragraph or open a new one with it."""
        if self.current is None or self._starts_paragraph(line, self.current):
            self._open(line)
        else:
            self.current.add(line)
        self.quotes.read(line.text)
        self.last_line = line

    def add_table(self, line: Line) -> None:
        """Append a table; rows that go on over a page break join the table above."""
        self.close()
        last = self.blocks[-1] if self.blocks else None
        width = max(len(row) for row in line.rows)
        if last and last.is_table and max(len(row) for row in last.rows) == width:
            last.rows.extend(line.rows)
        else:
            self.blocks.append(Block(rows=line.rows))

    def close(self) -> None:
        """Finish the current paragraph."""
        if self.current:
            self.blocks.append(self.current.block())
        self.current = None
        self.below_bare_basic = False

    def _open(self, line: Line) -> None:
        above = self.current
        label = above.label if above and above.is_bare_label else None
        basic = label is not None and label.kind in BASIC
        self.close()
        self.below_bare_basic = basic
        if not self.quotes.open:
            for label in labels_of_line(line.text):
                self._remember(label)
        self.current = OpenParagraph(line, self.vocabulary)

    def _remember(self, label: Label) -> None:
        if label.kind in _STANDING_ALONE or label.kind in BASIC:
            self.in_front = False
        rank = _RANKS.get(label.kind, 0)
        for kind in [kind for kind in self.last_numbers if _RANKS[kind] > rank]:
            del self.last_numbers[kind]
        if rank:
            self.last_numbers[label.kind] = label.number

    def _starts_paragraph(self, line: Line, above: OpenParagraph) -> bool:
        before = self.last_line
        stripped = line.text[1:].lstrip() if opening_quote(line.text) else line.text
        if label := read_label(stripped):
            return self._label_is_real(label, line, before, stripped is not line.text)
        if (
            self._opens_dotted_letter(line, before)
            or self._opens_outline(line, before)
            or self._ends_heading(line, above)
        ):
            return True
        if self.in_front and (_DATED.match(line.text) or _DATED.match(before.text)):
            return True
        if line.text.startswith(("„", '"', "“")) and before.text.endswith(":"):
            return True
        return self._stands_apart(line, above) or self._ends_here(line, above)

    def _stands_apart(self, line: Line, above: OpenParagraph) -> bool:
        text, before = line.text, self.last_line
        if annex_label(text) or is_justification(text) or is_legal_basis(text):
            return not ends_open(before.text) and text[0].isupper()
        if is_capitals(text) or is_capitals(before.text) or is_act_head(text):
            return self._capitals_break(line, before)
        if not is_signature(text):
            return False
        after_sentence = ends_sentence(before.text) and ended_early(before, line)
        return after_sentence or above.is_signature

    def _opens_dotted_letter(self, line: Line, before: Line) -> bool:
        """ "a. ..." after a colon, "b. ..." after the item before it."""
        label = dotted_letter(line.text)
        if label is None or not (ends_sentence(before.text) or before.text.endswith(",")):
            return False
        due = label.number == "a" and before.text.endswith(":")
        if not due and self.last_dotted:
            due = letter_follows(self.last_dotted, label.number)
        self.last_dotted = label.number if due else self.last_dotted
        return due

    def _opens_outline(self, line: Line, before: Line) -> bool:
        """ "II. Cele programu", "1.2. Metoda": headings of documents that are not acts."""
        outline = outline_label(line.text)
        if outline is None or ends_open(before.text) or before.text.endswith(("-", ",")):
            return False
        number = outline[0].number
        if not number[0].isdigit() and not (is_first(number) or follows(self.last_outline, number)):
            return False
        apart = line.gap_before or ends_sentence(before.text) or ended_early(before, line)
        if apart and not number[0].isdigit():
            self.last_outline = number
        return apart

    def _ends_heading(self, line: Line, above: OpenParagraph) -> bool:
        """True below a label that stands alone, and below a heading of one short line."""
        label, before = above.label, self.last_line
        if label and above.is_bare_label:
            return label.kind in _STANDING_ALONE or label.kind in BASIC
        if above.line_count > 1 or ends_sentence(before.text) or not line.text[0].isupper():
            return False
        short = before.right - before.left < 0.6 * (before.column_right - before.column_left)
        headed = (
            self.below_bare_basic
            or (label and label.kind is UnitKind.PARAGRAPH)
            or outline_label(before.text)
        )
        return bool(headed) and short and ended_early(before, line)

    @staticmethod
    def _capitals_break(line: Line, before: Line) -> bool:
        both = is_capitals(line.text) and is_capitals(before.text)
        if not both:
            return is_capitals(line.text) or not before.text.endswith("-")
        if line.gap_before:
            return True
        if starts_with_connective(line.text) or before.text.endswith((",", "-")):
            return False
        return ended_early(before, line)

    def _ends_here(self, line: Line, above: OpenParagraph) -> bool:
        before = self.last_line
        lower = line.text[0].islower()
        if line.gap_before:
            return not lower or ends_sentence(before.text)
        if before.text.endswith("-"):
            return False
        if lower:
            return self._closes_list(line, before)
        if opening_quote(above.first.text) and not self.quotes.open:
            return ends_sentence(before.text)
        if self.in_front and not ends_sentence(before.text):
            return ended_early(before, line) and before.centered
        return ends_sentence(before.text) and ended_early(before, line)

    def _closes_list(self, line: Line, before: Line) -> bool:
        """ "2) § 3" on a short line, "o ile umowa nie stanowi inaczej" below it."""
        short = before.right - before.left < 0.6 * (before.column_right - before.column_left)
        unpunctuated = before.text[-1].isalnum() and not ends_open(before.text)
        in_list = any(kind in self.last_numbers for kind in _LIST_KINDS)
        common = starts_as_common_part(line.text)
        return common and in_list and short and unpunctuated and ended_early(before, line)

    def _label_is_real(self, label: Label, line: Line, before: Line, quoted: bool) -> bool:
        if quoted or self.quotes.open:
            return ends_sentence(before.text) or ended_early(before, line) or line.gap_before
        if ends_open(before.text) or before.text.endswith("-"):
            in_list = label.kind in _LIST_KINDS and ends_with_conjunction(before.text)
            return self._expected(label) and (line.gap_before or in_list)
        if label.kind in _STANDING_ALONE:
            return True
        if label.kind in (UnitKind.INDENT, UnitKind.SUBINDENT):
            return self._dash_is_real(line, before)
        if self._expected(label):
            return True
        return ends_sentence(before.text) and self._ahead(label)

    def _expected(self, label: Label) -> bool:
        previous = self.last_numbers.get(label.kind)
        if previous is None:
            return is_first(label.number) or label.kind in BASIC
        if label.kind is UnitKind.LETTER:
            return label.number == "a" or letter_follows(previous, label.number)
        return follows(previous, label.number) or label.number == "1"

    def _ahead(self, label: Label) -> bool:
        """A gap in numbering: a later number, with text that may open a provision."""
        rest = label.rest
        if rest and not (rest[0].isupper() or rest[0] in '„"([' or is_repealed(rest)):
            return label.kind in (UnitKind.POINT, UnitKind.LETTER)
        return True

    def _dash_is_real(self, line: Line, before: Line) -> bool:
        if before.text.endswith((":", ",", ";")) or line.gap_before:
            return True
        in_list = any(kind in self.last_numbers for kind in (UnitKind.POINT, UnitKind.LETTER))
        return in_list and (ended_early(before, line) or ends_sentence(before.text))


def join_lines(lines: Sequence[Line], words_from: Iterable[str] = ()) -> list[Block]:
    """Paragraphs of the lines; ``words_from`` adds text that settles doubtful hyphens."""
    vocabulary = Vocabulary([*(line.text for line in lines), *words_from])
    paragraphs = Paragraphs(vocabulary)
    for line in lines:
        if line.rows:
            paragraphs.add_table(line)
        elif line.text:
            paragraphs.add(line)
    paragraphs.close()
    return paragraphs.blocks
