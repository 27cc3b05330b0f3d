"""Talking under remarks: by the consultation's rules of visibility, stage and names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from consultations.domain import moderation
from consultations.domain.talks import REMARK
from consultations.models import Identity, Remark, Stage
from discussions.domain import moderation as talk_moderation
from discussions.domain import posting
from discussions.models import AbuseReason, Post, Thread
from notifications.domain.expansion import expand
from notifications.models import Delivery, OutboxEvent
from tests.accounts.factories import UserFactory
from tests.consultations import factories as make
from tests.consultations.remark_form import proven
from tests.consultations.test_permission_matrix import ROLES, person, staged
from tests.consultations.test_reading import count_queries
from tests.discussions.factories import old_hand

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


def write_url(remark: Remark) -> str:
    return reverse("discussions:write_about", args=[REMARK, remark.pk])


def say(remark: Remark, text: str = "Popieram, ale…", author: Any = None) -> Post:
    return posting.write_about(place=REMARK, subject=remark, author=author or old_hand(), text=text)


@pytest.mark.parametrize("stage", Stage.values)
def test_who_reads_and_writes_under_a_remark(as_user: SignIn, stage: str) -> None:
    _consultation, remark = staged(stage)
    for role in ROLES:
        client = as_user(person(role, remark))
        visible = role in ("office", "administrator") or stage != Stage.DRAFT
        talks = stage in (Stage.OPEN, Stage.ANALYSIS) and role != "nobody"

        answer = client.post(write_url(remark), proven({"text": f"Mówi {role}"}))

        written = Post.objects.filter(text=f"Mówi {role}").exists()
        assert written == (visible and talks), role
        assert answer.status_code in ((302,) if written or role == "nobody" else (403, 404)) or (
            answer.status_code == 404 and not visible
        )
        if visible:
            page = client.get(remark.get_absolute_url()).content.decode()
            assert (f"Mówi {role}" in page) == written


def test_the_talk_is_hidden_with_its_remark(as_user: SignIn) -> None:
    remark = make.remark_on(make.open_consultation())
    post = say(remark, "Rozmowa o uwadze")
    assert "Rozmowa o uwadze" in Client().get(remark.get_absolute_url()).content.decode()

    moderation.hide_remark(remark=remark, actor=make.official(), reason="Cudze dane.")

    assert Client().get(post.thread.get_absolute_url()).status_code == 404
    assert as_user(UserFactory()).get(post.get_absolute_url()).status_code == 404


def test_names_follow_the_rules_of_the_consultation(as_user: SignIn) -> None:
    consultation = make.open_consultation(identity=Identity.PSEUDONYMS)
    author = old_hand(display_name="Jawna Autorka")
    remark = make.remark_on(consultation, author=author)
    other = old_hand(display_name="Jawny Rozmówca")
    say(remark, "Głos autorki", author)
    say(remark, "Głos innej osoby i @Jawna Autorka", other)
    say(remark, "Głos urzędu", make.official(display_name="Jawna Urzędniczka"))

    page = Client().get(remark.get_absolute_url()).content.decode()

    assert "Osoba prywatna nr 1" in page
    assert "Uczestnik " in page
    assert str(consultation.public_body) in page
    for name in ("Jawny Rozmówca", "Jawna Urzędniczka"):
        assert name not in page
    assert "called-name" not in page
    context = OutboxEvent.objects.filter(kind="discussions.new_post").latest("pk").context
    assert context["author"] == str(consultation.public_body)


def test_the_author_hears_of_answers_and_the_office_of_abuse() -> None:
    consultation = make.open_consultation()
    author, official = UserFactory(), make.official()
    post = say(make.remark_on(consultation, author=author))
    talk_moderation.report_abuse(post=post, reporter=UserFactory(), reason=AbuseReason.OFFENSIVE)

    heard = {}
    for event in OutboxEvent.objects.filter(kind__startswith="discussions."):
        expand(event)
        heard[event.kind] = {row.recipient for row in Delivery.objects.filter(event=event)}

    assert heard == {"discussions.new_post": {author}, "discussions.reported": {official}}


def test_the_office_keeps_order_in_talks_and_others_do_not(as_user: SignIn) -> None:
    remark = make.remark_on(make.open_consultation())
    post = say(remark, "Reklama")
    talk_moderation.report_abuse(post=post, reporter=UserFactory(), reason=AbuseReason.SPAM)
    hide = reverse("discussions:decide_moderation", args=[post.pk, "ukryj"])
    queue = reverse("discussions:moderation")

    assert as_user(UserFactory()).post(hide, {"reason": "Nie"}).status_code == 403
    assert as_user(UserFactory()).get(queue).status_code == 403
    office = as_user(make.official())
    assert "Reklama" in office.get(queue).content.decode()
    office.post(hide, {"reason": "Reklama"})

    post.refresh_from_db()
    assert post.state == "hidden"


@pytest.mark.parametrize("signed_in", [False, True])
def test_lists_of_remarks_count_talks_without_more_queries(
    as_user: SignIn, signed_in: bool
) -> None:
    consultation = make.open_consultation()
    client = as_user(UserFactory() if signed_in else None)
    url = reverse("consultations:remarks", args=[consultation.slug])
    say(make.remark_on(consultation))
    few = count_queries(client, url)

    for _ in range(4):
        remark = make.remark_on(consultation)
        say(remark)
        say(remark)
    many = count_queries(client, f"{url}?x=1")

    assert many <= few
    assert "Rozmowa: 2 wpis" in client.get(f"{url}?x=2").content.decode()


def test_a_long_talk_shows_its_newest_page_on_the_remark(as_user: SignIn) -> None:
    remark = make.remark_on(make.open_consultation())
    speaker = old_hand()
    for number in range(22):
        say(remark, f"Głos {number};", speaker)

    page = as_user(UserFactory()).get(remark.get_absolute_url()).content.decode()

    assert "Głos 21;" in page
    assert "Głos 0;" not in page
    assert Thread.objects.get().get_absolute_url() in page
