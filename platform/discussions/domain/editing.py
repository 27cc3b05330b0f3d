"""What authors do with their own posts afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from discussions.domain import notices
from discussions.domain.attachments import attach, detach_all
from discussions.domain.errors import ThreadLocked
from discussions.domain.mentions import remember_mentions
from discussions.domain.trust import refuse_many_links
from discussions.models import Post, PostState, Thread
from documents.models import StoredFile


@dataclass(frozen=True, slots=True)
class EarlierText:
    """A text that was replaced, and when."""

    text: str
    replaced_at: datetime


@transaction.atomic
def edit_post(*, post: Post, text: str, files: Sequence[StoredFile] = ()) -> Post:
    """Change the text of a post; the earlier one stays in its history. Raises ThreadLocked."""
    locked = _lock(post)
    refuse_many_links(locked.author, text)  # type: ignore[arg-type]
    attach(locked, files)
    if locked.text == text:
        return locked
    locked.text, locked.edited_at = text, timezone.now()
    locked.save(update_fields=["text", "edited_at"])
    notices.people_mentioned(locked, remember_mentions(locked))
    locked.thread.save(update_fields=["updated_at"])
    return locked


@transaction.atomic
def delete_post(*, post: Post) -> Post:
    """Take back an own post: its place stays, its words and files go. Raises ThreadLocked."""
    locked = _lock(post)
    locked.state, locked.text = PostState.DELETED, ""
    locked.save(update_fields=["state", "text"])
    locked.mentions.all().delete()
    detach_all(locked)
    if locked.thread.solution_id == locked.pk:
        locked.thread.solution = None
    locked.thread.save(update_fields=["solution", "updated_at"])
    return locked


def earlier_texts(post: Post) -> list[EarlierText]:
    """What stood in the post before, the newest first."""
    events: Any = post.events.order_by("-pgh_id")  # type: ignore[attr-defined]
    return [EarlierText(event.text, event.pgh_created_at) for event in events]


def _lock(post: Post) -> Post:
    """The thread first, then the post: the order in which everybody takes the two."""
    thread = Thread.objects.select_for_update().get(pk=post.thread_id)
    locked = Post.objects.select_for_update(of=("self",)).select_related("author").get(pk=post.pk)
    locked.thread = thread
    if thread.is_locked or locked.state != PostState.VISIBLE:
        raise ThreadLocked
    return locked
