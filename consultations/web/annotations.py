"""Remarks for programs: W3C Web Annotations, and the words that they are aimed at."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from accounts.typed_numbers import typed_number
from consultations.domain import queries
from consultations.domain.identity import public_author
from consultations.exports import web_annotations
from consultations.exports.web_annotations import PAGE_SIZE
from consultations.models import Consultation, Remark
from consultations.web.access import find_consultation
from consultations.web.version_access import version_asked_for
from notifications.domain.letters import absolute
from open_data.public_api import EVERYBODY


@require_safe
def one(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """One remark that everybody may read."""
    consultation = find_consultation(request, slug)
    remark = get_object_or_404(_remarks(consultation), number=number)
    return _answer(_described(remark, consultation))


@require_safe
def all_remarks(request: HttpRequest, slug: str) -> HttpResponse:
    """The collection, or with ``?strona=`` one page of it."""
    consultation = find_consultation(request, slug)
    asked = request.GET.get("strona")
    number = typed_number(asked) or 0
    remarks = _remarks(consultation)
    total = consultation.remarks.counted().count()
    if number and number * PAGE_SIZE >= total:
        raise Http404
    start = number * PAGE_SIZE
    items = [_described(remark, consultation) for remark in remarks[start : start + PAGE_SIZE]]
    if asked is None:
        return _answer(web_annotations.collection(consultation, total, absolute, items))
    return _answer(web_annotations.collection_page(consultation, total, absolute, number, items))


@require_safe
def unit_text(request: HttpRequest, slug: str, eid: str) -> HttpResponse:
    """The words of a unit and nothing else, as ``?wersja=`` has them; offsets count from here."""
    consultation = find_consultation(request, slug)
    version = version_asked_for(request, consultation)
    unit = get_object_or_404(version.provisions, eid=eid)
    return _open(HttpResponse(unit.text, content_type="text/plain; charset=utf-8"))


def _remarks(consultation: Consultation) -> Any:
    return queries.remarks_for_reading(consultation, EVERYBODY).select_related(
        "provision", "organization", "version"
    )


def _described(remark: Remark, consultation: Consultation) -> dict[str, Any]:
    remark.consultation = consultation
    return web_annotations.annotation(remark, public_author(remark, consultation), absolute)


def _answer(described: dict[str, Any]) -> HttpResponse:
    dumped = {"ensure_ascii": False}
    return _open(
        JsonResponse(described, content_type=web_annotations.CONTENT_TYPE, json_dumps_params=dumped)
    )


def _open(response: HttpResponse) -> HttpResponse:
    """Scripts of every site may read what everybody may."""
    response["Access-Control-Allow-Origin"] = "*"
    response["Cache-Control"] = "private, no-cache"
    return response
