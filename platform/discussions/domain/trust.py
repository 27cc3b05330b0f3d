"""What new accounts may do less of, so that robots and rage find little room.

An account is trusted when it acts for an institution, or when it is two days old and three of
its posts stand on the pages.
"""

from __future__ import annotations

import re
from datetime import timedelta

from django.utils import timezone

from accounts.domain.memberships import membership_models
from accounts.models import User
from accounts.permissions import is_administrator
from discussions.domain.errors import TooManyLinks
from discussions.models import Post, PostState
from pages.limits import Limit

LEAST_AGE = timedelta(days=2)
LEAST_POSTS = 3
MOST_LINKS = 2

POSTS = Limit("posts", 60)
POSTS_OF_NEW = Limit("posts-of-new", 10)
# Forms without a proof of work come from browsers without JavaScript, or from robots.
UNPROVEN_POSTS = Limit("unproven-posts", 5)
NEW_PRIVATE_TALKS = Limit("new-private-talks", 5)
ABUSE_REPORTS = Limit("post-abuse-reports", 20)

_LINK = re.compile(r"https?://|www\.", re.IGNORECASE)


def is_trusted(user: User) -> bool:
    """Whether the account has shown who it is."""
    if is_administrator(user) or _acts_for_somebody(user):
        return True
    if user.date_joined > timezone.now() - LEAST_AGE:
        return False
    written = Post.objects.filter(author=user, state=PostState.VISIBLE)
    return written[:LEAST_POSTS].count() >= LEAST_POSTS


def limit_for(user: User, *, is_proven: bool) -> Limit:
    """How many posts an hour the person may send."""
    if is_trusted(user):
        return POSTS
    return POSTS_OF_NEW if is_proven else UNPROVEN_POSTS


def refuse_many_links(user: User, text: str) -> None:
    """Raise TooManyLinks for what looks like advertising from a new account."""
    if len(_LINK.findall(text)) > MOST_LINKS and not is_trusted(user):
        raise TooManyLinks


def _acts_for_somebody(user: User) -> bool:
    return any(
        model._default_manager.filter(user=user, is_active=True).exists()
        for model in membership_models()
    )
