"""How long what belongs to talks is kept."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts import retention
from accounts.retention import RetentionRule
from discussions.domain.attachments import detach_all
from discussions.models import Draft, Post, PostState, ReadMark, Thread

BATCH = 500


def register_retention() -> None:
    """Make the rules of this app known."""
    for rule in (
        RetentionRule(
            key="szkice-wpisow",
            label=_("Szkice wpisów, do których nikt nie wrócił"),
            kept_for=timedelta(days=180),
            remove=_remove_drafts,
        ),
        RetentionRule(
            key="znaczniki-przeczytania",
            label=_("Znaczniki przeczytania dawnych rozmów"),
            kept_for=timedelta(days=2 * 365),
            remove=_remove_marks,
        ),
        RetentionRule(
            key="tresci-usunietych-wpisow",
            label=_("Treść wpisów, które autorzy usunęli"),
            kept_for=timedelta(days=90),
            remove=_remove_deleted_texts,
        ),
        RetentionRule(
            key="opuszczone-rozmowy",
            label=_("Rozmowy prywatne, które opuścili wszyscy uczestnicy"),
            kept_for=timedelta(days=90),
            remove=_remove_left_talks,
        ),
    ):
        retention.register(rule)


def _remove_drafts(before: datetime) -> int:
    return Draft.objects.filter(updated_at__lt=before).delete()[0]


def _remove_marks(before: datetime) -> int:
    return ReadMark.objects.filter(read_at__lt=before).delete()[0]


def _remove_deleted_texts(before: datetime) -> int:
    """Moderators may need the words of a deleted post for a while, and no longer."""
    events: Any = Post.events.rel.related_model.objects  # type: ignore[attr-defined]
    deleted = Post.objects.filter(state=PostState.DELETED)
    count: int = events.filter(pgh_obj__in=deleted, pgh_created_at__lt=before).delete()[0]
    return count


def _remove_left_talks(before: datetime) -> int:
    left = Thread.objects.filter(is_public=False, participants=None, last_post_at__lt=before)
    count = 0
    while talks := list(left.order_by("pk")[:BATCH]):
        for talk in talks:
            _remove_talk(talk)
        count += len(talks)
    return count


def _remove_talk(talk: Thread) -> None:
    for post in talk.posts.all():
        detach_all(post)
    talk.delete()
