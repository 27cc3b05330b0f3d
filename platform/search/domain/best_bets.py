"""What administrators put before all results of a query."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.cache import cache

from search.lemmas import STOP_WORDS, word_forms, words
from search.models import BestBet

CACHE_KEY = "search:best-bets"
CACHE_SECONDS = 300


@dataclass(frozen=True, slots=True)
class Bet:
    """A pinned result with the phrases that call it."""

    phrases: tuple[tuple[str, ...], ...]
    title: str
    url: str
    summary: str


def best_bets(text: str) -> list[Bet]:
    """Results pinned to this query, whatever the inflection of its words."""
    asked = _telling(text)
    return [bet for bet in _bets() if any(_same(phrase, asked) for phrase in bet.phrases)]


def forget_best_bets() -> None:
    """Read them anew; called when an administrator changes them."""
    cache.delete(CACHE_KEY)


def _same(phrase: Sequence[str], asked: Sequence[str]) -> bool:
    return len(phrase) == len(asked) and all(
        set(word_forms(one)) & set(word_forms(other))
        for one, other in zip(phrase, asked, strict=True)
    )


def _telling(text: str) -> tuple[str, ...]:
    return tuple(word for word in words(text) if word not in STOP_WORDS)


def _bets() -> list[Bet]:
    found: list[Bet] | None = cache.get(CACHE_KEY)
    if found is None:
        found = [
            Bet(
                phrases=tuple(
                    telling for part in row.phrases.split(",") if (telling := _telling(part))
                ),
                title=row.title,
                url=row.url,
                summary=row.summary,
            )
            for row in BestBet.objects.order_by("position", "pk")
        ]
        cache.set(CACHE_KEY, found, CACHE_SECONDS)
    return found
