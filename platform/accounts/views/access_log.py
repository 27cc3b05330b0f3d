"""Who saw a person's data, told to the person (art. 15 RODO)."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.domain.accesses import accesses_to
from accounts.in_person import in_person
from accounts.views.signed_in import SignedInRequest

PAGE_SIZE = 50


@login_required
@in_person
@never_cache
@require_safe
def seen(request: SignedInRequest) -> HttpResponse:
    """Every look at the person's data in the line of duty, newest first."""
    page = Paginator(accesses_to(request.user), PAGE_SIZE).get_page(request.GET.get("page"))
    return render(request, "accounts/seen.html", {"page": page})
