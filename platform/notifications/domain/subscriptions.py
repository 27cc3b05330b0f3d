"""Following and unfollowing things."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction

from accounts.models import User
from notifications.models import Subscription
from notifications.topics import TopicGroup

CHUNK = 1000


def follow(user: User, target: models.Model) -> Subscription:
    """Let the person hear of what happens to the target; following twice changes nothing."""
    subscription, _ = Subscription.objects.get_or_create(user=user, **_key(target))
    return subscription


def unfollow(user: User, target: models.Model) -> bool:
    """Stop following; whether the person did follow."""
    deleted, _ = Subscription.objects.filter(user=user, **_key(target)).delete()
    return deleted > 0


def is_following(user: User | AnonymousUser, target: models.Model) -> bool:
    """Whether the person follows the target."""
    if not user.is_authenticated:
        return False
    return Subscription.objects.filter(user_id=user.pk, **_key(target)).exists()


def follower_count(target: models.Model) -> int:
    """How many people follow the target."""
    return Subscription.objects.filter(**_key(target)).count()


def follower_ids(target: models.Model) -> Iterator[int]:
    """Ids of all followers, streamed so that a million of them need no memory."""
    followers = Subscription.objects.filter(**_key(target)).order_by("user_id")
    return followers.values_list("user_id", flat=True).iterator(chunk_size=CHUNK)


@transaction.atomic
def follow_exactly(user: User, group: TopicGroup, keys: Collection[str]) -> None:
    """Follow these rows of a list of topics and no others of it."""
    rows = {str(row.pk): row for row in group.rows()}
    for key in followed_keys(user, group) - set(keys):
        Subscription.objects.filter(
            user=user,
            target_type=ContentType.objects.get_for_model(group.rows().model),
            target_id=key,
        ).delete()
    for key in keys:
        follow(user, rows[key])


def followed_keys(user: User, group: TopicGroup) -> set[str]:
    """Which rows of a list of topics the person follows."""
    model = ContentType.objects.get_for_model(group.rows().model)
    mine = Subscription.objects.filter(user=user, target_type=model)
    return set(mine.values_list("target_id", flat=True))


def followed_by(user: User) -> models.QuerySet[Subscription]:
    """What the person follows, newest first, with the things themselves."""
    return Subscription.objects.filter(user=user).prefetch_related("target")


def _key(target: models.Model) -> dict[str, Any]:
    return {
        "target_type": ContentType.objects.get_for_model(target),
        "target_id": str(target.pk),
    }
