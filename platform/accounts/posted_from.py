"""Views that take the form of another page."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

View = Callable[..., HttpResponse]


def posted_from(page: str, *keeps: str) -> Callable[[View], View]:
    """A view that shows ``page`` again when it refuses what was typed there.

    Its address then stands in the reader's bar: a reload, another language or a link to another
    day asks for it without a form, and is led to ``page``, with the question of the address and
    with its parts in ``keeps``, or all of them.
    """

    def decorate(view: View) -> View:
        @require_http_methods(["GET", "HEAD", "POST"])
        @wraps(view)
        def taken(request: HttpRequest, **parts: Any) -> HttpResponse:
            if request.method == "POST":
                return view(request, **parts)
            address = reverse(page, kwargs={name: parts[name] for name in keeps or parts})
            question = request.GET.urlencode()
            return redirect(f"{address}?{question}" if question else address)

        return taken

    return decorate
