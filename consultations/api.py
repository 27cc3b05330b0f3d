"""Consultations in the public API: list, facts, text, remarks and positions.

Each answer asks the same querysets and permission functions as the pages do.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_noop
from ninja import Router, Schema

from consultations.acts.selectors import Selection
from consultations.course_api import CourseOut, describe_course
from consultations.domain import lineage, permissions, queries
from consultations.domain.course import course_of
from consultations.domain.identity import public_author
from consultations.models import (
    Channel,
    Consultation,
    ConsultationKind,
    Mode,
    Participation,
    PositionState,
    Provision,
    Remark,
    Stage,
    Verdict,
)
from consultations.web.filters import ConsultationFilter
from open_data.listing import Listing, PageQuery, filter_parameters, filtered, listing
from open_data.public_api import EVERYBODY, Problem
from organizations.models import Publication

router = Router()


class ConsultationOut(Schema):
    """A consultation on a list."""

    slug: str
    url: str
    title: str
    kind: ConsultationKind
    stage: Stage
    mode: Mode
    participation: Participation
    public_body: str
    public_body_name: str
    unit: str
    summary: str
    opens_on: date
    closes_on: date
    remark_count: int
    updated_at: datetime


class ConsultationDetailOut(ConsultationOut):
    """A consultation with its basis, contact and the number of the version in force.

    `annotations` is the address of all remarks as W3C Web Annotations, `course` tells of its
    rounds, meetings and the council's opinions.
    """

    legal_basis: str
    contact_name: str
    contact_email: str
    contact_phone: str
    version: int | None
    document_title: str
    annotations: str
    course: CourseOut


class UnitOut(Schema):
    """A unit of the text; `address` is its Akoma Ntoso eId, `rows` are those of a table."""

    address: str
    parent: str | None
    depth: int
    kind: str
    citation: str
    label: str
    heading: str
    text: str
    rows: list[Any]
    remark_count: int


class PositionOut(Schema):
    """What the office decided, once it is public."""

    verdict: Verdict
    reasons: str


class RemarkOut(Schema):
    """A remark; `unit` is its address in the text in force, null for the whole or when removed.

    `version` is the version that its author read, `quote` the words they selected in it.
    """

    number: int
    url: str
    author: str
    organization: str | None
    channel: Channel
    received_on: date | None
    submitted_at: datetime | None
    round_number: int
    unit: str | None
    citation: str
    version: int
    quote: str
    text: str
    proposed_wording: str
    justification: str
    support_count: int
    position: PositionOut | None


@router.get(
    "",
    response={200: Listing[ConsultationOut], 422: Problem},
    summary=gettext_noop("Konsultacje, od najnowszych"),
    description=gettext_noop(
        "Przyjmuje te same filtry co lista na stronie, pod tymi samymi nazwami."
    ),
    openapi_extra=filter_parameters(ConsultationFilter),
)
def consultations(request: HttpRequest, page: PageQuery) -> dict[str, Any]:
    """Takes the filters of the portal's own list, under the names they have in its address."""
    rows = queries.consultations_for_list(EVERYBODY)
    filterset = filtered(ConsultationFilter(request.GET, queryset=rows))
    return listing(request, filterset.qs, page, describe_consultation)


@router.get(
    "/{slug:slug}",
    response={200: ConsultationDetailOut, 404: Problem},
    summary=gettext_noop("Jedne konsultacje"),
    description=gettext_noop("Co jest konsultowane, przez kogo, na jakiej podstawie i do kiedy."),
)
def consultation(request: HttpRequest, slug: str) -> dict[str, Any]:
    """What is consulted, by whom, on what basis and until when."""
    found = get_object_or_404(
        queries.consultations_for_list(EVERYBODY)
        .defer(None)
        .select_related("public_body", "current_version"),
        slug=slug,
    )
    version = found.current_version
    return describe_consultation(found) | {
        "legal_basis": found.legal_basis,
        "contact_name": found.contact_name,
        "contact_email": found.contact_email,
        "contact_phone": found.contact_phone,
        "version": version.number if version else None,
        "document_title": version.title if version else "",
        "annotations": f"{settings.BASE_URL}{reverse('consultations:annotations', args=[slug])}",
        "course": describe_course(course_of(found)),
    }


