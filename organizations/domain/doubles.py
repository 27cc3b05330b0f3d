"""Organizations that stand in the directory twice, or would."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from organizations.models import Organization, Publication


def find_same(
    *, krs: str | None = "", nip: str | None = "", regon: str | None = ""
) -> Organization | None:
    """The organization with one of these numbers; KRS is the surest, then NIP, then REGON."""
    for column, number in (("krs", krs), ("nip", nip), ("regon", regon)):
        if number:
            rows = Organization.objects.exclude(publication=Publication.MERGED)
            found = rows.filter(**{column: number}).first()
            if found:
                return found
    return None


@dataclass(frozen=True, slots=True)
class LikelyDouble:
    """Two profiles that may be one, and why we think so."""

    first: Organization
    second: Organization
    why: str


def likely_doubles(limit: int = 50) -> list[LikelyDouble]:
    """Pairs with the same words in their names in one county, or with the same e-mail."""
    rows = Organization.objects.exclude(publication=Publication.MERGED)
    pairs = [
        *_pairs(rows.exclude(search_names=""), ["search_names", "county"], _("ta sama nazwa")),
        *_pairs(rows.exclude(email=""), ["email"], _("ten sam e-mail")),
    ]
    return pairs[:limit]


def similar_to(organization: Organization, limit: int = 10) -> QuerySet[Any]:
    """Profiles with a name like this one's, most alike first."""
    return (
        Organization.objects.exclude(publication=Publication.MERGED)
        .exclude(pk=organization.pk)
        .filter(search_plain__trigram_similar=organization.search_plain)
        .annotate(likeness=TrigramSimilarity("search_plain", organization.search_plain))
        .select_related("county")
        .order_by("-likeness")[:limit]
    )


def _pairs(rows: QuerySet[Organization], columns: list[str], why: str) -> list[LikelyDouble]:
    groups = rows.order_by().values(*columns).annotate(n=Count("pk"), ids=ArrayAgg("pk"))
    ids = [sorted(group["ids"])[:2] for group in groups.filter(n__gt=1)[:50]]
    found = Organization.objects.select_related("county").in_bulk([pk for two in ids for pk in two])
    return [LikelyDouble(found[first], found[second], why) for first, second in ids]
