"""Reporting abuse, hiding and restoring posts, and the author's appeal.

Hiding needs a reason; the author may appeal to an administrator other than whoever hid the
post. Hiding the first post of a thread hides the thread with it.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from discussions.domain import notices
from discussions.domain.errors import (
    AppealedAlready,
    NotAllowed,
    NotYourDecision,
    ReasonRequired,
)
from discussions.models import (
    AbuseReason,
    AbuseReport,
    AbuseState,
    Appeal,
    AppealState,
    ModerationAction,
    ModerationDecision,
    Post,
    PostState,
    Thread,
)


@transaction.atomic
def report_abuse(
    *, post: Post, reporter: Any, reason: AbuseReason, details: str = ""
) -> AbuseReport:
    """Ask the moderators to look at a post; a second report of one person changes nothing."""
    report, created = AbuseReport.objects.get_or_create(
        post=post, reporter=reporter, defaults={"reason": reason, "details": details}
    )
    if created:
        notices.post_reported(report)
    return report


@transaction.atomic
def hide_post(*, post: Post, actor: Any, reason: str) -> Post:
    """Take a post off the pages. Upholds open reports."""
    _require_reason(reason)
    locked = _lock(post)
    if locked.state != PostState.VISIBLE:
        raise NotAllowed
    locked.state, locked.state_reason = PostState.HIDDEN, reason
    locked.save(update_fields=["state", "state_reason"])
    _show_thread_with(locked)
    _record(locked, ModerationAction.HIDE, actor, reason)
    _decide_reports(locked, AbuseState.UPHELD, reason)
    notices.post_hidden(locked, actor)
    return locked


@transaction.atomic
def restore_post(*, post: Post, actor: Any, reason: str) -> Post:
    """Put a hidden post back on the pages."""
    _require_reason(reason)
    return _restore(_lock(post), actor, reason)


@transaction.atomic
def dismiss_reports(*, post: Post, actor: Any, reason: str) -> int:
    """Leave the post where it is; returns how many reports that answers."""
    _require_reason(reason)
    locked = _lock(post)
    count = _decide_reports(locked, AbuseState.DISMISSED, reason)
    if count:
        _record(locked, ModerationAction.DISMISS, actor, reason)
    return count


@transaction.atomic
def file_appeal(*, post: Post, text: str) -> Appeal:
    """The author asks somebody else to look; once for each hiding. Raises AppealedAlready."""
    locked = _lock(post)
    if locked.state != PostState.HIDDEN:
        raise NotAllowed
    hidden_at = _last_hiding(locked).decided_at
    if locked.appeals.filter(created_at__gt=hidden_at).exists():
        raise AppealedAlready
    appeal = Appeal.objects.create(post=locked, text=text)
    notices.appeal_filed(appeal)
    return appeal


@transaction.atomic
def decide_appeal(*, appeal: Appeal, actor: Any, granted: bool, decision: str) -> Appeal:
    """Restore the post or leave it hidden. Raises NotYourDecision for whoever hid it."""
    _require_reason(decision)
    post = _lock(appeal.post)
    locked = Appeal.objects.select_for_update().get(pk=appeal.pk)
    if locked.state != AppealState.OPEN:
        raise NotAllowed
    if _last_hiding(post).actor == actor:
        raise NotYourDecision
    locked.state = AppealState.GRANTED if granted else AppealState.DENIED
    locked.decision, locked.decided_by, locked.decided_at = decision, actor, timezone.now()
    locked.save()
    locked.post = post
    if granted and post.state == PostState.HIDDEN:
        _restore(post, actor, decision)
    notices.appeal_decided(locked)
    return locked


def _restore(post: Post, actor: Any, reason: str) -> Post:
    if post.state != PostState.HIDDEN:
        raise NotAllowed
    post.state, post.state_reason = PostState.VISIBLE, ""
    post.save(update_fields=["state", "state_reason"])
    _show_thread_with(post)
    _record(post, ModerationAction.RESTORE, actor, reason)
    notices.post_restored(post, actor, reason)
    return post


def _show_thread_with(post: Post) -> None:
    """A thread of the forum is seen or not with the post that began it; its pages change."""
    thread = post.thread
    if post.number == 1 and thread.category_id is not None:
        thread.is_hidden = post.state == PostState.HIDDEN
    thread.save(update_fields=["is_hidden", "updated_at"])


def _lock(post: Post) -> Post:
    """The thread first, then the post: the order in which everybody takes the two."""
    thread = Thread.objects.select_for_update().get(pk=post.thread_id)
    locked = Post.objects.select_for_update(of=("self",)).select_related("author").get(pk=post.pk)
    locked.thread = thread
    return locked


def _last_hiding(post: Post) -> ModerationDecision:
    return post.moderation_decisions.filter(action=ModerationAction.HIDE).latest("decided_at")


def _record(post: Post, action: ModerationAction, actor: Any, reason: str) -> None:
    ModerationDecision.objects.create(post=post, action=action, actor=actor, reason=reason)


def _decide_reports(post: Post, state: AbuseState, reason: str) -> int:
    waiting = post.abuse_reports.select_for_update().filter(state=AbuseState.OPEN)
    people = [report.reporter_id for report in waiting if report.reporter_id]
    count = post.abuse_reports.filter(state=AbuseState.OPEN).update(
        state=state, decided_at=timezone.now()
    )
    if people:
        notices.reports_decided(post, people, state, reason)
    return count


def _require_reason(reason: str) -> None:
    if not reason.strip():
        raise ReasonRequired
