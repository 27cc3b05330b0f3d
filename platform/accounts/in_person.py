"""Pages of one person alone: nobody acts there in another's place."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse


def acts_in_person(request: HttpRequest) -> bool:
    """Whether nobody acts in the place of the person who is signed in."""
    return getattr(request, "impersonation", None) is None


def in_person(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """An administrator who acts as the person may not come here.

    Such pages change who may sign in, bind a browser to the person, undo what the person chose
    or hold a judgement that only the person may give and see: a vote, a juror's or a team
    member's scores.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not acts_in_person(request):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded
