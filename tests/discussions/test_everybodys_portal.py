"""Discussions in the rest of the portal: search, feeds, home, own data, retention, demo."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.domain.erasure import erase_user
from accounts.domain.retention import apply_retention
from accounts.privacy import sources
from discussions.domain import drafts, editing, posting
from discussions.domain.demo import DemoSpeakers, seed_discussions
from discussions.models import Draft, Post, ReadMark, Thread
from search.domain.indexing import index_pending
from search.models import SearchDocument
from tests.accounts.factories import AdministratorFactory, UserFactory
from tests.discussions import factories as make

pytestmark = pytest.mark.django_db


def found() -> set[str]:
    while index_pending():
        continue
    return set(SearchDocument.objects.filter(kind="rozmowy").values_list("title", flat=True))


def export_of(user: Any, key: str) -> list[Any]:
    source = next(source for source in sources() if source.key == key)
    return list(source.export(user))


def test_public_threads_are_found_by_their_posts_and_private_ones_never() -> None:
    public = make.thread(title="O kartach czasu")
    make.thread(make.members_room(), title="Tylko dla zespołów")
    make.private_talk()
    make.reply(public, "Rozliczamy ryczałtem")

    assert found() == {"O kartach czasu"}
    results = Client().get("/szukaj/?q=ryczałt").content.decode()
    assert "O kartach czasu" in results


@pytest.mark.parametrize("address", ["/rozmowy/atom/", "/rozmowy/kategoria/pieniadze/atom/"])
def test_feeds_tell_what_everybody_may_read(address: str) -> None:
    make.thread(make.category(), title="Dla wszystkich", text="<script>zło</script>")
    make.thread(make.members_room(), title="Dla zespołów")

    response = Client().get(address)
    again = Client().get(address, headers={"If-None-Match": response["ETag"]})

    assert "Dla wszystkich" in response.content.decode()
    assert "Dla zespołów" not in response.content.decode()
    assert "<script" not in response.content.decode()
    assert again.status_code == 304
    assert Client().get("/rozmowy/kategoria/pokoj/atom/").status_code == 404


def test_the_home_page_shows_lively_public_threads(client: Client) -> None:
    make.thread(make.category(), title="Publiczny temat")
    make.thread(make.members_room(), title="Temat zespołu")

    page = client.get("/").content.decode()

    assert "Publiczny temat" in page
    assert "Temat zespołu" not in page
    assert client.get("/sitemap-rozmowy.xml").content.decode().count("<loc>") == 1


def test_moje_sprawy_show_what_is_new(client: Client) -> None:
    reader = make.old_hand()
    thread = make.thread(author=reader, title="Moje pytanie")
    make.reply(thread)
    client.force_login(reader)

    assert "Moje pytanie" in client.get("/konto/").content.decode()


def test_an_erased_author_leaves_public_words_without_a_name() -> None:
    leaving = make.old_hand(display_name="Jan Nowak")
    thread = make.thread(author=leaving, text="Słowa, które zostają")
    answer = make.reply(thread, "@Jan Nowak, zgoda")
    talk = make.private_talk(leaving)
    drafts.keep_draft(user=leaving, place="watek-1", url="/", title="", text="Nieskończone")
    exported = export_of(leaving, "wpisy")

    erase_user(leaving)
    page = Client().get(thread.get_absolute_url()).content.decode()

    assert {row["text"] for row in exported} == {"Słowa, które zostają", "Treść poufna"}
    assert "Słowa, które zostają" in page
    assert "usunięty użytkownik" in page
    assert "Jan Nowak" not in page
    assert "Jan Nowak" not in [answer.text, *[row.text for row in editing.earlier_texts(answer)]]
    assert talk.posts.get().text == ""
    assert not Draft.objects.exists()
    assert not talk.participants.filter(user=leaving).exists()


def test_what_nobody_needs_any_more_goes() -> None:
    thread = make.thread()
    post = make.reply(thread, "Do usunięcia")
    editing.delete_post(post=post)
    drafts.keep_draft(user=thread.author, place="x", url="/", title="", text="Szkic")
    talk = make.private_talk()
    talk.participants.all().delete()

    apply_retention(timezone.now() + timedelta(days=200))

    assert not Draft.objects.exists()
    assert editing.earlier_texts(post) == []
    assert not Thread.objects.filter(is_public=False).exists()
    assert ReadMark.objects.exists()
    apply_retention(timezone.now() + timedelta(days=1000))
    assert not ReadMark.objects.exists()


def test_the_same_people_go_on_with_the_same_private_talk_about_a_thing() -> None:
    subject = make.category()
    first, second, third = (make.old_hand() for _ in range(3))

    def write(author: Any, *others: Any) -> Post:
        return posting.write_about(
            place="tests.room",
            subject=subject,
            author=author,
            text="O sprawie",
            title="Sprawa",
            is_public=False,
            participants=others,
        )

    talk = write(first, second).thread

    assert write(second, first).thread == talk
    assert write(first, third).thread != talk
    assert not Thread.objects.visible_to(third).filter(pk=talk.pk).exists()
    assert not Thread.objects.visible_to(AdministratorFactory()).filter(pk=talk.pk).exists()


def test_the_demo_is_made_once() -> None:
    speakers = DemoSpeakers(
        official=UserFactory(display_name="Urszula Urzędowska"),
        ngo=UserFactory(),
        foundation=UserFactory(),
        citizen=UserFactory(),
        administrator=AdministratorFactory(),
    )

    seed_discussions(speakers)
    made = Post.objects.count()
    seed_discussions(speakers)

    assert Post.objects.count() == made > 10
