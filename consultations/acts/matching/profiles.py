"""The words of a unit and of all below it, reduced to what inflection leaves alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from .units import UnitView

_WORD = re.compile(r"\w+")
# Polish endings rarely reach into the first letters of a word: "organizacja", "organizacji".
_STEM_LENGTH = 6
# Enough to tell any two chapters apart; keeps huge annexes cheap.
_MOST_WORDS = 3000


@dataclass(slots=True)
class Profile:
    """A unit as matching sees it."""

    view: UnitView
    position: float  # 0..1 in reading order
    parent: int | None  # place of the parent in the sequence
    parent_eid: str
    words: list[int]  # stems, numbered by a vocabulary that both versions share

    def similarity(self, other: Profile) -> float:
        """How much of both texts is the same, in the same order."""
        return Indel.normalized_similarity(self.words, other.words)

    @property
    def step(self) -> str:
        """The last step of the address: "pkt_1"."""
        return self.view.eid.rpartition("__")[2]


def profile_units(units: Sequence[UnitView], vocabulary: dict[str, int]) -> list[Profile]:
    """Profiles of a version in reading order; parents come before what is below them."""
    places = {unit.key: place for place, unit in enumerate(units)}
    profiles: list[Profile] = []
    for place, unit in enumerate(units):
        parent = places.get(unit.parent_key) if unit.parent_key is not None else None
        words = _words(unit, vocabulary)
        parent_eid = units[parent].eid if parent is not None else ""
        profiles.append(Profile(unit, place / len(units), parent, parent_eid, words))
        while parent is not None and parent < place:
            room = _MOST_WORDS - len(profiles[parent].words)
            profiles[parent].words.extend(words[: max(room, 0)])
            parent = profiles[parent].parent
    return profiles


def _words(unit: UnitView, vocabulary: dict[str, int]) -> list[int]:
    stems = (
        word[:_STEM_LENGTH] for word in _WORD.findall(f"{unit.heading} {unit.text}".casefold())
    )
    return [vocabulary.setdefault(stem, len(vocabulary)) for stem in stems][:_MOST_WORDS]
