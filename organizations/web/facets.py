"""Facets as the filter panel shows them: choices with counts, ticks and letters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict

from organizations.domain.facets import Counts
from organizations.web.filters import OrganizationFilter
from territory.polish_order import ALPHABET

PANEL = ["powiat", "gmina", "sfera", "odbiorcy", "forma", "opp", "stan"]
OPEN_AT_FIRST = {"powiat", "sfera"}


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a facet."""

    value: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class ShownFacet:
    """One group of checkboxes."""

    name: str
    label: str
    choices: list[Choice]
    is_open: bool


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter of the alphabet over the list; without ``url`` nothing begins with it."""

    letter: str
    url: str
    is_current: bool


def shown_facets(filterset: OrganizationFilter, counts: Mapping[str, Counts]) -> list[ShownFacet]:
    """The groups of the filter panel; choices that would show nothing are left out."""
    return [_facet(filterset, name, counts.get(name, {})) for name in PANEL]


def _facet(filterset: OrganizationFilter, name: str, counts: Counts) -> ShownFacet:
    field = filterset.form.fields[name]
    chosen = filterset.form.cleaned_data.get(name) or []
    choices = [
        Choice(str(value), str(label), counts.get(str(value), 0), str(value) in chosen)
        for value, label in field.choices
    ]
    shown = [choice for choice in choices if choice.count or choice.is_chosen]
    return ShownFacet(name, str(field.label), shown, bool(chosen) or name in OPEN_AT_FIRST)


def shown_letters(query: QueryDict, counts: Counts) -> list[Letter]:
    """The Polish alphabet as links that keep the other filters."""
    current = query.get("litera", "")
    letters = [letter.upper() for letter in ALPHABET]
    return [
        Letter(
            letter,
            _with_letter(query, "" if letter == current else letter) if letter in counts else "",
            letter == current,
        )
        for letter in letters
    ]


def _with_letter(query: QueryDict, letter: str) -> str:
    changed = query.copy()
    changed.pop("page", None)
    changed.pop("litera", None)
    if letter:
        changed["litera"] = letter
    return f"?{changed.urlencode()}"
