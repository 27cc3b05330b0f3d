"""Remarks ticked in the official's table, and the way back to it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from consultations.models import Consultation

LONGEST_NUMBER = 9


def chosen_numbers(request: HttpRequest) -> list[int]:
    """Numbers of the ticked remarks."""
    values = request.POST.getlist("numer")
    return [int(value) for value in values if value.isdecimal() and len(value) <= LONGEST_NUMBER]


def back_to_workbench(request: HttpRequest, consultation: Consultation) -> HttpResponse:
    """To the table with the same filters: from the address, or from the table's own form."""
    filters = request.POST.get("filtry", "") or request.GET.urlencode()
    response = redirect("consultations:workbench", consultation.slug)
    if filters:
        response["Location"] += f"?{filters}"
    return response
