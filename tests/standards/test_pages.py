"""Pages of standards as people use them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from standards.models import Stage, Training
from tests.accounts.factories import UserFactory
from tests.documents.uploaded import pdf_file
from tests.standards import factories as make

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


def test_a_consultation_starts_prefilled_and_linked_both_ways(as_user: SignIn) -> None:
    standard = make.at_stage(Stage.INTERNAL)
    client = as_user(make.official(email="urzad@example.org"))
    address = reverse("standards:start_consultation", args=[standard.slug])

    form = client.get(address).context["form"]
    filled = {name: form[name].value() or "" for name in form.fields} | {"unit": "Biuro"}
    filled["opens_on"] = filled["opens_on"].isoformat()
    filled["closes_on"] = filled["closes_on"].isoformat()
    client.post(address, filled)

    consultation = standard.consultations.get().consultation
    assert consultation.kind == "standard"
    assert consultation.contact_email == "urzad@example.org"
    with consultation.versions.get().source.file.open() as file:
        assert file.read().decode() == make.DRAFT
    assert consultation.title in client.get(standard.get_absolute_url()).content.decode()
    assert standard.title in client.get(consultation.get_absolute_url()).content.decode()
    # The draft of a consultation shows itself to nobody else.
    assert consultation.title not in Client().get(standard.get_absolute_url()).content.decode()


def test_a_refused_step_keeps_what_was_typed(as_user: SignIn) -> None:
    standard = make.new_standard()
    client = as_user(make.official())
    address = reverse("standards:step", args=[standard.slug, Stage.TEAM])

    page = client.post(address, {"number": "77/2026", "dated_on": "2026-01-02"})

    assert page.status_code == 200
    assert page.context["form"].errors.keys() == {"file"}
    assert "77/2026" in page.content.decode()
    standard.refresh_from_db()
    assert standard.stage == Stage.PLANNED


def test_a_step_taken_on_the_page(as_user: SignIn, tmp_path: Any) -> None:
    group = make.new_group()
    standard = make.at_stage(Stage.TEAM, group=group)
    secretary = make.people(group)["secretary"]
    upload = tmp_path / "projekt.pdf"
    upload.write_bytes(pdf_file())
    with upload.open("rb") as file:
        as_user(secretary).post(
            reverse("standards:step", args=[standard.slug, Stage.DRAFT]),
            {"dated_on": "2026-01-02", "file": file, "is_public": "on"},
        )

    standard.refresh_from_db()
    assert standard.stage == Stage.DRAFT
    assert standard.evidence.get(kind="draft").added_by == secretary


def test_the_adopted_text_has_permanent_addresses(client: Client) -> None:
    standard = make.at_stage(Stage.ADOPTED)

    page = client.get(reverse("standards:unit", args=[standard.slug, "par_2"]))

    assert "co najmniej 21 dni" in page.content.decode()
    assert client.get(f"/standardy/{standard.slug}/tekst/par_99/").status_code == 404


@pytest.mark.parametrize("format", ["pdf", "docx", "xml"])
def test_the_adopted_text_as_a_file(client: Client, format: str) -> None:
    standard = make.at_stage(Stage.ADOPTED)

    answer = client.get(reverse("standards:text_file", args=[standard.slug, format]))

    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    assert len(content) > 1000


def test_hand_written_trainings(as_user: SignIn) -> None:
    standard = make.new_standard()
    county = make.PublicBody.objects.filter(kind="county").first()

    as_user(make.official()).post(
        reverse("standards:record_training"),
        {
            "kind": "training", "title": "Standard w praktyce", "standard": standard.pk,
            "held_on": "2026-01-10", "hours": "6", "county": "1607", "place": "Nysa",
            "osoby-TOTAL_FORMS": "2", "osoby-INITIAL_FORMS": "0",
            "osoby-0-public_body": county.pk, "osoby-0-people": "7",
            "osoby-1-public_body": "", "osoby-1-people": "3",
        },
    )  # fmt: skip

    attendance = Training.objects.get().attendance.order_by("people")
    assert list(attendance.values_list("side", "public_body", "people")) == [
        ("ngo", None, 3),
        ("administration", county.pk, 7),
    ]


def test_lists_cost_the_same_however_long(client: Client) -> None:
    def fill(number: int) -> None:
        for index in range(number):
            group = make.new_group(name=f"Zespół {index}")
            make.seat(group, user=UserFactory())
            make.at_stage(Stage.TEAM, title=f"Standard {index}", group=group)

    fill(1)
    costs = [_queries(client, name) for name in ("list", "groups", "trainings")]
    fill(4)
    assert [_queries(client, name) for name in ("list", "groups", "trainings")] == costs


def _queries(client: Client, name: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        client.get(reverse(f"standards:{name}"))
    return len(captured)
