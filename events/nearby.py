"""Events near a place, and how many the portal announced."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy

from events.models import Event, EventStage
from pages.nearby import Near, Place
from pages.numbers import Number, by_month

SHOWN = 3
EVERYBODY = AnonymousUser()


def events_near(place: Place) -> Iterator[Near]:
    """What comes next in the county."""
    rows = Event.objects.visible_to(EVERYBODY).upcoming().filter(county=place.county)
    for row in rows.order_by("starts_at", "pk")[:SHOWN]:
        day = date_format(timezone.localtime(row.starts_at), "DATE_FORMAT")
        yield Near(_("Wydarzenie"), row.title, row.get_absolute_url(), day)


def number_of_events() -> Iterator[Number]:
    """Announced events, by the month in which they are held."""
    events = Event.objects.visible_to(EVERYBODY).filter(stage=EventStage.PUBLISHED)
    held = events.filter(starts_at__lte=timezone.now())
    number = events.count()
    yield Number(
        label=ngettext_lazy("ogłoszone wydarzenie", "ogłoszonych wydarzeń", number),
        value=number,
        months=by_month(held, "starts_at"),
        months_label=gettext_lazy("Wydarzenia, które się odbyły, w kolejnych miesiącach"),
        url=reverse("events:list"),
    )
