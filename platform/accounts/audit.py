"""The audit log: every record of who did what, in one list for administrators.

Sources need no registration. They are found by their shape, like memberships by their base:
history kept by the database (``pghistory``), logs of steps and decisions (models with an
``actor`` and the moment at which a row was added), and this app's own records. A log that an
activity adds later is searched from then on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.db import connections, models
from django.db.models import Q
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from pghistory.models import Context, Event

from accounts.models import AccessRecord, Impersonation, User

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

HISTORY, STEP, ACCESS, ADMIN, IMPERSONATION = "history", "step", "access", "admin", "acting"
KINDS: list[tuple[str, StrPromise]] = [
    (HISTORY, _("zmiana zapisu")),
    (STEP, _("krok albo decyzja")),
    (ACCESS, _("wgląd w dane osobowe")),
    (ADMIN, _("zmiana w administracji")),
    (IMPERSONATION, _("działanie w cudzym imieniu")),
]
CHANGES = {"insert": _("dodano"), "update": _("zmieniono"), "delete": _("usunięto")}
NAMES = ("title", "name", "full_name", "person_name", "nominee_name", "number")
# Notifications have an actor too, but they tell of what other logs hold.
NOT_LOGS = frozenset({"notifications.outboxevent"})


@dataclass(frozen=True)
class Record:
    """One line of the audit log."""

    at: datetime
    kind: str
    part: str
    actor: str
    what: str
    subject: str
    detail: str = ""
    actor_id: int | None = None

    @property
    def kind_label(self) -> str:
        """The sort of record in the reader's language."""
        return str(dict(KINDS)[self.kind])


@dataclass(frozen=True)
class Source:
    """One table of records. ``moment`` is its indexed field; ``texts`` are searched."""

    kind: str
    model: type[models.Model]
    moment: str
    by_actor: Callable[[list[int]], Q]
    read: Callable[[Any], Record]
    texts: tuple[str, ...] = ()
    subject_id: str = ""
    related: tuple[str, ...] = ()

    @property
    def part(self) -> str:
        """The app whose record it is."""
        return self.model._meta.app_label


def part_name(label: str) -> str:
    """The name of an app for people."""
    return str(apps.get_app_config(label).verbose_name)


@cache
def sources() -> tuple[Source, ...]:
    """All tables of records."""
    found = [*_own_sources()]
    for model in apps.get_models():
        if issubclass(model, Event):
            found.append(_history(model))
        elif model._meta.label_lower not in NOT_LOGS and (moment := _moment_of_log(model)):
            found.append(_steps(model, moment))
    return tuple(found)


def index_after_migrate(using: str = "default", apps: Any = None, **kwargs: Any) -> None:
    """Give each source an index by its moment.

    Here and not in migrations, because the tables belong to activities, which this app does
    not know. ``flush`` sends the signal without ``apps``; there is nothing to do then.
    """
    if using != "default" or apps is None:
        return
    connection = connections[using]
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexname FROM pg_indexes WHERE indexname LIKE 'audit\\_%%'")
        known = {row[0] for row in cursor.fetchall()}
        tables = set(connection.introspection.table_names(cursor))
        for source in sources():
            meta = source.model._meta
            name = f"audit_{meta.db_table}"[:63]
            if name in known or meta.db_table not in tables:
                continue
            # Every name here comes from our models, none from people.
            key = meta.pk.column if meta.pk else "id"
            cursor.execute(
                f'CREATE INDEX "{name}" ON "{meta.db_table}" ("{source.moment}" DESC, "{key}" DESC)'
            )
        if Context._meta.db_table in tables:
            # By whom history was written: asked for when one person is looked for.
            cursor.execute(
                'CREATE INDEX IF NOT EXISTS "audit_by_user" ON pghistory_context '
                "((metadata -> 'user'))"
            )


def _own_sources() -> list[Source]:
    return [
        Source(
            ACCESS, AccessRecord, "seen_at", _by("viewer"), _read_access,
            texts=("about", "path", "reason"), related=("viewer",),
        ),
        Source(
            IMPERSONATION, Impersonation, "started_at", _by("administrator"),
            _read_impersonation, texts=("reason",), related=("administrator", "person"),
        ),
        Source(
            ADMIN, LogEntry, "action_time", _by("user"), _read_admin,
            texts=("object_repr",), subject_id="object_id", related=("user", "content_type"),
        ),
    ]  # fmt: skip


