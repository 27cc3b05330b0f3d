"""Meetings, a council with an election, adoptions, a project and materials for the demo."""

from __future__ import annotations

import tempfile
from datetime import timedelta
from decimal import Decimal
from typing import Any, BinaryIO, cast

from django.utils import timezone

from documents.exports import Heading, Report, write_report
from documents.models import StoredFile
from documents.storing import store_bytes
from organizations.models import Affiliation, AffiliationKind, Organization, PublicBody
from standards.domain import (
    adoption,
    councils,
    deciding,
    elections,
    groups,
    library,
    meetings,
    projects,
    reading,
    workspace,
)
from standards.models import (
    Adoption,
    Candidate,
    CircularVote,
    Collection,
    Election,
    Function,
    GroupKind,
    Material,
    Meeting,
    Member,
    Opinion,
    OpinionVerdict,
    Practice,
    Presence,
    Project,
    Side,
    Standard,
    WorkingGroup,
)
from territory.models import Area

COUNCIL = "Rada Działalności Pożytku Publicznego Województwa Opolskiego"
Representatives = list[tuple[Any, Organization]]


def fill_group(group: WorkingGroup, official: Any) -> None:
    """A held meeting with approved minutes, one to come, a draft, a vote and a poll."""
    past = timezone.now().replace(hour=9, minute=0) - timedelta(days=40)
    held = _meeting(group, "Projekt standardu: pierwsze czytanie", past, official)
    presences = dict.fromkeys(group.members.all(), Presence.PRESENT)
    meetings.record_attendance(meeting=held, presences=presences, guests=[], hours=Decimal(3))
    meetings.add_decision(meeting=held, text="Standard obejmie też gminy, które tego chcą.")
    owner = group.members.order_by("pk")[1]
    meetings.add_action(
        meeting=held,
        text="Napisać rozdział o terminach",
        owner=owner,
        due_on=timezone.localdate() + timedelta(days=14),
        actor=official,
    )
    workspace.begin_minutes(meeting=held, actor=official)
    workspace.approve_minutes(meeting=held, number=1, actor=official)
    coming = _meeting(
        group, "Projekt standardu: drugie czytanie", past + timedelta(days=60), official
    )
    meetings.invite(meeting=coming, actor=official)
    document = workspace.create_document(
        group=group, title="Szkic standardu", text="§ 1. Urząd pyta organizacje.", actor=official
    )
    workspace.save_text(
        document=document, text="§ 1. Urząd zawsze pyta organizacje.", seen=1, actor=official
    )
    vote = CircularVote(
        group=group,
        question="Czy przyjąć harmonogram prac?",
        closes_at=timezone.now() + timedelta(days=7),
    )
    deciding.open_vote(vote=vote, actor=official)
    start = timezone.now() + timedelta(days=20)
    times = [
        (start, start + timedelta(hours=2)),
        (start + timedelta(days=1), start + timedelta(days=1, hours=2)),
    ]
    deciding.open_poll(group=group, title="Trzecie czytanie", times=times, actor=official)


def seed_council(
    body: PublicBody, official: Any, people: Representatives, paper: StoredFile, about: Standard
) -> WorkingGroup:
    """The council with an opinion and an election that takes candidates."""
    council = groups.create_group(
        group=WorkingGroup(
            name=COUNCIL,
            kind=GroupKind.COUNCIL,
            purpose="Opiniuje projekty aktów, programów i standardów; łączy oba sektory.",
            public_body=body,
            appointment_number="1203/2026",
            appointed_on=timezone.localdate() - timedelta(days=300),
        ),
        appointment_file=None,
        actor=official,
    )
    user, organization = people[0]
    member = Member(
        group=council, user=user, name=str(user), side=Side.NGO, organization=organization,
        function=Function.MEMBER, since=timezone.localdate() - timedelta(days=300),
    )  # fmt: skip
    groups.give_seat(member=member, actor=None)
    opinion = Opinion(
        council=council, number="7/2026", dated_on=timezone.localdate() - timedelta(days=60),
        subject=f"Projekt: {about.title}", verdict=OpinionVerdict.WITH_REMARKS,
        text="Rada popiera standard i prosi o dłuższe terminy.", standard=about,
    )  # fmt: skip
    councils.give_opinion(opinion=opinion, file=None, actor=official)
    _election(council, official, people, paper)
    return council


