"""Rows whose search columns match what a person typed.

First by words, each in any inflection; when no row matches, by likeness of letters, which
forgives typing errors.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchRank, TrigramWordSimilarity
from django.db import connections
from django.db.models import F, FloatField, QuerySet, Value

from search.lemmas import STOP_WORDS, plain, word_forms, words

# Beginnings of words are matched from this length on, so that "stowarzyszen" (typed without
# diacritics, unknown to the dictionary) finds "stowarzyszenie" and "a" does not find all.
MIN_PREFIX = 4
MAX_WORDS = 12
# Below PostgreSQL's own 0.6: two wrong letters in a short name still find it.
LIKENESS = 0.4


@dataclass(frozen=True, slots=True)
class Matches:
    """Matching rows, annotated with ``relevance``; ``is_fuzzy`` when only letters are alike."""

    rows: QuerySet[Any]
    is_fuzzy: bool = False


def match(rows: QuerySet[Any], text: str) -> Matches:
    """The ``rows`` that match ``text``; all of them when it has no words."""
    query = word_query(text)
    if query is None:
        return Matches(rows.annotate(relevance=Value(0.0, output_field=FloatField())))
    found = rows.filter(search_vector=query).annotate(
        relevance=SearchRank(F("search_vector"), query)
    )
    if found.exists():
        return Matches(found)
    return Matches(_alike(rows, text), is_fuzzy=True)


def word_query(text: str) -> SearchQuery | None:
    """Every word of ``text`` in any of its forms; None when there is nothing to look for."""
    found = words(text)[:MAX_WORDS]
    telling = [word for word in found if word not in STOP_WORDS] or found
    if not telling:
        return None
    return SearchQuery(
        " & ".join(_any_form(word) for word in telling), config="simple", search_type="raw"
    )


def _any_form(word: str) -> str:
    # Words are letters and digits only (search.lemmas.WORD), so quoting is all that is needed.
    forms = [f"'{form}'" for form in word_forms(word)]
    if len(word) >= MIN_PREFIX:
        forms[0] += ":*"
    return f"({' | '.join(forms)})"


def _alike(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    letters = plain(text).strip()
    _set_likeness(rows.db)
    return rows.filter(search_plain__trigram_word_similar=letters).annotate(
        relevance=TrigramWordSimilarity(letters, "search_plain")
    )


def _set_likeness(alias: str) -> None:
    # The operator that the trigram index serves takes its threshold from the session only.
    with connections[alias].cursor() as cursor:
        cursor.execute(
            "SELECT set_config('pg_trgm.word_similarity_threshold', %s, false)", [str(LIKENESS)]
        )
