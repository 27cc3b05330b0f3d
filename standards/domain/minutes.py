"""Approved minutes of a meeting as a report, always in Polish."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from documents.exports import (
    Block,
    Column,
    Heading,
    KeyValues,
    Paragraph,
    Report,
    Signature,
    Table,
)
from standards.domain import meetings
from standards.domain.statistics import EU_NOTICE
from standards.models import Meeting, MeetingState


def describe_minutes(meeting: Meeting) -> Report:
    """What was written and approved, who was there, what was agreed, places to sign."""
    text = meeting.approved_minutes.text if meeting.approved_minutes else ""
    blocks: list[Block] = [
        KeyValues(_facts(meeting)),
        Heading(1, _("Treść protokołu")),
        *(Paragraph(part) for part in text.split("\n\n") if part.strip()),
    ]
    people = [
        (row.name, str(row.get_side_display()), str(row.get_presence_display()))
        for row in meeting.attendance.all()
    ]
    if people:
        columns = [
            Column("name", _("Imię i nazwisko"), 2),
            Column("side", _("Strona"), 1.5),
            Column("presence", _("Obecność")),
        ]
        blocks += [Heading(1, _("Obecność")), Table("people", _("Obecność"), columns, people)]
    actions = meeting.actions.select_related("owner")
    tasks = [(row.text, row.owner.name, row.due_on) for row in actions]
    if tasks:
        columns = [
            Column("text", _("Zadanie"), 3),
            Column("owner", _("Kto"), 1.5),
            Column("due", _("Termin"), 1, "date"),
        ]
        blocks += [Heading(1, _("Zadania")), Table("tasks", _("Zadania"), columns, tasks)]
    return Report(
        title=_("Protokół ze spotkania nr %(number)d") % {"number": meeting.number},
        subtitle=f"{meeting.group.name}: {meeting.title}",
        language="pl",
        created_at=timezone.now(),
        publisher=meeting.group.public_body.name,
        blocks=[
            *blocks,
            Signature(role=_("Przewodniczący(-a)")),
            Signature(role=_("Sekretarz")),
        ],
        notice=EU_NOTICE,
    )


def _facts(meeting: Meeting) -> list[tuple[str, Any]]:
    starts, ends = timezone.localtime(meeting.starts_at), timezone.localtime(meeting.ends_at)
    facts: list[tuple[str, Any]] = [
        (_("Kiedy"), f"{date_format(starts, 'DATE_FORMAT')}, {starts:%H:%M}–{ends:%H:%M}"),
        (_("Gdzie"), meeting.place or _("online")),
    ]
    if meeting.state == MeetingState.HELD:
        quorum = meetings.quorum_of(meeting)
        answer = _("jest kworum") if quorum.is_met else _("brak kworum")
        facts.append((_("Obecni z prawem głosu"), f"{quorum.present} / {quorum.needed}, {answer}"))
    if meeting.hours:
        facts.append((_("Godziny"), meeting.hours))
    if meeting.approved_at:
        facts.append(
            (_("Zatwierdzono"), date_format(timezone.localtime(meeting.approved_at), "DATE_FORMAT"))
        )
    return facts
