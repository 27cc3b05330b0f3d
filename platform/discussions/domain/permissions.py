"""Who may do what; one function per question, asked by views, templates and the domain alike.

All of them take for granted that the person may read the thread: see ``Thread.visible_to``.
"""

from __future__ import annotations

from typing import Any

from accounts.permissions import is_administrator
from discussions import places
from discussions.models import Category, Post, PostState, Thread


def moderates_forum(user: Any) -> bool:
    """Administrators, and those who were given the permission."""
    return is_administrator(user) or (
        user.is_authenticated and user.has_perm("discussions.moderate_forum")
    )


def can_start_thread(user: Any, category: Category) -> bool:
    """Everybody with an account, in open categories."""
    return bool(user.is_authenticated and not category.is_closed)


def can_reply(user: Any, thread: Thread) -> bool:
    """Everybody with an account in the forum; the place's own rule about objects."""
    if not user.is_authenticated or thread.is_locked or thread.is_hidden:
        return False
    if thread.category is not None:
        return not thread.category.is_closed
    if thread.is_private:
        return True
    return can_write_about(user, thread.place, thread.subject)


def can_write_about(user: Any, place_key: str, subject: Any) -> bool:
    """Whether the place lets the person write about the object; readability is asked before."""
    place = places.find(place_key)
    return bool(place and subject and user.is_authenticated and place.may_write(user, subject))


def can_moderate(user: Any, thread: Thread) -> bool:
    """Moderators of the forum, or of the place; administrators everywhere but in private."""
    if not user.is_authenticated:
        return False
    if thread.category_id is not None:
        return moderates_forum(user)
    if is_administrator(user):
        return True
    place = places.find(thread.place)
    if place is None or thread.subject is None or thread.is_private:
        return False
    return place.may_moderate(user, thread.subject)


def can_edit_post(user: Any, post: Post) -> bool:
    """Authors change and delete their own posts while the thread is open."""
    return bool(
        user.is_authenticated
        and post.author_id == user.pk
        and post.state == PostState.VISIBLE
        and not post.thread.is_locked
    )


def can_report(user: Any, post: Post) -> bool:
    """Whoever is signed in, about posts of others that are on the pages."""
    return bool(
        user.is_authenticated and post.author_id != user.pk and post.state == PostState.VISIBLE
    )


def can_solve(user: Any, thread: Thread) -> bool:
    """Whoever asked chooses the answer in the forum; moderators may help."""
    if thread.category_id is None or not user.is_authenticated:
        return False
    return thread.author_id == user.pk or can_moderate(user, thread)


def can_see_history(user: Any, post: Post) -> bool:
    """Earlier texts of a visible post are open to its readers; of others to moderators."""
    return post.state == PostState.VISIBLE or can_moderate(user, post.thread)


def can_appeal(user: Any, post: Post) -> bool:
    """The author of a hidden post."""
    return bool(
        user.is_authenticated and post.author_id == user.pk and post.state == PostState.HIDDEN
    )


def can_decide_appeals(user: Any) -> bool:
    """Administrators of the portal; the domain refuses whoever hid the post."""
    return is_administrator(user)


def can_talk_privately(user: Any, other: Any) -> bool:
    """Two different people with accounts."""
    return bool(
        user.is_authenticated and other is not None and other.is_active and other.pk != user.pk
    )
