"""News and calls of the portal in the API, as files and in the sitemap."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop
from ninja import Router, Schema

from open_data.datasets import Dataset, Record, register_dataset
from open_data.listing import Listing, PageQuery, listing
from open_data.public_api import EVERYBODY, Problem, register_router
from open_data.sitemaps import register_sitemap
from pages.models import Call, CallKind, News

CHUNK = 500
news_router = Router()
calls_router = Router()


class NewsOut(Schema):
    """A piece of news."""

    slug: str
    url: str
    title: str
    summary: str
    publisher: str
    category: str | None
    county: str | None
    published_at: datetime
    updated_at: datetime


class CallOut(Schema):
    """An open competition of offers or another call; amounts are in złoty."""

    slug: str
    url: str
    title: str
    summary: str
    publisher: str
    kind: CallKind
    opens_on: date
    closes_on: date
    budget: Decimal | None
    largest_grant: Decimal | None
    benefit_fields: list[str]
    counties: list[str]
    published_at: datetime
    updated_at: datetime


def describe_news(row: News) -> dict[str, Any]:
    """News as the API shows it."""
    category = row.category
    return _common(row) | {
        "category": category.slug if category is not None else None,
        "county": row.county_id,
    }


def describe_call(row: Call) -> dict[str, Any]:
    """A call as the API shows it."""
    return _common(row) | {
        "kind": row.kind,
        "opens_on": row.opens_on,
        "closes_on": row.closes_on,
        "budget": row.budget,
        "largest_grant": row.largest_grant,
        "benefit_fields": row.topics,
        "counties": [area.pk for area in row.counties.all()],
    }


@news_router.get(
    "",
    response={200: Listing[NewsOut], 422: Problem},
    summary=gettext_noop("Aktualności"),
    description=gettext_noop("Od najnowszych."),
)
def news(request: HttpRequest, page: PageQuery) -> dict[str, Any]:
    """Newest first."""
    return listing(request, _news(), page, describe_news)


@calls_router.get(
    "",
    response={200: Listing[CallOut], 422: Problem},
    summary=gettext_noop("Nabory"),
    description=gettext_noop("Otwarte konkursy ofert i inne nabory, od najnowszych."),
)
def calls(request: HttpRequest, page: PageQuery) -> dict[str, Any]:
    """Newest first."""
    return listing(request, _calls(), page, describe_call)


class NewsSitemap(Sitemap):
    """News that everybody may read."""

    limit = 10_000

    def items(self) -> QuerySet[News]:
        """Newest first."""
        return _news()

    def lastmod(self, item: News) -> datetime:
        """When it changed."""
        return item.updated_at


class CallSitemap(Sitemap):
    """Calls that everybody may read."""

    limit = 10_000

    def items(self) -> QuerySet[Call]:
        """Newest first."""
        return _calls().prefetch_related(None)

    def lastmod(self, item: Call) -> datetime:
        """When it changed."""
        return item.updated_at


def register_publications() -> None:
    """Pages lie below: they do not know of open data."""
    register_router("/news", news_router, "news")
    register_router("/calls", calls_router, "calls")
    register_sitemap("aktualnosci", NewsSitemap)
    register_sitemap("nabory", CallSitemap)
    register_dataset(
        Dataset(
            key="news",
            title=_("Aktualności"),
            description=_("Aktualności organizacji, urzędów i portalu: tytuł, streszczenie, data."),
            keywords=(_("aktualności"),),
            columns=tuple(NewsOut.model_fields),
            records=lambda: _records(_news(), describe_news),
            api_path="/news",
        )
    )
    register_dataset(
        Dataset(
            key="calls",
            title=_("Nabory"),
            description=_("Otwarte konkursy ofert i inne nabory: terminy, kwoty, sfery, powiaty."),
            keywords=(_("otwarte konkursy ofert"), _("dotacje")),
            columns=tuple(CallOut.model_fields),
            records=lambda: _records(_calls(), describe_call),
            api_path="/calls",
        )
    )


def _common(row: Any) -> dict[str, Any]:
    return {
        "slug": row.slug,
        "url": f"{settings.BASE_URL}{row.get_absolute_url()}",
        "title": row.title,
        "summary": row.summary,
        "publisher": row.publisher_name,
        "published_at": row.publish_at,
        "updated_at": row.updated_at,
    }


def _news() -> QuerySet[Any]:
    rows = News.objects.visible_to(EVERYBODY).select_related("category")
    return rows.order_by("-publish_at", "-pk")


def _calls() -> QuerySet[Any]:
    rows = Call.objects.visible_to(EVERYBODY).prefetch_related("counties")
    return rows.order_by("-publish_at", "-pk")


def _records(rows: QuerySet[Any], describe: Callable[[Any], Record]) -> Iterator[Record]:
    return (describe(row) for row in rows.order_by("pk").iterator(chunk_size=CHUNK))
