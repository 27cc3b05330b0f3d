"""Reading news and calls: lists, pages, files, feeds."""

from __future__ import annotations

import hashlib
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.paginator import Paginator
from django.db.models import Count, Max, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import feedgenerator, timezone
from django.utils.translation import get_language
from django.views.decorators.http import condition, require_safe

from documents.serving import file_response
from notifications.domain.letters import absolute, mail_domain
from pages.domain import publishing
from pages.domain.publishers import publishers_of
from pages.freshness import fresh_for_anonymous
from pages.models import Call, News, PublicationState
from pages.plain_markup import as_html
from pages.web.forms import CallFilter, NewsFilter
from pages.web.sections import SECTIONS
from search.registry import topic_labels

PAGE_SIZE = 12
NEWEST = 30
EVERYBODY = AnonymousUser()


def sign(model: type[News] | type[Call]) -> object:
    """What changes whenever the public lists do, also when a moment comes."""
    return model.objects.live().aggregate(rows=Count("pk"), changed=Max("updated_at"))


def of_news(request: HttpRequest, *args: Any, **kwargs: Any) -> object:
    """For lists of news."""
    return sign(News)


def of_calls(request: HttpRequest, *args: Any, **kwargs: Any) -> object:
    """For lists of calls."""
    return sign(Call)


@require_safe
@fresh_for_anonymous(shared=of_news)
def news(request: HttpRequest) -> HttpResponse:
    """News, the newest first."""
    form = NewsFilter(request.GET)
    rows = _live(News).filter(form.chosen()).select_related("category", "picture")
    return _list(request, "news", rows.order_by("-publish_at", "-pk"), form)


@require_safe
@fresh_for_anonymous(shared=of_calls)
def calls(request: HttpRequest) -> HttpResponse:
    """Calls: those that end soonest first, or those that are over."""
    form = CallFilter(request.GET)
    rows = _live(Call).filter(form.chosen()).distinct().prefetch_related("counties")
    today = timezone.localdate()
    if form.cleaned_data.get("stan") == "zamkniete":
        rows = rows.filter(closes_on__lt=today).order_by("-closes_on", "-pk")
    else:
        rows = rows.filter(closes_on__gte=today).order_by("closes_on", "pk")
    return _list(request, "calls", rows, form)


@require_safe
def publication(request: HttpRequest, section: str, slug: str) -> HttpResponse:
    """One piece of news, or one call; drafts for those who write and moderate them."""
    found = find(request, section, slug)
    user = request.user
    context: dict[str, Any] = {
        "section": SECTIONS[section],
        "row": found,
        "html": as_html(found.text),
        "can_edit": publishing.can_edit(user, found),
        "can_publish": publishing.can_publish(user, found),
        "can_moderate": publishing.can_moderate(user),
        "targets": targets(user, found),
    }
    if isinstance(found, Call):
        labels = topic_labels()
        context["topics"] = [labels[code] for code in found.topics if code in labels]
        context["counties"] = list(found.counties.all())
        context["documents"] = list(found.documents.select_related("file"))
    if context["can_edit"]:
        context["changes"] = publishing.changes_of(found)
    return render(request, SECTIONS[section].template, context)


@require_safe
def picture(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The picture of a piece of news."""
    found = find(request, "aktualnosci", slug)
    stored = found.picture if isinstance(found, News) else None
    if stored is None:
        raise Http404
    return file_response(stored, request=request, as_attachment=False)


@require_safe
def call_document(request: HttpRequest, slug: str, key: int) -> HttpResponseBase:
    """A document of a call, for whoever may read the call."""
    found: Any = find(request, "nabory", slug)
    document = get_object_or_404(found.documents.select_related("file"), pk=key)
    return file_response(document.file, request=request, as_attachment=False)


def _etag(request: HttpRequest, section: str) -> str:
    words = repr((sign(SECTIONS[section].model), section, get_language()))
    return f'"{hashlib.sha256(words.encode()).hexdigest()[:32]}"'


@require_safe
@condition(etag_func=_etag)
def atom(request: HttpRequest, section: str) -> HttpResponse:
    """The newest ones for feed readers: what everybody may read, whoever asks."""
    place = SECTIONS[section]
    feed = feedgenerator.Atom1Feed(
        title=f"{place.title} – {settings.SITE_NAME}",
        link=absolute(reverse(place.list_name)),
        description="",
        language=get_language(),
        feed_url=absolute(request.path),
    )
    for row in _live(place.model).order_by("-publish_at", "-pk")[:NEWEST]:
        feed.add_item(
            title=row.title,
            link=absolute(row.get_absolute_url()),
            description=row.summary,
            unique_id=f"tag:{mail_domain()},2026:{section}:{row.pk}",
            pubdate=row.publish_at,
            updateddate=max(row.updated_at, row.publish_at),
            author_name=row.publisher_name,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def find(request: HttpRequest, section: str, slug: str) -> News | Call:
    """A publication that the person may read, or 404."""
    rows: Any = SECTIONS[section].model.objects.visible_to(request.user)
    found: News | Call = get_object_or_404(rows, slug=slug)
    return found


def targets(user: Any, row: News | Call) -> list[PublicationState]:
    """To which states the person may move it now."""
    allowed = [target for target in PublicationState if publishing.may_move(user, row, target)]
    # Whoever may publish asks nobody; what is published goes back only when it is changed.
    asks_nobody = PublicationState.PUBLISHED in (*allowed, row.state)
    return [state for state in allowed if state != PublicationState.PROPOSED or not asks_nobody]


def _live(model: type[News] | type[Call]) -> QuerySet[Any]:
    return model.objects.visible_to(EVERYBODY)


def _list(request: HttpRequest, name: str, rows: QuerySet[Any], form: Any) -> HttpResponse:
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))
    return render(
        request,
        f"pages/{name}.html",
        {
            "page": page,
            "form": form,
            "can_write": bool(publishers_of(request.user)),
            "category": form.cleaned_data.get("category"),
        },
    )
