"""Views that take the form of another page."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

View = Callable[..., HttpResponse]


def posted_from(page: str, *keeps: str) -> Callable[[View], View]:
    """A view that shows ``page`` again when it refuses what was typed there.

    Its address then stands in the reader's bar: a reload or another language asks for it without
    a form, and is led to ``page``, with the parts of the address in ``keeps``, or all of them.
    """

    def decorate(view: View) -> View:
        @require_http_methods(["GET", "HEAD", "POST"])
        @wraps(view)
        def taken(request: HttpRequest, **parts: Any) -> HttpResponse:
            if request.method == "POST":
                return view(request, **parts)
            return redirect(page, **{name: parts[name] for name in keeps or parts})

        return taken

    return decorate
