"""Keeping what people type before they submit it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from django.db.models import QuerySet

from consultations.models import Consultation, RemarkDraft, Stage


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the fields of the form, complete or not."""

    text: str = ""
    proposed_wording: str = ""
    justification: str = ""
    quote: str = ""
    quote_start: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written; selected words alone are no draft."""
        return not (
            self.text.strip() or self.proposed_wording.strip() or self.justification.strip()
        )


def keep_draft(
    *, user: Any, consultation: Consultation, eid: str, typed: Typed
) -> RemarkDraft | None:
    """Keep the draft of one person for one unit; an emptied one goes."""
    key = {"user": user, "consultation": consultation, "eid": eid}
    if typed.is_empty:
        RemarkDraft.objects.filter(**key).delete()
        return None
    draft, _created = RemarkDraft.objects.update_or_create(**key, defaults=asdict(typed))
    return draft


def find_draft(user: Any, consultation: Consultation, eid: str) -> RemarkDraft | None:
    """The person's draft for the unit, if there is one."""
    return RemarkDraft.objects.filter(user=user, consultation=consultation, eid=eid).first()


def forget_draft(*, user: Any, consultation: Consultation, eid: str) -> None:
    """Drop the draft: it was submitted, or its author does not want it."""
    RemarkDraft.objects.filter(user=user, consultation=consultation, eid=eid).delete()


def open_drafts_of(user: Any) -> QuerySet[RemarkDraft]:
    """Drafts that can still be submitted, those of consultations ending soonest first."""
    return (
        RemarkDraft.objects.filter(user=user, consultation__stage=Stage.OPEN)
        .select_related("consultation")
        .order_by("consultation__closes_at", "-updated_at")
    )
