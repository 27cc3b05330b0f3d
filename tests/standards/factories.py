"""Standards on every stage of their road, made the way the portal makes them."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from accounts.models import User
from consultations.domain import drafts
from consultations.domain import stages as consulting
from consultations.models import Consultation
from documents.models import StoredFile
from documents.storing import store_bytes
from organizations.models import PublicBody
from standards.domain import (
    adoption,
    calls,
    deciding,
    groups,
    library,
    meetings,
    opening,
    projects,
    road,
)
from standards.domain.road import Proof
from standards.domain.trainings import Attended, record_training
from standards.models import (
    TRANSITIONS,
    Adoption,
    CircularVote,
    DatePoll,
    Function,
    Material,
    Meeting,
    Member,
    MemberCall,
    Practice,
    Project,
    Side,
    Stage,
    Standard,
    Training,
    WorkingGroup,
)
from tests.accounts.factories import AdministratorFactory, UserFactory
from tests.consultations import factories as consultations

DRAFT = """STANDARD KONSULTOWANIA
§ 1. Urząd konsultuje każdy projekt z organizacjami.
§ 2. Konsultacje trwają co najmniej 21 dni.
§ 3. Urząd odpowiada na każdą uwagę.
"""
ADOPTED = DRAFT.replace("21 dni", "30 dni")
marshal_office = consultations.marshal_office
official = consultations.official


def paper(text: str = DRAFT, name: str = "dokument.txt") -> StoredFile:
    """Some file."""
    return store_bytes(text.encode(), name=name, kind="txt")


def new_group(**fields: Any) -> WorkingGroup:
    """A body without people."""
    values: dict[str, Any] = {
        "name": "Zespół do spraw konsultacji",
        "purpose": "Pisze standard konsultowania.",
        "public_body": marshal_office(),
        "appointment_number": "4521/2014",
        "appointed_on": date(2014, 3, 1),
    }
    return groups.create_group(
        group=WorkingGroup(**(values | fields)), appointment_file=paper(), actor=None
    )


def seat(group: WorkingGroup, **fields: Any) -> Member:
    """Somebody with an account who sits on the NGO side."""
    values: dict[str, Any] = {
        "user": fields.pop("user", None) or UserFactory(),
        "side": Side.NGO,
        "function": Function.MEMBER,
        "since": timezone.localdate() - timedelta(days=100),
    }
    values |= fields
    values.setdefault("name", str(values["user"]))
    return groups.give_seat(member=Member(group=group, **values), actor=None)


def new_standard(**fields: Any) -> Standard:
    """A planned standard."""
    values: dict[str, Any] = {
        "title": "Standard konsultowania aktów",
        "subject": "consulting",
        "summary": "Urząd pyta, zanim postanowi.",
        "plain_language": "# Co robi urząd\n- pyta\n- odpowiada",
        "public_body": marshal_office(),
    }
    return opening.create_standard(standard=Standard(**(values | fields)), actor=None)


def training_of(standard: Standard, people: int = 12) -> Training:
    """A training at which somebody was."""
    return record_training(
        title="Jak konsultować",
        held_on=timezone.localdate(),
        hours=Decimal("8"),
        standard=standard,
        attended=[Attended(Side.ADMINISTRATION, people, marshal_office())],
    )


def consulted(standard: Standard, text: str = "") -> Consultation:
    """The consultation of the standard, with its results published."""
    actor = official()
    prefilled = opening.prefilled_consultation(standard, actor)
    prefilled.unit = "Biuro Dialogu"
    prefilled.opens_on = timezone.localdate()
    link = opening.start_consultation(standard=standard, consultation=prefilled, actor=actor)
    drafts.read_draft_version(link.consultation.versions.get().pk)
    consultation = link.consultation
    consultation.refresh_from_db()
    consulting.announce(consultation=consultation, actor=actor)
    return consultations.publish_results(consultation)


def proof_for(standard: Standard, target: str) -> Proof:
    """What proves the step to ``target``."""
    values: dict[str, Any] = {"dated_on": timezone.localdate()}
    if target in (Stage.TEAM, Stage.ADOPTED, Stage.REPEALED):
        values |= {"number": "5785/2014", "file": paper("Uchwała")}
    elif target in (Stage.DRAFT, Stage.INTERNAL, Stage.COUNCIL, Stage.REVIEWED):
        values |= {"file": paper()}
    elif target == Stage.CONSULTED:
        values |= {"consultation": consulted(standard)}
    elif target == Stage.PUBLISHED:
        values |= {"url": "https://bip.example.org/uchwala"}
    elif target == Stage.IN_USE:
        values |= {"training": training_of(standard)}
    elif target == Stage.REPLACED:
        values |= {"replacement": new_standard(title="Nowy standard")}
    return Proof(**values)


def take(standard: Standard, target: str, **more: Any) -> Standard:
    """One step with its evidence."""
    move = road.find_move(standard, target)
    proof = None if move.is_back else more.pop("proof", None) or proof_for(standard, target)
    road.take_step(
        standard=standard,
        target=target,
        actor=more.pop("actor", None),
        proof=proof,
        reason="Bo tak ustalono" if move.needs_reason else "",
        **more,
    )
    standard.refresh_from_db()
    return standard


def at_stage(stage: str, **fields: Any) -> Standard:
    """A standard that has come as far as ``stage``, step by step."""
    standard = new_standard(**fields)
    while standard.stage != stage:
        last = stage if standard.stage == Stage.REVIEWED else None
        moves = [m for m in TRANSITIONS if m.source == standard.stage and not m.is_back]
        move = next((m for m in moves if m.target == last), moves[0])
        take(standard, move.target)
    return standard


def people(standard_or_group: Any) -> dict[str, User | None]:
    """Somebody in every role for the pages of standards."""
    group = standard_or_group if isinstance(standard_or_group, WorkingGroup) else None
    group = group or standard_or_group.group
    return {
        "nobody": None,
        "participant": UserFactory(),
        "member": seat(group).user,
        "secretary": seat(group, function=Function.SECRETARY).user,
        "other office": official(PublicBody.objects.filter(kind="county").first()),
        "office": official(),
    }


def new_meeting(group: WorkingGroup, **fields: Any) -> Meeting:
    """A meeting tomorrow."""
    starts = fields.pop("starts_at", timezone.now() + timedelta(days=1))
    values: dict[str, Any] = {
        "title": "Spotkanie robocze",
        "starts_at": starts,
        "ends_at": starts + timedelta(hours=3),
        "agenda": "Otwarcie\nProjekt standardu\nWolne wnioski",
        "online_link": "https://spotkanie.example.org/tajne",
    }
    return meetings.plan_meeting(meeting=Meeting(group=group, **(values | fields)), actor=None)


def held(meeting: Meeting, *present: Member, hours: str = "3.0") -> Meeting:
    """The meeting took place with those present."""
    presences = {
        member: "present" if member in present else "absent"
        for member in meeting.group.members.all()
    }
    return meetings.record_attendance(
        meeting=meeting, presences=presences, guests=[], hours=Decimal(hours)
    )


def new_call(group: WorkingGroup, **fields: Any) -> MemberCall:
    """A call that is open today."""
    today = timezone.localdate()
    values = {"title": "Nabór", "text": "Szukamy.", "opens_on": today, "closes_on": today}
    return calls.announce_call(call=MemberCall(group=group, **(values | fields)), actor=None)


def new_vote(group: WorkingGroup) -> CircularVote:
    """A vote by circulation that ends in an hour."""
    vote = CircularVote(
        group=group, question="Czy przyjąć?", closes_at=timezone.now() + timedelta(hours=1)
    )
    return deciding.open_vote(vote=vote, actor=None)


def new_poll(group: WorkingGroup) -> DatePoll:
    """A poll with two times."""
    start = timezone.now() + timedelta(days=3)
    times = [(start + timedelta(days=n), start + timedelta(days=n, hours=2)) for n in range(2)]
    return deciding.open_poll(group=group, title="Kiedy?", times=times, actor=None)


def declared(standard: Standard, body: PublicBody | None = None, **fields: Any) -> Adoption:
    """An office says that it adopted the standard."""
    values: dict[str, Any] = {
        "public_body": body or PublicBody.objects.filter(kind="county").last(),
        "number": "XII/85/2026",
        "adopted_on": date(2026, 5, 1),
    }
    return adoption.declare(
        adoption=Adoption(standard=standard, **(values | fields)), file=paper(), actor=None
    )


def new_material(**fields: Any) -> Material:
    """A published guide."""
    values: dict[str, Any] = {
        "title": "Jak konsultować",
        "kind": "guide",
        "summary": "Krok po kroku.",
        "licence": "cc-by",
        "creator": "Zespół",
        "tags": ["konsultacje"],
    }
    return library.share_material(
        material=Material(**(values | fields)), file=paper(), actor=AdministratorFactory()
    )


def new_practice(standard: Standard, **fields: Any) -> Practice:
    """A published practice of a county."""
    values: dict[str, Any] = {
        "title": "Konsultacje w Nysie",
        "standard": standard,
        "public_body": PublicBody.objects.filter(kind="county").last(),
        "situation": "Nikt nie odpowiadał.",
        "action": "Zaczęliśmy pytać.",
        "result": "Przyszło 40 uwag.",
        "contact": "Jan Wzorcowy",
    }
    return library.share_practice(
        practice=Practice(**(values | fields)), actor=AdministratorFactory()
    )


def new_project(**fields: Any) -> Project:
    """A project of this year."""
    today = timezone.localdate()
    values: dict[str, Any] = {
        "title": "Współpraca",
        "public_body": marshal_office(),
        "starts_on": today - timedelta(days=200),
        "ends_on": today + timedelta(days=200),
    }
    return projects.create_project(project=Project(**(values | fields)))
