"""Datasets of the catalogue: activities register what may be taken as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

Record = dict[str, Any]


@dataclass(frozen=True)
class Dataset:
    """One table: flat records with the same columns, read anew at each call of ``records``.

    ``api_path`` is where the API shows the same; records hold only what everybody may see.
    """

    key: str
    title: str | Promise
    description: str | Promise
    keywords: tuple[str | Promise, ...]
    columns: tuple[str, ...]
    records: Callable[[], Iterable[Record]]
    api_path: str


_datasets: dict[str, Dataset] = {}


def register_dataset(dataset: Dataset) -> None:
    """Put ``dataset`` into the catalogue and make its files every night."""
    _datasets[dataset.key] = dataset


def registered_datasets() -> list[Dataset]:
    """All datasets in the order of registration."""
    return list(_datasets.values())
