"""What officials are told; published in the caller's transaction."""

from __future__ import annotations

from typing import Any

import notifications
from consultations.models import Consultation


def remarks_assigned(consultation: Consultation, assignee: Any, count: int, actor: Any) -> None:
    """Tell a colleague that remarks are theirs now."""
    notifications.publish(
        "consultations.remarks_assigned",
        consultation,
        actor=actor,
        context={"title": consultation.title, "count": count, "people": [assignee.pk]},
    )
