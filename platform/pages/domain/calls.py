"""Calls: what is open, their files, reminders before the end."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

import notifications
from documents.models import StoredFile
from documents.storing import delete_stored_file, stored_uploads
from documents.uploads import CheckedUpload
from pages.models import Call, CallDocument, CallReminder

REMINDED_DAYS = (7, 1)
MOST_DOCUMENTS = 10
MOST_BYTES = 20 * 1024 * 1024
DOCUMENT_KINDS = frozenset({"pdf", "docx", "odt", "xlsx", "ods"})


def stored(
    uploads: Iterable[CheckedUpload], *, uploaded_by: Any
) -> AbstractContextManager[list[StoredFile]]:
    """Store files before the transaction that needs them; let go of those it did not take."""
    return stored_uploads(uploads, uploaded_by=uploaded_by, taken=_taken)


def attach(call: Call, files: Iterable[StoredFile]) -> None:
    """Add documents, inside the caller's transaction."""
    CallDocument.objects.bulk_create([CallDocument(call=call, file=file) for file in files])


def detach(call: Call, keys: Iterable[int]) -> None:
    """Take documents away, inside the caller's transaction."""
    for document in call.documents.filter(pk__in=list(keys)).select_related("file"):
        file = document.file
        document.delete()
        delete_stored_file(file)


def remind_of_calls() -> int:
    """Tell followers that a call ends in a week and tomorrow; how many calls there were."""
    today = timezone.localdate()
    count = 0
    for days in REMINDED_DAYS:
        rows: Any = Call.objects.live().filter(closes_on=today + timedelta(days=days))
        for call in rows.exclude(reminders__days=days):
            count += _remind(call, days)
    return count


@transaction.atomic
def _remind(call: Call, days: int) -> bool:
    """Once for each call and day, whoever comes first."""
    _reminder, created = CallReminder.objects.get_or_create(call=call, days=days)
    if created:
        context = {"title": call.title, "closes_on": call.closes_on.isoformat(), "days": days}
        notifications.publish("pages.call_closing", call, None, context)
    return created


def _taken(files: list[StoredFile]) -> list[Any]:
    return list(CallDocument.objects.filter(file__in=files).values_list("file", flat=True))
