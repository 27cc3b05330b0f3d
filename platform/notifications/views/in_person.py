"""Pages on which nobody acts in another's place."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse


def in_person(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """An administrator who acts as the person may not: it would bind the administrator's own
    browser to the person, or undo what the person chose."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if getattr(request, "impersonation", None) is not None:
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded
