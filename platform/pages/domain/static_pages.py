"""Writing static pages, showing a version from a moment on, going back to an earlier one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Max, Prefetch, QuerySet
from django.db.models.functions import Now
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import is_administrator
from pages import furniture, rich_text
from pages.domain import redirects
from pages.domain.errors import AddressTaken, ChangedMeanwhile, ChangeNotAllowed, ReasonMissing
from pages.models import (
    PAGE_TRANSITIONS,
    PageChange,
    PageState,
    PageText,
    PageVersion,
    StaticPage,
)
from search import registry

# Last words of addresses that belong to other pages.
RESERVED = frozenset({"nowa"})


@dataclass(frozen=True, slots=True)
class Writing:
    """What a page is to say in one language; ``body`` is HTML or plain text, not yet cleaned."""

    title: str
    summary: str
    body: str


Writings = dict[str, Writing]


def can_edit(user: Any) -> bool:
    """Administrators of the portal."""
    return is_administrator(user)


@transaction.atomic
def create_page(*, slug: str, writings: Writings, author: Any, note: str = "") -> StaticPage:
    """A new page with its first version, a draft. Raises AddressTaken."""
    _require_free(slug)
    page = StaticPage.objects.create(slug=slug)
    _write(page, 1, writings, author, note)
    return page


@transaction.atomic
def save_version(
    page: StaticPage, *, slug: str, writings: Writings, author: Any, based_on: int, note: str = ""
) -> PageVersion:
    """Keep a new version, a draft; a new address leaves a redirect behind.

    Raises ChangedMeanwhile when somebody saved another version after ``based_on``.
    """
    locked = StaticPage.objects.select_for_update().get(pk=page.pk)
    newest = _newest_number(locked)
    if newest != based_on:
        raise ChangedMeanwhile
    if slug != locked.slug:
        _require_free(slug)
        _move_to(locked, slug)
    page.slug = locked.slug
    return _write(locked, newest + 1, writings, author, note)


@transaction.atomic
def show_version(version: PageVersion, *, actor: Any, at: datetime | None = None) -> PageVersion:
    """Show the version to everybody, now or from a later moment."""
    page = _locked(version.page_id, PageState.PUBLISHED)
    locked = PageVersion.objects.select_for_update().get(pk=version.pk)
    moment = max(at, timezone.now()) if at else timezone.now()
    locked.visible_from, locked.indexed_at = moment, None
    locked.save(update_fields=["visible_from", "indexed_at"])
    # A version that was to come later would push this one aside without anybody's asking.
    page.versions.filter(visible_from__gt=moment).exclude(pk=locked.pk).update(visible_from=None)
    _move(page, PageState.PUBLISHED, actor, locked)
    return locked


@transaction.atomic
def withdraw(page: StaticPage, *, actor: Any, reason: str) -> StaticPage:
    """Take the page down; its versions stay. Raises ReasonMissing."""
    locked = _locked(page.pk, PageState.WITHDRAWN)
    if not reason.strip():
        raise ReasonMissing
    _move(locked, PageState.WITHDRAWN, actor, None, reason)
    return locked


@transaction.atomic
def restore_version(version: PageVersion, *, actor: Any, note: str) -> PageVersion:
    """Make a new draft that says what an earlier version said."""
    page = StaticPage.objects.select_for_update().get(pk=version.page_id)
    writings = {
        text.language: Writing(text.title, text.summary, text.body) for text in version.texts.all()
    }
    return _write(page, _newest_number(page) + 1, writings, actor, note)


def index_due() -> int:
    """Tell the search of versions whose moment came since the last run; how many there were."""
    due = PageVersion.objects.filter(visible_from__lte=Now(), indexed_at=None)
    with transaction.atomic():
        rows = list(due.select_for_update(skip_locked=True).values_list("pk", "page_id")[:500])
        registry.touch("strony", {page for _version, page in rows})
        PageVersion.objects.filter(pk__in=[key for key, _page in rows]).update(indexed_at=Now())
    return len(rows)


def versions_of(page: StaticPage) -> QuerySet[PageVersion]:
    """All versions, the newest first, with their texts and authors."""
    return page.versions.select_related("author", "page").prefetch_related("texts")


def shown_version(page: StaticPage) -> PageVersion | None:
    """The version that readers see now, or None; also of a page that is withdrawn."""
    shown = page.versions.filter(visible_from__lte=Now()).order_by("-visible_from", "-number")
    return shown.prefetch_related("texts").first()


def live_pages() -> QuerySet[StaticPage]:
    """Pages that everybody may read, each with the texts of ``shown_version_id``."""
    texts = Prefetch("versions", PageVersion.objects.prefetch_related("texts"))
    return StaticPage.objects.live().with_shown_version().prefetch_related(texts)


def text_in(version: PageVersion, language: str | None) -> PageText:
    """The version's text in a language; where it is missing, in the portal's first one."""
    texts = {text.language: text for text in version.texts.all()}
    wanted = [language or "", settings.LANGUAGE_CODE, *texts]
    return next(texts[code] for code in wanted if code in texts)


def _write(
    page: StaticPage, number: int, writings: Writings, author: Any, note: str
) -> PageVersion:
    version = PageVersion.objects.create(page=page, number=number, author=author, note=note)
    PageText.objects.bulk_create(
        PageText(
            version=version,
            language=language,
            title=writing.title,
            summary=writing.summary,
            body=rich_text.clean(writing.body),
        )
        for language, writing in writings.items()
    )
    page.save(update_fields=["updated_at"])
    return version


def _locked(key: int, target: PageState) -> StaticPage:
    page = StaticPage.objects.select_for_update().get(pk=key)
    if target not in PAGE_TRANSITIONS[PageState(page.state)]:
        raise ChangeNotAllowed
    return page


def _move(
    page: StaticPage, target: PageState, actor: Any, version: PageVersion | None, reason: str = ""
) -> None:
    source, page.state = page.state, target
    page.save(update_fields=["state", "updated_at"])
    furniture.forget()
    PageChange.objects.create(
        page=page, version=version, source=source, target=target, reason=reason, actor=actor
    )


def _newest_number(page: StaticPage) -> int:
    return page.versions.aggregate(newest=Max("number"))["newest"] or 0


def _require_free(slug: str) -> None:
    if slug in RESERVED or StaticPage.objects.filter(slug=slug).exists():
        raise AddressTaken


def _move_to(page: StaticPage, slug: str) -> None:
    old = page.get_absolute_url()
    page.slug = slug
    page.save(update_fields=["slug"])
    furniture.forget()
    redirects.leave_behind(old, reverse("pages:static_page", args=[slug]))
