"""Organizations that could be partners of a call, and why.

A candidate must share a field with the call. Points: 3 for each shared field, 2 for each shared
target group, 2 for working in a county of the call, 1 for a whole-region candidate, and up to 4
for words of what is sought in its name and description.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    FloatField,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Least
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from organizations.models import Organization, OrganizationStatus, PartnershipCall, Reach
from search.lemmas import STOP_WORDS, word_forms
from search.lemmas import words as words_of

MOST = 12
SHORTEST_WORD = 4
# Every call and every profile has them, so they tell nothing.
EVERYWHERE = frozenset(
    ["organizacja", "gmina", "stowarzyszenie", "fundacja", "szukac", "ktory", "oraz", "nasz"]
)
MOST_WORDS = 24
# ts_rank of a good match is about 0.1; so many points make it as heavy as two shared groups.
RANK_POINTS = 40.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible partner with the reasons for it, the strongest first."""

    organization: Organization
    reasons: list[str]
    is_invited: bool


def candidates(call: PartnershipCall) -> list[Candidate]:
    """The best ``MOST`` organizations that have not answered the call."""
    fields = [field.pk for field in call.benefit_fields.all()]
    groups = [group.pk for group in call.target_groups.all()]
    counties = [area.pk for area in call.counties.all()]
    words = _words(call.sought)
    rows = _scored(_possible(call, fields), fields, groups, counties, words)
    invited = set(call.suggestions.values_list("organization_id", flat=True))
    found = rows.order_by("-points", "name", "pk").prefetch_related(
        "benefit_fields", "target_groups", "areas_of_action"
    )[:MOST]
    return [
        Candidate(
            row, list(_reasons(row, fields, groups, counties, words)), is_invited=row.pk in invited
        )
        for row in found
    ]


def _possible(call: PartnershipCall, fields: list[str]) -> QuerySet[Organization]:
    shared = Organization.benefit_fields.through.objects.filter(
        organization=OuterRef("pk"), publicbenefitfield__in=fields
    )
    rows = Organization.objects.published().filter(Exists(shared), status=OrganizationStatus.ACTIVE)
    answered = call.interests.filter(organization__isnull=False).values("organization")
    return rows.exclude(pk__in=answered).exclude(pk=call.organization_id or 0)


def _scored(
    rows: QuerySet[Organization],
    fields: list[str],
    groups: list[str],
    counties: list[str],
    words: Collection[str],
) -> QuerySet[Any]:
    here = Q(county__in=counties) | Exists(
        Organization.areas_of_action.through.objects.filter(
            organization=OuterRef("pk"), area__in=counties
        )
    )
    place = Case(
        When(here, then=Value(2)),
        When(reach__in=[Reach.VOIVODESHIP, Reach.COUNTRY], then=Value(1)),
        default=Value(0),
        output_field=IntegerField(),
    )
    return rows.annotate(
        points=Value(3.0)
        * _shared(Organization.benefit_fields.through, "publicbenefitfield", fields)
        + Value(2.0) * _shared(Organization.target_groups.through, "targetgroup", groups)
        + place
        + _likeness(words),
    )


def _shared(through: Any, name: str, keys: list[str]) -> Any:
    counted = (
        through.objects.filter(**{"organization": OuterRef("pk"), f"{name}__in": keys})
        .order_by()
        .values("organization")
        .annotate(n=Count("pk"))
        .values("n")
    )
    return Coalesce(Subquery(counted, output_field=FloatField()), Value(0.0))


def _likeness(words: Collection[str]) -> Any:
    if not words:
        return Value(0.0)
    query = SearchQuery(" | ".join(words), search_type="raw", config="simple")
    return Least(Value(RANK_POINTS) * SearchRank(F("search_vector"), query), Value(4.0))


def _words(text: str) -> dict[str, str]:
    """Forms by which profiles are searched, each with the word that was written."""
    found: dict[str, str] = {}
    for word in words_of(text):
        forms = word_forms(word)
        if len(word) < SHORTEST_WORD or word in STOP_WORDS or EVERYWHERE & {*forms}:
            continue
        if len(found) < MOST_WORDS:
            found.update({form: word for form in forms if re.fullmatch(r"\w+", form)})
    return found


def _reasons(
    row: Organization,
    fields: list[str],
    groups: list[str],
    counties: list[str],
    words: Mapping[str, str],
) -> Iterable[str]:
    shared = [str(field) for field in row.benefit_fields.all() if field.pk in fields]
    yield ngettext("ta sama sfera: %(names)s", "te same sfery: %(names)s", len(shared)) % {
        "names": ", ".join(shared)
    }
    people = [str(group) for group in row.target_groups.all() if group.pk in groups]
    if people:
        yield _("dla tych samych osób: %(names)s") % {"names": ", ".join(people)}
    places = {area.pk for area in row.areas_of_action.all()} | {row.county_id}
    if places & set(counties):
        yield _("działa na tym terenie")
    known = set(re.findall(r"\w+", f"{row.search_names} {row.search_texts}"))
    written = list(dict.fromkeys(word for form, word in words.items() if form in known))[:3]
    if written:
        yield _("pisze o tym, czego szukacie: %(words)s") % {"words": ", ".join(written)}
