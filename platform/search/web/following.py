"""The button that follows a search."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.models import User
from search.domain import kept_searches
from search.lemmas import words
from search.web.forms import NarrowingForm


@login_required
@require_POST
def follow(request: HttpRequest) -> HttpResponse:
    """Begin or end hearing of new results; the address carries the search itself."""
    user, question = cast(User, request.user), NarrowingForm(request.GET).question()
    if not words(question.words):
        return redirect("search:results")
    if kept_searches.follows_search(user, question):
        kept_searches.stop_following_search(user, question)
        messages.success(request, _("Nie obserwujesz już tego wyszukiwania."))
    else:
        try:
            kept_searches.follow_search(user, question)
        except kept_searches.TooManySearches:
            messages.error(request, _("Obserwujesz już 50 wyszukiwań. Zakończ któreś."))
        else:
            messages.success(
                request, _("Raz dziennie powiadomimy Cię o tym, co nowego znajdują te słowa.")
            )
    return redirect(f"{reverse('search:results')}?{request.GET.urlencode()}")
