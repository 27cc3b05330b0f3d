"""What consultations and remarks tell search engines (schema.org, JSON-LD).

The draft is a ``Legislation`` that is not in force yet, and asking for remarks is an action
that anybody may take until the term.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.urls import reverse

from consultations.models import Consultation, Remark, Stage

CONTEXT = "https://schema.org"
_STATUS = {
    Stage.ANNOUNCED: "PotentialActionStatus",
    Stage.OPEN: "ActiveActionStatus",
    Stage.CANCELLED: "FailedActionStatus",
}
_DONE = "CompletedActionStatus"
# Media types of the draft as the portal gives it out.
_ENCODINGS = {
    "xml": "application/akn+xml",
    "html": "text/html",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def describe_consultation(consultation: Consultation, remark_count: int) -> dict[str, Any]:
    """The draft, who consults it, until when, and where its text is."""
    slug = consultation.slug
    described: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "Legislation",
        "@id": _absolute(consultation.get_absolute_url()),
        "url": _absolute(consultation.get_absolute_url()),
        "name": consultation.title,
        "abstract": consultation.summary,
        "inLanguage": "pl",
        "creativeWorkStatus": "Draft",
        "legislationLegalForce": "NotInForce",
        "legislationType": str(consultation.get_kind_display()),
        "isBasedOn": consultation.legal_basis,
        "publisher": {
            "@type": "GovernmentOrganization",
            "name": consultation.public_body.name,
            "url": _absolute(consultation.public_body.get_absolute_url()),
        },
        "commentCount": remark_count,
        "dateModified": consultation.updated_at.isoformat(timespec="seconds"),
        "potentialAction": {
            "@type": "CommentAction",
            "actionStatus": f"{CONTEXT}/{_STATUS.get(Stage(consultation.stage), _DONE)}",
            "startTime": consultation.opens_at.isoformat(),
            "endTime": consultation.closes_at.isoformat(),
            "target": _absolute(reverse("consultations:submit_remark", args=[slug])),
        },
    }
    if consultation.current_version:
        described["version"] = str(consultation.current_version.number)
        described["encoding"] = [
            {
                "@type": "MediaObject",
                "encodingFormat": media_type,
                "contentUrl": _absolute(reverse("consultations:act", args=[slug, format])),
            }
            for format, media_type in _ENCODINGS.items()
        ]
    return described


def describe_remark(remark: Remark, author: str) -> dict[str, Any]:
    """A comment on the draft, signed as the public reads it."""
    consultation = remark.consultation
    described: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "Comment",
        "@id": _absolute(remark.get_absolute_url()),
        "url": _absolute(remark.get_absolute_url()),
        "name": str(remark),
        "text": remark.text,
        "inLanguage": "pl",
        "dateCreated": (remark.submitted_at or remark.created_at).isoformat(timespec="seconds"),
        "upvoteCount": remark.support_count,
        "author": {
            "@type": "Organization" if remark.organization_id else "Person",
            "name": author,
        },
        "about": {
            "@type": "Legislation",
            "@id": _absolute(consultation.get_absolute_url()),
            "name": consultation.title,
        },
    }
    if remark.provision:
        described["about"]["hasPart"] = {
            "@type": "Legislation",
            "name": remark.provision.citation,
            "legislationIdentifier": remark.provision.eid,
        }
    return described


def _absolute(path: str) -> str:
    return f"{settings.BASE_URL}{path}"
