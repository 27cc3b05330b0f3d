"""Which words of a unit a remark is about, from a browser's selection or from pasted words."""

from __future__ import annotations

import re

from consultations.acts.selectors import Selection, make_selection
from consultations.models import Provision

LONGEST_QUOTE = 1000


def select_words(provision: Provision, quote: str, start: int | None = None) -> Selection | None:
    """The selection of ``quote`` in the unit's text, or None when the words are not there.

    ``start`` (in code points) tells which of equal passages is meant; spacing and line breaks
    may differ, and the unit's label may have been copied along.
    """
    text = provision.text
    if start is not None and quote and text[start : start + len(quote)] == quote:
        return make_selection(text, start, start + len(quote))
    for words in (quote, quote.strip().removeprefix(provision.label)):
        if span := _nearest(text, words, start or 0):
            return make_selection(text, *span)
    return None


def _nearest(text: str, quote: str, start: int) -> tuple[int, int] | None:
    words = quote.split()
    if not words:
        return None
    pattern = r"\s+".join(re.escape(word) for word in words)
    spans = [match.span() for match in re.finditer(pattern, text)]
    return min(spans, key=lambda span: abs(span[0] - start), default=None)
