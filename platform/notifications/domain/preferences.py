"""Reading and changing what a person wants to hear."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time

from django.db import transaction

from accounts.models import User
from notifications import defaults, kinds
from notifications.defaults import Default, Role
from notifications.kinds import Kind
from notifications.models import EmailPace, KindPreference, NotificationSettings


@dataclass(frozen=True)
class Choice:
    """What a person wants of one kind."""

    inbox: bool
    email: str
    push: bool = False

    @classmethod
    def of(cls, source: KindPreference | Default) -> Choice:
        """A kept choice or a default."""
        return cls(inbox=source.inbox, email=source.email, push=source.push)


@dataclass(frozen=True)
class ChosenKind:
    """A kind with what holds for it now, and what would hold without a choice."""

    kind: Kind
    choice: Choice
    default: Choice

    @property
    def is_default(self) -> bool:
        """Whether the person left it as it comes."""
        return self.choice == self.default


def settings_of(user: User) -> NotificationSettings:
    """The person's general settings; made on first use."""
    settings, _ = NotificationSettings.objects.get_or_create(user=user)
    return settings


def chosen_kinds(user: User) -> list[ChosenKind]:
    """Every kind with the person's choice, or the default of their roles."""
    rows = {row.kind: row for row in KindPreference.objects.filter(user=user)}
    roles = {role.key for role in held_roles(user)}
    chosen = []
    for kind in kinds.all_kinds():
        default = defaults.default_for(kind, roles)
        choice = Choice.of(rows.get(kind.key) or default)
        chosen.append(ChosenKind(kind=kind, choice=choice, default=Choice.of(default)))
    return chosen


def held_roles(user: User) -> list[Role]:
    """The roles by which the person's defaults are found."""
    held = defaults.roles_of([user.pk], [role.key for role in defaults.all_roles()])[user.pk]
    return [role for role in defaults.all_roles() if role.key in held]


@transaction.atomic
def choose(user: User, choices: Mapping[str, Choice]) -> None:
    """Keep the person's choices by kind; kinds left at their default get no row."""
    roles = {role.key for role in held_roles(user)}
    for key, choice in choices.items():
        if choice == Choice.of(defaults.default_for(kinds.get(key), roles)):
            KindPreference.objects.filter(user=user, kind=key).delete()
        else:
            KindPreference.objects.update_or_create(
                user=user,
                kind=key,
                defaults={"inbox": choice.inbox, "email": choice.email, "push": choice.push},
            )


def return_to_defaults(user: User) -> int:
    """Forget the choices by kind; how many there were. Quiet hours and the pause stay."""
    deleted, _ = KindPreference.objects.filter(user=user).delete()
    return deleted


def set_general(
    user: User, *, email_paused: bool, quiet_from: time | None, quiet_until: time | None
) -> NotificationSettings:
    """Keep the choices that hold for all kinds."""
    settings, _ = NotificationSettings.objects.update_or_create(
        user=user,
        defaults={
            "email_paused": email_paused,
            "quiet_from": quiet_from,
            "quiet_until": quiet_until,
        },
    )
    return settings


@transaction.atomic
def unsubscribe(user: User, kind_key: str) -> None:
    """No more letters of this kind; without a kind, no more gathered letters."""
    if kind_key:
        _no_letters_of(user, kinds.get(kind_key))
        return
    for chosen in chosen_kinds(user):
        if chosen.choice.email in {EmailPace.DAILY, EmailPace.WEEKLY}:
            _no_letters_of(user, chosen.kind)


def replace_feed_token(user: User) -> NotificationSettings:
    """A new address for the feed; the old one stops working at once."""
    settings = settings_of(user)
    settings.feed_token = uuid.uuid4()
    settings.save(update_fields=["feed_token"])
    return settings


def _no_letters_of(user: User, kind: Kind) -> None:
    default = defaults.default_for(kind, {role.key for role in held_roles(user)})
    KindPreference.objects.update_or_create(
        user=user,
        kind=kind.key,
        defaults={"email": EmailPace.NEVER},
        create_defaults={
            "email": EmailPace.NEVER,
            "inbox": default.inbox,
            "push": default.push,
        },
    )
