"""What stands around every page and administrators change: entries of menus and banners.

Both are read from the database rarely: the cache keeps them until somebody changes one, so that
a page asks no query more for them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from django.core.cache import cache
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language
from redis.exceptions import RedisError

from accounts.typed_numbers import typed_numbers
from pages.forgiving_cache import recall, remember
from pages.models import Banner, BannerAudience, MenuEntry, StaticPage

KEY = "pages:furniture"
# A moment may come and a page may be withdrawn without anybody touching a menu.
KEPT_SECONDS = 60
CLOSED_COOKIE = "zamkniete_komunikaty"
MOST_CLOSED = 20


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry of a menu; ``labels`` by language, empty where the target's own name stands."""

    place: str
    part: str
    address: str
    labels: dict[str, str]
    position: int
    is_shown: bool

    @property
    def label(self) -> str:
        """The name in the reader's language, else in Polish."""
        return self.labels.get(get_language() or "pl") or self.labels.get("pl", "")


@dataclass(frozen=True, slots=True)
class Message:
    """A banner that may be shown to somebody now or later."""

    key: int
    level: str
    texts: dict[str, str]
    link: str
    starts_at: datetime
    ends_at: datetime
    path_prefix: str
    audience: str
    languages: tuple[str, ...]
    is_dismissible: bool

    @property
    def text(self) -> str:
        """The text in the reader's language, else in Polish."""
        return self.texts.get(get_language() or "pl") or self.texts["pl"]

    @property
    def language(self) -> str:
        """In which language the text is."""
        wanted = get_language() or "pl"
        return wanted if self.texts.get(wanted) else "pl"


@dataclass(frozen=True, slots=True)
class Furniture:
    """Everything that administrators put around pages."""

    entries: tuple[Shown, ...] = ()
    banners: tuple[Message, ...] = ()


def furniture_of(request: HttpRequest) -> Furniture:
    """The furniture, read once for each request."""
    kept = getattr(request, "_furniture", None)
    if kept is None:
        kept = recall(KEY)
        if kept is None:
            kept = _read()
            remember({KEY: kept}, KEPT_SECONDS)
        request._furniture = kept  # type: ignore[attr-defined]
    return kept


def forget() -> None:
    """Read the furniture anew once the change around this call is committed."""
    transaction.on_commit(partial(_drop, KEY))


def banners_for(request: HttpRequest) -> list[Message]:
    """Banners that the reader sees on this page now and has not closed."""
    now, language = timezone.now(), get_language()
    user = getattr(request, "user", None)
    hidden = (
        BannerAudience.GUESTS
        if user is not None and user.is_authenticated
        else BannerAudience.SIGNED_IN
    )
    closed = closed_banners(request)
    return [
        banner
        for banner in furniture_of(request).banners
        if banner.starts_at <= now < banner.ends_at
        and request.path.startswith(banner.path_prefix)
        and language in banner.languages
        and banner.audience != hidden
        and not (banner.is_dismissible and banner.key in closed)
    ]


def closed_banners(request: HttpRequest) -> list[int]:
    """Keys of the banners that the reader closed, the last closed one last."""
    words = request.COOKIES.get(CLOSED_COOKIE, "").split(".")
    return typed_numbers(words)[-MOST_CLOSED:]


def sign(request: HttpRequest) -> object:
    """What changes whenever the furniture of the page does; see ``pages.freshness``."""
    kept = furniture_of(request)
    return (kept.entries, [(banner.key, banner.texts) for banner in banners_for(request)])


def _read() -> Furniture:
    return Furniture(
        entries=tuple(_shown(entry) for entry in _entries()),
        banners=tuple(
            _message(banner) for banner in Banner.objects.filter(ends_at__gt=timezone.now())
        ),
    )


def _entries() -> Any:
    live = StaticPage.objects.live().values("pk")
    rows = MenuEntry.objects.select_related("page")
    pages = {row.page_id for row in rows if row.page_id}
    shown = set(live.filter(pk__in=pages).values_list("pk", flat=True)) if pages else set()
    return [row for row in rows if row.page_id is None or row.page_id in shown]


def _shown(entry: MenuEntry) -> Shown:
    labels = {"pl": entry.label_pl, "en": entry.label_en, "de": entry.label_de}
    if entry.page is not None:
        labels = {code: label or title for (code, label), title in _with_titles(entry, labels)}
    address = entry.page.get_absolute_url() if entry.page else entry.address
    return Shown(entry.place, entry.part, address, labels, entry.position, entry.is_shown)


def _with_titles(entry: MenuEntry, labels: dict[str, str]) -> Any:
    from pages.domain import static_pages

    version = static_pages.shown_version(entry.page) if entry.page else None
    titles = {text.language: text.title for text in version.texts.all()} if version else {}
    return [((code, label), titles.get(code, "")) for code, label in labels.items()]


def _message(banner: Banner) -> Message:
    return Message(
        key=banner.pk,
        level=banner.level,
        texts={"pl": banner.text_pl, "en": banner.text_en, "de": banner.text_de},
        link=banner.link,
        starts_at=banner.starts_at,
        ends_at=banner.ends_at,
        path_prefix=banner.path_prefix,
        audience=banner.audience,
        languages=tuple(banner.languages),
        is_dismissible=banner.is_dismissible,
    )


def _drop(key: str) -> None:
    try:
        cache.delete(key)
    except RedisError:
        return
