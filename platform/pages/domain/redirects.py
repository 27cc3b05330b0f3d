"""Redirects of old addresses: kept without loops, followed only where no page is."""

from __future__ import annotations

from django.db import connection, transaction
from django.db.models import F
from django.db.models.functions import Now

from pages.domain.errors import RedirectLoop
from pages.models import Redirect

# One at a time: two redirects that are each fine alone may make a loop together.
_LOCK = 0x70616765
LONGEST_PATH = 300


@transaction.atomic
def save_redirect(redirect: Redirect) -> Redirect:
    """Keep a redirect; raises RedirectLoop when following it would come back to its start."""
    _wait_for_others()
    if leads_back(redirect):
        raise RedirectLoop
    redirect.save()
    return redirect


@transaction.atomic
def leave_behind(old_path: str, target: str) -> Redirect:
    """A page moved: its old address leads to the new one, and so do still older ones."""
    _wait_for_others()
    Redirect.objects.filter(old_path=target).delete()  # a page lives there now
    Redirect.objects.filter(target=old_path).update(target=target)
    redirect, _created = Redirect.objects.update_or_create(
        old_path=old_path,
        defaults={"target": target, "is_permanent": True, "is_automatic": True},
    )
    return redirect


def leads_back(redirect: Redirect) -> bool:
    """Whether a reader who follows it would sooner or later stand where they began."""
    others = Redirect.objects.exclude(pk=redirect.pk)
    seen, path = {redirect.old_path}, redirect.target
    while path not in seen:
        seen.add(path)
        following = others.filter(old_path=path).values_list("target", flat=True).first()
        if following is None:
            return False
        path = following
    return True


def follow(path: str) -> Redirect | None:
    """The redirect of an address where nothing is; its use is counted."""
    redirect = Redirect.objects.filter(old_path=path).first()
    if redirect is not None:
        Redirect.objects.filter(pk=redirect.pk).update(hits=F("hits") + 1, last_hit_at=Now())
    return redirect


def fits(path: str) -> bool:
    """Whether a redirect could have such an address at all; the database refuses null bytes."""
    return len(path) <= LONGEST_PATH and "\x00" not in path


def _wait_for_others() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
