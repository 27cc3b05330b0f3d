"""How the demo consultations were held: decisions, meetings, the council, a second round."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from consultations.domain import council, invitations, meetings, modes, remarks, starting_rounds
from consultations.domain.errors import NobodyToInvite
from consultations.domain.invitations import Choice
from consultations.domain.meetings import AttendanceLine
from consultations.domain.remarks import RemarkContent
from consultations.models import (
    Channel,
    Consultation,
    ConsultationMeeting,
    CouncilOpinion,
    CouncilVerdict,
    MeetingKind,
    Mode,
    ModeDecision,
    ModeOrigin,
    Sector,
)

COUNCIL = "Rada Działalności Pożytku Publicznego Województwa Opolskiego"
BOARD = "Zarząd Województwa Opolskiego"


def hold_extended(consultation: Consultation, official: Any) -> None:
    """A consultation in the extended mode: one meeting held, one to come, the council asked."""
    consultation.refresh_from_db()
    modes.decide_mode(
        decision=ModeDecision(
            consultation=consultation,
            mode=Mode.EXTENDED,
            origin=ModeOrigin.COUNCIL,
            decided_by=BOARD,
            decided_on=timezone.localdate() - timedelta(days=20),
            basis="uchwała nr 9/2026 rady działalności pożytku publicznego",
            reason="Uchwała dotyczy wszystkich organizacji w regionie, więc potrzebna jest debata.",
        ),
        actor=official,
    )
    _record(_held(consultation, official), official)
    _meeting(consultation, official, "Warsztaty: jak pisać dobre uwagi", 5, MeetingKind.WORKSHOP)
    ask(consultation, official, delivered_days_ago=6)
    try:
        batch = invitations.invite(
            consultation=consultation,
            choice=Choice(only_opp=True),
            message="Zapraszamy także na warsztaty.",
            actor=official,
        )
    except NobodyToInvite:
        return
    invitations.send_invitations(batch.pk)


def ask(consultation: Consultation, official: Any, *, delivered_days_ago: int) -> CouncilOpinion:
    """Put the question to the council."""
    return council.ask_council(
        opinion=CouncilOpinion(
            consultation=consultation,
            council_name=COUNCIL,
            delivered_on=timezone.localdate() - timedelta(days=delivered_days_ago),
            note="Prosimy o opinię o projekcie.",
        ),
        actor=official,
    )


def hear_council(consultation: Consultation, official: Any) -> None:
    """The council was asked and answered."""
    opinion = ask(consultation, official, delivered_days_ago=380)
    council.record_opinion(
        opinion=opinion,
        verdict=CouncilVerdict.REMARKS,
        given_on=timezone.localdate() - timedelta(days=362),
        resolution_number="11/2025",
        content="Rada popiera projekt i prosi o dłuższy termin składania ofert.",
        actor=official,
    )


def second_round(consultation: Consultation, official: Any, author: Any) -> None:
    """Open the consultation again today and take one remark; the caller moves it into the past."""
    today = timezone.localdate()
    starting_rounds.start_round(
        consultation=consultation,
        opens_on=today,
        closes_on=today,
        reason="Po uwagach organizacji zmieniły się zasady oceny ofert, pytamy o nie ponownie.",
        same_text=True,
        actor=official,
    )
    consultation.refresh_from_db()
    remarks.submit_remark(
        consultation=consultation,
        author=author,
        content=RemarkContent(text="Nowe zasady oceny są jasne. Proszę tylko o przykłady."),
    )


def _meeting(
    consultation: Consultation, official: Any, title: str, days: int, kind: MeetingKind
) -> ConsultationMeeting:
    start = timezone.localtime() + timedelta(days=days)
    starts = start.replace(hour=16, minute=0, second=0, microsecond=0)
    return meetings.add_meeting(
        meeting=ConsultationMeeting(
            consultation=consultation,
            kind=kind,
            title=title,
            starts_at=starts,
            ends_at=starts + timedelta(hours=2),
            place="Opole, sala konferencyjna urzędu, parter",
            description="Wstęp wolny, prosimy o zgłoszenie do dnia poprzedzającego spotkanie.",
            accessibility="Wejście bez progów, pętla indukcyjna.",
        ),
        actor=official,
    )


def _held(consultation: Consultation, official: Any) -> ConsultationMeeting:
    """A debate of the day before yesterday: announced for later, then moved back."""
    meeting = _meeting(
        consultation, official, "Debata o konsultowaniu uchwał", 1, MeetingKind.DEBATE
    )
    meeting.starts_at -= timedelta(days=3)
    meeting.ends_at -= timedelta(days=3)
    meeting.save()
    return meeting


def _record(meeting: ConsultationMeeting, official: Any) -> None:
    meetings.record_protocol(
        meeting=meeting,
        text=(
            "Omówiono projekt paragraf po paragrafie.\n\nUstalenia: termin konsultacji powinien "
            "wynosić co najmniej 21 dni, a raport ma odpowiadać na każdą uwagę."
        ),
    )
    meetings.record_attendance(
        meeting=meeting,
        lines=[
            AttendanceLine("Natalia Społeczna", "Stowarzyszenie Próbne", Sector.NGO),
            AttendanceLine("Urszula Urzędowska", "urząd marszałkowski", Sector.PUBLIC),
        ],
        people={Sector.NGO: 17, Sector.PUBLIC: 4, Sector.CITIZENS: 3},
    )
    remarks.enter_remark(
        consultation=meeting.consultation,
        entered_by=official,
        content=RemarkContent(text="Termin 14 dni jest za krótki dla małych organizacji."),
        channel=Channel.MEETING,
        received_on=timezone.localdate(meeting.starts_at),
        submitter_name="Uczestnicy debaty",
        meeting=meeting,
    )
