"""Initiatives from CSV, XLSX or GeoJSON: values, keys, mistakes. Knows no database rows."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import IO, Any

from django.utils.translation import gettext as _

from organizations.imports import values
from organizations.imports.tables import UnreadableTable, open_table
from organizations.imports.values import WrongValue
from organizations.models.initiatives import InitiativeStage
from search.lemmas import plain

MOST_ROWS = 5000
# Our fields by the titles that columns and properties have, without diacritics.
TITLES: dict[str, tuple[str, ...]] = {
    "source_key": ("id", "numer", "nr", "klucz"),
    "title": ("title", "tytul", "nazwa"),
    "summary": ("summary", "w jednym zdaniu", "skrot", "opis krotki"),
    "story": ("story", "opis", "opowiesc"),
    "stage": ("stage", "etap", "stan"),
    "informal_group": ("who", "kto", "grupa", "organizator"),
    "gmina": ("gmina", "teryt"),
    "place": ("place", "miejsce", "adres"),
    "latitude": ("latitude", "lat", "szerokosc", "szerokosc geograficzna"),
    "longitude": ("longitude", "lon", "lng", "dlugosc", "dlugosc geograficzna"),
    "starts_on": ("starts_on", "od", "poczatek"),
    "ends_on": ("ends_on", "do", "koniec"),
    "volunteers_needed": ("volunteers_needed", "kogo szukaja", "wolontariusze"),
    "contact": ("contact", "kontakt", "e-mail", "email"),
    "website": ("website", "url", "strona", "www"),
}
REQUIRED = ("title", "gmina")


@dataclass(slots=True)
class InitiativeRow:
    """What one row says; empty cells say nothing."""

    number: int
    values: dict[str, Any] = field(default_factory=dict)
    mistakes: list[str] = field(default_factory=list)


def read_initiatives(stream: IO[bytes], kind: str) -> Iterator[InitiativeRow]:
    """Rows of the file; ``kind`` is "csv", "xlsx" or "txt" (GeoJSON). Raises UnreadableTable."""
    records = _features(stream) if kind == "txt" else _table(stream, kind)
    seen: dict[str, int] = {}
    for number, record in records:
        if number > MOST_ROWS:
            raise UnreadableTable(
                _("Plik ma więcej niż %(rows)s pozycji. Podziel go na części.")
                % {"rows": MOST_ROWS}
            )
        row = _read(number, record)
        first = seen.setdefault(row.values["source_key"], number)
        if first != number:
            row.mistakes.append(_("To samo co w pozycji %(row)s.") % {"row": first})
        yield row


def _read(number: int, record: dict[str, str]) -> InitiativeRow:
    row = InitiativeRow(number)
    for name, text in record.items():
        try:
            row.values[name] = READERS[name](text)
        except WrongValue as error:
            row.mistakes.append(str(error))
    for name in REQUIRED:
        if name not in record:
            row.mistakes.append(_("Brakuje: %(name)s.") % {"name": TITLES[name][-1]})
    row.values.setdefault("summary", str(row.values.get("title", ""))[:240])
    # Without a number of its own an initiative is known by its title and place.
    key = f"{row.values.get('title', '')}|{row.values.get('gmina', '')}"
    row.values.setdefault("source_key", plain(key)[:80])
    return row


def _table(stream: IO[bytes], kind: str) -> Iterator[tuple[int, dict[str, str]]]:
    table = open_table(stream, kind)
    names = [_field_of(header) for header in table.headers]
    if "title" not in names:
        raise UnreadableTable(_("W pliku nie ma kolumny z tytułem."))
    for count, (_line, cells) in enumerate(table.rows, start=1):
        pairs = zip(names, cells, strict=True)
        yield count, {name: cell for name, cell in pairs if name and cell}


def _features(stream: IO[bytes]) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        data = json.loads(stream.read().decode("utf-8-sig"))
        features = data["features"]
        if not isinstance(features, list):
            raise TypeError
    except (UnicodeDecodeError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise UnreadableTable(_("To nie jest plik GeoJSON z listą obiektów.")) from error
    for count, feature in enumerate(features, start=1):
        yield count, _record(feature) if isinstance(feature, dict) else {}


def _record(feature: dict[str, Any]) -> dict[str, str]:
    properties = feature.get("properties")
    record = {}
    for title, value in (properties if isinstance(properties, dict) else {}).items():
        name = _field_of(str(title))
        text = ", ".join(map(str, value)) if isinstance(value, list) else str(value or "")
        if name and text.strip():
            record[name] = text.strip()
    if feature.get("id"):
        record["source_key"] = str(feature["id"])
    geometry = feature.get("geometry")
    point = geometry.get("coordinates") if isinstance(geometry, dict) else None
    if isinstance(point, list) and len(point) >= 2:
        record["longitude"], record["latitude"] = str(point[0]), str(point[1])
    return record


def _field_of(title: str) -> str:
    words = plain(title).strip(" .:")
    return next((name for name, titles in TITLES.items() if words in titles), "")


def _number(low: float, high: float) -> Callable[[str], float]:
    def read(text: str) -> float:
        try:
            number = float(text.replace(",", "."))
        except ValueError:
            number = high + 1
        # Comparisons with "nan" are false, so it is refused here too.
        if not low <= number <= high:
            raise WrongValue(_("To nie są współrzędne: %(value)s") % {"value": text[:40]})
        return number

    return read


def _stage(text: str) -> str:
    words = plain(text)
    for stage in InitiativeStage:
        if words in {stage.value, plain(str(stage.label))}:
            return stage.value
    raise WrongValue(_("Nie ma takiego etapu: %(value)s") % {"value": text[:40]})


READERS: dict[str, Callable[[str], Any]] = {
    "source_key": values.text(80),
    "title": values.text(160),
    "summary": values.text(240),
    "story": values.text(6000),
    "stage": _stage,
    "informal_group": values.text(160),
    "gmina": values.gmina,
    "place": values.text(160),
    "latitude": _number(-90, 90),
    "longitude": _number(-180, 180),
    "starts_on": values.day,
    "ends_on": values.day,
    "volunteers_needed": values.text(240),
    "contact": values.email,
    "website": values.website,
}
