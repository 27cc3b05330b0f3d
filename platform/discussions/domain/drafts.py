"""Keeping what people type before they send it."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from discussions.models import Draft


def keep_draft(*, user: Any, place: str, url: str, title: str, text: str) -> Draft | None:
    """Keep the draft of one person for one form; an emptied one goes."""
    if not title.strip() and not text.strip():
        forget_draft(user=user, place=place)
        return None
    draft, _created = Draft.objects.update_or_create(
        user=user, place=place, defaults={"url": url, "title": title, "text": text}
    )
    return draft


def find_draft(user: Any, place: str) -> Draft | None:
    """The person's draft for the form, if there is one."""
    return Draft.objects.filter(user=user.pk, place=place).first() if user.pk else None


def forget_draft(*, user: Any, place: str) -> None:
    """Drop the draft: it was sent, or its author does not want it."""
    Draft.objects.filter(user=user, place=place).delete()


def drafts_of(user: Any) -> QuerySet[Draft]:
    """All drafts of a person, the newest first."""
    return Draft.objects.filter(user=user).order_by("-updated_at")
