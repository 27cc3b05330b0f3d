"""What discussions tell to whom; published in the caller's transaction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.text import Truncator

import notifications
from discussions.domain.paging import author_name
from discussions.models import AbuseReport, Appeal, Mention, Post, Thread

EXCERPT = 300


def thread_started(thread: Thread, post: Post) -> None:
    """Tell those who follow the category."""
    context = _about(post) | {"category": str(thread.category)}
    notifications.publish("discussions.new_thread", thread, post.author, context)


def post_written(post: Post, mentions: Sequence[Mention]) -> None:
    """Tell those who follow the thread, take part in it or own its subject."""
    named = [mention.user_id for mention in mentions]
    if post.number > 1 or post.thread.category_id is None:
        kind = post.thread.new_post_kind
        notifications.publish(kind, post, post.author, _about(post) | {"mentioned": named})
    people_mentioned(post, mentions)


def people_mentioned(post: Post, mentions: Sequence[Mention]) -> None:
    """Tell those who are called by name."""
    if named := [mention.user_id for mention in mentions]:
        notifications.publish(
            "discussions.mentioned", post, post.author, _about(post) | {"people": named}
        )


def solution_chosen(post: Post, actor: Any) -> None:
    """Tell the author of the answer."""
    notifications.publish("discussions.solved", post, actor, _about(post))


def thread_changed(thread: Thread, actor: Any, *, action: str, reason: str) -> None:
    """Tell those who follow the thread what a moderator did with it."""
    context = {"title": thread.title, "action": action, "reason": reason}
    notifications.publish("discussions.thread_changed", thread, actor, context)


def post_reported(report: AbuseReport) -> None:
    """Tell the moderators that somebody asks for a decision."""
    context = _title_of(report.post) | {"reason": report.reason}
    notifications.publish("discussions.reported", report.post, report.reporter, context)


def post_hidden(post: Post, actor: Any) -> None:
    """Tell the author why, and that an appeal is possible."""
    context = _title_of(post) | {"reason": post.state_reason}
    notifications.publish("discussions.hidden", post, actor, context)


def post_restored(post: Post, actor: Any, reason: str) -> None:
    """Tell the author that the post is back."""
    context = _title_of(post) | {"reason": reason}
    notifications.publish("discussions.restored", post, actor, context)


def reports_decided(post: Post, people: Sequence[int], state: str, reason: str) -> None:
    """Tell those who reported what became of it."""
    context = _title_of(post) | {"people": list(people), "state": state, "reason": reason}
    notifications.publish("discussions.report_decided", post, None, context)


def appeal_filed(appeal: Appeal) -> None:
    """Tell the administrators of the portal, who decide."""
    post = appeal.post
    notifications.publish("discussions.appeal_filed", post, post.author, _title_of(post))


def appeal_decided(appeal: Appeal) -> None:
    """Tell the author the decision."""
    context = _title_of(appeal.post) | {"state": appeal.state, "reason": appeal.decision}
    notifications.publish("discussions.appeal_decided", appeal.post, appeal.decided_by, context)


def _title_of(post: Post) -> dict[str, Any]:
    return {"title": post.thread.title, "number": post.number}


def _about(post: Post) -> dict[str, Any]:
    author = author_name(post.author, post.thread)
    return _title_of(post) | {"author": author, "excerpt": Truncator(post.text).chars(EXCERPT)}
