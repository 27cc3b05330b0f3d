"""How many posts the talks about objects have, for lists."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from discussions.models import Thread


def count_posts(place: str, subjects: Iterable[Any]) -> None:
    """Set ``talk_count`` on each object, with one query for all of them."""
    rows = list(subjects)
    counts = dict(
        Thread.objects.filter(
            place=place, is_public=True, subject_id__in=[row.pk for row in rows]
        ).values_list("subject_id", "last_number")
    )
    for row in rows:
        row.talk_count = counts.get(row.pk, 0)


def post_count(place: str, subject: Any) -> int:
    """How many posts the talk about one object has."""
    if hasattr(subject, "talk_count"):
        return int(subject.talk_count)
    count_posts(place, [subject])
    return int(subject.talk_count)
