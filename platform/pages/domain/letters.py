"""Letters of readers to those who run the portal."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import transaction

import notifications
from accounts.models import User
from pages.models import ReaderLetter


@transaction.atomic
def send_letter(
    *, name: str, email: str, subject: str, text: str, author: Any, submission_key: uuid.UUID
) -> ReaderLetter:
    """Keep a letter and tell the administrators; the same form sent twice is one letter."""
    letter, created = ReaderLetter.objects.get_or_create(
        submission_key=submission_key,
        defaults={
            "name": name,
            "email": email,
            "subject": subject,
            "text": text,
            "author": author if isinstance(author, User) else None,
        },
    )
    if created:
        context = {"subject": subject, "name": name, "email": email, "text": text}
        notifications.publish("pages.letter", letter, None, context)
    return letter
