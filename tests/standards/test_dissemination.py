"""Adoptions, project targets, the library and practices."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from organizations.models import PublicBody
from standards.domain import adoption, library, projects
from standards.domain.errors import StandardsError
from standards.domain.trainings import Attended, record_training
from standards.models import AdoptionState, Material, Side, Stage, TrainingAttendance, TrainingKind
from territory.models import Area
from tests.documents.uploaded import pdf_file
from tests.organizations.factories import OrganizationMembershipFactory
from tests.standards import factories as make
from tests.standards.test_meetings import titles_for

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


def county(code: str = "1607") -> PublicBody:
    """The office of a county."""
    return PublicBody.objects.get(area_id=code, kind="county")


def test_an_office_declares_and_the_keeper_confirms(as_user: SignIn) -> None:
    standard = make.at_stage(Stage.ADOPTED)
    keeper = make.official()
    nysa = county()

    as_user(make.official(nysa)).post(
        reverse("standards:declare", args=[standard.slug]),
        {
            "public_body": nysa.pk, "number": "XII/85/2026", "adopted_on": "2026-05-01",
            "deviations": "30 dni zamiast 21",
            "upload": SimpleUploadedFile("uchwala.pdf", pdf_file()),
        },
    )  # fmt: skip

    row = standard.adoptions.get()
    assert row.state == AdoptionState.DECLARED
    assert "standards.adoption_declared" in titles_for(keeper)
    as_user(keeper).post(reverse("standards:confirm_adoption", args=[standard.slug, row.pk]))
    row.refresh_from_db()
    assert (row.state, row.confirmed_by) == (AdoptionState.CONFIRMED, keeper)
    with pytest.raises(StandardsError):
        make.declared(standard, nysa)
    page = Client().get(reverse("standards:adoptions"), {"powiat": "1607"}).content.decode()
    assert "30 dni zamiast 21" in page
    assert standard.title in Client().get(nysa.get_absolute_url()).content.decode()
    assert adoption.counts_by_county(standard) == {"1607": 1}


def test_only_what_is_in_force_can_be_adopted() -> None:
    standard = make.at_stage(Stage.DRAFT)

    with pytest.raises(StandardsError):
        make.declared(standard)


def test_offices_that_have_not_adopted_are_invited() -> None:
    standard = make.at_stage(Stage.ADOPTED)
    make.declared(standard, county())
    invited, adopted = make.official(county("1608")), make.official(county())

    count = adoption.invite_offices(
        standard=standard, bodies=[county(), county("1608")], actor=None
    )

    assert count == 1
    assert "standards.adoption_invitation" in titles_for(invited)
    assert "standards.adoption_invitation" not in titles_for(adopted)


def test_targets_are_measured_on_real_records(client: Client) -> None:
    project = make.new_project(meetings=4, meeting_people=10)
    group = make.new_group()
    ngo, office = make.seat(group), make.seat(group, side=Side.ADMINISTRATION)
    past = timezone.now() - timedelta(days=10)
    for _ in range(2):
        meeting = make.new_meeting(group, starts_at=past, county=Area.objects.get(pk="1607"))
        make.held(meeting, ngo, office)
    make.held(make.new_meeting(group, starts_at=past - timedelta(days=400)), ngo)
    for kind in TrainingKind:
        record_training(
            title="T", held_on=past.date(), hours=Decimal(8), kind=kind,
            attended=[Attended(Side.ADMINISTRATION, 5, county("1608")), Attended(Side.NGO, 2)],
        )  # fmt: skip

    reached = [row.reached for row in projects.progress_of(project)]

    assert reached == [2, 3, Decimal(14), 11, 1, Decimal(8), 7, 1, 1]
    answer = client.get(reverse("standards:project_file", args=[project.slug, "xlsx"]))
    book = load_workbook(BytesIO(b"".join(answer.streaming_content)))
    cells = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "Uczestnicy szkoleń" in cells
    pdf = client.get(reverse("standards:project_file", args=[project.slug, "pdf"]))
    assert b"".join(pdf.streaming_content).startswith(b"%PDF")


def test_a_training_told_twice_is_one_training() -> None:
    def tell(people: int) -> None:
        record_training(
            title="Z wydarzeń", held_on=timezone.localdate(), hours=Decimal(4), source="events",
            source_key="7", attended=[Attended(Side.NGO, people), Attended(Side.NGO, 1)],
        )  # fmt: skip

    tell(3)
    tell(5)

    assert list(TrainingAttendance.objects.values_list("people")) == [(6,)]


def test_a_members_material_waits_for_moderation(as_user: SignIn) -> None:
    membership = OrganizationMembershipFactory()
    as_user(membership.user).post(
        reverse("standards:share_material"),
        {
            "title": "Wzór umowy", "kind": "template", "summary": "Do pobrania", "language": "pl",
            "licence": "cc-by", "creator": "Fundacja", "tags": "Umowa, wzór, umowa",
            "organization": membership.organization.pk,
            "upload": SimpleUploadedFile("wzor.pdf", pdf_file()),
        },
    )  # fmt: skip
    material = Material.objects.get()
    download = reverse("standards:download", args=[material.slug, 1])

    assert material.tags == ["umowa", "wzór"]
    assert Client().get(download).status_code == 404
    assert as_user(membership.user).get(material.get_absolute_url()).status_code == 200
    with pytest.raises(StandardsError):
        library.moderate(row=material, publish=False, reason="", actor=None)
    library.moderate(row=material, publish=True, reason="", actor=None)

    assert Client().get(download).status_code == 200
    assert library.materials_for_list(membership.user).get().download_count == 1
    assert "standards.shared_decided" in titles_for(membership.user)
    found = Client().get(reverse("standards:materials"), {"q": "wzor fundacja", "tag": "umowa"})
    assert "Wzór umowy" in found.content.decode()


def test_files_are_judged_by_what_they_contain(as_user: SignIn) -> None:
    membership = OrganizationMembershipFactory()

    page = as_user(membership.user).post(
        reverse("standards:share_material"),
        {
            "title": "Wirus", "kind": "recording", "summary": "S", "language": "pl",
            "licence": "cc0", "creator": "X",
            "upload": SimpleUploadedFile("wzor.pdf", b"MZ\x90\x00"),
        },
    )  # fmt: skip

    assert page.context["form"].errors.keys() == {"upload", "accessible_alternative"}
    assert not Material.objects.exists()


def test_questions_about_a_practice_are_answered(as_user: SignIn) -> None:
    practice = make.new_practice(make.new_standard())
    reader = OrganizationMembershipFactory().user
    as_user(reader).post(reverse("standards:ask", args=[practice.slug]), {"text": "Ile to trwało?"})
    question = practice.questions.get()
    address = reverse("standards:answer", args=[practice.slug, question.pk])

    assert as_user(reader).post(address, {"text": "Rok"}).status_code == 403
    as_user(make.official(practice.public_body)).post(address, {"text": "Pół roku"})

    assert "Pół roku" in Client().get(practice.get_absolute_url()).content.decode()
    assert "standards.question_answered" in titles_for(reader)


def test_pages_cost_the_same_however_much_there_is(client: Client) -> None:
    standard = make.at_stage(Stage.ADOPTED)

    def fill(offices: Any) -> None:
        for office in offices:
            make.declared(standard, office)
            make.new_material(title=f"Materiał {office.pk}")
            make.new_practice(standard, title=f"Praktyka {office.pk}")

    names = ["adoptions", "materials", "practices"]
    counties = PublicBody.objects.filter(kind="county").order_by("pk")
    fill(counties[:1])
    costs = [_cost(client, name) for name in names]
    fill(counties[1:5])
    assert [_cost(client, name) for name in names] == costs


def _cost(client: Client, name: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        client.get(reverse(f"standards:{name}"))
    return len(captured)
