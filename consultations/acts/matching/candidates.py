"""Pairs of units worth comparing: an act of 2,000 units has four million others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from .profiles import Profile

# A pair of words that this many units share tells none of them from the others.
_MOST_SHARING = 40
_CANDIDATES_PER_UNIT = 8
_Phrase = tuple[int, int]


def likely_pairs(old: Sequence[Profile], new: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """(place in old, place in new) of the same address, of equal words or of shared phrases."""
    by_eid = {profile.view.eid: place for place, profile in enumerate(new)}
    by_words: dict[tuple[int, ...], list[int]] = defaultdict(list)
    by_phrase: dict[_Phrase, list[int]] = defaultdict(list)
    for place, profile in enumerate(new):
        by_words[tuple(profile.words)].append(place)
        for phrase in _phrases(profile):
            by_phrase[phrase].append(place)
    for place, profile in enumerate(old):
        found = {by_eid[profile.view.eid]} if profile.view.eid in by_eid else set()
        found.update(by_words[tuple(profile.words)][:_MOST_SHARING])
        found.update(_sharing(profile, by_phrase))
        yield from ((place, other) for other in found)


def _sharing(profile: Profile, by_phrase: dict[_Phrase, list[int]]) -> list[int]:
    shared: Counter[int] = Counter()
    for phrase in _phrases(profile):
        places = by_phrase.get(phrase, ())
        if len(places) <= _MOST_SHARING:
            shared.update(places)
    return [place for place, _count in shared.most_common(_CANDIDATES_PER_UNIT)]


def _phrases(profile: Profile) -> set[_Phrase]:
    return set(pairwise(profile.words))