def seed_dissemination(
    body: PublicBody, official: Any, people: Representatives, paper: StoredFile, standard: Standard
) -> None:
    """Adoptions by three counties, a project, materials in a collection, a practice."""
    offices = list(PublicBody.objects.filter(kind="county").order_by("pk")[:3])
    for number, office in enumerate(offices, 1):
        row = Adoption(
            standard=standard, public_body=office, number=f"XII/{number}/2026",
            adopted_on=timezone.localdate() - timedelta(days=20 * number),
        )  # fmt: skip
        adoption.declare(adoption=row, file=None, actor=None)
    adoption.confirm(adoption=standard.adoptions.order_by("pk")[0], actor=official)
    today = timezone.localdate()
    projects.create_project(
        project=Project(
            title="Współpraca bez „my i oni”",
            public_body=body,
            starts_on=today - timedelta(days=365),
            ends_on=today + timedelta(days=365),
        )
    )
    user, organization = people[0]
    _join_network(organization)
    material = Material(
        title="Jak napisać dobrą uwagę do projektu", kind="guide", licence="cc-by",
        summary="Pięć kroków z przykładami dla organizacji.", creator=organization.name,
        tags=["konsultacje", "poradnik"], standard=standard, organization=organization,
    )  # fmt: skip
    sheet = Material(
        title="Konsultacje w pięciu krokach", kind="template", licence="cc0",
        summary="Jedna strona do powieszenia nad biurkiem.", creator=body.name,
        tags=["konsultacje", "wzór"], standard=standard,
        accessible_alternative="Plik jest dostępny cyfrowo (PDF/UA).",
    )  # fmt: skip
    for shared, file in ((material, paper), (sheet, _sheet(body))):
        library.share_material(material=shared, file=file, actor=user)
        library.moderate(row=shared, publish=True, reason="", actor=official)
        reading.read_version(shared.versions.get().pk)
    collection = Collection(
        title="Pakiet startowy dla nowego pełnomocnika",
        description="Co przeczytać w pierwszym tygodniu.",
    )
    library.create_collection(collection=collection)
    collection.materials.add(material, sheet)
    practice = Practice(
        title="Konsultacje także po południu", standard=standard, public_body=offices[0],
        situation="Na spotkania przychodziły dwie osoby.",
        action="Przenieśliśmy je na 17:00 i dodaliśmy łącze online.",
        result="Przyszło 35 osób, zgłoszono 40 uwag.", contact="Sekretariat starostwa",
    )  # fmt: skip
    library.share_practice(practice=practice, actor=user)
    library.moderate(row=practice, publish=True, reason="", actor=official)
    question = library.ask(practice=practice, text="Ile kosztowało łącze?", actor=user)
    library.answer(question=question, text="Nic, użyliśmy łącza urzędu.", actor=official)


def _join_network(organization: Organization) -> None:
    """The organization of a seat belongs to a union, so that profiles show who speaks for whom."""
    union = Organization.objects.filter(name__startswith="Związek").exclude(pk=organization.pk)
    umbrella = union.order_by("pk").first()
    if umbrella is not None:
        Affiliation.objects.get_or_create(
            organization=organization,
            name=umbrella.name,
            defaults={"kind": AffiliationKind.FEDERATION, "umbrella": umbrella},
        )


def _sheet(body: PublicBody) -> StoredFile:
    """A page in PDF, so that the library has something to show."""
    steps = (
        "Zapytaj, zanim napiszesz", "Daj czas: co najmniej 21 dni", "Zaproś różne organizacje",
        "Odpowiedz na każdą uwagę", "Pokaż, co się zmieniło",
    )  # fmt: skip
    report = Report(
        title="Konsultacje w pięciu krokach",
        subtitle="Ściąga dla urzędu",
        language="pl",
        created_at=timezone.now(),
        publisher=body.name,
        blocks=[Heading(1, f"{number}. {step}") for number, step in enumerate(steps, 1)],
    )
    with tempfile.TemporaryFile() as stream:
        write_report(report, "pdf", cast(BinaryIO, stream))
        stream.seek(0)
        return store_bytes(stream.read(), name="piec-krokow.pdf", kind="pdf", is_public=True)


def _meeting(group: WorkingGroup, title: str, starts: Any, official: Any) -> Meeting:
    meeting = Meeting(
        group=group, title=title, starts_at=starts, ends_at=starts + timedelta(hours=3),
        place="Opole, urząd marszałkowski", county=Area.objects.get(pk="1661"),
        agenda="Otwarcie\nProjekt standardu\nWolne wnioski",
    )  # fmt: skip
    return meetings.plan_meeting(meeting=meeting, actor=official)


def _election(
    council: WorkingGroup, official: Any, people: Representatives, paper: StoredFile
) -> None:
    now = timezone.now()
    election = Election(
        council=council, title="Wybory przedstawicieli organizacji do rady", seats=2,
        rules="Każda organizacja ze spisu ma jeden głos. Przy równej liczbie decyduje losowanie.",
        candidates_until=now + timedelta(days=14), voting_from=now + timedelta(days=21),
        voting_until=now + timedelta(days=28), results_at=now + timedelta(days=29),
        complaints_until=now + timedelta(days=36),
    )  # fmt: skip
    elections.create_election(election=election, actor=official)
    elections.announce_election(election=election, actor=official)
    for user, organization in people:
        candidate = Candidate(
            election=election, organization=organization, name=str(user), user=user,
            programme="Będę pytać organizacje o zdanie przed każdym głosowaniem.",
        )  # fmt: skip
        elections.propose(candidate=candidate, consent_file=None, actor=user)
        elections.check_candidate(candidate=candidate, accept=True, reason="", actor=official)
