"""How offices keep their word: for everybody."""

from __future__ import annotations

from datetime import MAXYEAR

from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from accounts.typed_numbers import typed_number
from documents.exports import FORMATS
from insight import promises
from insight.domain import kept_word
from insight.domain.reporting import report_of_kept_word
from insight.web.files import report_file
from pages.freshness import fresh_for_anonymous

PER_PAGE = 50
ORDERS = [
    ("", gettext_lazy("alfabetycznie")),
    ("czas", gettext_lazy("od najdłuższego czekania")),
    ("terminy", gettext_lazy("od najrzadziej dotrzymanych terminów")),
]


@require_safe
@fresh_for_anonymous(shared=kept_word.refreshed)
def overview(request: HttpRequest) -> HttpResponse:
    """All offices together and one by one, with the method."""
    rows = kept_word.matters(year=_year(request), source=_source(request))
    order = request.GET.get("kolejnosc", "")
    measures = kept_word.by_source(rows)
    context = {
        "total": kept_word.overall(rows),
        "measures": measures,
        "chart": kept_word.share_chart(
            measures,
            title=_("Dotrzymane terminy"),
            description=_("Odsetek spraw załatwionych w terminie, według rodzaju."),
        ),
        "page": Paginator(kept_word.by_office(rows, order), PER_PAGE).get_page(
            request.GET.get("page")
        ),
        "orders": ORDERS,
        "order": order,
        "formats": FORMATS.items(),
        "method": promises.sources(),
    }
    return render(request, "insight/word.html", context | _choices(request))


@require_safe
@fresh_for_anonymous(kept_word.refreshed)
def office(request: HttpRequest, slug: str) -> HttpResponse:
    """One office: its measures and the matters they were counted from."""
    named = kept_word.matters(office=slug).first()
    if named is None:
        raise Http404
    rows = kept_word.matters(year=_year(request), source=_source(request), office=slug)
    context = {
        "office": named,
        "total": kept_word.overall(rows),
        "measures": kept_word.by_source(rows),
        "page": Paginator(rows, PER_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "insight/word_office.html", context | _choices(request))


@require_safe
def export(request: HttpRequest, format: str) -> FileResponse:
    """What the page shows, as a file."""
    rows = kept_word.matters(year=_year(request), source=_source(request), office=_office(request))
    return report_file(report_of_kept_word(rows), format, _("dotrzymane-slowo"))


def _choices(request: HttpRequest) -> dict[str, object]:
    return {
        "years": kept_word.years(),
        "year": _year(request),
        "sources": promises.sources(),
        "source": _source(request),
    }


def _year(request: HttpRequest) -> int | None:
    # Years that dates know; anything else narrows nothing.
    return typed_number(request.GET.get(kept_word.YEAR), most=MAXYEAR) or None


def _source(request: HttpRequest) -> str:
    source = promises.find(request.GET.get(kept_word.SOURCE, ""))
    return source.key if source is not None else ""


def _office(request: HttpRequest) -> str:
    wanted = request.GET.get("urzad", "")
    return "" if "\0" in wanted else wanted
