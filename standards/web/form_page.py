"""The page around every form of this part: one look, one template."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def form_page(
    request: HttpRequest,
    form: forms.BaseForm,
    *,
    title: Any,
    submit: Any,
    back: str,
    parent: Any,
    lead: Any = "",
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    """A form under ``title``; ``back`` leads to ``parent``, where the person came from."""
    context = {
        "form": form,
        "title": title,
        "lead": lead,
        "submit": submit,
        "back": back,
        "parent": parent,
        **more,
    }
    return render(request, "standards/form_page.html", context, status=status)
