"""Talks on the pages of activities, and small words of talks."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import reverse

from discussions import places
from discussions.domain import counting, paging, permissions, queries
from discussions.models import Thread
from discussions.web import drafting
from discussions.web.forms import PostForm
from discussions.web.writing import key_of

register = template.Library()


@register.inclusion_tag("discussions/_talk.html", takes_context=True)
def thread(context: template.Context, subject: Any, place_key: str) -> dict[str, Any]:
    """``{% thread remark "consultations.remark" %}``: the talk about an object with its form.

    The newest page of it; earlier ones stand on the thread's own page.
    """
    request = context["request"]
    user = request.user
    place = places.get(place_key)
    found = Thread.objects.filter(place=place_key, subject_id=subject.pk, is_public=True)
    row = found.select_related("author", "solution").first()
    shown: dict[str, Any] = {"posts": [], "page": None, "thread": row}
    if row is not None:
        row.subject = subject
        page = paging.page_of(row, "last")
        read_to = queries.read_to(row, user)
        shown["page"] = page
        shown["posts"] = paging.shown_posts(row, page, user, read_to=read_to)
        queries.mark_read(row, user, row.last_number)
    is_open = row is None or not row.is_locked
    can_write = is_open and permissions.can_write_about(user, place_key, subject)
    return (
        shown
        | {
            "request": request,
            "user": user,
            "csrf_token": context.get("csrf_token"),
            "place": place,
            "subject": subject,
            "is_open": is_open,
            "can_reply": can_write,
            "can_moderate": row is not None and permissions.can_moderate(user, row),
            "action": reverse("discussions:write_about", args=[place_key, subject.pk]),
        }
        | (_form(request, place, subject) if can_write else {})
    )


@register.inclusion_tag("discussions/_thread_link.html")
def thread_link(subject: Any, place_key: str) -> dict[str, Any]:
    """``{% thread_link remark "consultations.remark" %}``: a link with the count of posts."""
    place = places.get(place_key)
    return {
        "url": f"{place.url(subject)}#rozmowa",
        "count": counting.post_count(place_key, subject),
        "about": place.title(subject),
    }


def _form(request: Any, place: places.Place, subject: Any) -> dict[str, Any]:
    key = key_of("o", place.key, subject.pk)
    draft = drafting.restore(request, key)
    url = f"{place.url(subject)}#rozmowa"
    form = PostForm(initial={"text": draft.text} if draft else {})
    return {"form": form, "draft": draft} | drafting.place_of_form(request, key, url)
