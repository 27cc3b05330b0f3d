"""Reads about those who registered."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from events.models import ENDED_STATES, CheckIn, Event, MailGroup, Registration, RegistrationState


def for_organiser(event: Event) -> QuerySet[Any]:
    """The organiser's table: with county, pool and whether the person came."""
    came = CheckIn.objects.filter(registration=OuterRef("pk"), session__isnull=True)
    return (
        event.registrations.filter(erased_at__isnull=True)
        .select_related("county", "pool", "organization")
        .annotate(came=Exists(came))
        .order_by("number")
    )


def search(rows: QuerySet[Registration], words: str) -> QuerySet[Registration]:
    """Those whose name, address or organization holds each word."""
    for word in words.split():
        rows = rows.filter(
            Q(full_name__unaccent__icontains=word)
            | Q(email__icontains=word)
            | Q(organization_name__unaccent__icontains=word)
            | Q(code__iexact=word)
        )
    return rows


def listed(event: Event) -> list[Registration]:
    """Those who agreed to be shown, where the organiser shows them at all."""
    if not event.shows_participants:
        return []
    return list(
        event.registrations.confirmed()
        .filter(accepts_listing=True, erased_at__isnull=True)
        .order_by("full_name")[:500]
    )


def own_registrations(user: Any, event: Event) -> list[Registration]:
    """The person's own registrations that have not ended."""
    if not user.is_authenticated:
        return []
    rows = event.registrations.filter(user=user).alive()
    return list(rows.order_by("number"))


def group_of(event: Event, group: str) -> QuerySet[Any]:
    """Who gets a letter meant for ``group`` (registrations only)."""
    rows = for_organiser(event)
    state = RegistrationState
    choices = {
        MailGroup.CONFIRMED: rows.filter(state=state.CONFIRMED),
        MailGroup.WAITING: rows.filter(state__in=[state.WAITING, state.OFFERED]),
        MailGroup.PENDING: rows.filter(state=state.PENDING),
        MailGroup.PRESENT: rows.filter(state=state.CONFIRMED, came=True),
        MailGroup.ABSENT: rows.filter(state=state.CONFIRMED, came=False),
        MailGroup.ALL: rows.exclude(state__in=ENDED_STATES),
    }
    return choices[MailGroup(group)]


def counts_by_state(event: Event) -> dict[str, int]:
    """How many stand where."""
    rows = event.registrations.values_list("state").annotate(n=Count("pk")).order_by()
    return dict.fromkeys(RegistrationState.values, 0) | dict(rows)
