"""One page of a thread.

Posts are numbered without gaps, so a page is a range of numbers: the same few queries for 10
posts and for 10,000, and no counting. A link to a post finds its page by the post's number.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Prefetch
from django.utils.translation import gettext as _

from accounts.models import User
from discussions import places
from discussions.domain.affiliations import affiliations
from discussions.domain.mentions import names_people
from discussions.models import Post, PostAttachment, PostState, Thread
from pages.plain_markup import as_html

PAGE_SIZE = 20


@dataclass(frozen=True, slots=True)
class ShownPost:
    """A post as its reader sees it."""

    post: Post
    author: str
    affiliation: str
    html: str
    is_own: bool
    is_unread: bool
    is_solution: bool
    answers: int | None  # the number of the post to which it replies

    @property
    def is_readable(self) -> bool:
        """Whether the words may be shown: nobody hid or deleted them."""
        return self.post.state == PostState.VISIBLE


def page_of(thread: Thread, number: int | str | None) -> Page:
    """The page with ``number`` (counted from 1; ``"last"`` for the last one)."""
    # Pages of numbers alone: the thread knows how many there are.
    paginator = Paginator(range(1, thread.last_number + 1), PAGE_SIZE)
    return paginator.get_page(paginator.num_pages if number == "last" else number)


def page_number_of(post: Post) -> int:
    """On which page of its thread the post stands."""
    return (post.number - 1) // PAGE_SIZE + 1


def posts_on(page: Page) -> tuple[int, int]:
    """The first and the last number on a page."""
    numbers = list(page.object_list) or [0]
    return numbers[0], numbers[-1]


def shown_posts(thread: Thread, page: Page, reader: Any, *, read_to: int = 0) -> list[ShownPost]:
    """The posts of a page, with everything that the page shows, in a constant few queries."""
    first, last = posts_on(page)
    rows = (
        Post.objects.filter(thread=thread, number__range=(first, last))
        .select_related("author", "reply_to")
        .prefetch_related(
            Prefetch("attachments", PostAttachment.objects.select_related("file")), "mentions"
        )
        .order_by("number")
    )
    posts = list(rows)
    speakers = affiliations(post.author_id for post in posts) if names_people(thread) else {}
    return [_shown(post, thread, reader, speakers, read_to) for post in posts]


def author_name(author: User | None, thread: Thread) -> str:
    """How the author is called in this thread."""
    place = places.find(thread.place) if thread.place else None
    if place and place.author_name and place.uses_pseudonyms(thread.subject):
        return place.author_name(author, thread.subject)
    return str(author) if author is not None else _("usunięty użytkownik")


def _shown(
    post: Post, thread: Thread, reader: Any, speakers: dict[int, str], read_to: int
) -> ShownPost:
    post.thread = thread
    is_own = reader.is_authenticated and post.author_id == reader.pk
    return ShownPost(
        post=post,
        author=author_name(post.author, thread),
        affiliation=speakers.get(post.author_id or 0, ""),
        html=as_html(post.text, _names(post)),
        is_own=is_own,
        is_unread=bool(read_to) and post.number > read_to and not is_own,
        is_solution=thread.solution_id == post.pk,
        answers=post.reply_to.number if post.reply_to else None,
    )


def _names(post: Post) -> Iterable[str]:
    return [mention.name for mention in post.mentions.all()]
