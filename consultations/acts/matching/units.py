"""What goes into matching and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ..tree import UnitKind


@dataclass(frozen=True, slots=True)
class UnitView:
    """What matching needs to know of a unit; ``key`` is the caller's own identifier."""

    key: int | str
    eid: str
    kind: UnitKind
    label: str = ""
    text: str = ""
    heading: str = ""
    parent_key: int | str | None = None


class MatchStatus(StrEnum):
    """What became of a unit."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"  # same address, other words
    RENUMBERED = "renumbered"  # other address, same parent
    MOVED = "moved"  # under another parent
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Match:
    """A pair of units, or a unit that only one version has."""

    old: UnitView | None
    new: UnitView | None
    status: MatchStatus
    similarity: float = 0.0  # of the words, those of the units below included; 0..1

    @property
    def is_text_changed(self) -> bool:
        """Whether a matched unit reads differently now, wherever it stands."""
        if self.old is None or self.new is None:
            return False
        return (self.old.heading, self.old.text) != (self.new.heading, self.new.text)
