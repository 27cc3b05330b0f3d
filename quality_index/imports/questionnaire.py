"""A questionnaire in a file: YAML as it is delivered, or XLSX with one row for each indicator."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

import yaml
from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from quality_index.models import HIGHEST_LEVEL, LEVEL_COUNT
from quality_index.questionnaire_columns import LEVEL_COLUMNS, NAMES

MOST_ROWS = 500
# The one in C takes a tenth of the time; PyYAML may have been built without it.
SAFE_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class QuestionnaireUnreadable(Exception):
    """The file is no questionnaire; ``problems`` are sentences for people."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(slots=True)
class PartText:
    """A plane, an area or an indicator as the file has it."""

    key: str
    names: dict[str, str]
    weight: Decimal
    description: str = ""
    parts: list[PartText] = field(default_factory=list)
    fields: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class QuestionnaireText:
    """A whole questionnaire as the file has it."""

    title: str
    description: str
    planes: list[PartText]


def read_questionnaire(data: bytes, *, is_sheet: bool) -> QuestionnaireText:
    """The questionnaire in ``data``; raises QuestionnaireUnreadable with all problems found."""
    document = _from_sheet(data) if is_sheet else _from_yaml(data)
    problems: list[str] = []
    planes = [_part(row, "areas", problems) for row in _rows(document, "planes", problems)]
    _check_keys(planes, problems)
    title = str(document.get("title") or "").strip()
    if not title:
        problems.append(_("Kwestionariusz nie ma tytułu (title)."))
    if problems:
        raise QuestionnaireUnreadable(problems)
    return QuestionnaireText(title[:200], str(document.get("description") or "").strip(), planes)


def _from_yaml(data: bytes) -> Mapping[str, Any]:
    try:
        document = yaml.load(data, Loader=SAFE_LOADER)  # noqa: S506 (a safe loader)
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise QuestionnaireUnreadable(
            [_("To nie jest plik YAML: %(why)s") % {"why": error}]
        ) from error
    if not isinstance(document, Mapping):
        raise QuestionnaireUnreadable([_("W pliku nie ma kwestionariusza.")])
    return document


def _rows(owner: Mapping[str, Any], name: str, problems: list[str]) -> list[Mapping[str, Any]]:
    rows = owner.get(name)
    if not isinstance(rows, list) or not rows or not all(isinstance(r, Mapping) for r in rows):
        where = owner.get("key") or owner.get("title") or "?"
        problems.append(_("„%(where)s”: brakuje listy %(name)s.") % {"where": where, "name": name})
        return []
    return rows


def _part(row: Mapping[str, Any], below: str, problems: list[str]) -> PartText:
    key = str(row.get("key") or "")
    part = PartText(
        key=key,
        names={name: str(row.get(name) or "").strip() for name in NAMES},
        weight=_weight(row, problems),
        description=str(row.get("description") or "").strip(),
    )
    if not part.names["name"]:
        problems.append(_("„%(key)s”: brakuje nazwy (name).") % {"key": key})
    if below == "areas":
        part.parts = [_part(area, "indicators", problems) for area in _rows(row, below, problems)]
    elif below == "indicators":
        part.parts = [_part(item, "", problems) for item in _rows(row, below, problems)]
    else:
        part.fields = _indicator_fields(row, problems)
    return part


def _weight(row: Mapping[str, Any], problems: list[str]) -> Decimal:
    try:
        weight = Decimal(str(row.get("weight") or 1).replace(",", "."))
    except InvalidOperation:
        weight = Decimal(0)
    if not weight.is_finite() or not Decimal("0.01") <= weight < 10_000:
        problems.append(
            _("„%(key)s”: waga ma być liczbą większą od zera.") % {"key": row.get("key")}
        )
        return Decimal(1)
    return weight


