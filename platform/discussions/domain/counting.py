"""How many posts the talks about objects have, for lists."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import OuterRef, PositiveIntegerField, Subquery
from django.db.models.functions import Coalesce

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


def talk_count(place: str) -> Coalesce:
    """For ``annotate(talk_count=...)`` on a queryset of objects: asks nothing more."""
    talk = Thread.objects.filter(place=place, is_public=True, subject_id=OuterRef("pk"))
    return Coalesce(
        Subquery(talk.values("last_number")[:1]), 0, output_field=PositiveIntegerField()
    )


def post_count(place: str, subject: Any) -> int:
    """How many posts the talk about one object has."""
    if hasattr(subject, "talk_count"):
        return int(subject.talk_count)
    count_posts(place, [subject])
    return int(subject.talk_count)
