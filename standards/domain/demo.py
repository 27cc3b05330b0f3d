"""Demo groups and standards, made by the same functions that the pages call.

Safe to repeat: everything is known by its name, and a second run changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.utils import timezone

import consultations
from consultations.domain import drafts
from consultations.domain import stages as consulting
from consultations.models import Consultation
from consultations.models import Stage as ConsultationStage
from documents.models import StoredFile
from documents.storing import store_bytes
from organizations.models import Organization, PublicBody
from standards.domain import demo_life, groups, opening, road
from standards.domain.road import Proof
from standards.domain.templates import load_project
from standards.domain.trainings import Attended, record_training
from standards.models import Function, Member, Side, Stage, Standard, WorkingGroup

SAMPLE = Path(consultations.__file__).parent / "acts" / "samples" / "projekt-uchwaly.docx"
# How far each standard has come in the demo.
REACHED = {
    "consulting": Stage.IN_USE,
    "public_tasks": Stage.CONSULTED,
    "partnership": Stage.DRAFT,
    "rcop": Stage.TEAM,
}
SEATS = [
    ("Danuta Wzorcowa", Side.NGO, Function.MEMBER, "Federacja Organizacji Próbnych"),
    ("Edward Przykładny", Side.NGO, Function.MEMBER, "Ochotnicza Straż Pożarna w Próbnej Wsi"),
    ("Grażyna Testowa", Side.ADMINISTRATION, Function.MEMBER, "Starostwo Powiatowe"),
    ("Henryk Szablonowy", Side.ADMINISTRATION, Function.MEMBER, "Urząd Gminy"),
]


@dataclass(frozen=True, slots=True)
class StandardsPeople:
    """Who acts in the demo: an official, and who speaks for NGOs."""

    official: Any
    representatives: list[tuple[Any, Organization]]


def seed_standards(body: PublicBody, people: StandardsPeople) -> list[Standard]:
    """Create what is missing; returns the standards that were created."""
    begins = timezone.localdate() - timedelta(weeks=50)
    loaded = load_project(body=body, begins_on=begins, actor=people.official)
    for group in loaded.groups:
        _fill(group, begins, people)
    for standard in loaded.standards:
        _walk(standard, REACHED.get(standard.subject, Stage.PLANNED), begins, people.official)
    if loaded.standards:
        _live(body, loaded.groups[0], loaded.standards[0], people)
    return loaded.standards


def _live(
    body: PublicBody, group: WorkingGroup, standard: Standard, people: StandardsPeople
) -> None:
    """What goes on around the first group and the first standard."""
    official, representatives = people.official, people.representatives
    demo_life.fill_group(group, official)
    paper = _paper("zgoda.docx", official)
    demo_life.seed_council(body, official, representatives, paper, standard)
    guide = _paper("poradnik.docx", official, public=True)
    demo_life.seed_dissemination(body, official, representatives, guide, standard)


def _fill(group: WorkingGroup, since: date, people: StandardsPeople) -> None:
    group.appointment_number, group.appointed_on = "4521/2026", since
    group.term_from, group.term_until = since, since + timedelta(days=3 * 365)
    groups.save_group(
        group=group, appointment_file=_paper("akt-powolania.docx", people.official, public=True)
    )
    _sit(group, since, Side.ADMINISTRATION, Function.CHAIR, user=people.official,
         public_body=group.public_body)  # fmt: skip
    for index, (user, organization) in enumerate(people.representatives):
        function = Function.MEMBER if index else Function.SECRETARY
        _sit(group, since, Side.NGO, function, user=user, organization=organization)
    for name, side, function, affiliation in SEATS:
        _sit(group, since, side, function, name=name, affiliation=affiliation)


def _sit(group: WorkingGroup, since: date, side: str, function: str, **fields: Any) -> None:
    fields.setdefault("name", str(fields.get("user", "")))
    member = Member(group=group, since=since, side=side, function=function, **fields)
    groups.give_seat(member=member, actor=None)


def _walk(standard: Standard, goal: Stage, begins: date, official: Any) -> None:
    days = {plan.stage: plan.due_on for plan in standard.plans.all()}
    while standard.stage != goal:
        move = road.allowed_moves(standard)[0]
        happened = min(days[move.target], timezone.localdate() - timedelta(days=1))
        road.take_step(
            standard=standard,
            target=move.target,
            actor=official,
            proof=_proof(standard, move.target, happened, official),
        )
        standard.refresh_from_db()


def _proof(standard: Standard, target: str, day: date, official: Any) -> Proof:
    facts: dict[str, Any] = {}
    if target == Stage.TEAM and standard.group is not None:
        facts = {"number": "4521/2026", "file": standard.group.appointment_file}
    elif target == Stage.CONSULTED:
        facts = {"consultation": _consulted(standard, official)}
    elif target == Stage.PUBLISHED:
        facts = {"url": "https://bip.example.org/uchwala"}
    elif target == Stage.IN_USE:
        facts = {"training": _trained(standard, day)}
    else:
        number = "5785/2026" if target == Stage.ADOPTED else ""
        facts = {"file": _paper(f"{target}.docx", official, public=True), "number": number}
    return Proof(dated_on=day, **facts)


def _consulted(standard: Standard, official: Any) -> Consultation:
    """A consultation that ran, took no remarks and published its results."""
    prefilled = opening.prefilled_consultation(standard, official)
    prefilled.unit = "Biuro Dialogu"
    prefilled.opens_on = timezone.localdate()
    link = opening.start_consultation(standard=standard, consultation=prefilled, actor=official)
    consultation = link.consultation
    drafts.read_draft_version(consultation.versions.get().pk)
    consultation.refresh_from_db()
    consulting.announce(consultation=consultation, actor=official)
    consultation.refresh_from_db()
    consultation.opens_on = timezone.localdate() - timedelta(days=30)
    consultation.closes_on = timezone.localdate() - timedelta(days=9)
    consultation.save()
    consulting.move_on_time()
    consultation.refresh_from_db()
    consulting.change_stage(
        consultation=consultation, target=ConsultationStage.PUBLISHED, actor=official
    )
    consultation.refresh_from_db()
    return consultation


def _trained(standard: Standard, day: date) -> Any:
    counties = PublicBody.objects.filter(kind="county").order_by("pk")[:3]
    return record_training(
        title=f"Szkolenie: {standard.title}",
        held_on=day,
        hours=Decimal(8),
        standard=standard,
        place="Opole",
        attended=[
            Attended(Side.NGO, 6),
            *(Attended(Side.ADMINISTRATION, 4, body) for body in counties),
        ],
    )


def _paper(name: str, official: Any, *, public: bool = False) -> StoredFile:
    return store_bytes(
        SAMPLE.read_bytes(), name=name, kind="docx", uploaded_by=official, is_public=public
    )
