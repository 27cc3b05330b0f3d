"""Searching the audit log over all its tables, page by page from the newest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from heapq import merge
from itertools import islice
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from accounts.audit import Record, Source, sources
from accounts.models import User
from accounts.typed_numbers import typed_number

PAGE_SIZE = 50
MOST_PEOPLE = 50


@dataclass(frozen=True)
class Search:
    """What is looked for; empty fields do not narrow."""

    who: str = ""
    text: str = ""
    kind: str = ""
    part: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class Cursor:
    """Where the next page begins: this moment, after so many rows of the same moment.

    Rows of one transaction share their moment, so the moment alone would lose some.
    """

    at: datetime
    skip: int


@dataclass(frozen=True)
class Page:
    """One page, and where the next one begins."""

    records: list[Record]
    older: Cursor | None


def search(wanted: Search, cursor: Cursor | None = None) -> Page:
    """The newest records that fit; each table gives at most one page of rows."""
    people = _people(wanted.who) if wanted.who else None
    skip = cursor.skip if cursor else 0
    limit = skip + PAGE_SIZE + 1
    streams = [
        _read(source, wanted, people, cursor, limit)
        for source in sources()
        if wanted.kind in ("", source.kind) and wanted.part in ("", source.part)
    ]
    newest = merge(*streams, key=lambda record: record.at, reverse=True)
    found = list(islice(newest, limit))[skip:]
    shown = found[:PAGE_SIZE]
    return Page(_with_names(shown), _next(shown, cursor) if len(found) > PAGE_SIZE else None)


def _read(
    source: Source, wanted: Search, people: list[int] | None, cursor: Cursor | None, limit: int
) -> list[Record]:
    rows = _narrowed(source, wanted, people)
    if cursor:
        rows = rows.filter(**{f"{source.moment}__lte": cursor.at})
    rows = rows.order_by(f"-{source.moment}", "-pk").select_related(*source.related)
    return [source.read(row) for row in rows[:limit]]


def _narrowed(source: Source, wanted: Search, people: list[int] | None) -> QuerySet[Any]:
    rows: QuerySet[Any] = source.model._default_manager.all()
    if people is not None:
        rows = rows.filter(source.by_actor(people))
    if wanted.since:
        rows = rows.filter(**{f"{source.moment}__gte": _midnight(wanted.since)})
    if wanted.until:
        after = _midnight(wanted.until + timedelta(days=1))
        rows = rows.filter(**{f"{source.moment}__lt": after})
    return rows.filter(_about(source, wanted.text)) if wanted.text else rows


def _about(source: Source, text: str) -> Q:
    """Words in names and reasons, or ``#`` and the number of what was changed."""
    number = typed_number(text[1:]) if text.startswith("#") else None
    if number is not None:
        return Q(**{source.subject_id: number}) if source.subject_id else Q(pk__in=[])
    wanted = Q(pk__in=[])
    for field in source.texts:
        wanted |= Q(**{f"{field}__icontains": text})
    return wanted


def _people(who: str) -> list[int]:
    named = User.objects.filter(Q(email__icontains=who) | Q(display_name__icontains=who))
    return list(named.order_by("pk").values_list("pk", flat=True)[:MOST_PEOPLE])


def _with_names(records: list[Record]) -> list[Record]:
    keys = {record.actor_id for record in records if record.actor_id}
    names = {user.pk: str(user) for user in User.objects.filter(pk__in=keys)}
    return [
        replace(record, actor=record.actor or names.get(record.actor_id or 0, ""))
        for record in records
    ]


def _next(shown: list[Record], cursor: Cursor | None) -> Cursor:
    last = shown[-1].at
    same = sum(record.at == last for record in shown)
    before = cursor.skip if cursor and cursor.at == last else 0
    return Cursor(last, before + same)


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
