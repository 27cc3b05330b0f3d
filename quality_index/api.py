"""Published indexes in the public API; nothing of members is here."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_noop
from ninja import Router, Schema

from open_data.listing import Listing, PageQuery, listing
from open_data.public_api import EVERYBODY, Problem
from organizations.models import PublicBodyKind
from quality_index.models import Assessment, Stage

router = Router()


class IndexOut(Schema):
    """A published index; points go from 0 to 100."""

    id: int
    url: str
    public_body: str
    public_body_name: str
    kind: PublicBodyKind
    year: int
    questionnaire: int
    total: Decimal
    published_at: datetime | None


class PartOut(Schema):
    """A plane or an area with its points; null where nothing applied."""

    level: str
    key: str
    value: Decimal | None


class AgreedOut(Schema):
    """What the team agreed on an indicator, 0 to 4; null when it does not apply."""

    key: str
    name: str
    value: int | None
    reasons: str
    dissent: str


class IndexDetailOut(IndexOut):
    """An index with its parts and indicators."""

    parts: list[PartOut]
    indicators: list[AgreedOut]


def published() -> QuerySet[Assessment]:
    """What everybody sees, newest year first."""
    rows = Assessment.objects.visible_to(EVERYBODY).filter(stage=Stage.PUBLISHED)
    return rows.select_related("body", "version").order_by("-year", "pk")


@router.get(
    "",
    response={200: Listing[IndexOut], 422: Problem},
    summary=gettext_noop("Opublikowane indeksy jakości współpracy, od najnowszych"),
    description=gettext_noop("Indeks urzędu za rok, w punktach od 0 do 100."),
)
def indexes(request: HttpRequest, page: PageQuery) -> dict[str, Any]:
    """All published indexes."""
    return listing(request, published(), page, describe_index)


@router.get(
    "/{int:pk}",
    response={200: IndexDetailOut, 404: Problem},
    summary=gettext_noop("Jeden indeks"),
    description=gettext_noop("Z płaszczyznami, obszarami i uzgodnionymi ocenami wskaźników."),
)
def index(request: HttpRequest, pk: int) -> dict[str, Any]:
    """One index with its parts."""
    row = get_object_or_404(published(), pk=pk)
    return describe_index(row) | {
        "parts": list(row.results.values("level", "key", "value")),
        "indicators": [
            {
                "key": agreed.indicator.key,
                "name": agreed.indicator.name,
                "value": agreed.value,
                "reasons": agreed.reasons,
                "dissent": agreed.dissent,
            }
            for agreed in row.agreed_scores.select_related("indicator")
        ],
    }


def describe_index(row: Assessment) -> dict[str, Any]:
    """An index as the API and the open data files show it."""
    return {
        "id": row.pk,
        "url": f"{settings.BASE_URL}{reverse('quality_index:results', args=[row.pk])}",
        "public_body": row.body.slug,
        "public_body_name": row.body.name,
        "kind": row.body.kind,
        "year": row.year,
        "questionnaire": row.version.number,
        "total": row.total,
        "published_at": row.published_at,
    }
