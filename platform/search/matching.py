"""Rows whose search columns match what a person typed.

First by words, each in any inflection; when no row matches, by likeness of letters, which
forgives typing errors.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchRank, TrigramWordSimilarity
from django.db import connections
from django.db.models import F, FloatField, QuerySet, Value

from search.lemmas import STOP_WORDS, plain, word_forms, words

# A word of an expression, and the sign that asks for its beginning.
_LEXEME = re.compile(r"'([^']+)'(?::(\*))?")
# Beginnings of words are matched from this length on, so that "stowarzyszen" (typed without
# diacritics, unknown to the dictionary) finds "stowarzyszenie" and "a" does not find all.
MIN_PREFIX = 4
MAX_WORDS = 12
# Below PostgreSQL's own 0.6: two wrong letters in a short name still find it.
LIKENESS = 0.4
ENOUGH = 1000
# Nobody reads further among rows that only look alike.
MAX_ALIKE = 200
NOTHING_TO_RANK = Value(0.0, output_field=FloatField())


Narrow = Callable[[QuerySet[Any]], QuerySet[Any]]


@dataclass(frozen=True, slots=True)
class Matches:
    """Matching rows, annotated with ``relevance``; ``is_fuzzy`` when only letters are alike.

    ``narrow`` applies the same choice to other rows of the model, without deciding it again.
    """

    rows: QuerySet[Any]
    narrow: Narrow
    is_fuzzy: bool = False


def match(
    rows: QuerySet[Any],
    text: str,
    ask: Callable[[str], SearchQuery | None] | None = None,
    ask_alike: Callable[[str], SearchQuery | None] | None = None,
) -> Matches:
    """The ``rows`` that match ``text``; all of them when it has no words.

    ``ask`` makes another query of the text than ``word_query`` does, for example one that knows
    synonyms. ``ask_alike`` makes one of known words that look like those of ``text``; without
    it every name is compared letter by letter, which takes a second among half a million.
    """
    query = (ask or word_query)(text)
    if query is None:
        return _matches(rows, lambda any_rows: any_rows.annotate(relevance=NOTHING_TO_RANK))

    # Asked for one row, PostgreSQL reads the table in hope; asked for many, it takes the index.
    if rows.filter(search_vector=query).order_by().values("pk")[:ENOUGH].count():
        return _matches(rows, _by_words(query))
    alike = ask_alike(text) if ask_alike else None
    if alike is not None:
        return _matches(rows, _by_words(alike), is_fuzzy=True)
    return _matches(rows, _by_likeness(rows, plain(text).strip()), is_fuzzy=True)


def _matches(rows: QuerySet[Any], narrow: Narrow, is_fuzzy: bool = False) -> Matches:
    return Matches(narrow(rows), narrow, is_fuzzy)


def _by_words(query: SearchQuery) -> Narrow:
    def narrow(any_rows: QuerySet[Any]) -> QuerySet[Any]:
        return any_rows.filter(search_vector=query).annotate(
            relevance=SearchRank(F("search_vector"), query)
        )

    return narrow


def in_names(query: SearchQuery) -> SearchQuery:
    """The same words, looked for in names only (weight A of ``search.columns``)."""
    (expression,) = query.get_source_expressions()[-1:]
    return raw_query(_LEXEME.sub(r"'\1':\2A", str(expression.value)))


def word_query(text: str) -> SearchQuery | None:
    """Every word of ``text`` in any of its forms; None when there is nothing to look for."""
    telling = telling_words(text)
    return raw_query(every_word(telling)) if telling else None


def telling_words(text: str) -> list[str]:
    """The words of ``text`` that tell rows apart; all of them when none does."""
    found = words(text)[:MAX_WORDS]
    return [word for word in found if word not in STOP_WORDS] or found


def raw_query(expression: str) -> SearchQuery:
    """A query for the columns of ``search.columns``."""
    return SearchQuery(expression, config="simple", search_type="raw")


def every_word(telling: Sequence[str]) -> str:
    """The expression that asks for each word in any of its forms."""
    return " & ".join(_any_form(word) for word in telling)


def _any_form(word: str) -> str:
    # Words are letters and digits only (search.lemmas.WORD), so quoting is all that is needed.
    forms = [f"'{form}'" for form in word_forms(word)]
    if len(word) >= MIN_PREFIX:
        forms[0] += ":*"
    return f"({' | '.join(forms)})"


def _by_likeness(rows: QuerySet[Any], letters: str) -> Narrow:
    """Rows most alike; their keys are looked up once, as likeness costs far more than words."""
    likeness = TrigramWordSimilarity(letters, "search_plain")
    _set_likeness(rows.db)
    alike = rows.filter(search_plain__trigram_word_similar=letters).annotate(relevance=likeness)
    keys = list(alike.order_by("-relevance", "pk").values_list("pk", flat=True)[:MAX_ALIKE])
    return lambda any_rows: any_rows.filter(pk__in=keys).annotate(relevance=likeness)


def _set_likeness(alias: str) -> None:
    # The operator that the trigram index serves takes its threshold from the session only.
    with connections[alias].cursor() as cursor:
        cursor.execute(
            "SELECT set_config('pg_trgm.word_similarity_threshold', %s, false)", [str(LIKENESS)]
        )
