"""Reads of awards for pages, feeds and the API; visibility comes from the models."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import Count, Max, Prefetch, Q, QuerySet
from django.db.models.functions import Now

from awards.models import (
    DECIDED_STAGES,
    Award,
    Category,
    Competition,
    Consent,
    Distinction,
    Edition,
    EditionStage,
    Nomination,
    NominationState,
)

SHOWN_FIRST = (
    EditionStage.OPEN,
    EditionStage.ANNOUNCED,
    EditionStage.CHECKING,
    EditionStage.JURY,
    EditionStage.DELIBERATION,
)


def editions(user: Any) -> QuerySet[Edition]:
    """Editions that the person may see, with their competition and number of categories."""
    return (
        Edition.objects.visible_to(user)
        .select_related("competition__public_body")
        .annotate(category_count=Count("categories"))
        .order_by("-year", "competition__name")
    )


def current_editions(user: Any) -> QuerySet[Edition]:
    """Those that are on their way, the ones that take nominations first."""
    return editions(user).filter(stage__in=[*SHOWN_FIRST, EditionStage.DRAFT, EditionStage.SEALED])


def open_editions() -> list[Edition]:
    """Editions that take nominations now, for the home page."""
    rows = Edition.objects.filter(stage=EditionStage.OPEN).select_related(
        "competition__public_body"
    )
    return list(rows.annotate(category_count=Count("categories")).order_by("closes_at")[:3])


def latest_laureates(most: int) -> list[Award]:
    """The newest public laureates, for the home page."""
    return list(laureates().filter(distinction=Distinction.LAUREATE)[:most])


def competitions(user: Any) -> QuerySet[Competition]:
    """Competitions that the person may see."""
    return Competition.objects.visible_to(user).select_related("public_body")


def categories(edition: Edition) -> QuerySet[Category]:
    """Categories of an edition with their criteria."""
    return edition.categories.prefetch_related("criteria").order_by("position", "pk")


def laureates() -> QuerySet[Award]:
    """Everything that was awarded and may be known, newest first."""
    return (
        Award.objects.public()
        .select_related(
            "category__edition__competition__public_body", "county", "photo", "organization"
        )
        .order_by(
            "-category__edition__year", "category__position", "distinction", "place", "name", "pk"
        )
    )


def laureates_of(edition: Edition) -> list[Award]:
    """The public verdict of one edition; empty before its moment."""
    rows = laureates().filter(category__edition=edition)
    return list(rows.order_by("category__position", "distinction", "place", "name"))


def public_nominees(edition: Edition) -> list[Nomination]:
    """Nominees that everybody may see now."""
    return list(
        Nomination.objects.public()
        .filter(category__edition=edition)
        .select_related("category", "county", "photo", "organization")
        .order_by("category__position", "nominee_name")
    )


def work_list(edition: Edition) -> QuerySet[Nomination]:
    """All submitted nominations for the office."""
    return (
        Nomination.objects.filter(category__edition=edition)
        .exclude(state=NominationState.DRAFT)
        .select_related("category", "county", "organization", "created_by")
        .annotate(
            nominator_count=Count("nominators", distinct=True),
            recommendation_count=Count(
                "recommendations",
                filter=Q(recommendations__written_at__isnull=False),
                distinct=True,
            ),
        )
        .order_by("category__position", "number")
    )


def work_counts(edition: Edition) -> dict[str, int]:
    """How many nominations stand in each state, and how many wait for consent."""
    rows = Nomination.objects.filter(category__edition=edition).exclude(state=NominationState.DRAFT)
    counts = dict(rows.order_by().values_list("state").annotate(count=Count("pk")))
    counts["consent"] = rows.filter(consent=Consent.ASKED).count()
    return counts


def own_nominations(user: Any) -> QuerySet[Nomination]:
    """What the person nominated or joined, newest first."""
    rows = Nomination.objects.filter(Q(created_by=user) | Q(nominators__user=user))
    return (
        Nomination.objects.filter(pk__in=rows.values("pk"))
        .select_related("category__edition__competition")
        .order_by("-updated_at", "-pk")
    )


def with_details(rows: QuerySet[Nomination]) -> QuerySet[Nomination]:
    """What every nomination's page shows; what not all have is asked for where it is shown.

    With all of it in one query, planning took five times as long as running it.
    """
    return rows.select_related(
        "category__edition__competition__public_body", "county", "benefit_field", "created_by"
    ).prefetch_related(
        Prefetch("nominators"), "recommendations", "files__file", "versions__made_by"
    )


def counts_by_county(awards: Sequence[Award]) -> dict[str, int]:
    """How many laureates each county has."""
    counts: dict[str, int] = {}
    for award in awards:
        if award.county_id:
            counts[award.county_id] = counts.get(award.county_id, 0) + 1
    return counts


def statistics(edition: Edition) -> dict[str, list[tuple[str, int]]]:
    """Submitted nominations by category, county, field and state."""
    rows = Nomination.objects.filter(category__edition=edition).exclude(state=NominationState.DRAFT)
    states = dict(NominationState.choices)

    def by(field: str) -> list[tuple[Any, int]]:
        counted = rows.order_by().values_list(field).annotate(count=Count("pk"))
        return sorted(counted.values_list(field, "count"), key=lambda row: (-row[1], str(row[0])))

    return {
        "category": by("category__name"),
        "county": [(name or "–", count) for name, count in by("county__name")],
        "field": [(name or "–", count) for name, count in by("benefit_field__label")],
        "state": [(str(states[state]), count) for state, count in by("state")],
    }


def public_signs() -> tuple[Any, ...]:
    """One query whose answer changes whenever public pages of awards do, also by the clock."""
    signs = Edition.objects.aggregate(
        changed=Max("updated_at"),
        count=Count("pk"),
        known=Count("pk", filter=Q(stage__in=DECIDED_STAGES, results_at__lte=Now())),
    )
    return tuple(signs.values())
