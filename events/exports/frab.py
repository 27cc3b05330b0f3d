"""Schedules in the formats of frab, which conference apps read: JSON and XML (schedule.xsd)."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from datetime import datetime, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.utils import timezone

from events.models import Event

JSON_TYPE = "application/json"
XML_TYPE = "application/xml"
# A part that begins before this hour belongs to the day before.
DAY_CHANGE = "04:00"


def as_json(event: Event, content: dict[str, Any], version: int) -> bytes:
    """The published programme as schedule.json."""
    days = _days(event, content)
    conference = {
        "acronym": event.slug,
        "title": event.title,
        "start": _day(event.starts_at),
        "end": _day(event.ends_at),
        "daysCount": len(days),
        "timeslot_duration": "00:05",
        "time_zone_name": settings.TIME_ZONE,
        "rooms": [
            {"name": room["name"], "capacity": room["capacity"]} for room in content["rooms"]
        ],
        "tracks": [{"name": track["name"]} for track in content["tracks"]],
        "days": days,
    }
    document = {"schedule": {"version": str(version), "conference": conference}}
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


def as_xml(event: Event, content: dict[str, Any], version: int) -> bytes:
    """The published programme as schedule.xml."""
    days = _days(event, content)
    root = ET.Element("schedule")
    ET.SubElement(root, "version").text = str(version)
    conference = ET.SubElement(root, "conference")
    for name, value in (
        ("title", event.title),
        ("acronym", event.slug),
        ("start", _day(event.starts_at)),
        ("end", _day(event.ends_at)),
        ("days", str(len(days))),
        ("timeslot_duration", "00:05"),
        ("time_zone_name", settings.TIME_ZONE),
    ):
        ET.SubElement(conference, name).text = value
    for day in days:
        node = ET.SubElement(
            root,
            "day",
            index=str(day["index"]),
            date=day["date"],
            start=day["day_start"],
            end=day["day_end"],
        )
        for room, parts in day["rooms"].items():
            place = ET.SubElement(node, "room", name=room)
            for part in parts:
                _part_node(place, part)
    data: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return data


def _part_node(place: ET.Element, part: dict[str, Any]) -> None:
    node = ET.SubElement(place, "event", id=str(part["id"]), guid=part["guid"])
    for name in (
        "date", "start", "duration", "room", "slug", "url", "title", "track", "type",
        "language", "abstract",
    ):  # fmt: skip
        ET.SubElement(node, name).text = part[name]
    people = ET.SubElement(node, "persons")
    for person in part["persons"]:
        ET.SubElement(people, "person", id=str(person["id"])).text = person["public_name"]
    ET.SubElement(node, "links")


def _days(event: Event, content: dict[str, Any]) -> list[dict[str, Any]]:
    rooms = {room["id"]: room["name"] for room in content["rooms"]}
    tracks = {track["id"]: track["name"] for track in content["tracks"]}
    by_day: dict[str, dict[str, list[dict[str, Any]]]] = {}
    for session in content["sessions"]:
        if session["starts"]:
            part = _part(event, session, rooms, tracks)
            by_day.setdefault(part["date"][:10], {}).setdefault(part["room"], []).append(part)
    return [
        {
            "index": number,
            "date": day,
            "day_start": f"{day}T{DAY_CHANGE}:00",
            "day_end": f"{day}T23:59:00",
            "rooms": by_day[day],
        }
        for number, day in enumerate(sorted(by_day), 1)
    ]


def _part(
    event: Event, session: dict[str, Any], rooms: dict[int, str], tracks: dict[int, str]
) -> dict[str, Any]:
    starts = datetime.fromisoformat(session["starts"])
    address = f"{settings.BASE_URL}{event.get_absolute_url()}program/{session['id']}/"
    return {
        "id": session["id"],
        "guid": session["guid"] or str(uuid5(NAMESPACE_URL, address)),
        "date": session["starts"],
        "start": f"{starts:%H:%M}",
        "duration": _duration(datetime.fromisoformat(session["ends"]) - starts),
        "room": rooms.get(session["room"], ""),
        "slug": f"{event.slug}-{session['id']}",
        "url": address,
        "title": session["title"],
        "subtitle": "",
        "track": tracks.get(session["track"], ""),
        "type": session["kind"],
        "language": session["language"],
        "abstract": session["abstract"],
        "description": "",
        "persons": [
            {"id": person["id"], "public_name": person["name"], "name": person["name"]}
            for person in session["people"]
        ],
        "links": [],
    }


def _duration(length: timedelta) -> str:
    minutes = int(length.total_seconds() // 60)
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _day(moment: datetime) -> str:
    return timezone.localdate(moment).isoformat()
