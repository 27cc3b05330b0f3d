"""All queues of moderators on one page, each for whom it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from consultations.domain import moderation as of_remarks
from consultations.models import AbuseReason
from discussions.domain import moderation as of_posts
from discussions.models import AbuseReason as PostReason
from tests.accounts.factories import AdministratorFactory, UserFactory
from tests.consultations import factories as consultations
from tests.discussions import factories as discussions
from tests.organizations.factories import InitiativeFactory

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


def something_waits_everywhere() -> None:
    remark = consultations.remark_on(consultations.open_consultation(), text="Zła uwaga")
    of_remarks.report_abuse(remark=remark, reporter=UserFactory(), reason=AbuseReason.SPAM)
    post = discussions.reply(discussions.thread(), "Zły wpis")
    of_posts.report_abuse(post=post, reporter=UserFactory(), reason=PostReason.SPAM)
    hidden = discussions.reply(discussions.thread(), "Ukryty wpis")
    of_posts.hide_post(post=hidden, actor=AdministratorFactory(), reason="Spam")
    of_posts.file_appeal(post=hidden, text="Proszę sprawdzić")
    InitiativeFactory(title="Nowy ogród", publication="proposed")


def test_administrators_see_what_waits_in_every_part(as_user: SignIn) -> None:
    something_waits_everywhere()
    client = as_user(AdministratorFactory())

    page = client.get("/moderacja/").content.decode()
    dashboard = client.get("/konto/").content.decode()

    for text in ("Zła uwaga", "Zły wpis", "Proszę sprawdzić", "Nowy ogród"):
        assert text in page
    assert "Wszystkie kolejki moderacji" in dashboard


def test_an_office_sees_its_own_queue_alone(as_user: SignIn) -> None:
    something_waits_everywhere()

    page = as_user(consultations.official()).get("/moderacja/").content.decode()

    assert "Zła uwaga" in page
    for text in ("Zły wpis", "Proszę sprawdzić", "Nowy ogród"):
        assert text not in page


def test_others_have_no_queue(as_user: SignIn) -> None:
    something_waits_everywhere()

    assert as_user(UserFactory()).get("/moderacja/").status_code == 403
    assert "/konto/login/" in Client().get("/moderacja/").url
