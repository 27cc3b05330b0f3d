"""Addresses for units that came without: acts of other countries carry them only in part."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..addresses import PREFIXES, assign_eids, number_slug
from ..tree import Unit

_LONGEST = 200
# An address is part of a link.
_EID = re.compile(rf"[\w.~-]{{1,{_LONGEST}}}")


def complete_eids(units: Sequence[Unit]) -> None:
    """Keep the addresses that are usable and unique; give one to every other unit.

    A document without any gets the addresses that the parser gives.
    """
    used: set[str] = set()
    for unit in _all(units):
        if not _EID.fullmatch(unit.eid) or unit.eid in used:
            unit.eid = ""
        used.add(unit.eid)
    used.discard("")
    if used:
        _fill(units, "", used)
    if not used or any(len(unit.eid) > _LONGEST for unit in _all(units)):
        assign_eids(units)


def _all(units: Sequence[Unit]) -> list[Unit]:
    return [unit for top in units for unit in top.walk()]


def _fill(units: Sequence[Unit], above: str, used: set[str]) -> None:
    for place, unit in enumerate(units, start=1):
        if not unit.eid:
            step = f"{PREFIXES[unit.kind]}_{number_slug(unit.number) or place}"
            unit.eid = _unique(f"{above}{step}", used)
        _fill(unit.children, f"{unit.eid}__", used)


def _unique(eid: str, used: set[str]) -> str:
    candidate, copy = eid, 1
    while candidate in used:
        copy += 1
        candidate = f"{eid}-dup{copy}"
    used.add(candidate)
    return candidate
