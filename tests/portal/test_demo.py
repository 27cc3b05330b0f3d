"""The demo lives through every stage and can be seeded again."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.test import Client

from accounts.models import User
from consultations.models import Consultation, Position, Remark, Stage
from organizations.models import Organization
from portal.demo import ACCOUNTS, PASSWORD

pytestmark = pytest.mark.django_db


def counts() -> list[int]:
    return [model.objects.count() for model in (User, Organization, Consultation, Remark, Position)]


def test_accounts_are_told_and_work_and_a_second_seeding_changes_nothing(
    client: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("seed_demo")
    first = counts()

    call_command("seed_demo")

    assert counts() == first
    assert set(Consultation.objects.values_list("stage", flat=True)) == {
        Stage.DRAFT,
        Stage.ANNOUNCED,
        Stage.OPEN,
        Stage.ANALYSIS,
        Stage.PUBLISHED,
    }
    printed = capsys.readouterr().out
    for account in ACCOUNTS:
        assert account.email in printed
        assert client.login(username=account.email, password=PASSWORD), account.email
    assert PASSWORD in printed
