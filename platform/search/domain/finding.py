"""Finding in the index: what matches, how much of each kind, and in which order."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import (
    Case,
    CharField,
    Count,
    F,
    FloatField,
    Func,
    Q,
    QuerySet,
    Value,
    When,
)
from django.utils import timezone

from search.domain.suggestions import query_of_alike_words
from search.domain.synonyms import query_with_synonyms
from search.matching import Matches, in_names, match
from search.models import SearchDocument

# Nobody reads further, and so many are ranked and counted in about a tenth of a second.
MOST = 5000
# What is over needs twice the words of what is going on to stand before it.
WORTH_WHEN_OVER = 0.5

Counts = dict[str, int]
Documents = QuerySet[Any]


class Order(StrEnum):
    """Orders in which results are shown."""

    RELEVANCE = ""
    NEWEST = "najnowsze"
    TITLE = "tytul"


@dataclass(frozen=True, kw_only=True)
class Question:
    """What a person asks for; empty fields narrow nothing."""

    words: str
    kind: str = ""
    county: str = ""
    topic: str = ""
    since: date | None = None
    until: date | None = None
    order: Order = Order.RELEVANCE


@dataclass(frozen=True)
class Answer:
    """Documents in order, and how many each choice of each filter would show.

    ``is_cut`` when more than ``MOST`` match: then ``documents`` are ``MOST`` of them, those with
    the words in their names first, and there are no facets. Ranking and counting a word that
    half of everything has would take seconds and tell nobody anything.
    """

    documents: Documents
    count: int
    facets: Mapping[str, Counts] | None
    is_fuzzy: bool
    is_cut: bool = False


def ask(question: Question) -> Answer:
    """Look for the words, narrow, order and count."""
    matches = match(
        SearchDocument.objects.all(), question.words, query_with_synonyms, query_of_alike_words
    )
    documents = matches.rows.filter(_narrowing(question)).select_related("county")
    # Keys alone: the ranks of so many would be computed only to be counted.
    count = documents.order_by().values("pk")[: MOST + 1].count()
    if count > MOST:
        best = _most_telling(documents, question)
        return Answer(best, MOST, None, matches.is_fuzzy, is_cut=True)
    is_narrowed = question.kind or question.county or question.topic
    facets = _facets(matches, question) if is_narrowed else _facets_of(documents)
    return Answer(_ordered(documents, question), count, facets, matches.is_fuzzy)


def exactly(question: Question) -> Documents:
    """Documents that hold the words, in any inflection but without guessing; in no order."""
    query = query_with_synonyms(question.words)
    if query is None:
        return SearchDocument.objects.none()
    return SearchDocument.objects.filter(_narrowing(question), search_vector=query)


def found_ids(kind: str, words: str) -> QuerySet[Any]:
    """Keys of public objects of one kind that hold ``words``; for filters of a part's own lists."""
    query = query_with_synonyms(words)
    rows = SearchDocument.objects.filter(kind=kind)
    found = rows.filter(search_vector=query) if query is not None else rows.none()
    return found.values("object_id")


def _most_telling(documents: Documents, question: Question) -> Documents:
    """``MOST`` of too many documents, in the order asked for."""
    if question.order != Order.RELEVANCE:
        return _ordered(documents, question)
    query = query_with_synonyms(question.words)
    named = documents.filter(search_vector=in_names(query)) if query else documents.none()
    keys = list(named.order_by().values_list("pk", flat=True)[:MOST])
    if len(keys) < MOST:
        keys += documents.order_by().values_list("pk", flat=True)[: MOST - len(keys)]
    return _ordered(documents.filter(pk__in=keys), question)


def _narrowing(question: Question, without: str = "") -> Q:
    narrow = Q()
    if question.kind and without != "kind":
        narrow &= Q(kind=question.kind)
    if question.county and without != "county":
        narrow &= Q(county_id=question.county)
    if question.topic and without != "topic":
        narrow &= Q(topics__contains=[question.topic])
    if question.since:
        narrow &= Q(happens_on__gte=question.since)
    if question.until:
        narrow &= Q(happens_on__lte=question.until)
    return narrow


def _ordered(documents: Documents, question: Question) -> Documents:
    if question.order == Order.NEWEST:
        return documents.order_by(F("happens_on").desc(nulls_last=True), "-pk")
    if question.order == Order.TITLE:
        return documents.order_by("title", "pk")
    worth = Case(
        When(ended_on__lt=timezone.localdate(), then=F("relevance") * Value(WORTH_WHEN_OVER)),
        default=F("relevance"),
        output_field=FloatField(),
    )
    return documents.order_by(worth.desc(), F("happens_on").desc(nulls_last=True), "pk")


def _facets_of(documents: Documents) -> Mapping[str, Counts]:
    """Facets while no filter is chosen: all count the same few documents, read once."""
    found: dict[str, Counter[str]] = {"kind": Counter(), "county": Counter(), "topic": Counter()}
    for kind, county, topics in documents.order_by().values_list("kind", "county_id", "topics"):
        found["kind"][kind] += 1
        found["topic"].update(topics)
        if county is not None:
            found["county"][county] += 1
    return found


def _facets(matches: Matches, question: Question) -> Mapping[str, Counts]:
    """One statement for all facets; each ignores its own filter, so that others can be chosen."""
    values: dict[str, Any] = {
        "kind": F("kind"),
        "county": F("county_id"),
        "topic": Func(F("topics"), function="unnest", output_field=CharField()),
    }
    base = SearchDocument.objects.order_by()
    branches = [
        matches.narrow(base)
        .filter(_narrowing(question, without=name))
        .annotate(facet=Value(name, output_field=CharField()), value=value)
        .values("facet", "value")
        .annotate(number=Count("pk"))
        .values_list("facet", "value", "number")
        for name, value in values.items()
    ]
    found: defaultdict[str, Counts] = defaultdict(dict)
    for name, value, number in branches[0].union(*branches[1:], all=True):
        if value is not None:
            found[name][value] = number
    return found
