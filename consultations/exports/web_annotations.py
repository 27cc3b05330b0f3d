"""Remarks as the W3C Web Annotation Data Model has them (Recommendation of 23 February 2017).

A remark on a unit is aimed at the unit's words alone, served as plain text: only there the
numbers of a TextPositionSelector are what they say. The page for people is the ``scope``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.urls import reverse

from consultations.models import Consultation, Remark

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
CONTENT_TYPE = f'application/ld+json; profile="{CONTEXT}"'
PAGE_SIZE = 100
_LANGUAGE = "pl"

Absolute = Callable[[str], str]
"""Makes a whole address of a path."""


def annotation(remark: Remark, author: str, absolute: Absolute) -> dict[str, Any]:
    """One remark; ``author`` is the signature that the public reads."""
    slug = remark.consultation.slug
    described = {
        "@context": CONTEXT,
        "id": absolute(reverse("consultations:remark_annotation", args=[slug, remark.number])),
        "type": "Annotation",
        "motivation": ["commenting", "editing"] if remark.proposed_wording else "commenting",
        "creator": {
            "type": "Organization" if remark.organization_id else "Person",
            "name": author,
        },
        "created": _moment(remark.submitted_at or remark.created_at),
        "body": _bodies(remark),
        "target": _target(remark, absolute),
        "canonical": absolute(reverse("consultations:remark", args=[slug, remark.number])),
    }
    if not author:
        del described["creator"]
    return described


def collection(
    consultation: Consultation, total: int, absolute: Absolute, first: Sequence[dict[str, Any]]
) -> dict[str, Any]:
    """All remarks: how many there are, and the first page of them."""
    address = _collection_address(consultation, absolute)
    described: dict[str, Any] = {
        "@context": CONTEXT,
        "id": address,
        "type": "AnnotationCollection",
        "label": consultation.title,
        "total": total,
    }
    if total:
        described["first"] = _page(address, total, 0, first)
        described["last"] = f"{address}?strona={(total - 1) // PAGE_SIZE}"
    return described


def collection_page(
    consultation: Consultation,
    total: int,
    absolute: Absolute,
    number: int,
    items: Sequence[dict[str, Any]],
) -> dict[str, Any]:
    """Page ``number``, from 0, of all remarks."""
    address = _collection_address(consultation, absolute)
    part_of = {
        "id": address,
        "type": "AnnotationCollection",
        "label": consultation.title,
        "total": total,
    }
    return {
        "@context": CONTEXT,
        **_page(address, total, number, items),
        "partOf": part_of,
    }


def _page(address: str, total: int, number: int, items: Sequence[dict[str, Any]]) -> dict[str, Any]:
    described: dict[str, Any] = {
        "id": f"{address}?strona={number}",
        "type": "AnnotationPage",
        "partOf": address,
        "startIndex": number * PAGE_SIZE,
        # The page names the context for all of them.
        "items": [{key: item[key] for key in item if key != "@context"} for item in items],
    }
    if (number + 1) * PAGE_SIZE < total:
        described["next"] = f"{address}?strona={number + 1}"
    if number:
        described["prev"] = f"{address}?strona={number - 1}"
    return described


def _collection_address(consultation: Consultation, absolute: Absolute) -> str:
    return absolute(reverse("consultations:annotations", args=[consultation.slug]))


def _bodies(remark: Remark) -> list[dict[str, str]]:
    parts = [
        (remark.text, "commenting"),
        (remark.proposed_wording, "editing"),
        (remark.justification, "describing"),
    ]
    return [
        {
            "type": "TextualBody",
            "value": value,
            "format": "text/plain",
            "language": _LANGUAGE,
            "purpose": purpose,
        }
        for value, purpose in parts
        if value
    ]


def _target(remark: Remark, absolute: Absolute) -> str | dict[str, Any]:
    """The whole draft, a unit in the version that was read, or words of it."""
    slug, unit = remark.consultation.slug, remark.provision
    if unit is None:
        return absolute(reverse("consultations:detail", args=[slug]))
    text = reverse("consultations:unit_text", args=[slug, unit.eid])
    target: dict[str, Any] = {
        "type": "SpecificResource",
        "source": {
            "id": absolute(f"{text}?wersja={remark.version.number}"),
            "type": "Text",
            "format": "text/plain",
            "language": _LANGUAGE,
        },
        "scope": absolute(reverse("consultations:provision", args=[slug, unit.eid])),
    }
    if remark.selection:
        target["selector"] = remark.selection
    return target


def _moment(moment: Any) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
