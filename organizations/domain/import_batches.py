"""A thousand rows of a register against the directory: what each would do, and doing it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from organizations.domain.slugs import RESERVED, slug_stem
from organizations.imports.columns import BY_FIELD
from organizations.imports.rows import KEYS, ImportedRow
from organizations.models import (
    ChangeSuggestion,
    Organization,
    Publication,
    Register,
    ValueSource,
)
from search.columns import SearchColumns
from search.registry import touch

FIELD_OF_VALUE = {"gmina": "gmina_id"}
UPDATED_AT_ONCE = 100


@dataclass(slots=True)
class Outcome:
    """What a row does: new, changed, same or wrong."""

    row: ImportedRow
    kind: str
    organization: Organization | None = None
    changes: dict[str, tuple[Any, Any]] = field(default_factory=dict)
    suggestions: dict[str, tuple[Any, Any]] = field(default_factory=dict)

    def example(self) -> dict[str, Any]:
        """The row for the preview."""
        return {
            "row": self.row.number,
            "name": str(self.row.values.get("name", "")),
            "mistakes": self.row.mistakes,
            "changes": [
                [str(BY_FIELD[name].label), str(before or ""), str(after)]
                for name, (before, after) in {**self.changes, **self.suggestions}.items()
            ],
        }


def weigh_batch(rows: list[ImportedRow]) -> list[Outcome]:
    """Compare ``rows`` with the directory; two queries whatever their number."""
    known = _find_known(rows)
    confirmed = _confirmed_fields(known.values())
    return [_weigh(row, known, confirmed) for row in rows]


def write_batch(outcomes: list[Outcome], run: Any) -> None:
    """Write what ``weigh_batch`` found."""
    _create([outcome for outcome in outcomes if outcome.kind == "new"], run)
    _update([outcome for outcome in outcomes if outcome.kind == "changed"], run)
    _suggest([outcome for outcome in outcomes if outcome.suggestions], run)


Known = dict[tuple[str, str], Organization]


def _find_known(rows: list[ImportedRow]) -> Known:
    asked = Q(pk__in=[])
    for key in KEYS:
        numbers = [row.values[key] for row in rows if key in row.values]
        # The indexes hold numbers that are not empty; PostgreSQL sees that a long list holds no
        # empty ones only when it is told so, and would read the whole table.
        asked |= Q(**{f"{key}__in": numbers}) & ~Q(**{key: ""})
    directory = Organization.objects.exclude(publication=Publication.MERGED).filter(asked)
    known: Known = {}
    for organization in directory.order_by().defer("search_vector", *SearchColumns.COLUMNS):
        for key in KEYS:
            if number := getattr(organization, key):
                known[key, number] = organization
    return known


def _confirmed_fields(organizations: Iterable[Organization]) -> dict[int, set[str]]:
    confirmed: dict[int, set[str]] = defaultdict(set)
    rows = ValueSource.objects.filter(
        organization__in={row.pk for row in organizations}, is_confirmed=True
    )
    for organization_id, name in rows.values_list("organization", "field"):
        confirmed[organization_id].add(name)
    return confirmed


def _weigh(row: ImportedRow, known: Known, confirmed: dict[int, set[str]]) -> Outcome:
    matches = [known[key] for key in row.keys if key in known]
    if not matches:
        return Outcome(row, "new")
    organization = matches[0]
    if any(match.pk != organization.pk for match in matches):
        row.mistakes.append(_("Numery w tym wierszu należą do dwóch różnych organizacji."))
        return Outcome(row, "wrong")
    outcome = Outcome(row, "same", organization)
    for name, value in row.values.items():
        before = getattr(organization, FIELD_OF_VALUE.get(name, name))
        if before != value:
            kept = name in confirmed[organization.pk]
            (outcome.suggestions if kept else outcome.changes)[name] = (before, value)
    if outcome.changes:
        outcome.kind = "changed"
    return outcome


def _create(outcomes: list[Outcome], run: Any) -> None:
    slugs = _free_slugs([str(outcome.row.values["name"]) for outcome in outcomes])
    rows = []
    for outcome, slug in zip(outcomes, slugs, strict=True):
        organization = Organization(slug=slug)
        organization.register = Register.KRS if "krs" in outcome.row.values else Register.OTHER
        _put_values(organization, outcome.row.values, run)
        rows.append(organization)
    Organization.objects.bulk_create(rows)
    touch("organizacje", [row.pk for row in rows])


def _update(outcomes: list[Outcome], run: Any) -> None:
    rows, names = [], {"source", "source_checked_on", "updated_at", "initial", "county_id"}
    for outcome in outcomes:
        organization = outcome.organization
        if organization is None:
            continue
        changes = {name: after for name, (_before, after) in outcome.changes.items()}
        names.update(changes)
        organization.updated_at = timezone.now()
        _put_values(organization, changes, run)
        rows.append(organization)
    columns = {name.removesuffix("_id") for name in names} | set(SearchColumns.COLUMNS)
    # One statement weighs each of its rows against each of its values: small ones cost less.
    Organization.objects.bulk_update(rows, sorted(columns), batch_size=UPDATED_AT_ONCE)
    touch("organizacje", [row.pk for row in rows])


def _put_values(organization: Organization, values: dict[str, Any], run: Any) -> None:
    for name, value in values.items():
        setattr(organization, FIELD_OF_VALUE.get(name, name), value)
    if "gmina" in values:
        organization.county_id = values["gmina"][:4]
    organization.source = run.source.name
    organization.source_checked_on = run.checked_on
    organization.set_search_columns()


def _suggest(outcomes: list[Outcome], run: Any) -> None:
    ChangeSuggestion.objects.bulk_create(
        [
            ChangeSuggestion(
                organization=outcome.organization,
                field=name,
                present_value=str(before or ""),
                suggested_value=str(after),
                source=run.source.name,
            )
            for outcome in outcomes
            for name, (before, after) in outcome.suggestions.items()
        ],
        ignore_conflicts=True,
    )


def _free_slugs(names: list[str]) -> list[str]:
    stems = [slug_stem(name) for name in names]
    taken = set(RESERVED)
    taken.update(Organization.objects.filter(slug__in=stems).values_list("slug", flat=True))
    last = Organization.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    slugs = []
    for position, stem in enumerate(stems, start=1):
        # A number beyond every id: free without asking for each name, and short.
        slug = stem if stem not in taken else f"{stem}-{last + position}"
        taken.add(slug)
        slugs.append(slug)
    return slugs
