"""People keep searches and hear of new matches once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from notifications.models import OutboxEvent
from organizations.domain.saved_searches import canonical_query, save_search
from organizations.models import Publication, SavedSearch
from organizations.tasks import tell_of_search_matches
from tests.accounts.factories import UserFactory
from tests.organizations.factories import OrganizationFactory

pytestmark = pytest.mark.django_db


def _told() -> list[tuple[str, int]]:
    events = OutboxEvent.objects.filter(kind="organizations.search_matches").order_by("pk")
    return [(event.context["first"], event.context["count"]) for event in events]


def test_new_matches_are_told_once_and_others_are_not() -> None:
    OrganizationFactory(name="Stara Łąka", county_id="1607")
    save_search(user=UserFactory(), name="Łąki nyskie", query="powiat=1607&q=łąka")
    OrganizationFactory(name="Nowa Łąka", county_id="1607")
    OrganizationFactory(name="Łąka gdzie indziej", county_id="1601")
    OrganizationFactory(name="Las", county_id="1607")
    OrganizationFactory(name="Ukryta Łąka", county_id="1607", publication=Publication.HIDDEN)

    assert tell_of_search_matches() == 1
    assert tell_of_search_matches() == 0

    assert _told() == [("Nowa Łąka", 1)]


def test_the_same_filters_are_the_same_search() -> None:
    assert canonical_query("q=a&powiat=2&powiat=1&page=3&kolejnosc=nazwa&forma=") == (
        "powiat=1&powiat=2&q=a"
    )
    person = UserFactory()
    save_search(user=person, name="Pierwsza", query="q=a&powiat=1607")
    save_search(user=person, name="Druga", query="powiat=1607&q=a&page=2")

    assert [search.name for search in person.saved_searches.all()] == ["Druga"]


def test_a_search_is_saved_and_forgotten_by_its_owner_only(
    as_user: Callable[..., Client],
) -> None:
    person, stranger = UserFactory(), UserFactory()
    address = f"{reverse('organizations:save_search')}?powiat=1607"
    assert as_user(None).get(address).status_code == 302

    as_user(person).post(address, {"name": "Nyski"})
    search = SavedSearch.objects.get()
    assert (search.user, search.query) == (person, "powiat=1607")
    own = as_user(person).get(reverse("organizations:saved_searches")).content.decode()
    foreign = as_user(stranger).get(reverse("organizations:saved_searches")).content.decode()
    assert "Nyski" in own
    assert "Nyski" not in foreign

    forget = reverse("organizations:forget_search", args=[search.pk])
    assert as_user(stranger).post(forget).status_code == 404
    as_user(person).post(forget)
    assert SavedSearch.objects.count() == 0
