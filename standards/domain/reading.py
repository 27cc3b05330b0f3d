"""Shared files are read in the background: a picture of the first page, and the words."""

from __future__ import annotations

import logging
from datetime import timedelta
from functools import partial

from celery import current_app
from django.db import transaction
from django.utils import timezone
from kombu.exceptions import OperationalError as BrokerError

from consultations.acts.reading import read_source
from documents.models import StoredFile
from documents.previews import can_be_shown, first_page
from documents.storing import store_bytes
from documents.uploads import DOCUMENTS, KINDS
from standards.models import MaterialVersion

log = logging.getLogger(__name__)

READ_TASK = "standards.tasks.read_shared_file"
# What nobody has read after this long was lost with its worker or its message.
LOST_AFTER = timedelta(minutes=3)
MOST_AT_ONCE = 20
MOST_LETTERS = 200_000
_WITH_WORDS = {KINDS[kind].content_type for kind in DOCUMENTS}


def request_reading(version: MaterialVersion) -> None:
    """Ask for the reading when the change around this call is committed."""
    transaction.on_commit(partial(_send, version.pk))


def read_version(version_id: int) -> MaterialVersion | None:
    """Read one version's file. Safe to repeat and to kill; None when there is nothing to do."""
    version = (
        MaterialVersion.objects.filter(pk=version_id, read_at__isnull=True)
        .select_related("file", "material")
        .first()
    )
    if version is None:
        return None
    text, picture = words_of(version.file), _picture_of(version.file)
    with transaction.atomic():
        locked = (
            MaterialVersion.objects.select_for_update(of=("self",))
            .filter(pk=version_id, read_at__isnull=True)
            .first()
        )
        if locked is None:
            return None
        if picture:
            locked.preview = store_bytes(
                picture, name=f"podglad-{version.pk}.png", kind="png", is_public=True
            )
        locked.text, locked.read_at = text, timezone.now()
        # Saving the row also asks the search to index the material anew.
        locked.save(update_fields=["preview", "text", "read_at"])
    return locked


def read_lost() -> int:
    """Read what was missed, a few at a time; how many."""
    before = timezone.now() - LOST_AFTER
    lost = MaterialVersion.objects.filter(read_at__isnull=True, created_at__lt=before)
    keys = list(lost.order_by("pk").values_list("pk", flat=True)[:MOST_AT_ONCE])
    for key in keys:
        read_version(key)
    return len(keys)


def words_of(file: StoredFile) -> str:
    """The words of a PDF, DOCX, ODT, HTML or text file; "" when it has none."""
    if file.content_type not in _WITH_WORDS:
        return ""
    with file.file.open("rb") as content:
        data = content.read()
    try:
        text = read_source(data, file.original_name).raw_text
    except Exception:
        # A scan, or a file that nobody foresaw: it is shared all the same, only not searched.
        log.info("No words in the file %s.", file.pk, exc_info=True)
        return ""
    # PostgreSQL keeps no zero characters.
    return " ".join(text.replace("\x00", " ").split())[:MOST_LETTERS]


def _picture_of(file: StoredFile) -> bytes | None:
    if not can_be_shown(file):
        return None
    try:
        return first_page(file)
    except ValueError:
        log.info("No picture of the file %s.", file.pk, exc_info=True)
        return None


def _send(version_id: int) -> None:
    try:
        current_app.send_task(READ_TASK, args=[version_id])
    except BrokerError:
        log.warning("The broker is away; version %s waits for beat.", version_id)
