"""What mail providers report by webhook, read by django-anymail, as reports of ours."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from anymail.signals import AnymailTrackingEvent, EventType, RejectReason

from notifications.domain.refusals import enhanced_code, weight_of
from notifications.domain.suppression import Report, take_report
from notifications.models import ReportSort, ReportSource

_OF_THE_ADDRESS = {RejectReason.BOUNCED, RejectReason.INVALID}


def take_event(event: AnymailTrackingEvent, provider: str) -> None:
    """Take an event into the book, unless it is about something else than refusal."""
    sort = _sort_of(event)
    if sort is None or not event.recipient:
        return
    detail = event.mta_response or event.description or event.event_type
    take_report(
        Report(
            email=event.recipient,
            sort=sort,
            source=ReportSource.WEBHOOK,
            detail=f"{provider}: {detail}"[:2000],
            key=f"{provider}:{_key_of(event)}",
        )
    )


def _sort_of(event: AnymailTrackingEvent) -> ReportSort | None:
    if event.event_type == EventType.COMPLAINED:
        return ReportSort.COMPLAINT
    if event.event_type == EventType.DEFERRED:
        return ReportSort.SOFT
    if event.event_type == EventType.REJECTED and event.reject_reason in _OF_THE_ADDRESS:
        return ReportSort.HARD
    if event.event_type != EventType.BOUNCED:
        return None
    if _is_called_passing(event.esp_event):
        return ReportSort.SOFT
    return weight_of(enhanced_code(event.mta_response or ""))


def _is_called_passing(raw: Any) -> bool:
    """Where providers themselves say that a bounce will pass, in their own words."""
    if not isinstance(raw, dict):
        return False
    bounce = raw.get("bounce")
    by_amazon = bounce.get("bounceType") if isinstance(bounce, dict) else ""
    return raw.get("Type") == "SoftBounce" or by_amazon in {"Transient", "Undetermined"}


def _key_of(event: AnymailTrackingEvent) -> str:
    """The provider's own number of the event, otherwise a fingerprint of its contents."""
    if event.event_id:
        return str(event.event_id)[:100]
    contents = json.dumps([event.recipient, event.esp_event], sort_keys=True, default=str)
    return hashlib.sha256(contents.encode()).hexdigest()
