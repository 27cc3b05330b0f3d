"""Kinds of notifications that discussions send; registered in ``apps.py``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from discussions import places
from discussions.models import Post, Thread, ThreadAction
from discussions.moderation_kinds import GROUP, moderation_kinds, nobody, people_named
from notifications import kinds
from notifications.domain.audiences import everyone_who_may_see
from notifications.kinds import Context, Kind
from notifications.models import Channel, OutboxEvent

YOU_FOLLOW = _("Dostajesz tę wiadomość, bo obserwujesz tę rozmowę albo bierzesz w niej udział.")
YOU_TALK = _("Dostajesz tę wiadomość, bo bierzesz udział w tej rozmowie prywatnej.")
YOU_ARE_NAMED = _("Dostajesz tę wiadomość, bo ktoś wymienił Cię we wpisie.")
YOU_WROTE = _("Dostajesz tę wiadomość, bo to Twój wpis.")
SAID = _("%(author)s: %(excerpt)s")
# A lively thread would flood mailboxes; whoever wants mail of each post chooses it.
INBOX_ONLY = frozenset({Channel.INBOX})


def register_kinds() -> None:
    """Make all kinds known to the platform."""
    for kind in (*_of_posts(), *_of_threads(), *moderation_kinds()):
        kinds.register(kind)


def _of_posts() -> list[Kind]:
    return [
        Kind(
            key="discussions.new_post",
            group=GROUP,
            label=_("Nowy wpis w rozmowie, którą obserwujesz"),
            title=_("Nowy wpis: %(title)s"),
            body=SAID,
            reason=YOU_FOLLOW,
            recipients=_owners_of_subject,
            followed=_thread_of_post,
            audience=_who_may_read_and_is_not_named,
            default_channels=INBOX_ONLY,
        ),
        Kind(
            key="discussions.private_post",
            group=GROUP,
            label=_("Nowa wiadomość w rozmowie prywatnej"),
            title=_("Wiadomość prywatna: %(title)s"),
            body=SAID,
            reason=YOU_TALK,
            recipients=_participants,
            followed=nobody,
            audience=_who_may_read_and_is_not_named,
        ),
        Kind(
            key="discussions.mentioned",
            group=GROUP,
            label=_("Ktoś Cię wymienił"),
            title=_("Wzmianka o Tobie: %(title)s"),
            body=SAID,
            reason=YOU_ARE_NAMED,
            recipients=people_named,
            followed=nobody,
        ),
        Kind(
            key="discussions.solved",
            group=GROUP,
            label=_("Twój wpis uznano za rozwiązanie"),
            title=_("Twoja odpowiedź pomogła: %(title)s"),
            body=_("%(excerpt)s"),
            reason=YOU_WROTE,
            recipients=_author,
            followed=nobody,
        ),
    ]


def _of_threads() -> list[Kind]:
    return [
        Kind(
            key="discussions.new_thread",
            group=GROUP,
            label=_("Nowy wątek w kategorii, którą obserwujesz"),
            title=_("Nowy wątek (%(category)s): %(title)s"),
            body=SAID,
            reason=YOU_FOLLOW,
            followed=_category,
            default_channels=INBOX_ONLY,
        ),
        Kind(
            key="discussions.thread_changed",
            group=GROUP,
            label=_("Moderator zmienił wątek, który obserwujesz"),
            title=_thread_changed,
            body=_("%(reason)s"),
            reason=YOU_FOLLOW,
            default_channels=INBOX_ONLY,
        ),
    ]


def _thread_changed(context: Context) -> str:
    action = ThreadAction(context["action"]).label
    return f"{context['title']}: {action}"


def _category(event: OutboxEvent) -> list[models.Model]:
    thread = cast(Thread, event.subject)
    return [thread.category] if thread.category else []


def _thread_of_post(event: OutboxEvent) -> list[models.Model]:
    return [cast(Post, event.subject).thread]


def _owners_of_subject(event: OutboxEvent) -> Iterable[Any]:
    thread = cast(Post, event.subject).thread
    place = places.find(thread.place) if thread.place else None
    return place.people(thread.subject) if place and thread.subject else ()


def _participants(event: OutboxEvent) -> list[int]:
    thread = cast(Post, event.subject).thread
    return list(thread.participants.values_list("user", flat=True))


def _author(event: OutboxEvent) -> list[int]:
    post = cast(Post, event.subject)
    return [post.author_id] if post.author_id else []


def _who_may_read_and_is_not_named(
    event: OutboxEvent, people: models.QuerySet[User]
) -> Iterable[User]:
    """Those called by name get a letter of their own."""
    others = people.exclude(pk__in=event.context.get("mentioned", []))
    return everyone_who_may_see(event, others)
