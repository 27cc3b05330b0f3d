"""Which unit of a version is which unit of another, and what became of it.

A pair is two units of one lineage. Matching by text proposes pairs when a version is read;
officials correct them; everything else (statuses, redlines, where remarks are shown) follows
from the lineages, for any two versions.
"""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from consultations.acts.matching import UnitView, match_units
from consultations.acts.tree import UnitKind
from consultations.models import ChangeStatus, DraftVersion, Provision, ProvisionChange

_BATCH = 500
_ARRANGING = frozenset({
    UnitKind.PART, UnitKind.BOOK, UnitKind.TITLE, UnitKind.DIVISION, UnitKind.CHAPTER,
    UnitKind.SUBCHAPTER,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class UnitPair:
    """A unit in two versions; ``status`` is None when it stayed as it was."""

    old: Provision | None
    new: Provision | None
    status: ChangeStatus | None

    @property
    def unit(self) -> Provision:
        """The unit as it is now, or as it was when it is gone."""
        return self.new or self.old  # type: ignore[return-value] # one of them is there


def words_of(provision: Provision) -> tuple[object, ...]:
    """What a unit says, without its designation."""
    return provision.heading, provision.text, provision.rows


def text_of(provision: Provision) -> str:
    """Heading, text and cells as one text, as matching and redlines compare them."""
    cells = "\n".join(" | ".join(row) for row in provision.rows)
    return "\n".join(part for part in (provision.heading, provision.text, cells) if part)


def pairs_of(old: Sequence[Provision], new: Sequence[Provision]) -> list[UnitPair]:
    """All units of two versions in the order of the new one; what went stands where it was."""
    before = {unit.lineage: unit for unit in old}
    units = {unit.pk: unit for unit in (*old, *new)}
    kept = [
        UnitPair(was, unit, _status(was, unit, units))
        for unit in new
        for was in [before.get(unit.lineage)]
    ]
    gone = _gone_after(old, kept)
    pairs = list(gone[None])
    for pair in kept:
        pairs += [pair, *gone[pair.unit.lineage]]
    return pairs


def match_with_base(version: DraftVersion, base: DraftVersion) -> None:
    """Give units of a version just read the lineage of the unit that they continue."""
    old = list(base.provisions.order_by("position"))
    new = list(version.provisions.order_by("position"))
    continued = {unit.pk: unit.lineage for unit in old}
    by_key = {unit.pk: unit for unit in new}
    matched = []
    for match in match_units(_views(old), _views(new)):
        if match.old and match.new:
            unit = by_key[int(match.new.key)]
            unit.lineage = continued[int(match.old.key)]
            matched.append(unit)
    Provision.objects.bulk_update(matched, ["lineage"], batch_size=_BATCH)
    refresh_changes(version, base)


def refresh_changes(version: DraftVersion, base: DraftVersion) -> None:
    """Bring the list of changes up to date; reasons and remarks stay with their unit."""
    pairs = pairs_of(
        list(base.provisions.order_by("position")),
        list(version.provisions.order_by("position")),
    )
    known = _known_changes(version)
    kept: list[ProvisionChange] = []
    added: list[ProvisionChange] = []
    for position, pair in enumerate(pair for pair in pairs if pair.status):
        change = known.pop(pair.unit.lineage, None)
        listed = added if change is None else kept
        change = change or ProvisionChange(version=version)
        change.position, change.old, change.new = position, pair.old, pair.new
        change.status = pair.status or ""
        listed.append(change)
    version.changes.filter(pk__in=[change.pk for change in known.values()]).delete()
    ProvisionChange.objects.bulk_update(
        kept, ["position", "old", "new", "status", "reason"], batch_size=_BATCH
    )
    ProvisionChange.objects.bulk_create(added, batch_size=_BATCH)


def _known_changes(version: DraftVersion) -> dict[uuid.UUID, ProvisionChange]:
    """Changes so far by the lineage that they tell of."""
    known: dict[uuid.UUID, ProvisionChange] = {}
    for change in version.changes.select_related("old", "new"):
        first = known.setdefault(change.unit.lineage, change)
        if first is not change:
            _fold(change, into=first)
    return known


def _fold(change: ProvisionChange, *, into: ProvisionChange) -> None:
    """An added and a removed unit were paired: what was said of both is said of the pair."""
    into.reason = "\n\n".join(reason for reason in (into.reason, change.reason) if reason)
    into.remarks.add(*change.remarks.all())
    change.delete()


def _views(units: Iterable[Provision]) -> list[UnitView]:
    return [
        UnitView(
            key=unit.pk,
            eid=unit.eid,
            kind=UnitKind(unit.kind),
            label=unit.label,
            text="\n".join(part for part in (unit.text, *map(" ".join, unit.rows)) if part),
            heading=unit.heading,
            parent_key=unit.parent_id,
        )
        for unit in units
    ]


def _gone_after(
    old: Sequence[Provision], kept: Sequence[UnitPair]
) -> defaultdict[uuid.UUID | None, list[UnitPair]]:
    """Units that went, by the lineage of the last one before them that kept its place."""
    status_of = {pair.unit.lineage: pair.status for pair in kept}
    gone: defaultdict[uuid.UUID | None, list[UnitPair]] = defaultdict(list)
    anchor: uuid.UUID | None = None
    for unit in old:
        if unit.lineage not in status_of:
            gone[anchor].append(UnitPair(unit, None, ChangeStatus.REMOVED))
        elif status_of[unit.lineage] != ChangeStatus.MOVED:
            anchor = unit.lineage
    return gone


def _status(
    old: Provision | None, new: Provision, units: dict[int, Provision]
) -> ChangeStatus | None:
    """What became of a unit itself; that a chapter above it got a number is not its change."""
    if old is None:
        return ChangeStatus.ADDED
    if _home(old, units) != _home(new, units):
        return ChangeStatus.MOVED
    if (old.kind, old.number, old.label) != (new.kind, new.number, new.label):
        return ChangeStatus.RENUMBERED
    return ChangeStatus.CHANGED if words_of(old) != words_of(new) else None


def _home(unit: Provision, units: dict[int, Provision]) -> uuid.UUID | None:
    """The unit that it is a part of; chapters only arrange the units that stand in them."""
    while unit.parent_id is not None:
        unit = units[unit.parent_id]
        if unit.kind not in _ARRANGING:
            return unit.lineage
    return None
