"""How offices keep their word in the public API and as a file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop
from ninja import Query, Router, Schema

from insight.domain import kept_word
from insight.models import KeptPromise
from open_data.datasets import Dataset, Record, register_dataset
from open_data.listing import Listing, PageQuery, listing
from open_data.public_api import Problem, register_router

CHUNK = 1000
router = Router()
YearQuery = Annotated[
    int | None, Query(ge=1900, le=9999, description=gettext_noop("Rok, od którego liczymy."))
]
KindQuery = Annotated[
    str, Query(max_length=40, pattern=r"^[a-z-]*$", description=gettext_noop("Rodzaj sprawy."))
]
OfficeQuery = Annotated[
    str,
    Query(
        max_length=120,
        pattern=r"^[-a-zA-Z0-9_]*$",
        description=gettext_noop("Urząd, tak jak w adresie jego strony."),
    ),
]


class KeptPromiseOut(Schema):
    """One matter; `kept` is null while there is still time."""

    kind: str
    public_body: str
    public_body_name: str
    title: str
    url: str
    begun_on: date
    due_on: date | None
    done_on: date | None
    kept: bool | None
    days: int | None
    remarks: int
    answered: int


def describe_promise(row: KeptPromise) -> dict[str, Any]:
    """A matter as the API shows it."""
    return {
        "kind": row.source,
        "public_body": row.office_slug,
        "public_body_name": row.office_name,
        "title": row.title,
        "url": f"{settings.BASE_URL}{row.url}",
        "begun_on": row.begun_on,
        "due_on": row.due_on,
        "done_on": row.done_on,
        "kept": row.kept,
        "days": row.days,
        "remarks": row.asked,
        "answered": row.answered,
    }


@router.get(
    "",
    response={200: Listing[KeptPromiseOut], 422: Problem},
    summary=gettext_noop("Jak urzędy dotrzymują słowa"),
    description=gettext_noop("Sprawy z terminem: kiedy się zaczęły, kiedy je załatwiono."),
)
def kept_promises(
    request: HttpRequest,
    page: PageQuery,
    year: YearQuery = None,
    kind: KindQuery = "",
    public_body: OfficeQuery = "",
) -> dict[str, Any]:
    """Newest first."""
    rows = kept_word.matters(year=year, source=kind, office=public_body)
    return listing(request, rows, page, describe_promise)


def register_open_data() -> None:
    """Answer in the API and give all matters as files."""
    register_router("/kept-word", router, "kept-word")
    register_dataset(
        Dataset(
            key="kept-word",
            title=_("Jak urzędy dotrzymują słowa"),
            description=_(
                "Sprawy, w których urząd miał coś zrobić do określonego dnia: od kiedy liczymy, "
                "termin, dzień załatwienia, liczba uwag i odpowiedzi."
            ),
            keywords=(_("konsultacje społeczne"), _("terminowość")),
            columns=tuple(KeptPromiseOut.model_fields),
            records=_records,
            api_path="/kept-word",
        )
    )


def _records() -> Iterator[Record]:
    rows = kept_word.matters().order_by("pk")
    return (describe_promise(row) for row in rows.iterator(chunk_size=CHUNK))
