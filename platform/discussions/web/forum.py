"""The forum: its categories, their threads, and beginning a thread."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from discussions.domain import moderation_queue, permissions, posting, queries
from discussions.models import Category, Thread
from discussions.web import drafting
from discussions.web.access import find_category, require
from discussions.web.forms import ThreadForm
from discussions.web.freshness import of_forum
from discussions.web.writing import key_of, try_to_write
from pages.freshness import fresh_for_anonymous

PAGE_SIZE = 30


@require_safe
@fresh_for_anonymous(of_forum)
def index(request: HttpRequest) -> HttpResponse:
    """Categories and the threads in which somebody wrote last."""
    return render(
        request,
        "discussions/index.html",
        {
            "categories": queries.categories_for_list(request.user),
            "threads": queries.newest_threads(request.user)[: queries.NEWEST],
            "moderates": moderation_queue.moderates_something(request.user),
        },
    )


@require_safe
@fresh_for_anonymous(of_forum)
def category(request: HttpRequest, slug: str) -> HttpResponse:
    """Threads of one category."""
    found = find_category(request, slug)
    threads = queries.threads_of(found, request.user)
    return render(
        request,
        "discussions/category.html",
        {
            "category": found,
            "page": Paginator(threads, PAGE_SIZE).get_page(request.GET.get("page")),
            "can_start": permissions.can_start_thread(request.user, found),
        },
    )


@require_http_methods(["GET", "POST"])
def start_thread(request: HttpRequest, slug: str) -> HttpResponse:
    """The form of a new thread."""
    found = find_category(request, slug)
    place = key_of("kategoria", slug)
    if not request.user.is_authenticated:
        return drafting.sign_in_first(request, place, request.path)
    require(permissions.can_start_thread(request.user, found))
    if "szkic" in request.POST and (kept := drafting.keep(request, place, request.path)):
        return kept
    draft = drafting.restore(request, place)
    initial = {"title": draft.title, "text": draft.text} if draft else {}
    form = ThreadForm(request.POST or None, request.FILES or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        thread = _start(request, found, form, place)
        if thread is not None:
            messages.success(request, _("Wątek rozpoczęty. Powiadomimy Cię o odpowiedziach."))
            return redirect(thread)
    return render(
        request,
        "discussions/start_thread.html",
        {"category": found, "form": form, "draft": draft}
        | drafting.place_of_form(request, place, request.path),
        status=409 if form.errors else 200,
    )


def _start(request: HttpRequest, found: Category, form: ThreadForm, place: str) -> Thread | None:
    return try_to_write(
        request,
        form,
        place,
        lambda files: posting.start_thread(
            category=found,
            author=request.user,  # type: ignore[arg-type]
            title=form.cleaned_data["title"],
            text=form.cleaned_data["text"],
            files=files,
            submission_key=form.cleaned_data["key"],
        ),
    )
