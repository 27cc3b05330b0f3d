"""Long work in small pieces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")


def in_batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """The items in lists of up to ``size``, read only as they are asked for."""
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch
