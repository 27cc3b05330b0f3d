"""The public history of a remark, from the rows that database triggers keep."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from consultations.models import Remark, RemarkState
from documents.redline import Change, diff_words

TEXTS = ("text", "proposed_wording", "justification")


@dataclass(frozen=True, slots=True)
class RemarkChange:
    """One step in a remark's life: its state then, and how each text differs from before."""

    changed_at: datetime
    state: str
    texts: dict[str, list[Change]]

    @property
    def state_label(self) -> str:
        """The state in words."""
        return str(RemarkState(self.state).label)


def change_count(remark: Remark) -> int:
    """How often the remark changed after it was submitted."""
    count: int = _events(remark).count()
    return max(0, count - 1)


def changes_of(remark: Remark) -> list[RemarkChange]:
    """All steps, the first one first; the first has whole texts as insertions."""
    changes = []
    before = dict.fromkeys(TEXTS, "")
    for event in _events(remark):
        after = {name: getattr(event, name) for name in TEXTS}
        differing = [name for name in TEXTS if before[name] != after[name]]
        texts = {name: diff_words(before[name], after[name]) for name in differing}
        changes.append(RemarkChange(event.pgh_created_at, event.state, texts))
        before = after
    return changes


def _events(remark: Remark) -> Any:
    return remark.events.order_by("pgh_id")  # type: ignore[attr-defined]
