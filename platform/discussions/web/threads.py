"""One thread: reading, answering, finding a post."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

import notifications
from discussions import places
from discussions.domain import paging, permissions, posting, queries
from discussions.domain.errors import ThreadLocked
from discussions.models import Post, PostState, Thread
from discussions.web import drafting
from discussions.web.access import find_post, find_thread, require
from discussions.web.forms import PostForm
from discussions.web.freshness import of_thread
from discussions.web.writing import answered_post, initial_reply, key_of, try_to_write
from documents.serving import file_response
from pages.freshness import fresh_for_anonymous


@require_safe
@fresh_for_anonymous(of_thread)
def thread(request: HttpRequest, pk: int) -> HttpResponse:
    """A page of a thread; opening it marks its posts as read."""
    merged = Thread.objects.filter(pk=pk, merged_into__isnull=False).first()
    if merged is not None:
        return redirect(find_thread(request, merged.merged_into_id or 0))
    found = find_thread(request, pk)
    page = paging.page_of(found, request.GET.get("page"))
    read_to = queries.read_to(found, request.user)
    posts = paging.shown_posts(found, page, request.user, read_to=read_to)
    queries.mark_read(found, request.user, paging.posts_on(page)[1])
    return render(
        request,
        "discussions/thread.html",
        frame(request, found) | {"page": page, "posts": posts} | _form(request, found),
    )


@require_http_methods(["GET", "POST"])
def reply(request: HttpRequest, pk: int) -> HttpResponse:
    """The form of an answer; ``?cytuj=`` quotes a post, ``?na=`` calls its author."""
    found = find_thread(request, pk)
    place = key_of("watek", pk)
    if not request.user.is_authenticated:
        return drafting.sign_in_first(request, place, request.get_full_path())
    if "szkic" in request.POST and (
        kept := drafting.keep(request, place, found.get_absolute_url())
    ):
        return kept
    if request.method != "POST":
        require(permissions.can_reply(request.user, found))
    draft = drafting.restore(request, place)
    initial = {"text": draft.text} if draft else {}
    form = PostForm(
        request.POST or None,
        request.FILES or None,
        initial=initial | initial_reply(request, found),
    )
    if request.method == "POST" and form.is_valid():
        post = _reply(request, found, form, place)
        if post is not None:
            return redirect(post)
    return render(
        request,
        "discussions/reply.html",
        frame(request, found)
        | {"form": form, "draft": draft}
        | drafting.place_of_form(request, place, request.path),
        status=409 if form.errors else 200,
    )


@require_safe
def post(request: HttpRequest, pk: int) -> HttpResponse:
    """The permanent link of a post: to the page on which it stands now."""
    return redirect(address_of(find_post(request, pk)))


@require_safe
def unread(request: HttpRequest, pk: int) -> HttpResponse:
    """To the first post that the person has not read."""
    found = find_thread(request, pk)
    number = queries.read_to(found, request.user) + 1
    post = Post.objects.filter(thread=found, number=min(number, found.last_number)).first()
    return redirect(address_of(post) if post else found)


@require_safe
def attachment(request: HttpRequest, pk: int, key: int) -> HttpResponseBase:
    """A file of a post, for whoever may read the post."""
    found = find_post(request, pk)
    is_moderator = permissions.can_moderate(request.user, found.thread)
    if found.state != PostState.VISIBLE and not is_moderator:
        raise Http404
    attached = get_object_or_404(found.attachments.select_related("file"), pk=key)
    return file_response(attached.file, request=request, as_attachment=False)


def address_of(post: Post) -> str:
    """Where a post stands: page and anchor."""
    number = paging.page_number_of(post)
    query = f"?page={number}" if number > 1 else ""
    return f"{post.thread.get_absolute_url()}{query}#wpis-{post.pk}"


def frame(request: HttpRequest, found: Thread) -> dict[str, Any]:
    """What every page of one thread shows around its content."""
    user = request.user
    place = places.find(found.place) if found.place else None
    subject = found.subject if place else None
    return {
        "thread": found,
        "place": place,
        "subject_url": place.url(subject) if place and subject else "",
        "can_reply": permissions.can_reply(user, found),
        "can_moderate": permissions.can_moderate(user, found),
        "can_solve": permissions.can_solve(user, found),
        "is_following": user.is_authenticated and notifications.is_following(user, found),
        "participants": _participants(found),
    }


def _participants(found: Thread) -> list[str]:
    if found.is_public:
        return []
    return [str(member.user) for member in found.participants.select_related("user")]


def _form(request: HttpRequest, found: Thread) -> dict[str, Any]:
    """The form below the posts, with the person's draft in it."""
    if not permissions.can_reply(request.user, found):
        return {}
    place = key_of("watek", found.pk)
    draft = drafting.restore(request, place)
    form = PostForm(initial={"text": draft.text} if draft else {})
    url = found.get_absolute_url()
    return {"form": form, "draft": draft} | drafting.place_of_form(request, place, url)


def _reply(request: HttpRequest, found: Thread, form: PostForm, place: str) -> Post | None:
    if not permissions.can_reply(request.user, found):
        # Locked while the person was writing: the text comes back with the reason.
        form.add_error(None, str(ThreadLocked()))
        return None
    return try_to_write(
        request,
        form,
        place,
        lambda files: posting.reply(
            thread=found,
            author=request.user,  # type: ignore[arg-type]
            text=form.cleaned_data["text"],
            files=files,
            reply_to=answered_post(form, found),
            submission_key=form.cleaned_data["key"],
        ),
    )
