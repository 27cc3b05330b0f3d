"""Registry of who may answer a survey, and of facts by which results are compared.

Surveys know people and personal links; activities add their own kinds (an organization
by its representatives) and what is known of them (field, county, size).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text: TypeAlias = str | Promise
Facts: TypeAlias = Mapping[str, list[str]]

PERSON = "person"
LINK = "link"


@dataclass(frozen=True, slots=True)
class Respondent:
    """Whoever gives one response; ``key`` is the same by whichever way they come."""

    key: str
    name: str
    facts: Callable[[], Facts] = field(default=dict)


@dataclass(frozen=True, kw_only=True)
class RespondentKind:
    """Those who may answer; ``offered`` are the respondents for whom a person may speak."""

    key: str
    label: Text
    offered: Callable[[Any], Iterable[Respondent]]
    find: Callable[[str], Respondent | None]
    refusal: Text


@dataclass(frozen=True, kw_only=True)
class Fact:
    """Something known of respondents of a kind; ``labels`` names its values in their order.

    A fact with ``is_multiple`` has several values for one respondent, so that its groups overlap.
    """

    key: str
    label: Text
    kind: str
    labels: Callable[[], Mapping[str, str]]
    is_multiple: bool = False


_kinds: dict[str, RespondentKind] = {}
_facts: dict[tuple[str, str], Fact] = {}


def register_kind(kind: RespondentKind) -> None:
    """Let a new kind of respondents answer."""
    _kinds[kind.key] = kind


def register_fact(fact: Fact) -> None:
    """Compare results of a kind of respondents by one more fact."""
    _facts[fact.kind, fact.key] = fact


def kinds() -> list[RespondentKind]:
    """All kinds, as a form offers them."""
    return list(_kinds.values())


def kind_of(key: str) -> RespondentKind:
    """The kind with a key."""
    return _kinds[key]


def facts_of(kind: str) -> list[Fact]:
    """Facts known of respondents of a kind, in the order of registration."""
    return [fact for (of, _key), fact in _facts.items() if of == kind]


def _the_person(user: Any) -> list[Respondent]:
    return [Respondent(f"{PERSON}:{user.pk}", str(user))] if user.is_authenticated else []


def _nobody(user: Any) -> list[Respondent]:
    return []


def _not_found(key: str) -> None:
    return None


register_kind(
    RespondentKind(
        key=PERSON,
        label=_("osoby z kontem na portalu"),
        offered=_the_person,
        find=_not_found,
        refusal=_("Zaloguj się, aby odpowiedzieć."),
    )
)
register_kind(
    RespondentKind(
        key=LINK,
        label=_("osoby z osobistym odnośnikiem"),
        offered=_nobody,
        find=_not_found,
        refusal=_("Odpowiedz przez odnośnik z zaproszenia."),
    )
)
