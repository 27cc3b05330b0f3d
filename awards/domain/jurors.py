"""Seats in the jury."""

from __future__ import annotations

from typing import Any

from awards.models import Edition, Juror


def seat_of(user: Any, edition: Edition) -> Juror | None:
    """The person's seat in the edition's jury, unless they were dismissed."""
    if not user.is_authenticated:
        return None
    return edition.jurors.filter(user=user, left_on__isnull=True).first()
