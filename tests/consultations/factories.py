"""Consultations in every stage, made the way the portal makes them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from accounts.models import User
from consultations.domain import (
    drafts,
    meetings,
    opening,
    positions,
    remarks,
    stages,
    starting_rounds,
)
from consultations.domain.remarks import RemarkContent
from consultations.models import (
    Consultation,
    ConsultationKind,
    ConsultationMeeting,
    DraftVersion,
    Remark,
    Stage,
    Verdict,
)
from documents.models import StoredFile
from documents.storing import store_bytes
from organizations.models import PublicBody, PublicBodyMembership, PublicBodyRole
from tests.accounts.factories import UserFactory

DRAFT_TEXT = """UCHWAŁA NR …/2026
SEJMIKU WOJEWÓDZTWA OPOLSKIEGO
z dnia … 2026 r.
w sprawie programu współpracy z organizacjami pozarządowymi

Na podstawie art. 5a ust. 1 ustawy z dnia 24 kwietnia 2003 r. o działalności pożytku
publicznego i o wolontariacie uchwala się, co następuje:

§ 1. Uchwala się program współpracy na rok 2027.
§ 2. 1. Program obejmuje zadania:
1) z zakresu kultury;
2) z zakresu sportu:
a) dzieci i młodzieży,
b) osób starszych.
2. Zadania zleca się w drodze otwartego konkursu ofert.
§ 3. Wykonanie uchwały powierza się Zarządowi Województwa Opolskiego.
§ 4. Uchwała wchodzi w życie po upływie 14 dni od dnia ogłoszenia.
"""


def marshal_office() -> PublicBody:
    """The office that conducts consultations in tests; a reference row."""
    return PublicBody.objects.get(kind="marshal")


def official(body: PublicBody | None = None, **fields: Any) -> User:
    """An official of ``body`` (the marshal's office)."""
    user = UserFactory(**fields)
    PublicBodyMembership.objects.create(
        user=user, public_body=body or marshal_office(), role=PublicBodyRole.OFFICIAL
    )
    return user


def stored_draft(text: str = DRAFT_TEXT, name: str = "projekt.txt") -> StoredFile:
    """A plain text draft as a stored file."""
    return store_bytes(text.encode(), name=name, kind="txt")


def new_consultation(**fields: Any) -> Consultation:
    """A consultation in preparation, without a draft."""
    today = timezone.localdate()
    values: dict[str, Any] = {
        "title": "Projekt programu współpracy na rok 2027",
        "kind": ConsultationKind.PROGRAMME,
        "public_body": marshal_office(),
        "unit": "Departament Zdrowia i Polityki Społecznej",
        "legal_basis": "art. 5a ustawy o działalności pożytku publicznego i o wolontariacie",
        "summary": "Program mówi, które zadania województwo zleci organizacjom.",
        "opens_on": today,
        "closes_on": today + timedelta(days=20),
        "contact_name": "Jolanta Testowa",
        "contact_email": "kontakt@example.org",
    }
    return opening.create_consultation(consultation=Consultation(**(values | fields)), actor=None)


def with_draft(consultation: Consultation, text: str = DRAFT_TEXT) -> DraftVersion:
    """Add a draft and read it."""
    version = drafts.upload_draft(consultation=consultation, source=stored_draft(text), actor=None)
    read = drafts.read_draft_version(version.pk)
    assert read is not None
    consultation.refresh_from_db()
    return read


def open_consultation(**fields: Any) -> Consultation:
    """A consultation that takes remarks now."""
    consultation = new_consultation(**fields)
    with_draft(consultation)
    stages.announce(consultation=consultation, actor=None)
    consultation.refresh_from_db()
    return consultation


def close(consultation: Consultation) -> Consultation:
    """Let the term pass and beat notice it."""
    yesterday = timezone.localdate() - timedelta(days=1)
    consultation.refresh_from_db()
    consultation.opens_on = min(consultation.opens_on, yesterday)
    consultation.closes_on = yesterday
    consultation.save()
    stages.move_on_time()
    consultation.refresh_from_db()
    return consultation


def publish_results(consultation: Consultation) -> Consultation:
    """Close, answer what is unanswered, and publish."""
    close(consultation)
    for remark in consultation.remarks.unanswered():
        answer(remark)
    stages.change_stage(consultation=consultation, target=Stage.PUBLISHED)
    consultation.refresh_from_db()
    return consultation


def in_stage(stage: str, **fields: Any) -> Consultation:
    """A consultation in ``stage`` with a draft, reached by the allowed moves."""
    if stage == Stage.DRAFT:
        consultation = new_consultation(**fields)
        with_draft(consultation)
        return consultation
    if stage == Stage.ANNOUNCED:
        tomorrow = timezone.localdate() + timedelta(days=1)
        consultation = new_consultation(opens_on=tomorrow, **fields)
        with_draft(consultation)
        stages.announce(consultation=consultation, actor=None)
    else:
        consultation = open_consultation(**fields)
    if stage in (Stage.ANALYSIS, Stage.PUBLISHED, Stage.ARCHIVED):
        close(consultation)
    if stage in (Stage.PUBLISHED, Stage.ARCHIVED):
        publish_results(consultation)
    if stage == Stage.ARCHIVED:
        stages.change_stage(consultation=consultation, target=Stage.ARCHIVED)
    if stage == Stage.CANCELLED:
        stages.change_stage(
            consultation=consultation, target=Stage.CANCELLED, reason="Zmiana planów"
        )
    consultation.refresh_from_db()
    return consultation


def remark_on(
    consultation: Consultation, eid: str = "", *, author: User | None = None, **fields: Any
) -> Remark:
    """A remark submitted through the portal."""
    content = RemarkContent(
        text=fields.pop("text", "Proszę o doprecyzowanie."),
        **{
            name: fields.pop(name)
            for name in ("proposed_wording", "justification")
            if name in fields
        },
    )
    provision = consultation.current_version.provisions.get(eid=eid) if eid else None
    return remarks.submit_remark(
        consultation=consultation,
        author=author or UserFactory(),
        content=content,
        provision=provision,
        **fields,
    )


def paper_remark(consultation: Consultation, **fields: Any) -> Remark:
    """A remark that came by letter."""
    values: dict[str, Any] = {
        "entered_by": None,
        "content": RemarkContent(text="Uwaga z pisma."),
        "channel": "letter",
        "received_on": date(2026, 11, 3),
        "submitter_name": "Stowarzyszenie z Pisma",
    }
    return remarks.enter_remark(consultation=consultation, **(values | fields))


def answer(remark: Remark, verdict: str = Verdict.ACCEPTED, *, approve: bool = True) -> None:
    """A position on ``remark``."""
    positions.save_position(
        remark=remark,
        verdict=Verdict(verdict),
        reasons="Zmiana zostanie wprowadzona.",
        actor=None,
        approve=approve,
    )


def move(consultation: Consultation, stage: str) -> None:
    """Make an official's move."""
    stages.change_stage(consultation=consultation, target=Stage(stage), reason="Zmiana planów")


def meeting_of(consultation: Consultation, *, days: int = 3, **fields: Any) -> ConsultationMeeting:
    """A meeting ``days`` from now; a past one is put there when it has been announced."""
    starts = timezone.now() + timedelta(days=abs(days) or 1)
    values: dict[str, Any] = {
        "consultation": consultation,
        "title": "Debata o programie",
        "starts_at": starts,
        "ends_at": starts + timedelta(hours=2),
        "place": "Opole, ul. Przykładowa 1, sala 5",
    }
    meeting = meetings.add_meeting(meeting=ConsultationMeeting(**(values | fields)), actor=None)
    if days < 0:
        meeting.starts_at = timezone.now() + timedelta(days=days)
        meeting.ends_at = meeting.starts_at + timedelta(hours=2)
        meeting.save()
    return meeting


def next_round(consultation: Consultation, **fields: Any) -> Consultation:
    """Open the next round today."""
    today = timezone.localdate()
    values: dict[str, Any] = {
        "opens_on": today,
        "closes_on": today + timedelta(days=14),
        "reason": "Tekst bardzo się zmienił.",
        "same_text": True,
    }
    starting_rounds.start_round(consultation=consultation, actor=None, **(values | fields))
    consultation.refresh_from_db()
    return consultation
