"""What is found in the portal: activities register their public things in ``apps.py``.

A registered model is indexed again after each ``save`` and ``delete`` of a row and of the rows
of ``parts``; code that writes past them (``bulk_create``, ``update``) calls ``touch``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeAlias

from django.db import models
from django.db.models.signals import post_delete, post_save
from django.utils.functional import Promise

IdsOf: TypeAlias = Callable[[Any], Iterable[int]]


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What is found of one object.

    Words of ``title`` and ``names`` weigh more than those of ``texts``. ``county_id`` is a TERYT
    code of four digits, ``topics`` are codes of ``register_topics``. After the day ``ended_on`` a
    thing is over: it stands behind what is going on, and says so.
    """

    title: str
    url: str
    summary: str = ""
    owner: str = ""
    names: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    county_id: str | None = None
    topics: tuple[str, ...] = ()
    happens_on: date | None = None
    ended_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Indexed:
    """One kind of found things.

    ``public_rows`` are those that everybody may see, by the model's own ``visible_to``;
    ``parts`` maps a model whose rows change what is found to the ids of the objects concerned.
    ``note`` is a line for the picture of a shared link (``pages.cards``): a term, a place.
    """

    key: str
    label: str | Promise
    model: type[models.Model]
    public_rows: Callable[[], models.QuerySet[Any]]
    entry: Callable[[Any], Entry]
    order: int
    parts: Mapping[type[models.Model], IdsOf] = field(default_factory=dict)
    note: Callable[[Any], str] | None = None


_kinds: dict[str, Indexed] = {}
_topics: dict[str, str | Promise] = {}


def register(indexed: Indexed) -> None:
    """Let everybody find public rows of a model."""
    _kinds[indexed.key] = indexed
    _watch(indexed.key, indexed.model, lambda row: [row.pk])
    for model, ids_of in indexed.parts.items():
        _watch(indexed.key, model, ids_of)


def register_topics(labels: Mapping[str, str | Promise]) -> None:
    """Name the codes of topics by which results are narrowed."""
    _topics.update(labels)


def kinds() -> list[Indexed]:
    """Every kind, in the order of the page."""
    return sorted(_kinds.values(), key=lambda kind: (kind.order, kind.key))


def find(key: str) -> Indexed | None:
    """The kind with a key."""
    return _kinds.get(key)


def kind_of(model: type[models.Model]) -> Indexed | None:
    """The kind whose objects are rows of a model."""
    return next((kind for kind in _kinds.values() if kind.model is model), None)


def topic_labels() -> Mapping[str, str | Promise]:
    """Codes of topics with their names."""
    return _topics


def touch(key: str, object_ids: Iterable[int]) -> None:
    """Ask for objects to be indexed anew when the change around this call is committed."""
    from search.domain.indexing import mark

    mark(key, object_ids)


def _watch(key: str, model: type[models.Model], ids_of: IdsOf) -> None:
    def changed(instance: Any, raw: bool = False, **kwargs: Any) -> None:
        if not raw:
            touch(key, ids_of(instance))

    uid = f"search-{key}-{model._meta.label}"
    post_save.connect(changed, sender=model, weak=False, dispatch_uid=uid)
    post_delete.connect(changed, sender=model, weak=False, dispatch_uid=uid)