def _indicator_fields(row: Mapping[str, Any], problems: list[str]) -> dict[str, Any]:
    key = row.get("key")
    levels = [str(text).strip() for text in row.get("levels") or []]
    if len(levels) != LEVEL_COUNT or not all(levels):
        problems.append(_("„%(key)s”: opisz pięć poziomów, od 0 do 4.") % {"key": key})
    question = str(row.get("question") or "").strip()
    if not question:
        problems.append(_("„%(key)s”: brakuje pytania (question).") % {"key": key})
    return {
        "question": question,
        "guidance": str(row.get("guidance") or "").strip(),
        "evidence": str(row.get("evidence") or "").strip(),
        "levels": levels,
        "recommendations": _recommendations(row, problems),
        "hints": [str(hint) for hint in row.get("hints") or []],
        "replaces": [str(old) for old in row.get("replaces") or []],
    }


def _recommendations(row: Mapping[str, Any], problems: list[str]) -> list[dict[str, Any]]:
    kept = []
    for entry in row.get("recommendations") or []:
        level = entry.get("up_to") if isinstance(entry, Mapping) else None
        text = str(entry.get("text") or "").strip() if isinstance(entry, Mapping) else ""
        if not isinstance(level, int) or not 0 <= level <= HIGHEST_LEVEL or not text:
            problems.append(
                _("„%(key)s”: zalecenie ma mieć up_to (0–4) i text.") % {"key": row.get("key")}
            )
            continue
        kept.append({"up_to": level, "text": text})
    return kept


def _check_keys(planes: list[PartText], problems: list[str]) -> None:
    areas = [area for plane in planes for area in plane.parts]
    indicators = [row for area in areas for row in area.parts]
    for parts in (planes, areas, indicators):
        seen: set[str] = set()
        for part in parts:
            try:
                validate_slug(part.key)
            except ValidationError:
                problems.append(
                    _("„%(key)s” nie może być kluczem: użyj liter, cyfr i łączników.")
                    % {"key": part.key}
                )
            if part.key in seen:
                problems.append(_("Klucz „%(key)s” się powtarza.") % {"key": part.key})
            seen.add(part.key)


def _from_sheet(data: bytes) -> Mapping[str, Any]:
    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True)
    except (BadZipFile, InvalidFileException, KeyError, ValueError, OSError) as error:
        raise QuestionnaireUnreadable([_("To nie jest arkusz XLSX.")]) from error
    sheet = book.worksheets[0]
    rows = sheet.iter_rows(values_only=True, max_row=MOST_ROWS)
    head = [str(cell or "").strip() for cell in next(rows, ())]
    document: dict[str, Any] = {"title": sheet.title, "planes": []}
    for cells in rows:
        row = dict(zip(head, cells, strict=False))
        if not row.get("key"):
            continue
        area = _area_of(document, row)
        area["indicators"].append(_sheet_indicator(row))
    book.close()
    return document


def _area_of(document: dict[str, Any], row: Mapping[str, Any]) -> dict[str, Any]:
    """The area that the row names, added with its plane when it comes for the first time."""
    plane = _named(document["planes"], row, "plane", "areas")
    return _named(plane["areas"], row, "area", "indicators")


def _named(
    parts: list[dict[str, Any]], row: Mapping[str, Any], prefix: str, below: str
) -> dict[str, Any]:
    key = row.get(f"{prefix}_key")
    for part in parts:
        if part["key"] == key:
            return part
    part = {"key": key, "weight": row.get(f"{prefix}_weight"), below: []}
    part |= {name: row.get(f"{prefix}_{name}") for name in NAMES}
    parts.append(part)
    return part


def _sheet_indicator(row: Mapping[str, Any]) -> dict[str, Any]:
    texts = {name: row.get(name) for name in ("key", *NAMES, "weight")}
    texts |= {name: row.get(name) for name in ("question", "guidance", "evidence")}
    advice = [(1, row.get("recommendation_1")), (2, row.get("recommendation_2"))]
    return texts | {
        "levels": [row.get(column) or "" for column in LEVEL_COLUMNS],
        "recommendations": [{"up_to": level, "text": text} for level, text in advice if text],
        "hints": str(row.get("hints") or "").split(),
        "replaces": str(row.get("replaces") or "").split(),
    }
