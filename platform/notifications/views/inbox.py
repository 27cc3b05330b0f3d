"""The inbox: what happened in what the person follows."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from accounts.typed_numbers import typed_number
from accounts.views.signed_in import SignedInRequest
from notifications.domain import inbox as inbox_domain
from notifications.models import Delivery

PAGE_SIZE = 25
ONLY_UNREAD = "nieprzeczytane"
OLDER, NEWER = "przed", "po"


@login_required
@require_GET
def inbox(request: SignedInRequest) -> HttpResponse:
    """Newest first, all or only unread."""
    only_unread = request.GET.get("pokaz") == ONLY_UNREAD
    entries = inbox_domain.entries(request.user, only_unread=only_unread)
    page = inbox_domain.page_of(
        entries,
        before=_number(request, OLDER),
        after=_number(request, NEWER),
        size=PAGE_SIZE,
    )
    lines = [inbox_domain.line_of(delivery) for delivery in page.deliveries]
    tabs = [
        {"label": _("Wszystkie"), "url": request.path, "current": not only_unread, "count": None},
        {
            "label": _("Nieprzeczytane"),
            "url": f"{request.path}?pokaz={ONLY_UNREAD}",
            "current": only_unread,
            "count": None,
        },
    ]
    context = {
        "lines": lines,
        "tabs": tabs,
        "only_unread": only_unread,
        "newer_url": _address(request, NEWER, page.newer_than),
        "older_url": _address(request, OLDER, page.older_than),
    }
    return render(request, "notifications/inbox.html", context)


@login_required
@require_POST
def mark_read(request: SignedInRequest, pk: int) -> HttpResponse:
    """One entry is no longer new."""
    inbox_domain.mark_read(_own_entry(request, pk))
    return redirect("notifications:inbox")


@login_required
@require_POST
def mark_all_read(request: SignedInRequest) -> HttpResponse:
    """Nothing is new any more."""
    count = inbox_domain.mark_all_read(request.user)
    message = ngettext(
        "Oznaczono %(count)s powiadomienie jako przeczytane.",
        "Oznaczono %(count)s powiadomień jako przeczytane.",
        count,
    )
    messages.success(request, message % {"count": count})
    return redirect("notifications:inbox")


@login_required
@require_GET
def go_to(request: SignedInRequest, pk: int) -> HttpResponse:
    """Open what an entry is about; opening it is reading it."""
    entry = _own_entry(request, pk)
    inbox_domain.mark_read(entry)
    address = inbox_domain.address_of(entry)
    if address is None:
        messages.info(request, _("Tego, czego dotyczyło powiadomienie, już nie ma na portalu."))
        return redirect("notifications:inbox")
    return redirect(address)


def _number(request: SignedInRequest, name: str) -> int | None:
    """An entry's number in the address; what is none is passed over."""
    return typed_number(request.GET.get(name))


def _address(request: SignedInRequest, name: str, number: int | None) -> str:
    """The page beside this one, or nothing."""
    if number is None:
        return ""
    query = QueryDict(mutable=True)
    if request.GET.get("pokaz") == ONLY_UNREAD:
        query["pokaz"] = ONLY_UNREAD
    query[name] = str(number)
    return f"{request.path}?{query.urlencode()}"


def _own_entry(request: SignedInRequest, pk: int) -> Delivery:
    rows = Delivery.objects.inbox_of(request.user.pk).select_related("event__subject_type")
    return get_object_or_404(rows, pk=pk)
