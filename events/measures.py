"""What of events is measured: pages read, and who came from which county and side."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from django.db.models import Count as Number
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from events.models import CheckIn, Event, Registration, RegistrationState
from insight import participation, places
from insight.places import Place


def register_measures() -> None:
    """Tell the reports what events know."""
    places.register(Place(view_name="events:list", label=_("lista wydarzeń")))
    places.register(
        Place(view_name="events:detail", label=_("strona wydarzenia"), counties_of=_counties)
    )
    participation.register(
        participation.Source(
            key="events", label=_("Uczestnicy wydarzeń"), counted=_participants, order=20
        )
    )


def _counties(slugs: Collection[str]) -> Mapping[str, str]:
    rows = Event.objects.filter(slug__in=slugs, county__isnull=False)
    return dict(rows.values_list("slug", "county_id"))


def _participants(since: date, until: date) -> Iterator[participation.Count]:
    """Those who came, by the day on which the event began."""
    came = CheckIn.objects.filter(registration=OuterRef("pk"), session__isnull=True)
    rows = (
        Registration.objects.filter(
            Exists(came),
            state=RegistrationState.CONFIRMED,
            event__is_template=False,
            event__starts_at__date__range=(since, until),
        )
        .order_by()
        .values_list("county", "sector")
        .annotate(n=Number("pk"))
    )
    for county, sector, number in rows:
        yield participation.Count(county or "", sector, number)
