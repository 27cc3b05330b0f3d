"""A search is followed like any other thing; its followers hear once of each new result."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import reverse

from accounts.models import User
from notifications.domain.expansion import expand
from notifications.models import Delivery, OutboxEvent
from organizations.models import Publication
from search.domain.finding import Question
from search.domain.indexing import index_pending, rebuild_all
from search.domain.kept_searches import MOST_FOLLOWED, TooManySearches, follow_search
from search.models import KeptSearch
from search.tasks import tell_of_kept_searches
from tests.accounts.factories import UserFactory
from tests.organizations.factories import OrganizationFactory

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]
SEARCH = "/szukaj/?q=wolontariat"
FOLLOW = "/szukaj/obserwuj/?q=wolontariat"


def indexed() -> None:
    while index_pending():
        pass


def told() -> list[dict[str, Any]]:
    """What the events say, and to whom."""
    found = []
    for event in OutboxEvent.objects.filter(kind="search.new_results").order_by("pk"):
        expand(event)
        people = Delivery.objects.filter(event=event).values_list("recipient__email", flat=True)
        found.append({**event.context, "people": sorted(set(people))})
    return found


def test_a_person_follows_a_search_and_hears_of_new_results_once(as_user: SignIn) -> None:
    OrganizationFactory(name="Wolontariat dawny")
    indexed()
    person = UserFactory(email="osoba@x.example")
    client = as_user(person)

    page = client.post(FOLLOW, follow=True)
    assert page.redirect_chain == [(SEARCH, 302)]
    assert "Obserwujesz to wyszukiwanie" in page.content.decode()
    assert tell_of_kept_searches() == 0

    OrganizationFactory(name="Fundacja Wolontariatu")
    OrganizationFactory(name="Klub szachowy")
    indexed()
    assert tell_of_kept_searches() == 1
    assert tell_of_kept_searches() == 0

    assert told() == [
        {
            "words": "wolontariat",
            "count": 1,
            "first": "Fundacja Wolontariatu",
            "people": ["osoba@x.example"],
        }
    ]


def test_the_night_that_indexes_all_anew_brings_no_news() -> None:
    organization = OrganizationFactory(name="Wolontariat dawny")
    indexed()
    follow_search(UserFactory(), Question(words="wolontariat"))

    organization.name = "Wolontariat dawny i zmieniony"
    organization.save()
    indexed()
    rebuild_all()

    assert tell_of_kept_searches() == 0


def test_what_nobody_may_see_is_no_news() -> None:
    follow_search(UserFactory(), Question(words="wolontariat"))

    OrganizationFactory(name="Ukryty wolontariat", publication=Publication.HIDDEN)
    indexed()

    assert tell_of_kept_searches() == 0


def test_filters_are_part_of_the_search_and_typing_is_not() -> None:
    person, other = UserFactory(), UserFactory()
    follow_search(person, Question(words="Wolontariat  w szkole", county="1607"))
    follow_search(other, Question(words="wolontariat w szkole", county="1607"))
    follow_search(other, Question(words="wolontariat w szkole", county="1661"))
    assert KeptSearch.objects.count() == 2

    OrganizationFactory(name="Wolontariat w szkole", county_id="1607")
    indexed()

    assert tell_of_kept_searches() == 1
    (news,) = told()
    assert news["people"] == sorted([person.email, other.email])


def test_the_button_ends_it_and_what_nobody_follows_is_forgotten(as_user: SignIn) -> None:
    client = as_user(UserFactory())
    client.post(FOLLOW)

    page = client.post(FOLLOW, follow=True).content.decode()

    assert "Powiadamiaj mnie o nowych wynikach" in page
    tell_of_kept_searches()
    assert not KeptSearch.objects.exists()


def test_it_stands_among_what_one_follows_and_leads_to_the_newest(as_user: SignIn) -> None:
    person = UserFactory()
    client = as_user(person)
    client.post(f"{FOLLOW}&powiat=1607&kolejnosc=tytul")

    page = client.get(reverse("notifications:followed")).content.decode()

    assert "„wolontariat”" in page
    assert "/szukaj/?q=wolontariat&amp;powiat=1607&amp;kolejnosc=najnowsze" in page
    subscription = person.subscriptions.get()
    client.post(reverse("notifications:stop_following", args=[subscription.pk]))
    assert not person.subscriptions.exists()


def test_what_others_look_for_is_read_by_nobody(as_user: SignIn) -> None:
    search = follow_search(UserFactory(), Question(words="jan kowalski"))
    stranger = UserFactory()

    answer = as_user(stranger).post(
        reverse("notifications:follow", args=["search.keptsearch", search.pk])
    )

    assert answer.status_code == 404
    assert not stranger.subscriptions.exists()


def test_guests_sign_in_first(client: Client) -> None:
    assert client.post(FOLLOW).url.startswith(reverse("account_login"))
    assert "Zaloguj się, by dostawać nowe wyniki" in client.get(SEARCH).content.decode()
    assert client.get(FOLLOW).status_code in (302, 405)
    assert not KeptSearch.objects.exists()


def test_signs_without_words_are_not_followed(as_user: SignIn) -> None:
    answer = as_user(UserFactory()).post("/szukaj/obserwuj/?q=!!!")

    assert answer.url == "/szukaj/"
    assert not KeptSearch.objects.exists()


def test_a_person_follows_so_many_searches(as_user: SignIn) -> None:
    person: User = UserFactory()
    for number in range(MOST_FOLLOWED):
        follow_search(person, Question(words=f"sprawa {number}"))

    with pytest.raises(TooManySearches):
        follow_search(person, Question(words="jeszcze jedna"))
    page = as_user(person).post("/szukaj/obserwuj/?q=jeszcze", follow=True).content.decode()
    assert "Obserwujesz już 50 wyszukiwań" in page
    searches = ContentType.objects.get_for_model(KeptSearch)
    assert person.subscriptions.filter(target_type=searches).count() == MOST_FOLLOWED
