"""Sealed until its moment: no page, feed, file, search or letter tells who won."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from accounts.models import User
from awards.domain import deliberating, edition_stages, editions
from awards.domain.errors import StageNotAllowed
from awards.models import Award, Distinction, Edition, EditionStage, Nomination
from awards.web.urls import urlpatterns
from notifications.models import OutboxEvent
from search.domain.indexing import index_pending
from tests.awards import factories as make
from tests.organizations.factories import OrganizationFactory

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]

# The verdict in words that stand nowhere else.
SECRET = "Za latarnię bezimiennych"
WINNER = "Sekretna Laureatka"
NOT_ASKED = {"admin", "jezyk", "health"}


@pytest.fixture
def sealed() -> Edition:
    """An edition with a sealed verdict: a laureate, and a special prize for somebody unnamed."""
    edition = make.deliberating((8, 6))
    edition.categories.update(shows_nominees=True, has_public_vote=True)
    organization = OrganizationFactory(name="Latarnia")
    nomination = make.nominations_of(edition)[0]
    category = nomination.category
    deliberating.give_award(
        award=Award(
            category=category,
            nomination=nomination,
            distinction=Distinction.LAUREATE,
            citation=SECRET,
            organization=organization,
        )
    )
    deliberating.give_award(
        award=Award(
            category=category, distinction=Distinction.SPECIAL, name=WINNER, citation=SECRET
        )
    )
    make.move(edition, EditionStage.SEALED)
    while index_pending():
        continue
    return edition


def awards_addresses(edition: Edition) -> Iterator[tuple[str, str]]:
    """Every address of awards, filled with the sealed edition."""
    nomination = Nomination.objects.get()
    values = {
        "slug": "niezapominajki",
        "year": edition.year,
        "category": nomination.category.slug,
        "key": nomination.key,
        "number": 1,
        "pk": Award.objects.first().pk,
        "sort": "pelny",
        "format": "json",
        "target": "published",
    }
    for pattern in urlpatterns:
        wanted = pattern.pattern.regex.groupindex
        yield pattern.name, reverse(f"awards:{pattern.name}", kwargs={k: values[k] for k in wanted})


def other_addresses(
    patterns: Any = None, prefix: str = "", namespace: str = ""
) -> Iterator[tuple[str, str]]:
    """Every address of the portal that needs no value."""
    for pattern in patterns if patterns is not None else get_resolver().url_patterns:
        path = prefix + str(pattern.pattern)
        if path.split("/", 1)[0] in NOT_ASKED:
            continue
        if isinstance(pattern, URLResolver):
            space = ":".join(filter(None, [namespace, pattern.namespace or ""]))
            yield from other_addresses(pattern.url_patterns, path, space)
        elif isinstance(pattern, URLPattern) and pattern.name:
            try:
                address = reverse(":".join(filter(None, [namespace, pattern.name])))
            except NoReverseMatch:
                continue
            yield pattern.name, address


def told(client: Client, address: str) -> bool:
    """Whether what the address answers tells the verdict; a file tells by being there."""
    answer = client.get(address)
    assert answer.status_code < 500, (address, answer.status_code)
    if answer.get("Content-Type", "").split(";")[0] in ("application/pdf", "application/zip"):
        return True
    body = answer.getvalue().decode(errors="replace")
    return SECRET in body or WINNER in body


def readers(edition: Edition) -> dict[str, User | None]:
    nomination = Nomination.objects.get()
    return {
        "nobody": None,
        "nominator": nomination.created_by,
        "other office": make.official(
            make.marshal_office().__class__.objects.filter(kind="county").first()
        ),
    }


PUBLIC_FILES = {"regulations"}


def test_before_the_moment_no_address_tells(sealed: Edition, as_user: SignIn) -> None:
    special = Award.objects.get(distinction=Distinction.SPECIAL)
    for role, user in readers(sealed).items():
        client = as_user(user)
        leaks = [
            name
            for name, address in awards_addresses(sealed)
            if name not in PUBLIC_FILES and told(client, address)
        ]
        assert leaks == [], role
        for name in ("laureate", "laureate_photo"):
            assert client.get(reverse(f"awards:{name}", args=[special.pk])).status_code == 404


def test_before_the_moment_nothing_else_in_the_portal_tells(
    sealed: Edition, as_user: SignIn
) -> None:
    addresses = {address for _name, address in other_addresses()} | {
        "/szukaj/?q=latarnię",
        "/szukaj/?q=Sekretna",
        "/nagrody/laureaci/?q=latarnię",
        "/api/v1/awards/laureates",
        "/api/v1/awards/editions",
        "/sitemap.xml",
        "/organizacje/latarnia/",
        Award.objects.get(distinction=Distinction.LAUREATE).organization.get_absolute_url(),
    }
    for user in (None, Nomination.objects.get().created_by):
        client = as_user(user)
        assert [address for address in sorted(addresses) if told(client, address)] == []


def test_no_event_and_no_letter_carries_the_verdict(sealed: Edition) -> None:
    make.shift(sealed, results_at=timezone.now())
    edition_stages.move_on_time()

    words = " ".join(str(event.context) for event in OutboxEvent.objects.all())
    assert SECRET not in words
    assert WINNER not in words
    assert OutboxEvent.objects.filter(kind="awards.results").exists()


def test_at_the_moment_everybody_knows_even_before_the_clockwork_runs(
    sealed: Edition, as_user: SignIn
) -> None:
    make.shift(sealed, results_at=timezone.now())
    client = as_user(None)

    assert sealed.stage == EditionStage.SEALED
    for address in (
        sealed.get_absolute_url(),
        reverse("awards:laureates"),
        reverse("awards:list"),
        reverse("awards:atom"),
        reverse("pages:home"),
        "/api/v1/awards/laureates",
        Award.objects.first().get_absolute_url(),
        reverse("awards:press_kit", args=["niezapominajki", sealed.year]),
    ):
        assert told(client, address), address
    profile = Award.objects.get(distinction=Distinction.LAUREATE).organization
    assert "Opolskie Niezapominajki" in client.get(profile.get_absolute_url()).text


def test_the_search_learns_with_the_publication(sealed: Edition, client: Client) -> None:
    make.shift(sealed, results_at=timezone.now())
    edition_stages.move_on_time()
    while index_pending():
        continue

    special = Award.objects.get(distinction=Distinction.SPECIAL)
    assert special.get_absolute_url() in client.get("/szukaj/?q=Sekretna").text


def test_the_office_cannot_publish_sooner_but_may_postpone(sealed: Edition) -> None:
    with pytest.raises(StageNotAllowed, match="wyznaczonej chwili"):
        make.move(sealed, EditionStage.PUBLISHED)

    later = sealed.results_at + timedelta(days=7)
    editions.postpone_results(edition=sealed, results_at=later, reason="Śnieg", actor=None)
    sealed.refresh_from_db()
    assert sealed.results_at == later
    with pytest.raises(StageNotAllowed):
        editions.postpone_results(
            edition=sealed, results_at=timezone.now(), reason="Już", actor=None
        )
