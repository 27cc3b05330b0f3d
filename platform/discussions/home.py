"""What discussions show on the home page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from discussions.domain import queries


def lively_threads(request: HttpRequest) -> dict[str, Any] | None:
    """Threads of the forum in which somebody wrote last."""
    threads = list(queries.newest_threads(request.user)[: queries.HOME])
    return {"threads": threads} if threads else None


def sign(request: HttpRequest) -> object:
    """What changes with the section."""
    return queries.forum_sign()
