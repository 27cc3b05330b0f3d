"""What consultations show on the home page and on "Moje sprawy"."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from consultations.domain import queries


def open_consultations(request: HttpRequest) -> dict[str, Any]:
    """Consultations that take remarks now."""
    return {"consultations": list(queries.open_now(request.user))}
