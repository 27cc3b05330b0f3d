"""Keeping what people type before they submit it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from consultations.models import Consultation, Provision, RemarkDraft, Stage


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
    *,
    user: Any,
    consultation: Consultation,
    unit: Provision | None,
    typed: Typed,
) -> RemarkDraft | None:
    """Keep the draft of one person for one unit as it was read; an emptied one goes."""
    key = {
        "user": user,
        "consultation": consultation,
        "eid": unit.eid if unit else "",
        "version_id": unit.version_id if unit else None,
    }
    if typed.is_empty:
        RemarkDraft.objects.filter(**key).delete()
        return None
    draft, _created = RemarkDraft.objects.update_or_create(**key, defaults=asdict(typed))
    return draft


def find_draft(user: Any, consultation: Consultation, unit: Provision | None) -> RemarkDraft | None:
    """The person's latest draft for the unit, also one begun when it stood in another version."""
    return _drafts(user, consultation, unit).order_by("-updated_at").first()


def forget_draft(*, user: Any, consultation: Consultation, unit: Provision | None) -> None:
    """Drop the drafts for the unit: submitted, or not wanted by their author."""
    _drafts(user, consultation, unit).delete()


def _drafts(user: Any, consultation: Consultation, unit: Provision | None) -> QuerySet[RemarkDraft]:
    mine = RemarkDraft.objects.filter(user=user, consultation=consultation)
    if unit is None:
        return mine.filter(eid="")
    same = Provision.objects.filter(
        version=OuterRef("version"), eid=OuterRef("eid"), lineage=unit.lineage
    )
    return mine.filter(Exists(same))


def open_drafts_of(user: Any) -> QuerySet[RemarkDraft]:
    """Drafts that can still be submitted, those of consultations ending soonest first."""
    return (
        RemarkDraft.objects.filter(user=user, consultation__stage=Stage.OPEN)
        .select_related("consultation", "version")
        .order_by("consultation__closes_at", "-updated_at")
    )
