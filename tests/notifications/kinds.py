"""Kinds of events that only tests know; their subject is a person, the simplest thing at hand."""

from __future__ import annotations

from accounts.models import User
from notifications import kinds
from notifications.kinds import Kind

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


def register_test_kinds() -> None:
    """Make the kinds known; again is harmless."""
    for kind in (NEWS, FOR_ALL):
        if kinds.find(kind.key) is None:
            kinds.register(kind)
