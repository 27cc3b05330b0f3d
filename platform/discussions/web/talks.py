"""Talks about objects of activities, and private talks."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.refusals import Refusal
from discussions import places
from discussions.domain import permissions, posting, queries, threads, trust
from discussions.domain.paging import author_name
from discussions.models import Post, PostState, Thread
from discussions.web import drafting
from discussions.web.access import find_post, find_subject, find_thread, require
from discussions.web.forms import PostForm, ThreadForm
from discussions.web.writing import answered_post, key_of, try_to_write
from pages.limits import spend

PAGE_SIZE = 30


@require_http_methods(["GET", "POST"])
def write_about(request: HttpRequest, place: str, pk: int) -> HttpResponse:
    """The form of a post about an object; sent from the object's own page."""
    subject = find_subject(request, place, pk)
    found = places.get(place)
    url = found.url(subject)
    draft_key = key_of("o", place, pk)
    if not request.user.is_authenticated:
        return drafting.sign_in_first(request, draft_key, f"{url}#rozmowa")
    require(permissions.can_write_about(request.user, place, subject))
    if "szkic" in request.POST and (kept := drafting.keep(request, draft_key, f"{url}#rozmowa")):
        return kept
    form = PostForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        thread = Thread.objects.filter(place=place, subject_id=pk, is_public=True).first()
        post = try_to_write(
            request,
            form,
            draft_key,
            lambda files: posting.write_about(
                place=place,
                subject=subject,
                author=request.user,  # type: ignore[arg-type]
                text=form.cleaned_data["text"],
                files=files,
                reply_to=answered_post(form, thread),
                submission_key=form.cleaned_data["key"],
            ),
        )
        if post is not None:
            return redirect(f"{url}#wpis-{post.pk}")
    return render(
        request,
        "discussions/write_about.html",
        {"place": found, "subject": found.title(subject), "subject_url": url, "form": form}
        | drafting.place_of_form(request, draft_key, f"{url}#rozmowa"),
        status=409 if form.errors else 200,
    )


@login_required
@require_safe
def private(request: HttpRequest) -> HttpResponse:
    """The person's private talks."""
    talks = queries.private_talks(request.user)
    page = Paginator(talks, PAGE_SIZE).get_page(request.GET.get("page"))
    return render(request, "discussions/private.html", {"page": page})


@login_required
@require_http_methods(["GET", "POST"])
def start_private(request: HttpRequest, pk: int) -> HttpResponse:
    """Write privately to the author of a post, on which the talk is founded."""
    post = find_post(request, pk)
    require(_may_be_written_to(request, post))
    place = key_of("prywatnie", pk)
    if "szkic" in request.POST and (kept := drafting.keep(request, place, request.path)):
        return kept
    draft = drafting.restore(request, place)
    title = draft.title if draft else post.thread.title
    initial = {"title": title, "text": draft.text if draft else ""}
    form = ThreadForm(request.POST or None, request.FILES or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        thread = _start_private(request, post, form, place)
        if thread is not None:
            return redirect(thread)
    return render(
        request,
        "discussions/start_private.html",
        {"post": post, "to": author_name(post.author, post.thread), "form": form, "draft": draft}
        | drafting.place_of_form(request, place, request.path),
        status=409 if form.errors else 200,
    )


@login_required
@require_POST
def leave(request: HttpRequest, pk: int) -> HttpResponse:
    """Leave a private talk."""
    thread = find_thread(request, pk)
    require(thread.is_private)
    threads.leave_private_talk(thread=thread, user=request.user)  # type: ignore[arg-type]
    messages.success(request, _("Nie bierzesz już udziału w tej rozmowie."))
    return redirect("discussions:private")


def _may_be_written_to(request: HttpRequest, post: Post) -> bool:
    """Names are known in the forum; under pseudonyms nobody is written to."""
    is_open = post.thread.category_id is not None and post.state == PostState.VISIBLE
    return is_open and permissions.can_talk_privately(request.user, post.author)


def _start_private(request: HttpRequest, post: Post, form: ThreadForm, place: str) -> Thread | None:
    try:
        spend(trust.NEW_PRIVATE_TALKS, request.user)
    except Refusal as refused:
        form.add_error(None, str(refused))
        return None
    return try_to_write(
        request,
        form,
        place,
        lambda files: posting.start_private_talk(
            author=request.user,  # type: ignore[arg-type]
            others=[post.author] if post.author else [],
            title=form.cleaned_data["title"],
            text=form.cleaned_data["text"],
            files=files,
            submission_key=form.cleaned_data["key"],
        ),
    )
