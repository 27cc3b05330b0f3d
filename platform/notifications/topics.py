"""Following not one thing but a sort of them: all of a county, all of a field.

Topics are rows of other apps, such as counties. The portal says which rows can be followed, where
each leads, and which topics an event touches; so activities need not know of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.functional import Promise

from notifications.models import OutboxEvent


@dataclass(frozen=True, kw_only=True)
class TopicGroup:
    """Topics that are chosen from one list; all are rows of one model."""

    key: str
    label: str | Promise
    rows: Callable[[], models.QuerySet[Any]]
    url: Callable[[Any], str]


TopicsOf = Callable[[OutboxEvent], Iterable[models.Model]]

_groups: dict[str, TopicGroup] = {}
_topics_of: dict[str, TopicsOf] = {}


def register_group(group: TopicGroup) -> None:
    """Offer these rows to be followed."""
    _groups[group.key] = group


def register_topics_of(kind_key: str, topics_of: TopicsOf) -> None:
    """Let followers of its topics hear of events of this kind."""
    _topics_of[kind_key] = topics_of


def all_groups() -> list[TopicGroup]:
    """Every list, in the order in which they were offered."""
    return list(_groups.values())


def topics_of(event: OutboxEvent) -> list[models.Model]:
    """The counties and fields that an event touches."""
    find = _topics_of.get(event.kind)
    return list(find(event)) if find and event.subject is not None else []


def group_of(model: type[models.Model]) -> TopicGroup | None:
    """The list that the model's rows are in, or None for things that show themselves."""
    return next((group for group in all_groups() if group.rows().model is model), None)


def address_of(target: Any) -> str:
    """Where a followed thing is seen."""
    if hasattr(target, "get_absolute_url"):
        address: str = target.get_absolute_url()
        return address
    group = group_of(type(target))
    return group.url(target) if group else ""
