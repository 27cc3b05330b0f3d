"""Events as open data."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from events import api
from events.domain import queries
from events.sitemaps import EventSitemap
from open_data.datasets import Dataset, Record, register_dataset
from open_data.public_api import EVERYBODY, register_router
from open_data.sitemaps import register_sitemap

CHUNK = 500


def register_open_data() -> None:
    """Answer in the API, give events as a file, and let engines find them."""
    register_sitemap("wydarzenia", EventSitemap)
    register_router("/events", api.router, "events")
    register_dataset(
        Dataset(
            key="events",
            title=_("Wydarzenia"),
            description=_("Wszystkie ogłoszone wydarzenia: rodzaj, termin, miejsce, organizator."),
            keywords=(_("wydarzenia"), _("współpraca")),
            columns=tuple(api.EventOut.model_fields),
            records=_events,
            api_path="/events",
        )
    )


def _events() -> Iterator[Record]:
    rows = queries.events_for_list(EVERYBODY).order_by("pk")
    return (api.describe_event(row) for row in rows.iterator(chunk_size=CHUNK))
