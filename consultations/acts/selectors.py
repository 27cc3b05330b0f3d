"""Selected words of a provision, kept so that they can be found again in a changed text.

A selection is stored as the W3C Web Annotation model says: the quote with what stands around
it (TextQuoteSelector) and its place (TextPositionSelector, counted in Unicode code points; a
browser counts UTF-16 units and converts before it sends).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

CONTEXT_LENGTH = 32
# Out of 100. Below this a passage only resembles the quote.
_LEAST_LIKENESS = 70
# A short quote ("nie", "21 dni") stands in many places; its surroundings must agree as well.
# Unrelated Polish sentences reach about 45 out of 100.
_TELLING_LENGTH = 20
_LEAST_SURROUNDINGS = 55
_TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Selection:
    """Selected words, what stands before and after them, and where they stood."""

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int = 0
    end: int = 0

    def to_json(self) -> list[dict[str, str | int]]:
        """Both selectors of the W3C Web Annotation model, as a target's ``selector``."""
        return [
            {
                "type": "TextQuoteSelector",
                "exact": self.exact,
                "prefix": self.prefix,
                "suffix": self.suffix,
            },
            {"type": "TextPositionSelector", "start": self.start, "end": self.end},
        ]

    @classmethod
    def from_json(cls, selectors: Mapping[str, Any] | Sequence[Mapping[str, Any]]) -> Selection:
        """A selection from one selector or a list of them; the quote is required.

        Raises ``ValueError`` for anything that is not such a selector.
        """
        listed = [selectors] if isinstance(selectors, Mapping) else selectors
        if isinstance(listed, str) or not all(isinstance(item, Mapping) for item in listed):
            raise ValueError("selectors must be objects")
        quote = _of_type(listed, "TextQuoteSelector")
        if quote is None or not _string(quote, "exact"):
            raise ValueError("a TextQuoteSelector with an exact quote is required")
        position = _of_type(listed, "TextPositionSelector")
        start, end = (0, 0) if position is None else _interval(position)
        return cls(
            _string(quote, "exact"), _string(quote, "prefix"), _string(quote, "suffix"), start, end
        )


def make_selection(text: str, start: int, end: int) -> Selection:
    """The selection of ``text[start:end]`` with its surroundings.

    Raises ``ValueError`` when the interval is empty or leaves the text.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError("the interval must lie within the text and not be empty")
    return Selection(
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT_LENGTH) : start],
        suffix=text[end : end + CONTEXT_LENGTH],
        start=start,
        end=end,
    )


def find_selection(text: str, selection: Selection) -> tuple[int, int] | None:
    """Where the selected words stand in ``text`` now, or ``None`` when they are gone.

    The exact quote is looked for first, the occurrence in the most similar surroundings
    chosen; then the passage that resembles the quote enough, after small edits inside it.
    """
    if not selection.exact:
        return None
    places = list(_occurrences(text, selection.exact))
    if places:
        start = max(places, key=lambda place: _fitness(text, place, selection))
        return _trusted(text, (start, start + len(selection.exact)), selection)
    between = _between_surroundings(text, selection)
    return between or _trusted(text, _resembling(text, selection), selection)


def _of_type(selectors: Sequence[Mapping[str, Any]], name: str) -> Mapping[str, Any] | None:
    return next((item for item in selectors if item.get("type") == name), None)


def _string(selector: Mapping[str, Any], field: str) -> str:
    value = selector.get(field, "")
    if not isinstance(value, str):
        raise ValueError(f"{field} must be a string")
    return value


def _interval(selector: Mapping[str, Any]) -> tuple[int, int]:
    start, end = selector.get("start"), selector.get("end")
    if not (type(start) is int and type(end) is int and 0 <= start <= end):
        raise ValueError("start and end must be whole numbers in order")
    return start, end


def _occurrences(text: str, quote: str) -> Iterator[int]:
    place = text.find(quote)
    while place >= 0:
        yield place
        place = text.find(quote, place + 1)


def _fitness(text: str, start: int, selection: Selection) -> tuple[float, int]:
    """Similar surroundings count first, a near place second."""
    span = (start, start + len(selection.exact))
    return _surroundings_likeness(text, span, selection), -abs(start - selection.start)


def _surroundings_likeness(text: str, span: tuple[int, int], selection: Selection) -> float:
    start, end = span
    before = text[max(0, start - len(selection.prefix)) : start]
    after = text[end : end + len(selection.suffix)]
    return (fuzz.ratio(before, selection.prefix) + fuzz.ratio(after, selection.suffix)) / 2


def _trusted(
    text: str, span: tuple[int, int] | None, selection: Selection
) -> tuple[int, int] | None:
    """The span, unless a short quote stands there in quite different surroundings."""
    if span is None or len(selection.exact) >= _TELLING_LENGTH:
        return span
    if not (selection.prefix or selection.suffix):
        return span
    likeness = _surroundings_likeness(text, span, selection)
    return span if likeness >= _LEAST_SURROUNDINGS else None


def _between_surroundings(text: str, selection: Selection) -> tuple[int, int] | None:
    """The passage between the old surroundings, when they are still there word for word."""
    if not (selection.prefix.strip() and selection.suffix.strip()):
        return None
    for place in _occurrences(text, selection.prefix):
        start = place + len(selection.prefix)
        end = text.find(selection.suffix, start)
        if end > start and _is_like(text[start:end], selection.exact):
            return start, end
    return None


def _resembling(text: str, selection: Selection) -> tuple[int, int] | None:
    """The passage most like the quote, trimmed to the words that correspond to it."""
    found = fuzz.partial_ratio_alignment(selection.exact, text, score_cutoff=_LEAST_LIKENESS)
    if found is None or len(text) < len(selection.exact) * _LEAST_LIKENESS / 100:
        return None
    margin = len(selection.exact) // 3 + 1
    window_start = max(0, found.dest_start - margin)
    window = text[window_start : found.dest_end + margin]
    span = _corresponding(window, selection.exact)
    if span is None or not _is_like(window[span[0] : span[1]], selection.exact):
        return None
    return window_start + span[0], window_start + span[1]


def _is_like(passage: str, quote: str) -> bool:
    return fuzz.ratio(passage, quote) >= _LEAST_LIKENESS


def _corresponding(window: str, quote: str) -> tuple[int, int] | None:
    """From the first to the last word of the window that belongs to the quote.

    Words at the edge that were exchanged are taken in as long as likeness grows.
    """
    words = list(_TOKEN.finditer(window))
    quoted = [match[0] for match in _TOKEN.finditer(quote)]
    numbers: dict[str, int] = {}
    blocks = Indel.opcodes(
        [numbers.setdefault(word, len(numbers)) for word in quoted],
        [numbers.setdefault(match[0], len(numbers)) for match in words],
    )
    kept = [block for block in blocks if block.tag == "equal"]
    first, last = (kept[0].dest_start, kept[-1].dest_end - 1) if kept else (0, len(words) - 1)
    if last < first:
        return None
    return _grown(window, quote, words, first, last)


def _grown(
    window: str, quote: str, words: Sequence[re.Match[str]], first: int, last: int
) -> tuple[int, int]:
    def likeness(start: int, end: int) -> float:
        return fuzz.ratio(window[words[start].start() : words[end].end()], quote)

    best = likeness(first, last)
    for step_first, step_last in ((-1, 0), (1, 0), (0, -1), (0, 1)):
        start, end = first + step_first, last + step_last
        while 0 <= start <= end < len(words) and (better := likeness(start, end)) > best:
            best, first, last = better, start, end
            start, end = first + step_first, last + step_last
    return words[first].start(), words[last].end()
