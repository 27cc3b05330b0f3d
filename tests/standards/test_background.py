"""What happens by itself: files are read, what is late is told of, what is old is forgotten."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from accounts import retention
from documents.models import StoredFile
from documents.storing import store_bytes
from organizations.models import Affiliation
from search.domain.indexing import index_pending
from standards.domain import library, overdue, reading, road
from standards.models import (
    ActionPoint,
    Candidate,
    Complaint,
    Function,
    Mandate,
    Material,
    MaterialVersion,
    MemberApplication,
    MemberCall,
    Moderation,
    Side,
    Stage,
)
from tests.documents.uploaded import docx_file, pdf_file
from tests.organizations.factories import OrganizationFactory
from tests.standards import elections
from tests.standards import factories as make
from tests.standards.test_meetings import titles_for

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


def material(file: StoredFile | None, **fields: Any) -> Material:
    values: dict[str, Any] = {
        "title": "Wzór", "kind": "template", "summary": "Do pobrania", "licence": "cc-by",
        "creator": "Fundacja", "link": "" if file else "https://example.org/",
    }  # fmt: skip
    return library.share_material(
        material=Material(**(values | fields)),
        file=file,
        actor=make.AdministratorFactory(),
    )


def remove(key: str, days: int) -> int:
    """What the rule forgets so many days from now."""
    (rule,) = [rule for rule in retention.rules() if rule.key == key]
    return rule.remove(timezone.now() + timedelta(days=days) - rule.kept_for)


def index() -> None:
    while index_pending():
        continue


def picture() -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (1200, 3000), "navy").save(stream, "PNG")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("kind", "data", "is_shown"),
    [("pdf", pdf_file, True), ("docx", docx_file, False), ("png", picture, True)],
)
def test_a_shared_file_gets_a_picture_and_its_words(
    kind: str, data: Callable[..., bytes], is_shown: bool
) -> None:
    found = material(store_bytes(data(), name=f"a.{kind}", kind=kind, is_public=True))
    version = found.versions.get()

    reading.read_version(version.pk)
    again = reading.read_version(version.pk)
    page = Client().get(found.get_absolute_url()).content.decode()

    version.refresh_from_db()
    assert again is None
    address = reverse("standards:preview", args=[found.slug, 1])
    assert (address in page) == is_shown
    response = Client().get(address)
    assert response.status_code == (200 if is_shown else 404)
    if is_shown:
        shown = Image.open(io.BytesIO(b"".join(response.streaming_content)))
        assert (shown.width, shown.height <= 1024) == (640, True)
        assert f'alt="Podgląd pierwszej strony: {found.title}"' in page


def test_words_inside_files_are_found_in_any_inflection() -> None:
    text = "Pełnomocniczka przygotowuje harmonogram konsultacji."
    found = material(store_bytes(text.encode(), name="a.txt", kind="txt", is_public=True))
    material(None, title="Inny")
    waiting = material(store_bytes(text.encode(), name="b.txt", kind="txt"), title="Czeka")
    Material.objects.filter(pk=waiting.pk).update(state=Moderation.PROPOSED)
    MaterialVersion.objects.update(created_at=timezone.now() - timedelta(hours=1))

    assert reading.read_lost() == 2
    index()
    listed = Client().get(reverse("standards:materials"), {"q": "harmonogramy"})
    everywhere = Client().get(reverse("search:results"), {"q": "harmonogramem"}).content.decode()

    assert [row.pk for row in listed.context["page"]] == [found.pk]
    assert found.get_absolute_url() in everywhere
    assert waiting.get_absolute_url() not in everywhere


def test_a_file_that_nobody_can_read_is_shared_all_the_same() -> None:
    broken = store_bytes(b"%PDF-1.7 nic", name="a.pdf", kind="pdf", is_public=True)
    version = material(broken).versions.get()

    reading.read_version(version.pk)

    version.refresh_from_db()
    assert (version.text, version.preview, version.read_at is None) == ("", None, False)


def test_late_steps_are_told_once_a_week() -> None:
    official, group = make.official(), make.new_group()
    secretary = make.seat(group, function=Function.SECRETARY).user
    member = make.seat(group).user
    standard = make.new_standard(group=group)
    day = timezone.localdate() - timedelta(days=2)
    road.plan_steps(standard=standard, dates={Stage.TEAM: day, Stage.DRAFT: day})

    assert (overdue.remind_of_steps(), overdue.remind_of_steps()) == (1, 0)
    for person, times in ((official, 1), (secretary, 1), (member, 0)):
        assert titles_for(person).count("standards.step_overdue") == times
    standard.plans.update(reminded_on=timezone.localdate() - timedelta(days=7))
    assert overdue.remind_of_steps() == 1
    make.take(standard, Stage.TEAM)
    road.plan_steps(standard=standard, dates={Stage.DRAFT: None})
    standard.plans.update(reminded_on=None)
    assert overdue.remind_of_steps() == 0


def test_late_tasks_are_told_to_their_owner_and_the_secretary() -> None:
    group = make.new_group()
    secretary = make.seat(group, function=Function.SECRETARY).user
    owner, other = make.seat(group), make.seat(group).user
    meeting = make.new_meeting(group)
    late = timezone.localdate() - timedelta(days=1)
    for text, due, done in (
        ("A", late, None),
        ("B", late, late),
        ("C", timezone.localdate(), None),
    ):
        ActionPoint.objects.create(
            meeting=meeting, text=text, owner=owner, due_on=due, done_on=done
        )

    assert (overdue.remind_of_actions(), overdue.remind_of_actions()) == (1, 0)
    for person, times in ((owner.user, 1), (secretary, 1), (other, 0)):
        assert titles_for(person).count("standards.action_overdue") == times


def test_applications_are_forgotten_a_year_after_their_call() -> None:
    group, today = make.new_group(), timezone.localdate()
    call = MemberCall.objects.create(
        group=group, title="Nabór", text="Szukamy", opens_on=today, closes_on=today
    )
    for state in ("accepted", "rejected", "submitted"):
        user, organization = make.UserFactory(), OrganizationFactory()
        MemberApplication.objects.create(
            call=call, user=user, side=Side.NGO, organization=organization, motivation="Bo tak",
            state=state,
        )  # fmt: skip

    assert remove("zgloszenia-do-zespolow", 365) == 0
    assert remove("zgloszenia-do-zespolow", 367) == 3
    assert remove("zgloszenia-do-zespolow", 367) == 0
    assert [(row.state, row.motivation) for row in call.applications.all()] == [("accepted", "–")]


def test_an_election_forgets_its_voters_and_keeps_its_results() -> None:
    election = elections.announced()
    listed = elections.candidate(election)
    refused = elections.candidate(election, listed=False, name="Odrzucona Osoba")
    consent = refused.consent_file
    elections.mandate(election)
    complaint = elections.complain(election)

    assert remove("dane-z-wyborow", 367) == 0, "a complaint waits"
    Complaint.objects.update(decided_at=timezone.now(), decision="Równo", is_upheld=False)
    assert remove("dane-z-wyborow", 360) == 0, "a year has not passed"
    assert remove("dane-z-wyborow", 367) == 3
    assert remove("dane-z-wyborow", 367) == 0

    complaint.refresh_from_db()
    assert (complaint.author, complaint.text) == (None, "Nierówno")
    assert list(Candidate.objects.all()) == [listed]
    assert not Mandate.objects.exists()
    assert not StoredFile.objects.filter(pk=consent.pk).exists()
    history = apps.get_model("standards", "CandidateEvent").objects
    assert set(history.values_list("name", flat=True)) == {listed.name}


def test_profiles_of_networks_and_their_members_show_who_speaks_for_them() -> None:
    group = make.new_group()
    network = OrganizationFactory(name="Sieć Opolska")
    member = OrganizationFactory(name="Fundacja Mała")
    alone = OrganizationFactory(name="Fundacja Osobna")
    Affiliation.objects.create(
        organization=member, kind="network", name="Sieć Opolska", umbrella=network
    )
    make.seat(group, name="Ewa Sieciowa", organization=network)
    make.seat(group, name="Jan Fundacyjny", organization=member)
    hidden = make.new_group(name="Tajny", is_listed=False)
    make.seat(hidden, name="Ukryta Osoba", organization=network)
    make.seat(
        group, name="Były Członek", organization=network, until=timezone.localdate() - timedelta(1)
    )

    of_network, of_member, of_alone, of_group = (
        Client().get(row.get_absolute_url()).content.decode()
        for row in (network, member, alone, group)
    )

    own, _heading, members = of_network.partition("Z organizacji, które zrzesza")
    assert "Ewa Sieciowa" in own
    assert "Jan Fundacyjny" in members
    assert "Ukryta Osoba" not in of_network
    assert "Były Członek" not in of_network
    _own, _heading, umbrellas = of_member.partition("Z federacji i sieci, do których należy")
    assert "Ewa Sieciowa" in umbrellas
    assert "Przedstawiciele w zespołach i radach" not in of_alone
    for row in (network, member):
        assert f'href="{row.get_absolute_url()}"' in of_group


def test_a_group_page_asks_the_same_however_many_sit_there() -> None:
    group = make.new_group()

    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            Client().get(group.get_absolute_url())
        return len(captured)

    for number in range(2):
        member = OrganizationFactory(name=f"Fundacja {number}")
        Affiliation.objects.create(
            organization=member, kind="network", name="Sieć", umbrella=OrganizationFactory()
        )
        make.seat(group, organization=member)
        if number == 0:
            queries()
            few = queries()
    assert queries() == few
