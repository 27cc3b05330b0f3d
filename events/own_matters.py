"""What waits for a person on "Moje sprawy"."""

from __future__ import annotations

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.translation import gettext_lazy, ngettext

from accounts.dashboard import Item, Section
from accounts.models import User
from events.models import (
    ApplicationState,
    Event,
    EventStage,
    Registration,
    RegistrationState,
    Task,
)

MOST_LINES = 10


def own_registrations(user: User) -> Section | None:
    """Coming events for which the person registered; an offer must be answered."""
    rows = (
        Registration.objects.filter(user=user, event__ends_at__gt=timezone.now())
        .alive()
        .select_related("event")
        .order_by("event__starts_at")[:MOST_LINES]
    )
    items = [
        Item(
            title=row.event.title,
            url=reverse("events:own_registration", args=[row.pk]),
            note=formats.date_format(timezone.localtime(row.event.starts_at), "DATETIME_FORMAT"),
            badge=row.get_state_display(),
            tone="warning" if row.state == RegistrationState.OFFERED else "",
        )
        for row in rows
    ]
    if not items:
        return None
    waits = any(item.tone for item in items)
    return Section(
        key="own-events",
        title=gettext_lazy("Twoje wydarzenia"),
        items=items,
        rank=10 if waits else 30,
    )


def events_to_run(user: User) -> Section | None:
    """Coming events of the person's offices and teams."""
    rows = (
        Event.objects.organised_by(user)
        .filter(is_template=False, ends_at__gt=timezone.now())
        .exclude(stage=EventStage.CANCELLED)
        .order_by("starts_at")[:MOST_LINES]
    )
    items = [
        Item(
            title=row.title,
            url=reverse("events:backstage", args=[row.slug]),
            note=formats.date_format(timezone.localtime(row.starts_at), "DATE_FORMAT"),
            badge=row.get_stage_display(),
        )
        for row in rows
    ]
    if not items:
        return None
    return Section(
        key="events-to-run",
        title=gettext_lazy("Wydarzenia, które organizujesz"),
        items=items,
        rank=20,
        more_url=reverse("events:own"),
        more_text=gettext_lazy("Wszystkie"),
    )


def own_tasks(user: User) -> Section | None:
    """Tasks of the checklists that are the person's."""
    today = timezone.localdate()
    rows = Task.objects.filter(assignee=user, done_at__isnull=True).select_related("event")
    items = [
        Item(
            title=row.title,
            url=reverse("events:rows", args=[row.event.slug, "zadania"]),
            note=row.event.title,
            badge=formats.date_format(row.due_on) if row.due_on else "",
            tone="danger" if row.due_on and row.due_on < today else "",
        )
        for row in rows.order_by("due_on")[:MOST_LINES]
    ]
    if not items:
        return None
    return Section(
        key="event-tasks", title=gettext_lazy("Zadania przy wydarzeniach"), items=items, rank=15
    )


def applications_to_decide(user: User) -> Section | None:
    """Stands and proposals for the programme that wait for the organiser's decision."""
    rows = Event.objects.organised_by(user).filter(is_template=False, ends_at__gt=timezone.now())
    kinds = {"exhibitors": "events:exhibitors", "proposals": "events:proposals"}
    items = [
        Item(
            title=row.title,
            url=reverse(address, args=[row.slug]),
            note=_applications(kind, row.waiting),
            tone="warning",
        )
        for kind, address in kinds.items()
        for row in rows.annotate(
            waiting=Count(
                kind,
                filter=Q(**{f"{kind}__state": ApplicationState.SUBMITTED}),
                distinct=True,
            )
        )
        .filter(waiting__gt=0)
        .order_by("starts_at")[:MOST_LINES]
    ]
    if not items:
        return None
    return Section(
        key="event-applications",
        title=gettext_lazy("Wydarzenia: zgłoszenia do rozpatrzenia"),
        items=items,
        rank=12,
    )


def _applications(kind: str, count: int) -> str:
    if kind == "exhibitors":
        text = ngettext(
            "%(count)d stoisko czeka na decyzję", "%(count)d stoisk czeka na decyzję", count
        )
    else:
        text = ngettext(
            "%(count)d propozycja do programu czeka na decyzję",
            "%(count)d propozycji do programu czeka na decyzję",
            count,
        )
    return text % {"count": count}
