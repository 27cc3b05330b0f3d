"""News and calls: written by institutions, moderated, scheduled, told, found, reminded of."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image

import notifications
from accounts.domain.erasure import erase_user
from notifications.domain.expansion import expand
from notifications.models import Delivery, OutboxEvent
from organizations.models import OrganizationMembership, OrganizationRole
from organizations.models.reference import PublicBenefitField
from pages.domain import calls, publishing
from pages.domain.publishers import publishers_of
from pages.models import Call, CallReminder, News, NewsCategory, PublicationState
from search.domain.indexing import index_pending
from search.models import SearchDocument
from tests.accounts.factories import AdministratorFactory, UserFactory
from tests.consultations.factories import official
from tests.organizations.factories import OrganizationFactory

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]
SECTIONS = ["aktualnosci", "nabory"]


def representative(organization: Any = None) -> Any:
    user = UserFactory()
    OrganizationMembership.objects.create(
        user=user,
        organization=organization or OrganizationFactory(),
        role=OrganizationRole.OWNER,
    )
    return user


def written(section: str, author: Any, **fields: Any) -> Any:
    """A draft in the name of the author's first institution."""
    values = {"title": "Sadzimy drzewa", "summary": "W sobotę.", "text": "Przyjdź z łopatą."}
    if section == "nabory":
        values |= {"contact": "Biuro", "closes_on": timezone.localdate() + timedelta(days=20)}
    model = News if section == "aktualnosci" else Call
    publisher = publishers_of(author)[0]
    return publishing.create(model(**values | fields), author=author, publisher=publisher)


def live(section: str, **fields: Any) -> Any:
    row = written(section, AdministratorFactory(), **fields)
    return publishing.change_state(row, PublicationState.PUBLISHED, actor=row.author)


def url(name: str, row: Any, *more: Any) -> str:
    section = "aktualnosci" if isinstance(row, News) else "nabory"
    return reverse(f"pages:{name}", args=[section, row.slug, *more])


def who_hears(kind: str) -> set[Any]:
    event = OutboxEvent.objects.filter(kind=f"pages.{kind}").latest("pk")
    expand(event)
    return {delivery.recipient for delivery in Delivery.objects.filter(event=event)}


def test_an_organization_writes_and_a_moderator_publishes(as_user: SignIn) -> None:
    author, moderator = representative(), AdministratorFactory()
    key = publishers_of(author)[0].key
    as_user(author).post(
        "/aktualnosci/nowy/",
        {"publisher": key, "title": "Sadzimy drzewa", "summary": "W sobotę.", "text": "Przyjdź."},
    )
    news = News.objects.get()

    as_user(author).post(url("move_publication", news, "published"))
    news.refresh_from_db()
    assert news.state == PublicationState.DRAFT
    as_user(author).post(url("move_publication", news, "proposed"))
    assert who_hears("proposed") == {moderator}
    assert Client().get(news.get_absolute_url()).status_code == 404
    assert "Sadzimy drzewa" in as_user(moderator).get("/moderacja/").content.decode()
    as_user(moderator).post(url("move_publication", news, "published"))

    assert "Przyjdź." in Client().get(news.get_absolute_url()).content.decode()
    assert who_hears("decided") == {author}
    assert [change.target for change in publishing.changes_of(news)] == ["proposed", "published"]


def test_a_refused_text_comes_back_with_the_reason(as_user: SignIn) -> None:
    author, moderator = representative(), AdministratorFactory()
    news = written("aktualnosci", author)
    publishing.change_state(news, PublicationState.PROPOSED, actor=author)
    client = as_user(moderator)

    client.post(url("move_publication", news, "refused"), {"reason": " "})
    client.post(url("move_publication", news, "refused"), {"reason": "Brakuje daty."})

    assert "Brakuje daty." in as_user(author).get(news.get_absolute_url()).content.decode()
    assert publishing.changes_of(news).filter(target="refused").count() == 1


