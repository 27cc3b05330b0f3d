"""What people hear by which channel while they have chosen nothing, by their role.

The portal fills in one table (``portal.notification_defaults``). A kind without a row there, and
a person without any of the row's roles, get the kind's own ``default_channels``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from django.utils.functional import Promise

from notifications.kinds import Kind
from notifications.models import Channel, EmailPace

Holders: TypeAlias = Callable[[Collection[int]], Iterable[int]]

# From the quickest: who has two roles hears by the quicker one.
_PACES = [EmailPace.AT_ONCE, EmailPace.DAILY, EmailPace.WEEKLY, EmailPace.NEVER]


@dataclass(frozen=True, kw_only=True)
class Default:
    """The channels that hold for one kind."""

    inbox: bool = True
    email: EmailPace = EmailPace.NEVER
    push: bool = False


@dataclass(frozen=True, kw_only=True)
class Role:
    """What people are on the portal; ``holders`` finds those who are it among ids of people."""

    key: str
    label: str | Promise
    holders: Holders


_roles: dict[str, Role] = {}
_table: dict[str, Mapping[str, Default]] = {}


def set_table(roles: Iterable[Role], table: Mapping[str, Mapping[str, Default]]) -> None:
    """Make the portal's roles and table known."""
    _roles.clear()
    _roles.update({role.key: role for role in roles})
    _table.clear()
    _table.update(table)


def all_roles() -> list[Role]:
    """Every role, as the table orders them."""
    return list(_roles.values())


def roles_of(ids: Collection[int], keys: Iterable[str]) -> dict[int, set[str]]:
    """Which of these roles people hold: one query for each role, however many people."""
    held: dict[int, set[str]] = {pk: set() for pk in ids}
    for key in keys:
        for pk in _roles[key].holders(ids):
            held[pk].add(key)
    return held


def rows_for(kind: Kind) -> Mapping[str, Default]:
    """The table's row of a kind: a default for each role that has its own."""
    return _table.get(kind.key, {})


def default_for(kind: Kind, roles: Collection[str]) -> Default:
    """What holds for people with these roles."""
    row = rows_for(kind)
    own = [row[role] for role in roles if role in row]
    if not own:
        return default_of_kind(kind)
    return Default(
        inbox=any(default.inbox for default in own),
        email=min((default.email for default in own), key=_PACES.index),
        push=any(default.push for default in own),
    )


def default_of_kind(kind: Kind) -> Default:
    """What holds for everybody else; what is urgent reaches the phone too."""
    by_mail = Channel.EMAIL in kind.default_channels
    gathered = Channel.DIGEST in kind.default_channels
    return Default(
        inbox=Channel.INBOX in kind.default_channels,
        email=EmailPace.AT_ONCE if by_mail else EmailPace.DAILY if gathered else EmailPace.NEVER,
        push=kind.is_urgent or Channel.PUSH in kind.default_channels,
    )
