"""Organizations as respondents of surveys, and the facts by which results are compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext, gettext_lazy

from accounts.typed_numbers import typed_number
from organizations.domain.queries import organizations_of
from organizations.models import Organization, PublicBenefitField
from surveys import respondents
from surveys.respondents import Fact, Facts, Respondent, RespondentKind
from territory.models import Area

ORGANIZATION = "organization"
# Sizes by employees: the greatest number of each class, the last one has no end.
SIZES = {"0": 0, "1-5": 5, "6-20": 20, "21+": None}


def register_respondents() -> None:
    """Let organizations answer surveys, and compare their answers."""
    respondents.register_kind(
        RespondentKind(
            key=ORGANIZATION,
            label=gettext_lazy("organizacje, przez swoich przedstawicieli"),
            offered=_offered,
            find=_find,
            refusal=gettext_lazy(
                "Tę ankietę wypełniają przedstawiciele organizacji. Poproś o dostęp do profilu "
                "swojej organizacji w spisie."
            ),
        )
    )
    facts = (
        ("field", gettext_lazy("Sfera pożytku publicznego"), _fields, True),
        ("county", gettext_lazy("Powiat siedziby"), _counties, False),
        ("size", gettext_lazy("Wielkość (zatrudnienie)"), _sizes, False),
    )
    for key, label, labels, is_multiple in facts:
        respondents.register_fact(
            Fact(key=key, label=label, kind=ORGANIZATION, labels=labels, is_multiple=is_multiple)
        )


def respondent_key(organization: Organization) -> str:
    """How surveys know an organization."""
    return f"{ORGANIZATION}:{organization.pk}"


def respondent(organization: Organization) -> Respondent:
    """An organization as surveys see it."""
    return Respondent(
        respondent_key(organization), organization.name, lambda: facts_of(organization)
    )


def facts_of(organization: Organization) -> Facts:
    """What is known of it on the day it answers."""
    facts = {
        "field": list(organization.benefit_fields.values_list("pk", flat=True)),
        "county": [organization.county_id] if organization.county_id else [],
        "size": size_class(organization.employees_count),
    }
    return {key: [str(value) for value in values] for key, values in facts.items() if values}


def size_class(employees: int | None) -> list[str]:
    """The class of size; none when the profile does not tell."""
    if employees is None:
        return []
    return [next(key for key, most in SIZES.items() if most is None or employees <= most)]


def _offered(user: Any) -> Iterable[Respondent]:
    return [respondent(one) for one in organizations_of(user).order_by("name", "pk")]


def _find(key: str) -> Respondent | None:
    _kind, _sign, pk = key.partition(":")
    number = typed_number(pk)
    found = Organization.objects.filter(pk=number).first() if number else None
    return respondent(found) if found else None


def _fields() -> Mapping[str, str]:
    return {row.pk: str(row) for row in PublicBenefitField.objects.all()}


def _counties() -> Mapping[str, str]:
    return {row.pk: row.name for row in Area.objects.counties()}


def _sizes() -> Mapping[str, str]:
    return {
        "0": gettext("bez pracowników"),
        "1-5": gettext("1–5 pracowników"),
        "6-20": gettext("6–20 pracowników"),
        "21+": gettext("ponad 20 pracowników"),
    }