def _by(field: str) -> Callable[[list[int]], Q]:
    return lambda people: Q(**{f"{field}__in": people})


def _by_context(people: list[int]) -> Q:
    return Q(pgh_context__metadata__user__in=people) | Q(
        pgh_context__metadata__impersonated_by__in=people
    )


def _history(model: type[Event]) -> Source:
    fields = {field.name for field in model._meta.get_fields()}
    return Source(
        HISTORY,
        model,
        "pgh_created_at",
        _by_context,
        _read_event,
        texts=tuple(name for name in NAMES if name in fields and name != "number"),
        subject_id="pgh_obj_id",
        related=("pgh_context",),
    )


def _steps(model: type[models.Model], moment: str) -> Source:
    subject = next((f.name for f in model._meta.fields if f.many_to_one and f.name != "actor"), "")
    texts = tuple(f.name for f in model._meta.fields if f.name in ("reason", "note"))
    return Source(
        STEP,
        model,
        moment,
        _by("actor"),
        lambda row: _read_step(row, moment, subject),
        texts=texts,
        subject_id=f"{subject}_id" if subject else "",
        related=("actor", *([subject] if subject else [])),
    )


def _moment_of_log(model: type[models.Model]) -> str | None:
    """The field that says when a row was added, when the model is a log of what people did."""
    fields = {field.name: field for field in model._meta.fields}
    actor = fields.get("actor")
    if actor is None or actor.related_model is not User:
        return None
    moments = (f.name for f in fields.values() if getattr(f, "auto_now_add", False))
    return next(moments, None)


def _read_event(row: Any) -> Record:
    context = (row.pgh_context.metadata if row.pgh_context else None) or {}
    tracked = row.pgh_tracked_model._meta
    return Record(
        at=row.pgh_created_at,
        kind=HISTORY,
        part=row._meta.app_label,
        actor="",
        actor_id=context.get("impersonated_by") or context.get("user"),
        what=f"{tracked.verbose_name}: {CHANGES.get(row.pgh_label, row.pgh_label)}",
        subject=_called(row, row.pgh_obj_id),
        detail=str(context.get("url") or ""),
    )


def _read_step(row: Any, moment: str, subject: str) -> Record:
    about = getattr(row, subject) if subject else None
    return Record(
        at=getattr(row, moment),
        kind=STEP,
        part=row._meta.app_label,
        actor=str(row.actor) if row.actor else "",
        what=f"{row._meta.verbose_name}: {row}",
        subject=_called(about, about.pk) if about else "",
        detail=str(getattr(row, "reason", "") or getattr(row, "note", "")),
    )


def _read_access(row: Any) -> Record:
    taken = _now("pobrano plik") if row.was_taken else ""
    return Record(
        at=row.seen_at,
        kind=ACCESS,
        part="accounts",
        actor=str(row.viewer),
        what=row.kind_label,
        subject=row.about,
        detail=" · ".join(part for part in (row.path, taken, row.reason) if part),
    )


def _read_impersonation(row: Any) -> Record:
    return Record(
        at=row.started_at,
        kind=IMPERSONATION,
        part="accounts",
        actor=str(row.administrator),
        what=_now("działanie w cudzym imieniu"),
        subject=str(row.person),
        detail=row.reason,
    )


def _read_admin(row: Any) -> Record:
    return Record(
        at=row.action_time,
        kind=ADMIN,
        part=row.content_type.app_label if row.content_type else "admin",
        actor=str(row.user),
        what=row.get_action_flag_display(),
        subject=row.object_repr,
        detail=str(row.content_type) if row.content_type else "",
    )


def _called(row: Any, key: Any) -> str:
    """A name without further queries: many ``__str__`` would ask for other rows."""
    names = (getattr(row, name, None) for name in NAMES)
    name = next((str(name) for name in names if name), "")
    return f"{name[:120]} (#{key})" if name else f"#{key}"
