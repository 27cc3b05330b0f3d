"""Stored units as a tree again: for exports, for checking, and for corrections by hand."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from consultations.acts.tree import DocumentKind, Notice, ParsedDocument, Unit, UnitKind
from consultations.models import DraftVersion, Provision

U = TypeVar("U", bound=Unit)


@dataclass(slots=True, eq=False)
class StoredUnit(Unit):
    """A unit that knows its row; ``pk`` is 0 until it has one.

    Two units of an act may read alike, so a stored unit equals only itself.
    """

    pk: int = 0
    lineage: uuid.UUID = field(default_factory=uuid.uuid4)

    __eq__ = object.__eq__
    __hash__ = object.__hash__


def tree_of(version: DraftVersion) -> ParsedDocument:
    """The act of ``version`` as its reader produced it: one query."""
    return ParsedDocument(
        kind=DocumentKind(version.kind),
        title=version.title,
        units=_nested(_rows_of(version), lambda row: Unit(**_content(row))),
        confidence=version.confidence,
        signals=list(version.signals),
        notices=[Notice(notice["code"], notice["detail"]) for notice in version.notices],
        missing_words=list(version.missing_words),
        added_words=list(version.added_words),
        preface=version.preface,
    )


def stored_units(version: DraftVersion) -> list[StoredUnit]:
    """The units of ``version`` with their rows' keys, nested: one query."""
    return _nested(_rows_of(version), stored_unit)


def stored_unit(row: Provision) -> StoredUnit:
    """One row as a unit without children."""
    return StoredUnit(**_content(row), pk=row.pk, lineage=row.lineage)


def _rows_of(version: DraftVersion) -> Iterable[Provision]:
    return version.provisions.order_by("position")


def _content(row: Provision) -> dict[str, Any]:
    return {
        "kind": UnitKind(row.kind),
        "number": row.number,
        "label": row.label,
        "heading": row.heading,
        "text": row.text,
        "eid": row.eid,
        "rows": row.rows,
    }


def _nested(rows: Iterable[Provision], make: Callable[[Provision], U]) -> list[U]:
    """Rows in reading order as a tree; parents come before their children."""
    roots: list[U] = []
    units: dict[int, U] = {}
    for row in rows:
        unit = units[row.pk] = make(row)
        siblings = roots if row.parent_id is None else units[row.parent_id].children
        siblings.append(unit)
    return roots