@router.get(
    "/{slug:slug}/units",
    response={200: Listing[UnitOut], 404: Problem, 422: Problem},
    summary=gettext_noop("Obowiązujący tekst projektu, jednostka po jednostce"),
    description=gettext_noop("Jednostki w kolejności czytania."),
)
def units(request: HttpRequest, slug: str, page: PageQuery) -> dict[str, Any]:
    """Units in reading order."""
    found = _visible(slug)
    counts = lineage.counts_by_lineage(found.pk)
    rows = found.units().select_related("parent")
    return listing(
        request, rows, page, lambda unit: _describe_unit(unit, counts.get(unit.lineage, 0))
    )


@router.get(
    "/{slug:slug}/remarks",
    response={200: Listing[RemarkOut], 404: Problem, 422: Problem},
    summary=gettext_noop("Uwagi, a po ogłoszeniu wyników także stanowiska"),
    description=gettext_noop("Według numerów; bez uwag wycofanych i ukrytych."),
)
def remarks(request: HttpRequest, slug: str, page: PageQuery) -> dict[str, Any]:
    """Remarks by number; withdrawn and hidden ones are left out."""
    found = _visible(slug)
    return listing(
        request, public_remarks(found), page, lambda remark: describe_remark(remark, found)
    )


def public_remarks(consultation: Consultation) -> QuerySet[Remark]:
    """The remarks that everybody reads, with what ``describe_remark`` tells of them."""
    return queries.remarks_for_reading(consultation, EVERYBODY).select_related(
        "provision", "organization", "position", "version"
    )


def describe_consultation(row: Consultation) -> dict[str, Any]:
    """A consultation as lists and files show it; ``remark_count`` is annotated."""
    special = {"url", "public_body", "public_body_name"}
    described = {
        name: getattr(row, name) for name in ConsultationOut.model_fields if name not in special
    }
    described["url"] = f"{settings.BASE_URL}{row.get_absolute_url()}"
    described["public_body"] = row.public_body.slug
    described["public_body_name"] = row.public_body.name
    return {name: described[name] for name in ConsultationOut.model_fields}


def describe_remark(remark: Any, consultation: Consultation) -> dict[str, Any]:
    """A remark signed as the rules of the consultation let the public see."""
    address = reverse("consultations:remark", args=[consultation.slug, remark.number])
    organization = remark.organization
    is_listed = organization and organization.publication == Publication.PUBLISHED
    return {
        "number": remark.number,
        "url": f"{settings.BASE_URL}{address}",
        "author": public_author(remark, consultation),
        "organization": organization.slug if is_listed else None,
        "channel": remark.channel,
        "received_on": remark.received_on,
        "submitted_at": remark.submitted_at,
        "round_number": remark.round_number,
        "unit": remark.current_eid,
        "citation": remark.current_citation
        or (remark.provision.citation if remark.provision else ""),
        "version": remark.version.number,
        "quote": Selection.from_json(remark.selection).exact if remark.selection else "",
        "text": remark.text,
        "proposed_wording": remark.proposed_wording,
        "justification": remark.justification,
        "support_count": remark.support_count,
        "position": _public_position(remark, consultation),
    }


def _public_position(remark: Remark, consultation: Consultation) -> dict[str, Any] | None:
    position = getattr(remark, "position", None)
    if position is None or position.state != PositionState.APPROVED:
        return None
    is_out = getattr(remark, "results_are_out", False)
    if not is_out and not permissions.can_see_positions(EVERYBODY, consultation):
        return None
    return {"verdict": position.verdict, "reasons": position.reasons}


def _visible(slug: str) -> Consultation:
    return get_object_or_404(Consultation.objects.visible_to(EVERYBODY), slug=slug)


def _describe_unit(unit: Provision, remark_count: int) -> dict[str, Any]:
    return {
        "address": unit.eid,
        "parent": unit.parent.eid if unit.parent else None,
        "depth": unit.depth,
        "kind": unit.kind,
        "citation": unit.citation,
        "label": unit.label,
        "heading": unit.heading,
        "text": unit.text,
        "rows": unit.rows,
        "remark_count": remark_count,
    }
