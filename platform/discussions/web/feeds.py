"""The forum for feed readers (Atom, RFC 4287): what everybody may read, whoever asks."""

from __future__ import annotations

import hashlib

from django.conf import settings
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import feedgenerator
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import condition, require_safe

from discussions.models import Category, Post, PostState, Thread
from discussions.web.freshness import of_forum
from notifications.domain.letters import absolute, mail_domain
from open_data.public_api import EVERYBODY
from pages.plain_markup import as_html

NEWEST = 30


def _etag(request: HttpRequest, slug: str = "") -> str:
    words = repr((of_forum(request), slug, get_language()))
    return f'"{hashlib.sha256(words.encode()).hexdigest()[:32]}"'


@require_safe
@condition(etag_func=_etag)
def atom(request: HttpRequest, slug: str = "") -> HttpResponse:
    """The newest threads of one category, or of the whole forum."""
    rows = Thread.objects.in_forum().visible_to(EVERYBODY)
    title, link = _("Rozmowy – %(site)s") % {"site": settings.SITE_NAME}, "discussions:index"
    address = reverse(link)
    if slug:
        category = get_object_or_404(Category.objects.visible_to(EVERYBODY), slug=slug)
        rows = rows.filter(category=category)
        title, address = f"{category} – {settings.SITE_NAME}", category.get_absolute_url()
    feed = feedgenerator.Atom1Feed(
        title=title,
        link=absolute(address),
        description="",
        language=get_language(),
        feed_url=absolute(request.path),
    )
    for thread in _newest(rows):
        _add(feed, thread)
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def _newest(rows: QuerySet[Thread]) -> QuerySet[Thread]:
    first = Post.objects.filter(number=1, state=PostState.VISIBLE)
    return (
        rows.select_related("category", "author")
        .prefetch_related(Prefetch("posts", first, to_attr="first_posts"))
        .order_by("-created_at", "-pk")[:NEWEST]
    )


def _add(feed: feedgenerator.Atom1Feed, thread: Thread) -> None:
    texts = [post.text for post in thread.first_posts]  # type: ignore[attr-defined]
    feed.add_item(
        title=thread.title,
        link=absolute(thread.get_absolute_url()),
        description=as_html(texts[0]) if texts else "",
        unique_id=f"tag:{mail_domain()},2026:thread:{thread.pk}",
        pubdate=thread.created_at,
        updateddate=thread.last_post_at,
        author_name=str(thread.author or _("usunięty użytkownik")),
        categories=[str(thread.category)],
    )
