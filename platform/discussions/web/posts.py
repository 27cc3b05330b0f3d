"""What authors do with their posts, their history, and the answer of a thread."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.refusals import Refusal
from accounts.told import Told
from discussions.domain import attachments, editing, permissions, threads
from discussions.web.access import find_post, require
from discussions.web.forms import EditPostForm
from discussions.web.threads import address_of


@login_required
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """The author's change of an own post."""
    post = find_post(request, pk)
    require(permissions.can_edit_post(request.user, post))
    form = EditPostForm(request.POST or None, request.FILES or None, initial={"text": post.text})
    if request.method == "POST" and form.is_valid():
        uploads = form.cleaned_data["attachments"]
        with Told(request, _("Zmiany zapisane."), form):
            with attachments.stored(uploads, uploaded_by=request.user) as files:
                editing.edit_post(post=post, text=form.cleaned_data["text"], files=files)
            return redirect(address_of(post))
    return render(
        request,
        "discussions/edit_post.html",
        {"thread": post.thread, "post": post, "form": form},
        status=409 if form.errors else 200,
    )


@login_required
@require_http_methods(["GET", "POST"])
def delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks once, then takes the post back."""
    post = find_post(request, pk)
    require(permissions.can_edit_post(request.user, post))
    if request.method == "POST":
        try:
            editing.delete_post(post=post)
        except Refusal as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, _("Wpis usunięty."))
        return redirect(address_of(post))
    return render(request, "discussions/delete_post.html", {"thread": post.thread, "post": post})


@require_safe
def history(request: HttpRequest, pk: int) -> HttpResponse:
    """What stood in the post before."""
    post = find_post(request, pk)
    if not permissions.can_see_history(request.user, post):
        raise Http404
    return render(
        request,
        "discussions/post_history.html",
        {"thread": post.thread, "post": post, "earlier": editing.earlier_texts(post)},
    )


@login_required
@require_POST
def solve(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose the post as the answer, or stop choosing it."""
    post = find_post(request, pk)
    require(permissions.can_solve(request.user, post.thread))
    chosen = None if "stop" in request.POST else post
    try:
        threads.choose_solution(thread=post.thread, post=chosen, actor=request.user)
    except Refusal as refused:
        messages.error(request, str(refused))
    return redirect(address_of(post))
