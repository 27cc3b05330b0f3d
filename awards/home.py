"""What awards show on the home page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from awards.domain import queries


def awards_on_home(request: HttpRequest) -> dict[str, Any] | None:
    """Editions that take nominations, and the last laureates; silent while there is neither."""
    editions = queries.open_editions()
    laureates = queries.latest_laureates(3)
    if not editions and not laureates:
        return None
    return {"editions": editions, "laureates": laureates}


def home_token(request: HttpRequest) -> object:
    """What changes whenever the section does, the moment of results included."""
    return queries.public_signs()
