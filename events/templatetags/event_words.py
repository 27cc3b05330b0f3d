"""How events are spoken of in templates."""

from __future__ import annotations

import json
from typing import Any

from django import template
from django.utils import formats, timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.models import Event, EventStage, Material
from events.web import words

register = template.Library()


@register.filter
def term(event: Event) -> str:
    """When, as people say it: one day with hours, or two days."""
    starts, ends = timezone.localtime(event.starts_at), timezone.localtime(event.ends_at)
    first = formats.date_format(starts, "DATE_FORMAT")
    if event.is_one_day:
        return f"{first}, {starts:%H:%M}–{ends:%H:%M}"
    return f"{first}, {starts:%H:%M} – {formats.date_format(ends, 'DATE_FORMAT')}, {ends:%H:%M}"


@register.filter
def where(event: Event) -> str:
    """The town or that it is on the internet."""
    if event.mode == "online":
        return str(event.get_mode_display())
    return ", ".join(part for part in (event.venue, event.town) if part) or str(
        event.get_mode_display()
    )


@register.filter
def places_sentence(event: Event) -> str:
    """How many places are left, or how one comes in."""
    if event.stage == EventStage.CANCELLED:
        return str(_("odwołane"))
    if not event.has_registration:
        return str(_("wstęp wolny"))
    if not event.registration_is_open:
        return str(_("zapisy zamknięte")) if event.is_over else _waits_or_closed(event)
    if event.free_places is None:
        return str(_("są wolne miejsca"))
    if event.free_places > 0:
        return ngettext(
            "%(count)d wolne miejsce", "%(count)d wolnych miejsc", event.free_places
        ) % {"count": event.free_places}
    return str(_("lista rezerwowa"))


def _waits_or_closed(event: Event) -> str:
    if event.registration_opens_at and event.registration_opens_at > timezone.now():
        day = formats.date_format(timezone.localtime(event.registration_opens_at), "DATE_FORMAT")
        return str(_("zapisy od %(day)s") % {"day": day})
    return str(_("zapisy zamknięte"))


@register.filter
def stage_kind(stage: str) -> str:
    """The look of a stage."""
    return words.STAGE_BADGES[EventStage(stage)]


@register.filter
def state_kind(state: str) -> str:
    """The look of a registration's state."""
    return words.STATE_BADGES[state]  # type: ignore[index]


@register.filter
def application_kind(state: str) -> str:
    """The look of an application's state."""
    return words.APPLICATION_BADGES[state]  # type: ignore[index]


@register.filter
def lookup(mapping: dict[Any, Any], key: Any) -> Any:
    """A value of a mapping."""
    return mapping.get(key, "")


@register.filter
def cell(value: Any) -> str:
    """A value in a table of the organiser."""
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return str(_("tak")) if value else str(_("nie"))
    if hasattr(value, "tzinfo"):
        return str(formats.date_format(timezone.localtime(value), "DATETIME_FORMAT"))
    return str(formats.localize(value))


@register.filter
def json_ld(data: dict[str, Any]) -> SafeString:
    """Structured data for a script of data; nothing in it can end the script."""
    text = json.dumps(data, ensure_ascii=False)
    for sign, code in (("<", "\\u003C"), (">", "\\u003E"), ("&", "\\u0026")):
        text = text.replace(sign, code)
    return mark_safe(text)  # noqa: S308 (every sign that HTML knows is written as a code)


@register.filter
def photos(materials: list[Material]) -> list[Material]:
    """Only pictures of the gallery."""
    return [row for row in materials if row.is_photo]


@register.filter
def papers(materials: list[Material]) -> list[Material]:
    """Only files and links."""
    return [row for row in materials if not row.is_photo]
