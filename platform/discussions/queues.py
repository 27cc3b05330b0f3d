"""What of discussions waits on the page of moderators."""

from __future__ import annotations

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from discussions.domain import moderation_queue, permissions
from pages.moderation import SHOWN, Queue, Waiting

EXCERPT = 120


def reported_posts(user: User) -> Queue | None:
    """Reported posts of talks that the person looks after."""
    rows = moderation_queue.reported_posts(user)
    count = rows.count()
    if not count and not permissions.moderates_forum(user):
        return None
    address = reverse("discussions:moderation")
    return Queue(
        key="discussions-reports",
        label=_("Zgłoszone wpisy w rozmowach"),
        url=address,
        count=count,
        oldest=[
            Waiting(
                title=f"{post.thread.title}, {post}",
                url=address,
                since=post.waiting_since,  # type: ignore[attr-defined]
                note=Truncator(post.text).chars(EXCERPT),
            )
            for post in rows[:SHOWN]
        ],
    )


def appeals(user: User) -> Queue | None:
    """Appeals against hidden posts, for administrators."""
    if not permissions.can_decide_appeals(user):
        return None
    rows = moderation_queue.open_appeals()
    return Queue(
        key="discussions-appeals",
        label=_("Odwołania w rozmowach"),
        url=reverse("discussions:moderation"),
        count=rows.count(),
        oldest=[
            Waiting(
                title=f"{appeal.post.thread.title}, {appeal.post}",
                url=reverse("discussions:decide_appeal", args=[appeal.pk]),
                since=appeal.created_at,
                note=Truncator(appeal.text).chars(EXCERPT),
            )
            for appeal in rows[:SHOWN]
        ],
    )
