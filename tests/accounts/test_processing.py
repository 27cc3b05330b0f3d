"""The register of processing purposes: complete, public, editable, and personal."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from accounts import privacy, processing, retention
from accounts.models import ProcessingEntry
from tests.accounts.factories import AdministratorFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_every_source_of_personal_data_has_its_purpose() -> None:
    named = {key for purpose in processing.purposes() for key in purpose.sources}

    assert {source.key for source in privacy.sources()} == named


def test_purposes_name_rules_that_exist() -> None:
    named = {key for purpose in processing.purposes() for key in purpose.rules}

    assert named <= {rule.key for rule in retention.rules()}


def test_everybody_reads_the_register_and_the_clause_leads_there(client: Client) -> None:
    address = reverse("processing:register")

    assert f'href="{address}"' in client.get(reverse("pages:privacy")).content.decode()
    page = client.get(address).content.decode()
    for purpose in processing.purposes():
        assert str(purpose.name) in page
    assert "po 30 dniach usuwamy samoczynnie" in page


def test_the_operators_words_take_the_place_of_ours(client: Client) -> None:
    client.force_login(AdministratorFactory())
    row = ProcessingEntry.objects.get(key="wydarzenia")
    client.post(
        reverse("admin:accounts_processingentry_change", args=[row.pk]),
        {"legal_basis": "umowa z uczestnikiem", "retention": "", "recipients": ""},
    )
    client.logout()

    (entry,) = (e for e in processing.entries() if e.purpose.key == "wydarzenia")
    assert entry.legal_basis == "umowa z uczestnikiem"
    assert entry.retention == str(entry.purpose.retention)
    page = client.get(reverse("processing:register")).content.decode()
    assert "umowa z uczestnikiem" in page


def test_a_person_reads_what_concerns_them_and_nothing_else(client: Client) -> None:
    user = UserFactory()
    client.force_login(user)

    shown = client.get(reverse("accounts:privacy")).context["entries"]

    assert "konto" in {entry.purpose.key for entry in shown}
    assert "nagrody" not in {entry.purpose.key for entry in shown}


def test_a_purpose_is_registered_once() -> None:
    (first, *_rest) = processing.purposes()
    twin = processing.Purpose(**{**vars(first), "name": "inny"})

    with pytest.raises(ValueError, match=first.key):
        processing.register(twin)
