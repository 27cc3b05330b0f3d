"""What the project promised of events, counted from those that were held."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Count, Sum
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.models import Event, EventKind, EventStage, Registration, RegistrationState
from pages.progress import Goal


def goals_of_events() -> Iterator[Goal]:
    """Meetings and trainings with their hours and people, conferences, the Forum."""
    url = reverse("events:list")
    held = _held()
    people = _people()

    def of(kind: EventKind) -> tuple[int, int]:
        return held.get(kind, (0, 0))

    meetings, training = EventKind.INFORMATION_MEETING, EventKind.TRAINING
    yield Goal(_("spotkania w powiatach"), of(meetings)[0], 18, url)
    yield Goal(_("godziny debat"), of(meetings)[1], 54, url)
    yield Goal(_("osoby na spotkaniach"), people.get(meetings, 0), 270, url)
    yield Goal(_("szkolenia"), of(training)[0], 12, url)
    yield Goal(_("godziny szkoleń"), of(training)[1], 96, url)
    yield Goal(_("przeszkolone osoby"), people.get(training, 0), 120, url)
    yield Goal(_("konferencje"), of(EventKind.CONFERENCE)[0], 2, url)
    yield Goal(_("Forum Inicjatyw Pozarządowych"), of(EventKind.FORUM)[0], 1, url)


def _held() -> dict[str, tuple[int, int]]:
    """Number and whole hours of announced events that are over, by kind."""
    rows = (
        Event.objects.filter(
            stage=EventStage.PUBLISHED, is_template=False, ends_at__lte=timezone.now()
        )
        .order_by()
        .values("kind")
        .annotate(number=Count("pk"), length=Sum("hours"))
    )
    return {row["kind"]: (row["number"], int(row["length"] or 0)) for row in rows}


def _people() -> dict[str, int]:
    """Who was let in at the door, by kind of event."""
    rows = (
        Registration.objects.filter(
            state=RegistrationState.CONFIRMED,
            event__stage=EventStage.PUBLISHED,
            event__is_template=False,
            check_ins__session=None,
            check_ins__isnull=False,
        )
        .order_by()
        .values("event__kind")
        .annotate(number=Count("pk", distinct=True))
    )
    return {row["event__kind"]: row["number"] for row in rows}
