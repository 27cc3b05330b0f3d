"""Meetings: calling them, closing them, what they agreed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any

import docx
import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from notifications.domain.expansion import expand_due_events
from notifications.models import Delivery
from standards.domain import meetings, statistics, workspace
from standards.domain.errors import MinutesApproved, StandardsError
from standards.models import Function, MeetingState, Side
from tests.accounts.factories import UserFactory
from tests.standards import factories as make

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


def titles_for(user: Any) -> list[str]:
    """What waits in somebody's inbox."""
    while expand_due_events(limit=100):
        continue
    deliveries = Delivery.objects.filter(recipient=user, channel="inbox")
    return [delivery.event.kind for delivery in deliveries.order_by("pk")]


def test_members_hear_of_their_meeting_and_of_its_changes() -> None:
    group = make.new_group()
    member = make.seat(group)
    former = make.seat(group, until=timezone.localdate() - timedelta(days=1))
    meeting = make.new_meeting(group)

    meetings.invite(meeting=meeting, actor=None)
    meeting.refresh_from_db()
    meeting.place = "Nysa"
    meetings.change_meeting(meeting=meeting, actor=None)
    meetings.cancel_meeting(meeting=meeting, actor=None)

    assert titles_for(member.user)[1:] == [
        "standards.meeting_invitation",
        "standards.meeting_changed",
        "standards.meeting_cancelled",
    ]
    assert titles_for(former.user) == ["standards.seat_given"]


def test_a_held_meeting_has_hours_and_a_quorum() -> None:
    group = make.new_group(quorum_percent=60)
    first, second, third = (make.seat(group) for _ in range(3))
    expert = make.seat(group, function=Function.EXPERT)
    meeting = make.new_meeting(group)

    make.held(meeting, first, expert)
    assert not meetings.quorum_of(meeting).is_met
    make.held(meeting, first, second, hours="4.5")

    meeting.refresh_from_db()
    assert (meeting.state, meeting.hours) == (MeetingState.HELD, Decimal("4.5"))
    assert meetings.quorum_of(meeting) == meetings.Quorum(needed=2, present=2)
    assert meeting.attendance.get(member=third).presence == "absent"
    with pytest.raises(IntegrityError, match="held_meeting_has_hours"), transaction.atomic():
        type(meeting).objects.filter(pk=meeting.pk).update(hours=None)


def test_two_secretaries_lose_nothing(as_user: SignIn) -> None:
    group = make.new_group()
    first = make.seat(group, function=Function.SECRETARY).user
    second = make.seat(group, function=Function.CHAIR).user
    meeting = make.new_meeting(group)
    minutes = workspace.begin_minutes(meeting=meeting, actor=first)
    address = reverse("standards:edit_document", args=[group.slug, minutes.pk])
    begun = workspace.current_version(minutes).text

    as_user(first).post(address, {"text": f"{begun}\nPierwsza", "seen": 1})
    page = as_user(second).post(address, {"text": f"{begun}\nDruga", "seen": 1})

    assert page.status_code == 409
    content = page.content.decode()
    assert "Druga" in content
    assert "Pierwsza" in content
    kept = {v.number: (v.text.split("\n")[-1], v.is_aside) for v in minutes.versions.all()}
    assert kept[2] == ("Pierwsza", False)
    assert kept[3] == ("Druga", True)
    assert workspace.current_version(minutes).number == 2

    merged = f"{begun}\nPierwsza\nDruga"
    seen = page.context["form"].initial["seen"]
    as_user(second).post(address, {"text": merged, "seen": seen})

    assert workspace.current_version(minutes).text == merged


def test_approved_minutes_are_public_and_stay(as_user: SignIn) -> None:
    group = make.new_group()
    meeting = make.new_meeting(group)
    minutes = workspace.begin_minutes(meeting=meeting, actor=None)
    assert "Wolne wnioski" not in _minutes_on(meeting)
    draft = reverse("standards:minutes_file", args=[group.slug, meeting.pk, "pdf"])
    assert Client().get(draft).status_code == 404

    workspace.save_text(document=minutes, text="Treść protokołu", seen=1, actor=None)
    with pytest.raises(StandardsError):
        workspace.approve_minutes(meeting=meeting, number=1, actor=None)
    workspace.approve_minutes(meeting=meeting, number=2, actor=None)

    assert "Treść protokołu" in _minutes_on(meeting)
    paper = Client().get(reverse("standards:minutes_file", args=[group.slug, meeting.pk, "docx"]))
    written = docx.Document(BytesIO(b"".join(paper.streaming_content)))
    assert "Treść protokołu" in [paragraph.text for paragraph in written.paragraphs][1:]
    with pytest.raises(MinutesApproved):
        workspace.save_text(document=minutes, text="Inna", seen=2, actor=None)
    with pytest.raises(IntegrityError, match="approved minutes"), transaction.atomic():
        type(meeting).objects.filter(pk=meeting.pk).update(approved_minutes=None)


def _minutes_on(meeting: Any) -> str:
    page = Client().get(meeting.get_absolute_url()).content.decode()
    return page.partition('id="protokol"')[2]


def test_the_link_is_for_members_only(as_user: SignIn) -> None:
    group = make.new_group()
    member = make.seat(group).user
    meeting = make.new_meeting(group)
    calendar = reverse("standards:meeting_calendar", args=[group.slug, meeting.pk])
    subscription = reverse("standards:group_calendar", args=[group.slug])

    for address in (meeting.get_absolute_url(), calendar):
        assert b"tajne" not in Client().get(address).content
        assert b"tajne" in as_user(member).get(address).content.replace(b"\r\n ", b"")
    assert b"Spotkanie robocze" in Client().get(subscription).content
    assert b"tajne" not in as_user(member).get(subscription).content


def test_the_owner_says_that_an_action_is_done(as_user: SignIn) -> None:
    group = make.new_group()
    owner = make.seat(group)
    meeting = make.new_meeting(group)
    action = meetings.add_action(
        meeting=meeting,
        text="Napisać § 3",
        owner=owner,
        due_on=timezone.localdate(),
        actor=UserFactory(),
    )
    address = reverse("standards:finish_action", args=[group.slug, meeting.pk, action.pk])

    assert as_user(make.seat(group).user).post(address).status_code == 403
    as_user(owner.user).post(address)

    action.refresh_from_db()
    assert action.done_on == timezone.localdate()
    assert "standards.action_given" in titles_for(owner.user)


def test_a_year_in_numbers(client: Client) -> None:
    group = make.new_group()
    ngo = make.seat(group)
    office = make.seat(group, side=Side.ADMINISTRATION)
    last_year = timezone.now().replace(year=timezone.now().year - 1, month=6, day=1)
    make.held(make.new_meeting(group), ngo, office, hours="3.0")
    make.held(make.new_meeting(group), ngo, hours="2.5")
    make.held(make.new_meeting(group, starts_at=last_year), office, hours="1.0")
    meetings.cancel_meeting(meeting=make.new_meeting(group), actor=None)

    this, last = statistics.years_of([group])

    assert (this.meetings, this.hours, this.ngo, this.administration) == (2, Decimal("5.5"), 2, 1)
    assert (last.meetings, last.participants) == (1, 1)
    answer = client.get(reverse("standards:statistics_file", args=[group.slug, "xlsx"]))
    book = load_workbook(BytesIO(b"".join(answer.streaming_content)))
    cells = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]
    assert 5.5 in cells
