"""Reading schedules in frab's JSON or XML into plain values; nothing is written here."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException
from django.utils import timezone
from django.utils.html import strip_tags

from pages.forms import YEARS

MOST_PARTS = 5000


class Unreadable(ValueError):
    """The bytes are no schedule."""


@dataclass(frozen=True, slots=True)
class Part:
    """One session of a foreign schedule."""

    guid: UUID
    title: str
    kind: str
    abstract: str
    language: str
    room: str
    track: str
    starts: datetime
    ends: datetime
    people: list[str] = field(default_factory=list)


def read_schedule(data: bytes) -> list[Part]:
    """All parts of the schedule; Unreadable when the bytes are something else."""
    text = data.lstrip(b"\xef\xbb\xbf \t\r\n")
    try:
        parts = _from_json(text) if text.startswith(b"{") else _from_xml(text)
    except (
        ValueError, KeyError, TypeError, AttributeError, OverflowError, ElementTree.ParseError,
        DefusedXmlException,
    ) as error:  # fmt: skip
        raise Unreadable from error
    if not parts or len(parts) > MOST_PARTS:
        raise Unreadable
    return parts


def _from_json(data: bytes) -> list[Part]:
    days = json.loads(data)["schedule"]["conference"]["days"]
    return [
        _part(row, room, [person_name(person) for person in row.get("persons") or []])
        for day in days
        for room, rows in day["rooms"].items()
        for row in rows
    ]


def person_name(person: dict[str, Any]) -> str:
    """Older and newer exporters name people differently."""
    return str(person.get("public_name") or person.get("name") or "").strip()


def _from_xml(data: bytes) -> list[Part]:
    parts = []
    for room in ElementTree.fromstring(data).iter("room"):
        for node in room.findall("event"):
            row: dict[str, Any] = {child.tag: (child.text or "") for child in node}
            row["guid"], row["id"] = node.get("guid", ""), node.get("id", "")
            people = [(person.text or "").strip() for person in node.iter("person")]
            parts.append(_part(row, room.get("name", ""), people))
    return parts


def _part(row: dict[str, Any], room: str, people: list[str]) -> Part:
    starts = datetime.fromisoformat(str(row["date"]).replace("Z", "+00:00"))
    if timezone.is_naive(starts):
        starts = timezone.make_aware(starts)
    ends = starts + _length(str(row["duration"]))
    if starts.year not in YEARS or ends.year not in YEARS:
        raise ValueError("No day of a programme.")
    title = str(row["title"]).strip()[:250]
    return Part(
        guid=_guid(row, title, starts),
        title=title or "–",
        kind=str(row.get("type") or "").strip().lower(),
        abstract=strip_tags(str(row.get("abstract") or row.get("description") or "")).strip(),
        language=str(row.get("language") or "pl").strip().lower()[:2],
        room=str(row.get("room") or room or "").strip()[:100],
        track=str(row.get("track") or "").strip()[:100],
        starts=starts,
        ends=ends,
        people=list(dict.fromkeys(name[:120] for name in people if name)),
    )


def _guid(row: dict[str, Any], title: str, starts: datetime) -> UUID:
    try:
        return UUID(str(row.get("guid")))
    except ValueError:
        return uuid5(NAMESPACE_URL, f"{row.get('id')}|{title}|{starts.isoformat()}")


def _length(text: str) -> timedelta:
    """ "HH:MM", or "D:HH:MM" for what takes days."""
    numbers = [int(part) for part in text.split(":")]
    minutes = numbers[-1] + 60 * numbers[-2] + (1440 * numbers[-3] if len(numbers) > 2 else 0)
    return timedelta(minutes=max(minutes, 1))
