"""What the portal's search finds of discussions."""

from __future__ import annotations

from django.db.models import Prefetch, QuerySet
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from discussions.models import Post, PostState, Thread
from open_data.public_api import EVERYBODY
from search import registry
from search.registry import Entry, Indexed

SUMMARY = 200
# A talk is found by what begins it; thousands of later posts would make indexing slow.
POSTS_READ = 100


def register_found() -> None:
    """Make public threads findable, by the words of their posts too."""
    registry.register(
        Indexed(
            key="rozmowy",
            label=_("Rozmowy"),
            model=Thread,
            public_rows=_public_rows,
            entry=_thread,
            order=80,
            parts={Post: lambda post: [post.thread_id]},
        )
    )


def _public_rows() -> QuerySet[Thread]:
    posts = Post.objects.filter(state=PostState.VISIBLE, number__lte=POSTS_READ)
    return (
        Thread.objects.visible_to(EVERYBODY)
        .filter(is_public=True)
        .select_related("category")
        .prefetch_related(Prefetch("posts", posts.order_by("number"), to_attr="read_posts"))
    )


def _thread(row: Thread) -> Entry:
    texts = [post.text for post in row.read_posts]  # type: ignore[attr-defined]
    return Entry(
        title=row.title,
        url=row.get_absolute_url(),
        summary=Truncator(texts[0]).chars(SUMMARY) if texts else "",
        owner=str(row.category or ""),
        texts=tuple(texts),
        happens_on=timezone.localdate(row.last_post_at),
    )
