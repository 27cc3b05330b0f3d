"""Issuing the announcement of a consultation: what was said stays as it was said."""

from __future__ import annotations

from typing import Any, BinaryIO

from django.utils import timezone, translation

from consultations.domain import office_templates
from consultations.domain.report import EU_NOTICE
from consultations.exports.office_document import describe_document
from consultations.models import Announcement, Consultation, TemplateKind
from documents.exports import write_report


def issue(consultation: Consultation, actor: Any) -> Announcement:
    """Keep the announcement as it reads now; call it inside the move that it announces."""
    draft = preview(consultation)
    draft.issued_by = actor
    draft.save()
    return draft


def preview(consultation: Consultation) -> Announcement:
    """The announcement as it would read now, unsaved."""
    text, template = office_templates.in_force(
        consultation.public_body_id, TemplateKind.ANNOUNCEMENT
    )
    ready = office_templates.filled(consultation, text)
    return Announcement(
        consultation=consultation,
        round_number=consultation.round_number,
        title=ready.title[:700],
        text=ready.text,
        template=template,
    )


def current(consultation: Consultation) -> Announcement:
    """The newest issued announcement, or a preview before the first."""
    return consultation.announcements.first() or preview(consultation)


def write_announcement(announcement: Announcement, format: str, stream: BinaryIO) -> None:
    """Write it in ``format`` (a key of ``documents.exports.FORMATS``), in Polish."""
    with translation.override("pl"):
        report = describe_document(
            title=announcement.title,
            text=announcement.text,
            publisher=announcement.consultation.public_body.name,
            created_at=announcement.issued_at or timezone.now(),
            notice=EU_NOTICE,
        )
        write_report(report, format, stream)