def test_a_published_text_that_its_writers_change_waits_again(as_user: SignIn) -> None:
    author = representative()
    news = written("aktualnosci", author)
    publishing.change_state(news, PublicationState.PROPOSED, actor=author)
    publishing.change_state(news, PublicationState.PUBLISHED, actor=AdministratorFactory())

    as_user(author).post(
        url("edit_publication", news),
        {
            "publisher": publishers_of(author)[0].key,
            "title": "Sadzimy drzewa",
            "summary": "W sobotę.",
            "text": "Podmieniona treść",
        },
    )

    assert Client().get(news.get_absolute_url()).status_code == 404
    news.refresh_from_db()
    assert (news.state, news.text) == ("proposed", "Podmieniona treść")


def test_an_office_publishes_its_own_call_itself_with_documents(as_user: SignIn) -> None:
    clerk = official()
    today = timezone.localdate()
    file = SimpleUploadedFile("regulamin.txt", b"nie taki plik")
    fields = {
        "publisher": publishers_of(clerk)[0].key,
        "kind": "competition",
        "title": "Kultura 2027",
        "summary": "Na zadania z zakresu kultury.",
        "text": "Zasady.",
        "opens_on": today,
        "closes_on": today + timedelta(days=21),
        "budget": "100000",
        "contact": "Biuro, tel. 77",
    }
    client = as_user(clerk)

    refused = client.post("/nabory/nowy/", fields | {"documents": file})
    wrong = client.post("/nabory/nowy/", fields | {"closes_on": today - timedelta(days=1)})
    client.post("/nabory/nowy/", fields)
    call = Call.objects.get()
    client.post(url("move_publication", call, "published"))

    assert refused.status_code == wrong.status_code == 409
    assert "nie może być przed pierwszym" in wrong.content.decode()
    page = Client().get("/nabory/").content.decode()
    assert "Kultura 2027" in page
    assert "100 000 zł" in page.replace("\xa0", " ")


def test_what_is_scheduled_appears_and_is_told_in_its_moment() -> None:
    category = NewsCategory.objects.create(name="Region", slug="region")
    follower = UserFactory()
    notifications.follow(follower, category)
    moment = timezone.now() + timedelta(hours=5)
    news = live("aktualnosci", publish_at=moment, category=category)
    publishing.announce_due()
    assert Client().get(news.get_absolute_url()).status_code == 404
    assert not OutboxEvent.objects.filter(kind="pages.news_published").exists()

    News.objects.update(publish_at=timezone.now() - timedelta(seconds=1))

    assert [publishing.announce_due(), publishing.announce_due()] == [1, 0]
    assert who_hears("news_published") == {follower}
    assert Client().get(news.get_absolute_url()).status_code == 200


def test_a_call_reaches_organizations_of_its_fields(as_user: SignIn) -> None:
    field = PublicBenefitField.objects.order_by("pk")[0]
    near, other = OrganizationFactory(), OrganizationFactory()
    near.benefit_fields.add(field)
    concerned = representative(near)
    representative(other)
    live("nabory", topics=[field.code])

    publishing.announce_due()

    assert who_hears("call_published") == {concerned}


def test_followers_are_reminded_a_week_and_a_day_before_the_end_once() -> None:
    today = timezone.localdate()
    follower = UserFactory()
    for days in (1, 7, 3):
        call = live("nabory", title=f"Za {days}", closes_on=today + timedelta(days=days))
        notifications.follow(follower, call)

    assert [calls.remind_of_calls(), calls.remind_of_calls()] == [2, 0]
    assert set(CallReminder.objects.values_list("days", flat=True)) == {1, 7}
    assert who_hears("call_closing") == {follower}


