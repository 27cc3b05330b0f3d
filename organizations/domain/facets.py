"""How many organizations each choice of each filter would show.

All facets are counted in one statement (a union), so that their number costs no round trips.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any

from django.core.cache import cache
from django.db.models import Case, CharField, Count, F, QuerySet, Value, When
from django.db.models.functions import Cast

from organizations.domain.queries import directory_changed_at
from organizations.models import Organization

Counts = dict[str, int]
CACHE_SECONDS = 60


def cached_facets(key: str, rows_for: Callable[[str], QuerySet[Any]]) -> Mapping[str, Counts]:
    """The counts for a choice of filters named by ``key``, remembered for a minute.

    Any saved profile changes the version in the key, so a change is seen at once; the minute
    is for what has no date of its own, such as a deleted row.
    """
    newest = directory_changed_at()
    name = f"organizations:facets:{hashlib.sha256(f'{newest}|{key}'.encode()).hexdigest()}"
    found = cache.get(name)
    if found is None:
        found = dict(count_facets(rows_for))
        cache.set(name, found, CACHE_SECONDS)
    return defaultdict(dict, found)


def count_facets(rows_for: Callable[[str], QuerySet[Any]]) -> Mapping[str, Counts]:
    """Counts by facet and value; ``rows_for(facet)`` are the rows without that facet's filter."""
    branches = [_branch(name, count(rows_for(name))) for name, count in FACETS.items()]
    found: defaultdict[str, Counts] = defaultdict(dict)
    for name, value, number in branches[0].union(*branches[1:], all=True):
        if value is not None:
            found[name][value] = number
    return found


def _branch(name: str, counted: QuerySet[Any]) -> QuerySet[Any]:
    return counted.values_list(
        Value(name, output_field=CharField()),
        Cast("value", CharField()),
        "number",
    )


def _by(column: str) -> Callable[[QuerySet[Any]], QuerySet[Any]]:
    def count(rows: QuerySet[Any]) -> QuerySet[Any]:
        return rows.order_by().values(value=F(column)).annotate(number=Count("pk"))

    return count


def _through(table: Any, column: str) -> Callable[[QuerySet[Any]], QuerySet[Any]]:
    def count(rows: QuerySet[Any]) -> QuerySet[Any]:
        ties = table.objects.filter(organization__in=rows.order_by().values("pk"))
        return ties.values(value=F(column)).annotate(number=Count("pk"))

    return count


def _opp(rows: QuerySet[Any]) -> QuerySet[Any]:
    has_status = When(opp_since__isnull=False, opp_until__isnull=True, then=Value("tak"))
    value = Case(has_status, default=Value("nie"))
    return rows.order_by().values(value=value).annotate(number=Count("pk"))


FACETS: dict[str, Callable[[QuerySet[Any]], QuerySet[Any]]] = {
    "powiat": _by("county_id"),
    "gmina": _by("gmina_id"),
    "sfera": _through(Organization.benefit_fields.through, "publicbenefitfield_id"),
    "odbiorcy": _through(Organization.target_groups.through, "targetgroup_id"),
    "forma": _by("legal_form"),
    "opp": _opp,
    "stan": _by("status"),
    "litera": _by("initial"),
}
