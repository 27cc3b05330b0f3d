"""Pages of the open data, and its files."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from open_data.bulk_files import CONTENT_TYPES
from open_data.catalogue import LICENCE, entries
from open_data.dcat import dcat_catalogue
from open_data.documentation import documented_operations
from open_data.harvest import harvest_md5, harvest_xml
from open_data.models import BulkFile
from open_data.public_access import open_to_all_sites
from open_data.public_api import DESCRIPTION


@require_safe
def catalogue(request: HttpRequest) -> HttpResponse:
    """What can be taken as a whole: formats, sizes, dates, checksums."""
    return render(request, "open_data/catalogue.html", {"entries": entries(), "licence": LICENCE})


@require_safe
def api_documentation(request: HttpRequest) -> HttpResponse:
    """How to ask the API."""
    return render(
        request,
        "open_data/api.html",
        {
            "groups": documented_operations(),
            "base_url": settings.BASE_URL,
            "limit_per_minute": settings.API_REQUESTS_PER_MINUTE,
            "promise": gettext(DESCRIPTION),
        },
    )


@require_safe
def dcat(request: HttpRequest) -> HttpResponse:
    """The catalogue as DCAT-AP."""
    response = JsonResponse(
        dcat_catalogue(),
        content_type="application/ld+json",
        json_dumps_params={"ensure_ascii": False, "indent": 1},
    )
    return open_to_all_sites(response)


@require_safe
def harvest(request: HttpRequest) -> HttpResponse:
    """The catalogue as dane.gov.pl harvests it."""
    return HttpResponse(harvest_xml(), content_type="application/xml; charset=utf-8")


@require_safe
def harvest_checksum(request: HttpRequest) -> HttpResponse:
    """MD5 of that XML."""
    return HttpResponse(harvest_md5(harvest_xml()), content_type="text/plain; charset=utf-8")


@require_safe
def bulk_file(request: HttpRequest, dataset: str, file_format: str) -> HttpResponseBase:
    """A whole dataset, or 304 for a program that has it."""
    found = get_object_or_404(BulkFile, dataset=dataset, format=file_format)
    etag, modified = quote_etag(found.sha256), int(found.made_at.timestamp())
    unchanged = get_conditional_response(request, etag, modified)
    response: Any = unchanged or FileResponse(
        found.file.open("rb"),
        as_attachment=True,
        filename=str(found),
        content_type=CONTENT_TYPES[file_format],
    )
    response["ETag"] = etag
    response["Last-Modified"] = http_date(modified)
    response["Cache-Control"] = "public, no-cache"
    return open_to_all_sites(response)


@require_safe
def bulk_checksum(request: HttpRequest, dataset: str, file_format: str) -> HttpResponse:
    """SHA-256 in the form that ``sha256sum --check`` reads."""
    found = get_object_or_404(BulkFile, dataset=dataset, format=file_format)
    return HttpResponse(f"{found.sha256}  {found}\n", content_type="text/plain; charset=utf-8")
