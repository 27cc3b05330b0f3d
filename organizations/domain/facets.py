"""How many organizations each choice of each filter would show.

All facets are counted in one statement, so that their number costs no round trips. Facets whose
own filter is not in force count the same rows, which are read from the index of the list by name
where no text is looked for.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import BooleanField, Case, QuerySet, Value, When

from organizations.domain.queries import directory_changed_at
from organizations.models import Organization
from pages.forgiving_cache import recall, remember

Counts = dict[str, int]
# The rows without the filters named; without a name, the rows that are shown.
RowsWithout = Callable[..., QuerySet[Any]]
CACHE_SECONDS = 60
# Facets that are a column of the row, and those that rows are tied to.
COLUMNS = {
    "powiat": "county_id",
    "gmina": "gmina_id",
    "forma": "legal_form",
    "opp": "opp",
    "stan": "status",
    "litera": "initial",
}
TIES: dict[str, tuple[Any, str]] = {
    "sfera": (Organization.benefit_fields.through, "publicbenefitfield_id"),
    "odbiorcy": (Organization.target_groups.through, "targetgroup_id"),
}
FACETS = (*COLUMNS, *TIES)
# Names of facets, tables and columns come from this module alone; what people ask for comes as
# parameters. The linter cannot know, hence S608 below.
_UNLISTED = f"SELECT id FROM {Organization._meta.db_table} WHERE NOT (publication = 'published')"  # noqa: S608
_OPP = Case(
    When(opp_since__isnull=False, opp_until__isnull=True, then=Value(True)),
    default=Value(False),
    output_field=BooleanField(),
)


def cached_facets(
    key: str, rows_without: RowsWithout, chosen: Collection[str]
) -> Mapping[str, Counts]:
    """The counts for a choice of filters named by ``key``, remembered for a minute.

    Any saved profile changes the version in the key, so a change is seen at once; the minute
    is for what has no date of its own, such as a deleted row.
    """
    newest = directory_changed_at()
    name = f"organizations:facets:{hashlib.sha256(f'{newest}|{key}'.encode()).hexdigest()}"
    found = recall(name)
    if found is None:
        found = dict(count_facets(rows_without, chosen))
        remember({name: found}, CACHE_SECONDS)
    return defaultdict(dict, found)


def count_facets(rows_without: RowsWithout, chosen: Collection[str]) -> Mapping[str, Counts]:
    """Counts by facet and value while the filters ``chosen`` are in force.

    Each facet counts the rows without its own filter: what ticking another of its boxes adds.
    """
    names = [name for name in FACETS if name not in chosen]
    is_text = "q" in chosen
    parts = []
    if names:
        parts.append(_part(0, names, rows_without(), is_all=not chosen, is_text=is_text))
    for name in FACETS:
        if name in chosen:
            rows = rows_without(name)
            is_all = len(chosen) == 1
            parts.append(_part(len(parts), [name], rows, is_all=is_all, is_text=is_text))
    found: defaultdict[str, Counts] = defaultdict(dict)
    asked = [part for part in parts if part]
    if not asked:
        return found
    sql = (
        f"WITH {', '.join(source for source, _select, _values in asked)} "
        f"{' UNION ALL '.join(select for _source, select, _values in asked)}"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [value for _source, _select, values in asked for value in values])
        for facet, value, number in cursor:
            if value is not None:
                found[facet][value] = int(number)
    return found


def total_of(counts: Mapping[str, Counts], chosen_states: Collection[str]) -> int:
    """How many rows are shown, by the facet of states: every organization is in one of them."""
    states = counts.get("stan", {})
    return sum(states.get(state, 0) for state in chosen_states or states)


def _part(
    number: int, names: list[str], rows: QuerySet[Any], *, is_all: bool, is_text: bool
) -> tuple[str, str, tuple[Any, ...]] | None:
    """A named source of rows, what is counted in it, and its values; None without any row."""
    source = f"found_{number}"
    narrow = rows.order_by().annotate(opp=_OPP).values("id", *COLUMNS.values())
    try:
        sql, values = narrow.query.sql_with_params()
    except EmptyResultSet:
        return None
    # Looking for words is dear and done once; reading an index again is cheaper than keeping
    # what was read.
    kept = "MATERIALIZED" if is_text else "NOT MATERIALIZED"
    selects = [_of_ties(name, source, is_all=is_all) for name in names if name in TIES]
    if columns := {name: COLUMNS[name] for name in names if name in COLUMNS}:
        selects.append(_of_columns(columns, source))
    return f"{source} AS {kept} ({sql})", " UNION ALL ".join(selects), tuple(values)


def _of_columns(columns: Mapping[str, str], source: str) -> str:
    """Rows grouped by all the columns, and those few groups by each of them."""
    listed = ", ".join(columns.values())
    facet = " ".join(
        f"WHEN GROUPING({column}) = 0 THEN '{name}'" for name, column in columns.items()
    )
    value = ", ".join(_as_text(column) for column in columns.values())
    return (
        f"SELECT CASE {facet} END, COALESCE({value}), SUM(number) FROM "  # noqa: S608
        f"(SELECT {listed}, COUNT(*) AS number FROM {source} GROUP BY {listed}) AS groups_{source} "
        f"GROUP BY GROUPING SETS ({', '.join(f'({column})' for column in columns.values())})"
    )


def _as_text(column: str) -> str:
    return "CASE opp WHEN true THEN 'tak' WHEN false THEN 'nie' END" if column == "opp" else column


def _of_ties(name: str, source: str, *, is_all: bool) -> str:
    through, column = TIES[name]
    table = through._meta.db_table
    # Nearly every profile is listed: where all count, leaving out the others costs far less.
    where = f"organization_id IN (SELECT id FROM {source})"  # noqa: S608
    if is_all:
        where = f"organization_id NOT IN ({_UNLISTED})"
    return f"SELECT '{name}', {column}, COUNT(*) FROM {table} WHERE {where} GROUP BY {column}"  # noqa: S608
