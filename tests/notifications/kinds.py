"""Kinds of events that only tests know; their subject is a person, the simplest thing at hand."""

from __future__ import annotations

from accounts.models import User
from notifications import kinds
from notifications.kinds import Kind
from notifications.models import Channel

NEWS = Kind(
    key="tests.news",
    label="Nowość",
    group="Próby",
    title="Nowość: %(title)s",
    body="Treść: %(title)s",
    url=lambda event: f"/nowosci/{event.subject_id}/",
)

FOR_ALL = Kind(
    key="tests.for_all",
    label="Do wszystkich",
    group="Próby",
    title="Do wszystkich: %(title)s",
    recipients=lambda event: User.objects.all(),
    url=lambda event: "/",
)

URGENT = Kind(
    key="tests.urgent",
    label="Pilne",
    group="Próby",
    title="Pilne: %(title)s",
    url=lambda event: "/",
    is_urgent=True,
)

FOR_ACTOR_TOO = Kind(
    key="tests.for_actor_too",
    label="Potwierdzenie",
    group="Próby",
    title="Potwierdzenie",
    url=lambda event: "/",
    default_channels=frozenset({Channel.INBOX}),
    notify_actor=True,
)

FOR_ADMINISTRATORS = Kind(
    key="tests.for_administrators",
    label="Dla administratorów",
    group="Próby",
    title="Tajne",
    url=lambda event: "/",
    audience=lambda event, people: people.filter(is_staff=True),
)

POISONOUS = Kind(
    key="tests.poisonous",
    label="Trujące",
    group="Próby",
    title="%(missing)s",
    recipients=lambda event: [1 // 0],
    url=lambda event: "/",
)

UNREADABLE = Kind(
    key="tests.unreadable",
    label="Nieczytelne",
    group="Próby",
    title="%(missing)s",
    url=lambda event: "/",
)

PERSONAL = Kind(
    key="tests.personal",
    label="Sprawa osobista",
    group="Próby",
    title="Sprawa: %(title)s",
    url=lambda event: f"/sprawa/{event.context.get('key', '')}/",
    is_for_addresses=True,
)

ALL = (NEWS, FOR_ALL, URGENT, FOR_ACTOR_TOO, FOR_ADMINISTRATORS, POISONOUS, UNREADABLE, PERSONAL)


def register_test_kinds() -> None:
    """Make the kinds known; again is harmless."""
    for kind in ALL:
        if kinds.find(kind.key) is None:
            kinds.register(kind)
