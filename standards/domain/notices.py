"""What is told to whom; each notice is published inside the caller's transaction."""

from __future__ import annotations

from typing import Any

import notifications
from standards.models import Standard


def stage_changed(standard: Standard, actor: Any, reason: str) -> None:
    """Tell those who follow the standard or its office."""
    notifications.publish(
        "standards.stage_changed",
        standard,
        actor=actor,
        context={"title": standard.title, "stage": standard.stage, "reason": reason},
    )
