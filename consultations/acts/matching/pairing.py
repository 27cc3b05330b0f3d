"""Pairing by what a unit says and by where it stands: the surest pairs first, each unit once.

The same address lends support, so that an amended provision stays itself; a provision that
only got another number, or moved elsewhere, is found by its text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from ..tree import SYSTEMATIC_KINDS, UnitKind
from .candidates import likely_pairs
from .profiles import Profile, profile_units
from .units import Match, MatchStatus, UnitView

_SAME_ADDRESS = 0.2
_SAME_NUMBER_BELOW_PAIR = 0.25
_SAME_NEIGHBOURHOOD = 0.04
_OTHER_KIND = 0.15
_DISTANCE = 0.03
# A few words alone ("(uchylony)", "1) nazwa;") prove nothing elsewhere in the act.
_FEWEST_TELLING_WORDS = 4
# Of very many equal items below one parent the first ones are compared; that bounds the time.
_MOST_ALIKE = 40

_ByStep = defaultdict[tuple[int | None, str], list[int]]
_ByWords = defaultdict[tuple[int | None, tuple[int, ...]], list[int]]

_LIKE_NOTHING_ELSE = frozenset(
    {
        UnitKind.TABLE,
        UnitKind.FOOTNOTE,
        UnitKind.QUOTED,
        UnitKind.ANNEX,
        UnitKind.JUSTIFICATION,
    }
)


def match_units(
    old: Sequence[UnitView], new: Sequence[UnitView], threshold: float = 0.6
) -> list[Match]:
    """Pair the units of two versions, each given in reading order.

    The result follows the new version; what was removed stands where it used to be.
    """
    vocabulary: dict[str, int] = {}
    pairs = _Pairs(profile_units(old, vocabulary), profile_units(new, vocabulary), threshold)
    pairs.take_best(likely_pairs(pairs.old, pairs.new), _score_anywhere)
    pairs.take_best_below_pairs()
    return list(_in_reading_order(pairs))


class _Pairs:
    """The pairs found so far, as places in both sequences."""

    def __init__(self, old: list[Profile], new: list[Profile], threshold: float) -> None:
        self.old, self.new, self.threshold = old, new, threshold
        self.new_of: dict[int, int] = {}
        self.old_of: dict[int, int] = {}
        self.similarities: dict[int, float] = {}

    def take_best(
        self,
        candidates: Iterable[tuple[int, int]],
        score: Callable[[Profile, Profile, float], float],
    ) -> None:
        """Take the candidates that reach the threshold, the best first."""
        scored = []
        for place, other in candidates:
            before, after = self.old[place], self.new[other]
            if _comparable(before.view.kind, after.view.kind):
                similarity = before.similarity(after)
                value = score(before, after, similarity)
                if value >= self.threshold:
                    scored.append((-value, place, other, similarity))
        for _value, place, other, similarity in sorted(scored):
            if place not in self.new_of and other not in self.old_of:
                self.new_of[place], self.old_of[other] = other, place
                self.similarities[place] = similarity

    def take_best_below_pairs(self) -> None:
        """Pair what is left below parents that are a pair, level by level.

        Short items, whose words alone prove nothing, are told apart by their number there.
        """
        by_step, by_words = self._free_below()
        levels: dict[int, list[int]] = defaultdict(list)
        for place in range(len(self.old)):
            levels[self._depth(place)].append(place)
        for _depth, places in sorted(levels.items()):
            candidates = []
            for place in places:
                before = self.old[place]
                parent = None if before.parent is None else self.new_of.get(before.parent)
                if place not in self.new_of and (before.parent is None or parent is not None):
                    found = {
                        *by_step[parent, before.step],
                        *by_words[parent, tuple(before.words)][:_MOST_ALIKE],
                    }
                    candidates += [(place, other) for other in found]
            self.take_best(candidates, _score_below_pair)

    def _free_below(self) -> tuple[_ByStep, _ByWords]:
        """Unpaired new units by parent, with their number and with their words."""
        by_step: _ByStep = defaultdict(list)
        by_words: _ByWords = defaultdict(list)
        for other, profile in enumerate(self.new):
            if other not in self.old_of:
                by_step[profile.parent, profile.step].append(other)
                by_words[profile.parent, tuple(profile.words)].append(other)
        return by_step, by_words

    def _depth(self, place: int) -> int:
        depth = 0
        parent = self.old[place].parent
        while parent is not None:
            depth += 1
            parent = self.old[parent].parent
        return depth


def _comparable(old: UnitKind, new: UnitKind) -> bool:
    if old is new:
        return True
    if old in _LIKE_NOTHING_ELSE or new in _LIKE_NOTHING_ELSE:
        return False
    return (old in SYSTEMATIC_KINDS) == (new in SYSTEMATIC_KINDS)


def _score_anywhere(old: Profile, new: Profile, similarity: float) -> float:
    same_address = old.view.eid == new.view.eid
    fewest = min(len(old.words), len(new.words))
    if not same_address and fewest < _FEWEST_TELLING_WORDS:
        return 0.0
    score = similarity - _DISTANCE * abs(old.position - new.position)
    if same_address:
        score += _SAME_ADDRESS
    elif old.parent_eid == new.parent_eid or old.step == new.step:
        score += _SAME_NEIGHBOURHOOD
    return score - (_OTHER_KIND if old.view.kind is not new.view.kind else 0.0)


def _score_below_pair(old: Profile, new: Profile, similarity: float) -> float:
    score = similarity - _DISTANCE * abs(old.position - new.position)
    if old.step == new.step:
        score += _SAME_NUMBER_BELOW_PAIR
    return score - (_OTHER_KIND if old.view.kind is not new.view.kind else 0.0)


def _in_reading_order(pairs: _Pairs) -> Iterator[Match]:
    removed = _removed_after(pairs)
    yield from removed[None]
    for other, after in enumerate(pairs.new):
        place = pairs.old_of.get(other)
        if place is None:
            yield Match(None, after.view, MatchStatus.ADDED)
        else:
            before = pairs.old[place]
            status = _status(pairs, before, after)
            yield Match(before.view, after.view, status, pairs.similarities[place])
        yield from removed[other]


def _removed_after(pairs: _Pairs) -> dict[int | None, list[Match]]:
    """Removed units by the place in the new version after which they are told."""
    removed: dict[int | None, list[Match]] = defaultdict(list)
    anchor: int | None = None
    for place, before in enumerate(pairs.old):
        other = pairs.new_of.get(place)
        if other is None:
            removed[anchor].append(Match(before.view, None, MatchStatus.REMOVED))
        elif _status(pairs, before, pairs.new[other]) is not MatchStatus.MOVED:
            anchor = other
    return removed


def _status(pairs: _Pairs, before: Profile, after: Profile) -> MatchStatus:
    if before.view.eid != after.view.eid:
        # Without a parent on one side there is no place to have moved from or to: a draft
        # that gets chapters keeps its sections where they are.
        if before.parent is None or after.parent is None:
            return MatchStatus.RENUMBERED
        same_parent = pairs.new_of.get(before.parent) == after.parent
        return MatchStatus.RENUMBERED if same_parent else MatchStatus.MOVED
    old, new = before.view, after.view
    same_words = (old.heading, old.text) == (new.heading, new.text)
    same_shape = (old.kind, old.label) == (new.kind, new.label)
    return MatchStatus.UNCHANGED if same_words and same_shape else MatchStatus.CHANGED
