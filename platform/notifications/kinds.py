"""Registry of the kinds of events; activities register theirs in ``apps.py``.

A kind says in one place who hears of it, what they read, and where the link leads. Texts are
msgids with named gaps (``%(title)s``) that the event's context fills, so each recipient reads
them in their own language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from notifications.domain.audiences import everyone_who_may_see
from notifications.models import Channel, OutboxEvent

Text: TypeAlias = str | Promise
Context: TypeAlias = Mapping[str, Any]

SEE = _("Zobacz")
PORTAL = _("Portal")
YOU_FOLLOW = _(
    "Dostajesz tę wiadomość, bo obserwujesz tę sprawę, jej miejsce lub dziedzinę albo bierzesz "
    "w niej udział."
)


def the_subject(event: OutboxEvent) -> list[models.Model]:
    """The usual thing whose followers hear of an event."""
    return [event.subject] if event.subject else []


def address_of_subject(event: OutboxEvent) -> str:
    """The usual place where a notification leads, from the root of the portal."""
    subject: Any = event.subject
    url: str = subject.get_absolute_url()
    return url


@dataclass(frozen=True, kw_only=True)
class Kind:
    """What people hear about one sort of event.

    ``recipients`` yields people (or their ids, or is a queryset of users) who hear of it because
    of what they are to the subject; ``followed`` names the things whose followers hear of it.
    All of them pass ``audience``, which keeps those who may see the subject. ``is_urgent`` mail
    does not wait for the end of quiet hours. ``is_for_addresses`` kinds go by
    ``publish_to_address`` alone; nobody chooses about them in preferences. A kind that
    ``tests_address`` is sent also to an address that refused mail before.
    """

    key: str
    label: Text
    title: Text | Callable[[Context], str]
    body: Text | Callable[[Context], str] = ""
    link_text: Text = SEE
    group: Text = PORTAL
    reason: Text = YOU_FOLLOW
    recipients: Callable[[OutboxEvent], Iterable[User | int]] | None = None
    followed: Callable[[OutboxEvent], Iterable[models.Model]] = the_subject
    audience: Callable[[OutboxEvent, models.QuerySet[User]], Iterable[User]] = everyone_who_may_see
    url: Callable[[OutboxEvent], str] = address_of_subject
    default_channels: frozenset[Channel] = frozenset({Channel.INBOX, Channel.EMAIL})
    notify_actor: bool = False
    is_urgent: bool = False
    is_for_addresses: bool = False
    tests_address: bool = False

    def title_for(self, context: Context) -> str:
        """The title in the language now active."""
        return _filled(self.title, context)

    def body_for(self, context: Context) -> str:
        """The text below the title in the language now active."""
        return _filled(self.body, context)


class UnknownKind(LookupError):
    """Nobody registered this kind."""


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> Kind:
    """Make a kind known; a key belongs to one kind."""
    if _kinds.setdefault(kind.key, kind) is not kind:
        raise ValueError(f"The kind {kind.key!r} is registered already.")
    return kind


def get(key: str) -> Kind:
    """The kind with a key."""
    try:
        return _kinds[key]
    except KeyError:
        raise UnknownKind(key) from None


def find(key: str) -> Kind | None:
    """The kind with a key, or None when a later version of the portal dropped it."""
    return _kinds.get(key)


def all_kinds() -> list[Kind]:
    """Every kind, as preferences list them."""
    chosen = (kind for kind in _kinds.values() if not kind.is_for_addresses)
    return sorted(chosen, key=lambda kind: (str(kind.group), str(kind.label)))


def _filled(text: Text | Callable[[Context], str], context: Context) -> str:
    if isinstance(text, str | Promise):
        return str(text) % context if context else str(text)
    return text(context)