def test_calls_are_narrowed_and_strange_filters_narrow_nothing(client: Client) -> None:
    today = timezone.localdate()
    live("nabory", title="Kultura", topics=["kultura"])
    live("nabory", title="Dawny", opens_on=today - timedelta(9), closes_on=today - timedelta(1))

    def shown(query: str) -> set[str]:
        page = client.get(f"/nabory/?{query}").content.decode()
        return {title for title in ("Kultura", "Dawny") if f">{title}<" in page}

    assert shown("") == shown("powiat=x&rodzaj=y&dziedzina=z") == {"Kultura"}
    assert shown("stan=zamkniete") == {"Dawny"}
    assert shown("rodzaj=small_grant") == set()


@pytest.mark.parametrize("section", SECTIONS)
def test_who_may_do_what(as_user: SignIn, section: str) -> None:
    author = representative()
    row = written(section, author)
    people = {
        "nobody": None,
        "stranger": representative(),
        "author": author,
        "administrator": AdministratorFactory(),
    }
    pages = {
        row.get_absolute_url(): {"author", "administrator"},
        url("edit_publication", row): {"author", "administrator"},
        url("move_publication", row, "proposed"): {"author"},
        url("move_publication", row, "published"): {"administrator"},
        url("move_publication", row, "withdrawn"): set(),
        f"/{section}/nowy/": {"stranger", "author", "administrator"},
        "/publikacje/": {"stranger", "author", "administrator"},
    }
    for address, allowed in pages.items():
        let_in = {
            who for who, user in people.items() if as_user(user).get(address).status_code == 200
        }
        assert let_in == allowed, address
    assert as_user(UserFactory()).get(f"/{section}/nowy/").status_code == 403
    assert "Sadzimy drzewa" not in as_user(people["stranger"]).get("/publikacje/").content.decode()


@pytest.mark.parametrize("section", SECTIONS)
def test_only_what_is_live_is_in_lists_feeds_search_and_home(client: Client, section: str) -> None:
    live(section, title="Widoczne", opens_on=timezone.localdate()) if section == "nabory" else live(
        section, title="Widoczne"
    )
    written(section, representative(), title="Szkic tajny")
    live(section, title="Jutrzejsze", publish_at=timezone.now() + timedelta(days=1))
    while index_pending():
        continue

    for address in (f"/{section}/", f"/{section}/atom/", "/"):
        text = client.get(address).content.decode()
        assert "Widoczne" in text, address
        assert "Szkic tajny" not in text
        assert "Jutrzejsze" not in text
    found = SearchDocument.objects.filter(kind=section).values_list("title", flat=True)
    assert list(found) == ["Widoczne"]


def test_a_picture_needs_words_and_is_shown(as_user: SignIn) -> None:
    data = io.BytesIO()
    Image.new("RGB", (8, 8)).save(data, "PNG")
    admin = AdministratorFactory()
    fields = {"publisher": "portal", "title": "Zdjęcie", "summary": "S", "text": "T"}

    def send(**more: Any) -> Any:
        file = SimpleUploadedFile("a.png", data.getvalue())
        return as_user(admin).post("/aktualnosci/nowy/", fields | {"picture_file": file} | more)

    assert "Opisz zdjęcie" in send().content.decode()
    send(picture_text="Ogród")
    news = News.objects.get()
    publishing.change_state(news, PublicationState.PUBLISHED, actor=admin)

    page = Client().get(news.get_absolute_url()).content.decode()
    assert 'alt="Ogród"' in page
    assert Client().get(f"{news.get_absolute_url()}zdjecie/").status_code == 200


def test_an_erased_author_leaves_the_institutions_text(as_user: SignIn) -> None:
    news = live("aktualnosci")
    author = news.author
    AdministratorFactory()

    erase_user(author)

    news.refresh_from_db()
    assert news.author is None
    assert Client().get(news.get_absolute_url()).status_code == 200


def test_the_term_of_a_call_stands_in_the_calendar(client: Client) -> None:
    call = live("nabory", title="Kultura 2027")

    page = client.get(f"/kalendarz/?miesiac={call.closes_on:%Y-%m}&rodzaj=nabory")

    assert "Koniec naboru: Kultura 2027" in page.content.decode()
