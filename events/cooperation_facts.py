"""What events tell of a body's cooperation with NGOs; read by the quality index."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from events.models import Event, EventKind, EventStage
from organizations.cooperation_facts import Fact
from organizations.models import PublicBody


def facts_of_events(body: PublicBody, first_day: date, last_day: date) -> Iterator[Fact]:
    """Announced events of the body that began in the period, and how many were trainings."""
    held = Event.objects.filter(
        public_body=body,
        is_template=False,
        stage=EventStage.PUBLISHED,
        starts_at__date__range=(first_day, last_day),
    )
    address = reverse("events:list")
    yield Fact("events.held", _("Wydarzenia urzędu na portalu"), str(held.count()), address)
    trainings = held.filter(kind=EventKind.TRAINING).count()
    yield Fact("events.trainings", _("Szkolenia urzędu na portalu"), str(trainings), address)
