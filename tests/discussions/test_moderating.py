"""Abuse is reported and hidden with a reason, appeals are heard, threads are kept in order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

import notifications
from accounts.models import AccessRecord
from discussions.domain import moderation, posting, threads
from discussions.domain.errors import AppealedAlready, NotYourDecision, ReasonRequired
from discussions.models import AbuseReport, Post, Thread, ThreadAction, ThreadChange
from notifications.domain.expansion import expand
from notifications.models import Delivery, OutboxEvent
from tests.accounts.factories import AdministratorFactory, UserFactory
from tests.discussions import factories as make

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


def url(name: str, row: Any, *more: Any) -> str:
    return reverse(f"discussions:{name}", args=[row.pk, *more])


def who_hears(kind: str) -> set[Any]:
    event = OutboxEvent.objects.filter(kind=f"discussions.{kind}").latest("pk")
    expand(event)
    return {delivery.recipient for delivery in Delivery.objects.filter(event=event)}


def test_a_reported_post_waits_in_the_queue_and_is_hidden_with_a_reason(as_user: SignIn) -> None:
    post = make.reply(make.thread(), "Obraźliwa treść")
    administrator, reporter = AdministratorFactory(), UserFactory()
    client = as_user(administrator)
    for _ in range(2):
        as_user(reporter).post(url("report_abuse", post), {"reason": "offensive", "details": "!"})

    queue = client.get(reverse("discussions:moderation")).content.decode()
    told_first = who_hears("reported")
    client.post(url("decide_moderation", post, "ukryj"), {"reason": "Wyzwiska."})
    page = Client().get(post.thread.get_absolute_url()).content.decode()

    assert AbuseReport.objects.count() == 1
    assert "Obraźliwa treść" in queue
    assert told_first == {administrator}
    assert "Obraźliwa treść" not in page
    assert who_hears("hidden") == {post.author}
    assert who_hears("report_decided") == {reporter}
    assert list(AccessRecord.objects.get(kind="discussions.reports").people.all()) == [reporter]


def test_dismissed_reports_leave_the_post_where_it_is(as_user: SignIn) -> None:
    post = make.reply(make.thread(), "Nielubiana opinia")
    as_user(UserFactory()).post(url("report_abuse", post), {"reason": "other"})

    moderation.dismiss_reports(post=post, actor=AdministratorFactory(), reason="To tylko opinia.")

    assert "Nielubiana opinia" in Client().get(post.thread.get_absolute_url()).content.decode()
    assert AbuseReport.objects.get().state == "dismissed"


def test_hiding_the_first_post_hides_the_thread_everywhere(as_user: SignIn) -> None:
    thread = make.thread(title="Zła sprawa")
    moderation.hide_post(post=thread.posts.get(), actor=AdministratorFactory(), reason="Spam")

    assert Client().get(thread.get_absolute_url()).status_code == 404
    for address in (reverse("discussions:index"), "/", reverse("discussions:atom")):
        assert "Zła sprawa" not in Client().get(address).content.decode()


def test_an_appeal_is_decided_by_somebody_else(as_user: SignIn) -> None:
    first, second = AdministratorFactory(), AdministratorFactory()
    post = make.reply(make.thread())
    moderation.hide_post(post=post, actor=first, reason="Pomyłka?")
    as_user(post.author).post(url("appeal", post), {"text": "To nie reklama"})
    appeal = post.appeals.get()
    with pytest.raises(NotYourDecision):
        moderation.decide_appeal(appeal=appeal, actor=first, granted=False, decision="Nie")
    with pytest.raises(AppealedAlready):
        moderation.file_appeal(post=post, text="Jeszcze raz")

    as_user(second).post(url("decide_appeal", appeal), {"granted": "1", "decision": "Wraca."})

    post.refresh_from_db()
    assert post.state == "visible"
    assert who_hears("appeal_decided") == {post.author}


@pytest.mark.parametrize("decide", [moderation.hide_post, moderation.restore_post])
def test_decisions_need_reasons(decide: Any) -> None:
    with pytest.raises(ReasonRequired):
        decide(post=make.thread().posts.get(), actor=AdministratorFactory(), reason=" ")


def test_merged_threads_read_as_one_and_old_links_lead_there() -> None:
    room = make.category()
    first, second = make.thread(room, title="Pierwszy"), make.thread(room, title="Drugi")
    early, late = make.reply(first, "Wcześniej"), make.reply(second, "Później")
    follower = UserFactory()
    notifications.follow(follower, first)

    kept = threads.merge_threads(
        source=first, target=second, actor=AdministratorFactory(), reason="To samo"
    )

    assert [post.number for post in kept.posts.all()] == [1, 2, 3, 4]
    assert list(kept.posts.values_list("text", flat=True))[2:] == [early.text, late.text]
    assert Client().get(first.get_absolute_url()).url == kept.get_absolute_url()
    assert f"#wpis-{early.pk}" in Client().get(early.get_absolute_url()).url
    assert follower in who_hears("thread_changed")
    assert make.reply(kept).number == 5


def test_a_thread_is_moved_pinned_and_locked_with_reasons_on_record(as_user: SignIn) -> None:
    thread, other = make.thread(), make.category("Prawo", slug="prawo")
    client = as_user(AdministratorFactory())
    page = url("moderate_thread", thread)

    client.post(page, {"move-category": other.pk, "move-reason": "To o prawie"})
    client.post(page, {"pin-reason": "Ważne"})
    refused = client.post(page, {"lock-reason": ""})
    client.post(page, {"lock-reason": "Wyczerpany"})

    thread.refresh_from_db()
    assert (thread.category, thread.is_pinned, thread.is_locked) == (other, True, True)
    assert refused.status_code == 409
    assert list(ThreadChange.objects.values_list("action", "reason")) == [
        (ThreadAction.MOVE, "To o prawie"),
        (ThreadAction.PIN, "Ważne"),
        (ThreadAction.LOCK, "Wyczerpany"),
    ]


def test_a_wrong_target_of_a_merge_is_refused_in_words(as_user: SignIn) -> None:
    thread = make.thread()
    client = as_user(AdministratorFactory())

    for target in ("cokolwiek", "999999", str(thread.pk)):
        response = client.post(
            url("moderate_thread", thread), {"merge-target": target, "merge-reason": "Test"}
        )
        assert response.status_code == 409

    assert Thread.objects.get().merged_into is None


def test_a_private_talk_is_for_those_who_take_part(as_user: SignIn) -> None:
    post = make.reply(make.thread(), author=make.old_hand())
    asks = make.old_hand()

    as_user(asks).post(
        url("start_private", post), make.proven(title="Pytanie", text="Czy możemy pomówić?")
    )
    talk = Thread.objects.get(is_public=False)

    assert {member.user for member in talk.participants.all()} == {asks, post.author}
    assert who_hears("private_post") == {post.author}
    assert "Pytanie" in as_user(post.author).get("/rozmowy/prywatne/").content.decode()
    as_user(post.author).post(url("leave", talk))
    assert as_user(post.author).get(talk.get_absolute_url()).status_code == 404
    posting.reply(thread=talk, author=asks, text="Halo?")
    assert who_hears("private_post") == set()


def test_followers_hear_of_new_threads_and_posts_once() -> None:
    room = make.category()
    of_room, of_thread = UserFactory(), UserFactory(display_name="Ola Obserwująca")
    notifications.follow(of_room, room)
    thread = make.thread(room)
    assert who_hears("new_thread") == {of_room}
    notifications.follow(of_thread, thread)
    make.reply(thread, author=of_thread)
    writer = make.old_hand()

    make.reply(thread, "@Ola Obserwująca, zerknij", author=writer)

    assert who_hears("mentioned") == {of_thread}
    assert who_hears("new_post") == {thread.author}
    assert Post.objects.count() == 3
