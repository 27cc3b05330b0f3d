"""Following a search: whoever does hears once a day of what is found for the first time."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone

import notifications
from accounts.models import User
from notifications.domain.subscriptions import follower_count
from search.domain.finding import Question, exactly
from search.models import KeptSearch

MOST_FOLLOWED = 50


class TooManySearches(Exception):
    """The person follows as many searches as one may."""


@transaction.atomic
def follow_search(user: User, question: Question) -> KeptSearch:
    """Let the person hear of new results; of those that are there already they know."""
    # Two tabs at once: the second waits for the first one's count.
    User.objects.select_for_update(no_key=True).get(pk=user.pk)
    searches = ContentType.objects.get_for_model(KeptSearch)
    if user.subscriptions.filter(target_type=searches).count() >= MOST_FOLLOWED:
        raise TooManySearches
    # The lock keeps the nightly round from removing the row before its first follower stands.
    search, _created = KeptSearch.objects.select_for_update().get_or_create(**_key(question))
    notifications.follow(user, search)
    return search


def stop_following_search(user: User, question: Question) -> None:
    """The person does not want to hear of it any more."""
    search = KeptSearch.objects.filter(**_key(question)).first()
    if search is not None:
        notifications.unfollow(user, search)


def follows_search(user: Any, question: Question) -> bool:
    """Whether the person hears of new results."""
    if not user.is_authenticated:
        return False
    search = KeptSearch.objects.filter(**_key(question)).first()
    return search is not None and notifications.is_following(user, search)


def tell_of_new_results() -> int:
    """Notify followers of searches with new results; of how many searches there was news."""
    keys = KeptSearch.objects.order_by("pk").values_list("pk", flat=True)
    return sum(_tell(pk) for pk in keys.iterator())


@transaction.atomic
def _tell(pk: int) -> bool:
    # Two workers at once must not tell the same people twice.
    search = KeptSearch.objects.select_for_update(skip_locked=True).filter(pk=pk).first()
    if search is None:
        return False
    if not follower_count(search):
        search.delete()  # what nobody follows, nobody need keep
        return False
    now = timezone.now()
    question = Question(
        words=search.words, kind=search.kind, county=search.county, topic=search.topic
    )
    found = exactly(question).filter(found_since__gt=search.checked_at, found_since__lte=now)
    count = found.count()
    if count:
        context = {"words": search.words, "count": count, "first": found.order_by("pk")[0].title}
        notifications.publish("search.new_results", search, context=context)
    search.checked_at = now
    search.save(update_fields=["checked_at"])
    return bool(count)


def _key(question: Question) -> dict[str, Any]:
    """The same question however it was typed; dates and order are no part of what is followed."""
    return {
        "words": " ".join(question.words.lower().split()),
        "kind": question.kind,
        "county": question.county,
        "topic": question.topic,
    }
