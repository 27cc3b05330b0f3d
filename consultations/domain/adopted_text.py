"""The text that was adopted after a consultation, kept as the last version of its act."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from consultations.domain import drafts
from consultations.domain.errors import StageNotAllowed
from consultations.models import Consultation, DraftState, DraftVersion, Stage
from documents.models import StoredFile

AFTER_RESULTS = (Stage.PUBLISHED, Stage.ARCHIVED)


class UnreadableAdoptedText(Exception):
    """The file holds no text that could be read into units."""


@transaction.atomic
def record_adopted_text(
    *, consultation: Consultation, source: StoredFile, note: str, actor: Any
) -> DraftVersion:
    """Read ``source`` as the version that follows the consulted text, matched unit by unit.

    The consulted text stays the consultation's own: remarks and positions are about it. Raises
    StageNotAllowed before the results are out, UnreadableAdoptedText for a file without text.
    """
    locked = Consultation.objects.select_for_update(no_key=True).get(pk=consultation.pk)
    if locked.stage not in AFTER_RESULTS or locked.current_version is None:
        raise StageNotAllowed
    version = DraftVersion.objects.create(
        consultation=locked,
        number=locked.versions.latest("number").number + 1,
        base=locked.current_version,
        source=source,
        change_note=note,
        published_at=timezone.now(),
        created_by=actor,
    )
    read = drafts.read_draft_version(version.pk)
    if read is None or read.state != DraftState.READY:
        raise UnreadableAdoptedText
    return read
