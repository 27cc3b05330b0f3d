"""A tree of units as rows of the database: keys, order, depth, addresses that fit."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterator, Sequence

from django.db import connection

from consultations.acts.citation import cite
from consultations.acts.tree import Unit
from consultations.domain.act_tree import StoredUnit
from consultations.models import DraftVersion, Provision

LONGEST_NUMBER, LONGEST_LABEL, LONGEST_EID, LONGEST_CITATION = 40, 200, 200, 200
_DIGEST = 12


def rows_from(version: DraftVersion, units: Sequence[Unit]) -> list[Provision]:
    """Rows of all units in reading order, with keys; what is too long is made to fit."""
    fit_lengths(units)
    paths = list(walk_paths(units))
    keys = iter(reserve_keys(sum(not getattr(path[-1], "pk", 0) for path in paths)))
    key_of: dict[int, int] = {}
    rows = []
    for position, path in enumerate(paths):
        unit = path[-1]
        key = key_of[id(unit)] = getattr(unit, "pk", 0) or next(keys)
        parent = key_of[id(path[-2])] if len(path) > 1 else None
        rows.append(_row(version, path, key=key, parent=parent, position=position))
    return rows


def walk_paths(units: Sequence[Unit], above: tuple[Unit, ...] = ()) -> Iterator[tuple[Unit, ...]]:
    """For each unit in reading order the way to it from the root."""
    for unit in units:
        path = (*above, unit)
        yield path
        yield from walk_paths(unit.children, path)


def fit_lengths(units: Sequence[Unit]) -> None:
    """Make designations fit their columns without losing a word; foreign acts know no limits."""
    used = {unit.eid for top in units for unit in top.walk() if len(unit.eid) <= LONGEST_EID}
    for top in units:
        for unit in top.walk():
            unit.number = unit.number[:LONGEST_NUMBER]
            if len(unit.label) > LONGEST_LABEL:
                _shorten_label(unit)
            if len(unit.eid) > LONGEST_EID:
                unit.eid = _short_eid(unit.eid, used)


def reserve_keys(count: int) -> list[int]:
    """Keys for rows to come, so that one bulk insert can name parents."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence('consultations_provision', 'id'))"
            " FROM generate_series(1, %s)",
            [count],
        )
        return [row[0] for row in cursor.fetchall()]


def _row(
    version: DraftVersion, path: tuple[Unit, ...], *, key: int, parent: int | None, position: int
) -> Provision:
    unit = path[-1]
    return Provision(
        pk=key,
        version=version,
        parent_id=parent,
        position=position,
        depth=len(path) - 1,
        eid=unit.eid,
        lineage=unit.lineage if isinstance(unit, StoredUnit) else uuid.uuid4(),
        kind=unit.kind.value,
        number=unit.number,
        label=unit.label,
        citation=cite(path)[:LONGEST_CITATION],
        heading=unit.heading,
        text=unit.text,
        rows=unit.rows,
    )


def _shorten_label(unit: Unit) -> None:
    """What does not fit into the label goes on in front of what follows it."""
    cut = unit.label.rfind(" ", 0, LONGEST_LABEL + 1)
    cut = cut if cut > 0 else LONGEST_LABEL
    rest = unit.label[cut:].strip()
    unit.label = unit.label[:cut].rstrip()
    if unit.heading:
        unit.heading = f"{rest} {unit.heading}"
    else:
        unit.text = f"{rest} {unit.text}".rstrip()


def _short_eid(eid: str, used: set[str]) -> str:
    """The beginning of an address and a digest of all of it, which keeps it apart from others."""
    digest = hashlib.sha256(eid.encode()).hexdigest()
    head = eid[: LONGEST_EID - _DIGEST - 1]
    candidate, salt = f"{head}-{digest[:_DIGEST]}", 0
    while candidate in used:
        salt += 1
        digest = hashlib.sha256(f"{eid}{salt}".encode()).hexdigest()
        candidate = f"{head}-{digest[:_DIGEST]}"
    used.add(candidate)
    return candidate
