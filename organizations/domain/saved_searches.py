"""Keeping a search, and telling its owner what is new in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils import timezone

import notifications
from accounts.models import User
from organizations.models import SavedSearch

KEPT_BY_PERSON = 50
# Where a list begins and in what order is no part of what is looked for.
NOT_FILTERS = ("page", "kolejnosc")


def save_search(*, user: User, name: str, query: str) -> SavedSearch:
    """Keep the filters in ``query``; the same filters are kept once, under the newest name."""
    search, _created = SavedSearch.objects.update_or_create(
        user=user, query=canonical_query(query), defaults={"name": name}
    )
    return search


def canonical_query(query: str) -> str:
    """The same filters written the same way, whatever their order in the address."""
    given = QueryDict(query)
    pairs = QueryDict(mutable=True)
    for name in sorted(given):
        if name not in NOT_FILTERS and any(given.getlist(name)):
            pairs.setlist(name, sorted(value for value in given.getlist(name) if value))
    return pairs.urlencode()[:1000]


def tell_of_new_matches(matching: Callable[[str], QuerySet[Any]]) -> int:
    """Notify owners of searches with organizations added since they were last told."""
    return sum(_tell(search.pk, matching) for search in SavedSearch.objects.only("pk").iterator())


@transaction.atomic
def _tell(pk: int, matching: Callable[[str], QuerySet[Any]]) -> bool:
    # Two workers at once must not tell the same person twice.
    search = SavedSearch.objects.select_for_update(skip_locked=True).filter(pk=pk).first()
    if search is None:
        return False
    now = timezone.now()
    rows = matching(search.query).filter(created_at__gt=search.checked_at, created_at__lte=now)
    count = rows.count()
    if count:
        first = rows.order_by("name")[0]
        notifications.publish(
            "organizations.search_matches",
            search,
            context={"name": search.name, "count": count, "first": first.name},
        )
    search.checked_at = now
    search.save(update_fields=["checked_at"])
    return bool(count)
