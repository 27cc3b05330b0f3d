"""Events as search engines read them (schema.org Event, JSON-LD)."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from events.models import Event, EventMode, EventStage

_MODES = {
    EventMode.ON_SITE: "OfflineEventAttendanceMode",
    EventMode.ONLINE: "OnlineEventAttendanceMode",
    EventMode.HYBRID: "MixedEventAttendanceMode",
}


def describe(event: Event) -> dict[str, Any]:
    """The event in the vocabulary of schema.org."""
    url = f"{settings.BASE_URL}{event.get_absolute_url()}"
    status = "EventCancelled" if event.stage == EventStage.CANCELLED else "EventScheduled"
    described: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": event.title,
        "description": event.summary,
        "url": url,
        "startDate": event.starts_at.isoformat(),
        "endDate": event.ends_at.isoformat(),
        "eventStatus": f"https://schema.org/{status}",
        "eventAttendanceMode": f"https://schema.org/{_MODES[EventMode(event.mode)]}",
        "isAccessibleForFree": True,
        "organizer": {
            "@type": "GovernmentOrganization",
            "name": event.public_body.name,
            "url": f"{settings.BASE_URL}{event.public_body.get_absolute_url()}",
        },
        "location": _locations(event, url),
    }
    if event.has_registration:
        described["offers"] = _offer(event, url)
    return described


def _locations(event: Event, url: str) -> list[dict[str, Any]]:
    places: list[dict[str, Any]] = []
    if event.mode != EventMode.ONLINE:
        places.append(
            {
                "@type": "Place",
                "name": event.venue or event.town or event.public_body.name,
                "address": {
                    "@type": "PostalAddress",
                    "streetAddress": event.street_address,
                    "addressLocality": event.town,
                    "addressCountry": "PL",
                },
            }
        )
    if event.mode != EventMode.ON_SITE:
        places.append({"@type": "VirtualLocation", "url": event.stream_url or url})
    return places


def _offer(event: Event, url: str) -> dict[str, Any]:
    is_full = event.free_places is not None and event.free_places <= 0
    return {
        "@type": "Offer",
        "price": "0",
        "priceCurrency": "PLN",
        "url": url,
        "validThrough": event.registration_ends_at.isoformat(),
        "availability": f"https://schema.org/{'SoldOut' if is_full else 'InStock'}",
    }
