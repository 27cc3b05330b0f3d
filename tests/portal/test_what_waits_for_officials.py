"""“Moje sprawy” tells officials what of every part waits for their office, and of no other's."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.dashboard import sections_for
from accounts.models import User
from consultations.models import Consultation
from events.models import Exhibitor, Proposal
from pages.moderation import queues_for
from standards.models import Material, Moderation
from surveys.models import Survey
from tests.accounts.factories import AdministratorFactory, UserFactory
from tests.consultations.factories import close, marshal_office, official, open_consultation
from tests.events.factories import announced, other_office
from tests.organizations.factories import OrganizationFactory
from tests.quality_index.factories import published
from tests.standards.factories import at_stage, declared, new_material, new_practice
from tests.surveys.factories import every_kind

pytestmark = pytest.mark.django_db


def lines(user: User, key: str) -> list[tuple[str, str, str]]:
    section = next((row for row in sections_for(user) if row.key == key), None)
    items = section.items if section else []
    return [(str(item.title), str(item.note), item.tone) for item in items]


@pytest.fixture
def own() -> User:
    return official()


@pytest.fixture
def stranger() -> User:
    return official(other_office())


def test_late_results_of_a_consultation_are_urgent(own: User, stranger: User) -> None:
    consultation = close(open_consultation())
    closed_on = timezone.localdate() - timedelta(days=31)
    Consultation.objects.filter(pk=consultation.pk).update(
        closes_on=closed_on, opens_on=closed_on - timedelta(days=20)
    )

    assert [tone for _title, _note, tone in lines(own, "consultations-to-run")] == ["danger"]
    assert lines(stranger, "consultations-to-run") == []


def test_stands_and_proposals_wait_for_the_organiser(own: User, stranger: User) -> None:
    event = announced()
    organization = OrganizationFactory()
    for _number in range(2):
        Exhibitor.objects.create(
            event=event, organization=OrganizationFactory(), offer="Miód", people="Anna"
        )
    Proposal.objects.create(
        event=event, organization=organization, title="Warsztat", abstract="O", speaker_name="A"
    )

    notes = [note for _title, note, _tone in lines(own, "event-applications")]
    # The ending of the plural depends on whether catalogs were compiled.
    assert [note[:8] for note in notes] == ["2 stoisk", "1 propoz"]
    assert lines(stranger, "event-applications") == []


def test_adoptions_and_questions_wait_for_the_office(own: User, stranger: User) -> None:
    standard = at_stage("adopted")
    declared(standard, other_office())
    practice = new_practice(standard, public_body=marshal_office())
    practice.questions.create(text="Ile to kosztowało?")

    notes = [note for _title, note, _tone in lines(own, "standards-answers")]
    assert notes == [
        "przyjęcie standardu do potwierdzenia",
        f"pytanie o praktykę: {practice.title}",
    ]
    assert lines(stranger, "standards-answers") == []


def test_plans_of_improvement_tell_their_terms() -> None:
    assessment = published()
    today = timezone.localdate()
    for title, days in (("Spóźnione", -1), ("Bliskie", 10), ("Dalekie", 100)):
        assessment.actions.create(
            title=title, owner_name="Biuro", due_on=today + timedelta(days=days)
        )

    found = lines(official(assessment.body), "index-plans")

    assert [(title, tone) for title, _note, tone in found] == [
        ("Spóźnione", "danger"),
        ("Bliskie", "warning"),
    ]
    assert lines(UserFactory(), "index-plans") == []


def test_surveys_whose_results_are_not_out_wait(own: User, stranger: User) -> None:
    now = timezone.now()
    office, version = marshal_office(), every_kind()
    for title, days in (("Zamknięta", -1), ("Trwa", 5)):
        Survey.objects.create(
            version=version,
            title=title,
            owner=office,
            opens_at=now - timedelta(days=9),
            closes_at=now + timedelta(days=days),
        )

    found = lines(own, "surveys-to-run")

    assert [(title, tone) for title, _note, tone in found] == [
        ("Zamknięta", "warning"),
        ("Trwa", ""),
    ]
    assert lines(stranger, "surveys-to-run") == []


def test_what_members_sent_to_the_library_waits_for_administrators() -> None:
    material = new_material()
    Material.objects.filter(pk=material.pk).update(state=Moderation.PROPOSED)

    queue = next(row for row in queues_for(AdministratorFactory()) if row.key == "library")

    assert (queue.count, [row.title for row in queue.oldest]) == (1, [material.title])
    assert "library" not in {row.key for row in queues_for(official())}
