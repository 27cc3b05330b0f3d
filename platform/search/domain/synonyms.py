"""Queries that also find what goes by another name."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib.postgres.search import SearchQuery
from django.core.cache import cache

from search.lemmas import plain, words
from search.matching import every_word, raw_query, telling_words
from search.models import Synonyms

Term = tuple[str, ...]
CACHE_KEY = "search:synonyms"
CACHE_SECONDS = 300


def query_with_synonyms(text: str) -> SearchQuery | None:
    """Like ``search.matching.word_query``, each known term also by its other names."""
    telling = telling_words(text)
    return raw_query(_expression(telling)) if telling else None


def forget_synonyms() -> None:
    """Read the synonyms anew; called when an administrator changes them."""
    cache.delete(CACHE_KEY)


def _expression(telling: Sequence[str]) -> str:
    groups = _groups()
    clauses: list[str] = []
    at = 0
    while at < len(telling):
        names, length = _names_at(telling, at, groups)
        clauses.append(" | ".join(f"({every_word(name)})" for name in names))
        at += length
    return " & ".join(f"({clause})" for clause in clauses)


def _names_at(
    telling: Sequence[str], at: int, groups: list[list[Term]]
) -> tuple[list[Sequence[str]], int]:
    """The names of the longest term that begins at a word, or the word alone."""
    best: tuple[list[Sequence[str]], int] = ([telling[at : at + 1]], 1)
    for group in groups:
        for term in group:
            asked = telling[at : at + len(term)]
            if _same(term, asked) and len(term) >= best[1]:
                best = ([asked, *(other for other in group if other != term)], len(term))
    return best


def _same(term: Term, asked: Sequence[str]) -> bool:
    return [plain(word) for word in term] == [plain(word) for word in asked]


def _groups() -> list[list[Term]]:
    found: list[list[Term]] | None = cache.get(CACHE_KEY)
    if found is None:
        lines = Synonyms.objects.values_list("terms", flat=True)
        found = [
            [term for part in line.split(",") if (term := tuple(words(part)))] for line in lines
        ]
        cache.set(CACHE_KEY, found, CACHE_SECONDS)
    return found
