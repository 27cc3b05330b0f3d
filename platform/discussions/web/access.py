"""Finding the object of a page and asking whether the person may be there."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from discussions import places
from discussions.domain import permissions
from discussions.models import Category, Post, Thread


def find_category(request: HttpRequest, slug: str) -> Category:
    """A category that the person may read, or 404."""
    return get_object_or_404(Category.objects.visible_to(request.user), slug=slug)


def find_thread(request: HttpRequest, pk: int) -> Thread:
    """A thread that the person may read, or 404."""
    threads = Thread.objects.visible_to(request.user)
    return get_object_or_404(threads.select_related("category", "author", "solution"), pk=pk)


def find_post(request: HttpRequest, pk: int) -> Post:
    """A post of a thread that the person may read, or 404."""
    post = get_object_or_404(Post.objects.select_related("author"), pk=pk)
    post.thread = find_thread(request, post.thread_id)
    return post


def find_post_to_moderate(request: HttpRequest, pk: int) -> Post:
    """A post about which the person decides: also a reported one of a private talk."""
    posts = Post.objects.select_related("author", "thread__category")
    post = get_object_or_404(posts, pk=pk)
    thread = post.thread
    may_read = Thread.objects.visible_to(request.user).filter(pk=thread.pk).exists()
    is_reported = thread.is_private and post.abuse_reports.exists()
    if not may_read and not is_reported:
        raise Http404
    require(permissions.can_moderate(request.user, thread))
    return post


def find_subject(request: HttpRequest, place: str, pk: int) -> models.Model:
    """The object of a place whose talk the person may read, or 404."""
    found = places.find(place)
    if found is None:
        raise Http404
    subject: models.Model = get_object_or_404(found.visible(request.user), pk=pk)
    return subject


def require(allowed: Any) -> None:
    """403 unless ``allowed``."""
    if not allowed:
        raise PermissionDenied
