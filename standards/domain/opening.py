"""Starting a standard, and starting the consultation of its draft."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from consultations.domain import drafts, opening
from consultations.models import Consultation, ConsultationKind, Stage
from documents.models import StoredFile
from documents.storing import store_bytes
from documents.uploads import KINDS
from standards.domain import road
from standards.domain.addresses import save_with_address
from standards.domain.errors import NoDraftText
from standards.models import Evidence, EvidenceKind, Standard, StandardConsultation


@transaction.atomic
def create_standard(*, standard: Standard, actor: Any) -> Standard:
    """Save a new standard at the beginning of its road."""
    standard.created_by = actor
    save_with_address(standard, standard.title)
    return standard


def prefilled_consultation(standard: Standard, official: Any) -> Consultation:
    """What is known of the consultation before anybody types; not saved."""
    opens_on, closes_on = opening.default_term()
    return Consultation(
        title=_("Projekt: %(title)s") % {"title": standard.title},
        kind=ConsultationKind.STANDARD,
        public_body=standard.public_body,
        summary=standard.summary,
        legal_basis=_(
            "art. 5 ust. 2 pkt 3 ustawy z dnia 24 kwietnia 2003 r. o działalności pożytku "
            "publicznego i o wolontariacie"
        ),
        opens_on=opens_on,
        closes_on=closes_on,
        contact_name=str(official),
        contact_email=official.email,
        contact_phone=official.phone,
    )


def draft_to_consult(standard: Standard) -> Evidence | None:
    """The draft that counts now, if any."""
    return road.valid_evidence(standard, EvidenceKind.DRAFT)


@transaction.atomic
def start_consultation(
    *, standard: Standard, consultation: Consultation, actor: Any
) -> StandardConsultation:
    """Open a consultation in preparation with the standard's draft, linked both ways.

    Raises NoDraftText. The draft is read in the background, as with any upload.
    """
    locked = Standard.objects.select_for_update(no_key=True).get(pk=standard.pk)
    draft = draft_to_consult(locked)
    if draft is None:
        raise NoDraftText
    created = opening.create_consultation(consultation=consultation, actor=actor)
    drafts.upload_draft(consultation=created, source=_file_of(draft, actor), actor=actor)
    link = StandardConsultation.objects.create(
        standard=locked, consultation=created, started_by=actor
    )
    locked.save(update_fields=["updated_at"])
    return link


def results_of(standard: Standard) -> list[Consultation]:
    """Consultations of the standard whose results are published."""
    return list(
        Consultation.objects.filter(
            of_standard__standard=standard, stage__in=[Stage.PUBLISHED, Stage.ARCHIVED]
        ).order_by("-closes_at")
    )


def _file_of(draft: Evidence, actor: Any) -> StoredFile:
    """A file of its own for the consultation, so that neither holds the other's."""
    version = draft.document
    if version is not None and version.text:
        name = f"{version.document.title[:80]}.txt"
        return store_bytes(version.text.encode(), name=name, kind="txt", uploaded_by=actor)
    source = draft.file or (version.file if version else None)
    if source is None:
        raise NoDraftText
    kind = next(key for key, kind in KINDS.items() if kind.content_type == source.content_type)
    with source.file.open("rb") as file:
        return store_bytes(file.read(), name=source.original_name, kind=kind, uploaded_by=actor)
