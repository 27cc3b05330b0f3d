"""Demo consultations in every stage, made by the same functions that the pages call.

Safe to repeat: a consultation is known by its title, and a second run changes nothing.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone

from consultations.domain import demo_procedure, drafts, opening, positions, remarks, stages
from consultations.domain.demo_texts import CONSULTATIONS, REMARKS, DemoConsultation
from consultations.domain.remarks import RemarkContent
from consultations.models import (
    Channel,
    Consultation,
    Mode,
    Provision,
    Remark,
    Stage,
    Verdict,
)
from documents.storing import store_bytes
from organizations.models import Organization, PublicBody

DAYS_BETWEEN_ROUNDS = 30
DAYS_OF_SECOND_ROUND = 14
DAYS_TO_RESULTS = 18
SAMPLES = Path(__file__).parent.parent / "acts" / "samples"


@dataclass(frozen=True, slots=True)
class DemoPeople:
    """Who acts in the demo."""

    official: Any
    representatives: list[tuple[Any, Organization]]
    participant: Any


def seed_consultations(body: PublicBody, people: DemoPeople) -> list[Consultation]:
    """Create what is missing; returns the consultations that were created."""
    return [
        _create(demo, body, people)
        for demo in CONSULTATIONS
        if not Consultation.objects.filter(title=demo.title).exists()
    ]


def _create(demo: DemoConsultation, body: PublicBody, people: DemoPeople) -> Consultation:
    consultation = _described(demo, body, people)
    _add_draft(consultation, demo.sample, people)
    if demo.stage == Stage.DRAFT:
        return consultation
    stages.announce(consultation=consultation, actor=people.official)
    if demo.stage == Stage.ANNOUNCED:
        return consultation
    _remark(consultation, demo, people)
    if demo.stage == Stage.OPEN:
        _begin_earlier(consultation, demo)
        if demo.mode == Mode.EXTENDED:
            demo_procedure.hold_extended(consultation, people.official)
        return consultation
    _let_the_term_pass(consultation, demo.opens_in_days, demo.closes_in_days)
    if demo.stage == Stage.PUBLISHED:
        demo_procedure.hear_council(consultation, people.official)
        demo_procedure.second_round(consultation, people.official, people.participant)
        begins = demo.closes_in_days + DAYS_BETWEEN_ROUNDS
        _let_the_term_pass(consultation, begins, begins + DAYS_OF_SECOND_ROUND)
    _answer(consultation, demo, people)
    if demo.stage == Stage.PUBLISHED:
        stages.change_stage(
            consultation=consultation, target=Stage.PUBLISHED, actor=people.official
        )
        _let_results_be_older(consultation)
    return consultation


def _described(demo: DemoConsultation, body: PublicBody, people: DemoPeople) -> Consultation:
    """Consultations that are over are opened today and moved into the past afterwards."""
    today = timezone.localdate()
    opens_on = today + timedelta(days=max(demo.opens_in_days, 0))
    consultation = Consultation(
        title=demo.title,
        kind=demo.kind,
        summary=demo.summary,
        public_body=body,
        unit=demo.unit,
        legal_basis=demo.legal_basis,
        mode=demo.mode,
        opens_on=today if demo.opens_in_days <= 0 else opens_on,
        closes_on=max(today, today + timedelta(days=demo.closes_in_days)),
        contact_name=people.official.display_name,
        contact_email=people.official.email,
        contact_phone="77 000 00 00",
    )
    return opening.create_consultation(consultation=consultation, actor=people.official)


def _add_draft(consultation: Consultation, sample: str, people: DemoPeople) -> None:
    data = (SAMPLES / sample).read_bytes()
    source = store_bytes(data, name=sample, kind="docx", uploaded_by=people.official)
    version = drafts.upload_draft(consultation=consultation, source=source, actor=people.official)
    drafts.read_draft_version(version.pk)
    consultation.refresh_from_db()


def _remark(consultation: Consultation, demo: DemoConsultation, people: DemoPeople) -> None:
    units = _units_to_remark_on(consultation)
    authors = itertools.cycle([*people.representatives, (people.participant, None)])
    for text, wording, why in REMARKS[: demo.remark_count]:
        author, organization = next(authors)
        remarks.submit_remark(
            consultation=consultation,
            author=author,
            organization=organization,
            provision=next(units),
            content=RemarkContent(text=text, proposed_wording=wording, justification=why),
        )
    if demo.remark_count:
        remarks.enter_remark(
            consultation=consultation,
            entered_by=people.official,
            content=RemarkContent(text=REMARKS[-1][0]),
            channel=Channel.LETTER,
            received_on=timezone.localdate(),
            submitter_name="Koło Gospodyń Wiejskich w Próbnej Wsi",
        )
    for remark in consultation.remarks.counted()[:3]:
        _support(remark, people)


def _units_to_remark_on(consultation: Consultation) -> Iterator[Provision | None]:
    units = consultation.units().filter(kind__in=["section", "paragraph", "point"])
    units = units.exclude(text="")
    return itertools.cycle([*units[::3], None])


def _support(remark: Remark, people: DemoPeople) -> None:
    for supporter, _organization in people.representatives:
        if supporter != remark.author:
            remarks.support_remark(remark=remark, user=supporter)


def _begin_earlier(consultation: Consultation, demo: DemoConsultation) -> None:
    consultation.refresh_from_db()
    consultation.opens_on = timezone.localdate() + timedelta(days=demo.opens_in_days)
    consultation.save()


def _let_the_term_pass(consultation: Consultation, opens_in_days: int, closes_in_days: int) -> None:
    today = timezone.localdate()
    consultation.refresh_from_db()
    consultation.opens_on = today + timedelta(days=opens_in_days)
    consultation.closes_on = today + timedelta(days=closes_in_days)
    consultation.save()
    stages.move_on_time()
    consultation.refresh_from_db()


def _let_results_be_older(consultation: Consultation) -> None:
    """As if the office had published them when its work was done, not as the demo began."""
    consultation.refresh_from_db()
    out_at = consultation.closes_at + timedelta(days=DAYS_TO_RESULTS)
    consultation.rounds.update(results_at=min(out_at, timezone.now()))


def _answer(consultation: Consultation, demo: DemoConsultation, people: DemoPeople) -> None:
    """All remarks where results are out; every other one where the office still works."""
    verdicts = itertools.cycle([Verdict.ACCEPTED, Verdict.PARTLY, Verdict.REJECTED])
    everything = demo.stage == Stage.PUBLISHED
    for index, remark in enumerate(consultation.remarks.counted()):
        if not everything and index % 2:
            continue
        verdict = next(verdicts)
        positions.save_position(
            remark=remark,
            verdict=verdict,
            reasons=demo.reasons[verdict],
            actor=people.official,
            approve=everything or index % 4 == 0,
        )
