"""Threads and posts: written, quoted, edited, found by their links, kept while typed."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from discussions.domain import editing, posting, queries, trust
from discussions.domain.errors import ThreadLocked, TooManyLinks
from discussions.domain.paging import PAGE_SIZE
from discussions.models import Category, Draft, Post, Thread
from notifications.models import OutboxEvent
from pages.limits import spend
from pages.plain_markup import as_html, quoted
from tests.accounts.factories import UserFactory
from tests.discussions import factories as make

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


def reply_url(thread: Thread) -> str:
    return reverse("discussions:reply", args=[thread.pk])


def told(kind: str) -> list[dict[str, Any]]:
    events = OutboxEvent.objects.filter(kind=f"discussions.{kind}").order_by("pk")
    return [event.context for event in events]


def queries_of(client: Client, url: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def test_a_thread_is_begun_and_answered(as_user: SignIn) -> None:
    room = make.category()
    url = reverse("discussions:start_thread", args=[room.slug])
    asks, answers = as_user(UserFactory()), as_user(UserFactory())

    started = asks.post(url, make.proven(title="Jak to rozliczyć?", text="Pierwszy raz."))
    thread = Thread.objects.get()
    answered = answers.post(reply_url(thread), make.proven(text="Najprościej kartą czasu."))
    page = Client().get(thread.get_absolute_url()).content.decode()

    assert started.url == thread.get_absolute_url()
    assert answered.url == thread.posts.get(number=2).get_absolute_url()
    assert page.index("Pierwszy raz.") < page.index("Najprościej kartą czasu.")
    assert [event["number"] for event in told("new_post")] == [2]


def test_the_same_form_sent_twice_stores_one_post(as_user: SignIn) -> None:
    thread = make.thread()
    client, form = as_user(UserFactory()), make.proven(text="Raz")

    for _ in range(2):
        client.post(reply_url(thread), form)

    as_user(UserFactory()).post(reply_url(thread), form)

    assert thread.posts.filter(text="Raz").count() == 1


def test_a_locked_thread_refuses_and_gives_the_text_back(as_user: SignIn) -> None:
    thread = make.thread()
    Thread.objects.filter(pk=thread.pk).update(is_locked=True)

    response = as_user(UserFactory()).post(reply_url(thread), make.proven(text="Spóźniona myśl"))

    assert response.status_code == 409
    assert "Spóźniona myśl" in response.content.decode()
    assert thread.posts.count() == 1
    with pytest.raises(ThreadLocked):
        make.reply(thread)


def test_a_robot_without_a_proof_is_asked_for_patience(as_user: SignIn) -> None:
    thread = make.thread()

    response = as_user(UserFactory()).post(
        reply_url(thread), make.proven(text="Robot") | {"proof": ""}
    )

    assert "szybciej, niż da się pisać" in response.content.decode()
    assert thread.posts.count() == 1


def test_new_accounts_write_less_and_spread_no_links(as_user: SignIn) -> None:
    thread, newcomer = make.thread(), UserFactory()
    links = "https://a.example https://b.example https://c.example"
    with pytest.raises(TooManyLinks):
        make.reply(thread, links, author=newcomer)
    for _ in range(trust.POSTS_OF_NEW.times):
        spend(trust.POSTS_OF_NEW, newcomer)

    response = as_user(newcomer).post(reply_url(thread), make.proven(text="Jedenasty"))

    assert "za godzinę" in response.content.decode()
    newcomer.date_joined = timezone.now() - timedelta(days=30)
    newcomer.save()
    for text in ("Raz", "Dwa", "Trzy"):
        make.reply(thread, text, author=newcomer)
    assert make.reply(thread, links, author=newcomer).pk


def test_a_post_is_quoted_and_its_author_called(as_user: SignIn) -> None:
    thread = make.thread(author=make.old_hand(display_name="Jan Nowak"), text="Ważne słowa")
    first = thread.posts.get()
    other = make.old_hand(display_name="Ewa Lis")

    form = as_user(other).get(f"{reply_url(thread)}?cytuj={first.pk}").context["form"]
    post = posting.reply(
        thread=thread, author=other, text=form.initial["text"] + "Zgoda.", reply_to=first
    )

    assert form.initial["text"] == "@Jan Nowak:\n> Ważne słowa\n\n"
    assert [mention.user for mention in post.mentions.all()] == [first.author]
    assert told("mentioned")[0]["people"] == [first.author_id]
    page = Client().get(thread.get_absolute_url()).content.decode()
    assert '<blockquote class="quoted-text"><p>Ważne słowa</p></blockquote>' in page
    assert '<strong class="called-name">@Jan Nowak</strong>' in page
    assert "odpowiedź na nr 1" in page


def test_only_people_who_speak_here_are_named_and_only_when_it_is_clear_who() -> None:
    thread = make.thread(author=make.old_hand(display_name="Jan Nowak"))
    UserFactory(display_name="Cicha Osoba")
    for _ in range(2):
        make.reply(thread, author=make.old_hand(display_name="Dwie Osoby"))

    post = make.reply(thread, "@Cicha Osoba, @Dwie Osoby i @jan nowak. mail@Jan Nowak")

    assert [mention.name for mention in post.mentions.all()] == ["jan nowak"]


def test_an_edited_post_keeps_its_earlier_text_and_a_deleted_one_its_place(
    as_user: SignIn,
) -> None:
    thread = make.thread()
    post = make.reply(thread, "Wersja pierwsza")
    make.reply(thread, "Dalej")

    editing.edit_post(post=post, text="Wersja druga")
    history = Client().get(reverse("discussions:post_history", args=[post.pk])).content.decode()
    as_user(post.author).post(reverse("discussions:delete_post", args=[post.pk]))
    page = Client().get(thread.get_absolute_url()).content.decode()

    assert "Wersja pierwsza" in history
    assert "Wersja druga" not in page
    assert "Autor usunął ten wpis." in page
    assert list(thread.posts.values_list("number", flat=True)) == [1, 2, 3]
    assert Client().get(reverse("discussions:post_history", args=[post.pk])).status_code == 404


def test_a_file_is_read_by_whoever_reads_the_post(as_user: SignIn) -> None:
    data = io.BytesIO()
    Image.new("RGB", (8, 8)).save(data, "PNG")
    thread = make.thread(make.members_room())
    upload = SimpleUploadedFile("plan.png", data.getvalue())

    as_user(UserFactory()).post(reply_url(thread), make.proven(text="Plan", attachments=upload))
    attachment = Post.objects.get(text="Plan").attachments.get()

    assert as_user(UserFactory()).get(attachment.get_absolute_url()).status_code == 200
    assert Client().get(attachment.get_absolute_url()).status_code == 404
    editing.delete_post(post=attachment.post)
    assert as_user(UserFactory()).get(attachment.get_absolute_url()).status_code == 404


def test_a_link_to_a_post_finds_its_page(as_user: SignIn) -> None:
    thread = make.thread()
    make.many_replies(thread, 2 * PAGE_SIZE)
    post = thread.posts.get(number=PAGE_SIZE + 3)

    response = Client().get(post.get_absolute_url())

    assert response.url == f"{thread.get_absolute_url()}?page=2#wpis-{post.pk}"
    assert f'id="wpis-{post.pk}"' in Client().get(response.url).content.decode()


@pytest.mark.parametrize("signed_in", [False, True])
def test_a_thousand_posts_cost_no_more_queries_than_ten(as_user: SignIn, signed_in: bool) -> None:
    thread = make.thread()
    make.many_replies(thread, 9)
    client = as_user(UserFactory() if signed_in else None)
    few = queries_of(client, f"{thread.get_absolute_url()}?a=1")

    make.many_replies(thread, 990)
    many = queries_of(client, f"{thread.get_absolute_url()}?page=50")

    assert many <= few <= 16


def test_lists_cost_the_same_with_more_threads(as_user: SignIn) -> None:
    room, client = make.category(), as_user(UserFactory())
    make.thread(room)
    urls = [reverse("discussions:index"), room.get_absolute_url()]
    few = [queries_of(client, url) for url in urls]

    for _ in range(6):
        make.reply(make.thread(room))

    many = [queries_of(client, url) for url in urls]
    assert all(after <= before <= 12 for before, after in zip(few, many, strict=True))


def test_what_is_new_is_marked_until_it_is_read(as_user: SignIn) -> None:
    thread, reader = make.thread(), make.old_hand()
    client = as_user(reader)
    client.get(thread.get_absolute_url())
    new = make.reply(thread, "Nowina")

    listed = client.get(thread.category.get_absolute_url()).content.decode()
    leads_to = client.get(reverse("discussions:unread", args=[thread.pk])).url
    client.get(thread.get_absolute_url())

    assert "1 nowy" in listed
    assert leads_to.endswith(f"#wpis-{new.pk}")
    assert queries.read_to(thread, reader) == 2


def test_what_is_typed_is_kept_and_survives_a_lost_session(as_user: SignIn) -> None:
    thread, author = make.thread(), UserFactory()
    client = as_user(author)
    page = client.get(thread.get_absolute_url())
    client.post(page.context["draft_url"], {"text": "Zaczynam pisać"})
    shown = client.get(thread.get_absolute_url()).context["form"]

    assert shown.initial["text"] == "Zaczynam pisać"
    assert "Zaczynam pisać" in client.get("/konto/").content.decode()
    client.post(reply_url(thread), make.proven(text="Skończone"))
    assert not Draft.objects.exists()

    stranger = Client()
    lost = stranger.post(reply_url(thread), make.proven(text="Napisane bez sesji"))
    stranger.force_login(author)
    assert "/konto/login/" in lost.url
    form = stranger.get(reply_url(thread)).context["form"]
    assert form.initial["text"] == "Napisane bez sesji"


def test_what_is_too_long_for_a_draft_stays_in_the_form(as_user: SignIn) -> None:
    thread = make.thread()

    page = as_user(make.old_hand()).post(
        reply_url(thread), make.proven(text="Dokończę jutro" + "!" * 20_000, szkic="1")
    )

    assert page.context["form"].errors["text"]
    assert "Dokończę jutro!" in page.text
    assert not Draft.objects.exists()


def test_a_draft_leads_nowhere_else(as_user: SignIn) -> None:
    client = as_user(UserFactory())

    client.post("/rozmowy/szkic/?gdzie=x&adres=//zle.example/", {"text": "Coś"})

    assert Draft.objects.get().url == reverse("discussions:index")


def test_an_answer_is_chosen_and_its_author_told(as_user: SignIn) -> None:
    thread = make.thread()
    post = make.reply(thread, "To działa")
    url = reverse("discussions:solve", args=[post.pk])
    client = as_user(thread.author)

    client.post(url)
    page = Client().get(thread.get_absolute_url()).content.decode()
    client.post(url, {"stop": "1"})

    assert "Rozwiązanie znajdziesz we wpisie nr 2." in page
    assert len(told("solved")) == 1
    thread.refresh_from_db()
    assert thread.solution is None


def test_a_closed_category_is_read_and_not_written_in(as_user: SignIn) -> None:
    thread = make.thread()
    Category.objects.update(is_closed=True)
    client = as_user(UserFactory())

    assert client.get(thread.get_absolute_url()).status_code == 200
    assert client.post(reply_url(thread), make.proven(text="Jeszcze ja")).status_code == 409
    start = reverse("discussions:start_thread", args=[thread.category.slug])
    assert client.post(start, make.proven(title="A", text="B")).status_code == 403


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ("Raz\ndwa\n\ntrzy", "<p>Raz<br>dwa</p><p>trzy</p>"),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>"),
        ("> > a", '<blockquote class="quoted-text"><blockquote class="quoted-text">'
         "<p>a</p></blockquote></blockquote>"),
        ("javascript:alert(1)", "<p>javascript:alert(1)</p>"),
    ],
)  # fmt: skip
def test_typed_text_becomes_plain_html(typed: str, html: str) -> None:
    assert as_html(typed) == html


def test_links_tell_search_engines_nothing_and_quotes_do_not_nest() -> None:
    assert 'rel="nofollow"' in as_html("Zob. https://example.org/a")
    assert quoted("> stare\nnowe") == "> nowe"
