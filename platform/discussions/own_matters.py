"""What waits for a person on "Moje sprawy"."""

from __future__ import annotations

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy, ngettext

from accounts.dashboard import Item, Section
from accounts.models import User
from discussions.domain import drafts, queries

MOST_LINES = 10
LONGEST_TITLE = 100


def unread_talks(user: User) -> Section | None:
    """Talks in which somebody wrote since the person was there."""
    items = [
        Item(
            title=thread.title,
            url=reverse("discussions:unread", args=[thread.pk]),
            badge=_new(thread.unread),  # type: ignore[attr-defined]
            tone="info",
        )
        for thread in queries.own_threads(user)[:MOST_LINES]
    ]
    if not items:
        return None
    return Section(
        key="unread-talks", title=gettext_lazy("Nowe w Twoich rozmowach"), items=items, rank=30
    )


def post_drafts(user: User) -> Section | None:
    """Posts that the person began."""
    items = [
        Item(title=Truncator(str(draft)).chars(LONGEST_TITLE), url=draft.url)
        for draft in drafts.drafts_of(user)[:MOST_LINES]
    ]
    if not items:
        return None
    return Section(key="post-drafts", title=gettext_lazy("Szkice wpisów"), items=items, rank=25)


def _new(count: int) -> str:
    return ngettext("%(count)d nowy", "%(count)d nowych", count) % {"count": count}
