"""Remarks ticked in the official's table, and the way back to it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from accounts.typed_numbers import typed_numbers
from consultations.models import Consultation


def chosen_numbers(request: HttpRequest) -> list[int]:
    """Numbers of the ticked remarks."""
    return typed_numbers(request.POST.getlist("numer"))


def back_to_workbench(request: HttpRequest, consultation: Consultation) -> HttpResponse:
    """To the table with the same filters: from the address, or from the table's own form."""
    filters = request.POST.get("filtry", "") or request.GET.urlencode()
    response = redirect("consultations:workbench", consultation.slug)
    if filters:
        response["Location"] += f"?{filters}"
    return response
