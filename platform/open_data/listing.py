"""Lists of the API: page by page, with the filters of the portal's own lists."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Generic, TypeVar

import django_filters
from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_noop
from ninja import Field, Query, Schema

from open_data.public_api import InvalidQuery

Item = TypeVar("Item")
LARGEST_PAGE = 100
# PostgreSQL would count rows for minutes; the bulk files are for those who want everything.
FARTHEST_OFFSET = 1_000_000
FAR = 1000


class Page(Schema):
    """Which part of a list is asked for."""

    limit: int = Field(
        20,
        ge=1,
        le=LARGEST_PAGE,
        description=gettext_noop("Ile pozycji podać, najwyżej 100."),
    )
    offset: int = Field(
        0, ge=0, le=FARTHEST_OFFSET, description=gettext_noop("Ile pozycji pominąć.")
    )


PageQuery = Annotated[Page, Query()]


class Listing(Schema, Generic[Item]):
    """A part of a list; ``next`` is the address of the following part, if there is one."""

    count: int
    limit: int
    offset: int
    next: str | None
    items: list[Item]


def listing(
    request: HttpRequest, rows: QuerySet[Any], page: Page, describe: Callable[[Any], Any]
) -> dict[str, Any]:
    """The asked part of ``rows``, each described by ``describe``: two queries and prefetches.

    Far from the beginning a third one finds the keys first.
    """
    count = rows.count()
    end = page.offset + page.limit
    shown = rows[page.offset : end]
    if page.offset >= FAR:
        # What is skipped is skipped in an index; in full it would be read for nothing.
        shown = rows.filter(pk__in=list(shown.values_list("pk", flat=True)))
    return {
        "count": count,
        "limit": page.limit,
        "offset": page.offset,
        "next": _address(request, end) if end < count else None,
        "items": [describe(row) for row in shown],
    }


def filtered(filterset: django_filters.FilterSet) -> django_filters.FilterSet:
    """``filterset`` when its parameters mean something; pages are more forgiving."""
    form = filterset.form
    if not form.is_valid():
        raise InvalidQuery(
            {name: [str(text) for text in found] for name, found in form.errors.items()}
        )
    return filterset


def filter_parameters(filterset: type[django_filters.FilterSet]) -> dict[str, Any]:
    """The filters of a list as OpenAPI describes them, for ``openapi_extra``."""
    described = [_parameter(name, item) for name, item in filterset.base_filters.items()]
    return {"parameters": described}


def _parameter(name: str, item: django_filters.Filter) -> dict[str, Any]:
    value: dict[str, Any] = {"type": "string"}
    choices = item.extra.get("choices", [])
    if isinstance(item, django_filters.ModelChoiceFilter):
        value = {"type": "integer", "minimum": 1}
    elif choices:
        value["enum"] = [key for key, _label in (choices() if callable(choices) else choices)]
    many = isinstance(item, django_filters.MultipleChoiceFilter)
    return {
        "in": "query",
        "name": name,
        "required": False,
        "description": item.label,
        "schema": {"type": "array", "items": value} if many else value,
    }


def _address(request: HttpRequest, offset: int) -> str:
    query = request.GET.copy()
    query["offset"] = str(offset)
    return f"{settings.BASE_URL}{request.path}?{query.urlencode()}"
