"""What the project promised and how much of it the portal's own records show.

Activities register what they can count; the page about the project shows it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Goal:
    """A promised number and the one reached; without a target it only tells how many."""

    label: str | Promise
    reached: int
    target: int | None
    url: str = ""

    @property
    def is_met(self) -> bool:
        """Whether there is as much as was promised."""
        return self.target is not None and self.reached >= self.target


Source = Callable[[], Iterable[Goal]]
_sources: list[tuple[int, Source]] = []


def register(source: Source, order: int) -> None:
    """Show goals of an activity; lower ``order`` comes first."""
    if all(known != source for _order, known in _sources):
        _sources.append((order, source))


def goals() -> list[Goal]:
    """All goals in order, counted now."""
    ordered = sorted(_sources, key=lambda pair: pair[0])
    return [goal for _order, source in ordered for goal in source()]
