"""What a reader may have looked for at an address where nothing is."""

from __future__ import annotations

import re

from search.domain.suggestions import query_of_alike_words
from search.domain.synonyms import query_with_synonyms
from search.models import SearchDocument

SHOWN = 5
SHORTEST = 4
LONGEST_PATH = 150
_WORD = re.compile(r"[^\W\d_]+")


def words_of(path: str) -> str:
    """The telling words of an address; programs ask for files, people for words."""
    last = path.rstrip("/").rsplit("/", 1)[-1]
    if len(path) > LONGEST_PATH or "." in last or path.startswith("/api/"):
        return ""
    return " ".join(word for word in _WORD.findall(last) if len(word) >= SHORTEST)


def suggestions(path: str) -> list[SearchDocument]:
    """Public things with all words of the address, else with its longest word."""
    asked = words_of(path)
    if not asked:
        return []
    return _found(asked) or _found(max(asked.split(), key=len))


def _found(asked: str) -> list[SearchDocument]:
    """By words, else by known words that look alike; never letter by letter, which takes long."""
    for ask in (query_with_synonyms, query_of_alike_words):
        query = ask(asked)
        rows = SearchDocument.objects.filter(search_vector=query) if query is not None else None
        if rows is not None and (found := list(rows.order_by("title", "pk")[:SHOWN])):
            return found
    return []
