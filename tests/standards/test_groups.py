"""Bodies: seats of two sides, calls for members, decisions between meetings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from standards.domain import calls, deciding, groups, workspace
from standards.domain.errors import NotAMember, SeatTaken, StandardsError, TooLate
from standards.models import CircularVote, Function, Member, MemberApplication, MemberCall, Side
from tests.accounts.factories import UserFactory
from tests.accounts.impersonating import acting_as
from tests.organizations.factories import OrganizationFactory, OrganizationMembershipFactory
from tests.standards import factories as make

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


def test_sides_are_kept_in_balance() -> None:
    group = make.new_group(ngo_seats=2, administration_seats=2)
    make.seat(group)
    assert not groups.balance_of(group).is_even

    make.seat(group, side=Side.ADMINISTRATION)
    make.seat(group)
    assert groups.balance_of(group).is_even
    with pytest.raises(SeatTaken):
        make.seat(group)
    make.seat(group, function=Function.EXPERT)  # advises, takes no seat


def test_nobody_sits_for_the_other_side() -> None:
    group = make.new_group()

    with pytest.raises(IntegrityError, match="member_belongs_to_own_side"), transaction.atomic():
        Member.objects.create(
            group=group,
            name="Ktoś",
            side=Side.ADMINISTRATION,
            organization=OrganizationFactory(),
            since=timezone.localdate(),
        )


def test_a_seat_given_on_the_page(as_user: SignIn) -> None:
    group = make.new_group()
    membership = OrganizationMembershipFactory()
    address = reverse("standards:give_seat", args=[group.slug])
    typed = {
        "name": "Anna Testowa", "email": membership.user.email, "side": "ngo",
        "function": "chair", "organization_name": membership.organization.name,
        "since": "2026-01-01",
    }  # fmt: skip
    client = as_user(make.official())

    client.post(address, typed)
    again = client.post(address, typed | {"email": UserFactory().email})

    member = group.members.get()
    assert (member.user, member.organization) == (membership.user, membership.organization)
    assert "przewodniczącego" in again.content.decode()


def applied(call: MemberCall) -> MemberApplication:
    """Somebody's application for an organization."""
    membership = OrganizationMembershipFactory()
    return calls.apply(
        application=MemberApplication(
            call=call,
            user=membership.user,
            side=Side.NGO,
            organization=membership.organization,
            motivation="Chcę.",
        )
    )


def test_an_accepted_application_gives_the_seat() -> None:
    group = make.new_group(ngo_seats=1)
    call = make.new_call(group)
    first, second = applied(call), applied(call)

    calls.decide(application=first, accept=True, reason="", actor=make.official())
    with pytest.raises(SeatTaken):
        calls.decide(application=second, accept=True, reason="", actor=None)
    with pytest.raises(StandardsError):
        calls.decide(application=second, accept=False, reason=" ", actor=None)
    calls.decide(application=second, accept=False, reason="Brak miejsc", actor=None)

    assert group.members.get().user == first.user
    second.refresh_from_db()
    assert second.state == "rejected"


def test_applications_come_in_time() -> None:
    group = make.new_group()
    yesterday = timezone.localdate() - timedelta(days=1)

    with pytest.raises(TooLate):
        applied(make.new_call(group, opens_on=yesterday, closes_on=yesterday))
    with pytest.raises(TooLate):
        applied(make.new_call(group, opens_on=yesterday + timedelta(days=2),
                              closes_on=yesterday + timedelta(days=3)))  # fmt: skip


def test_applying_on_the_page(as_user: SignIn) -> None:
    membership = OrganizationMembershipFactory()
    call = make.new_call(make.new_group())
    address = reverse("standards:apply", args=[call.group.slug, call.pk])
    client = as_user(membership.user)

    refused = client.post(address, {"side": "ngo", "motivation": "Znam temat"})
    assert "Znam temat" in refused.content.decode()
    client.post(
        address,
        {"side": "ngo", "organization": membership.organization.pk, "motivation": "Znam temat"},
    )

    assert call.applications.get().organization == membership.organization
    page = Client().get(call.get_absolute_url()).content.decode()
    assert str(membership.user) not in page


def test_a_vote_by_circulation() -> None:
    group = make.new_group(quorum_percent=60)
    first, second, _third = (make.seat(group) for _ in range(3))
    expert = make.seat(group, function=Function.EXPERT)
    vote = make.new_vote(group)

    deciding.cast_circular(vote=vote, user=first.user, choice="against")
    deciding.cast_circular(vote=vote, user=first.user, choice="for")
    assert not deciding.tally(vote).is_passed
    deciding.cast_circular(vote=vote, user=second.user, choice="abstain")

    assert deciding.tally(vote).is_passed
    for stranger in (expert.user, UserFactory()):
        with pytest.raises(NotAMember):
            deciding.cast_circular(vote=vote, user=stranger, choice="for")
    CircularVote.objects.update(closes_at=timezone.now() - timedelta(seconds=1))
    with pytest.raises(TooLate):
        deciding.cast_circular(vote=vote, user=first.user, choice="against")


def test_who_acts_as_a_member_reads_a_vote_and_casts_none() -> None:
    group = make.new_group()
    vote = make.new_vote(group)
    helper = acting_as(make.seat(group).user)

    assert helper.get(vote.get_absolute_url()).status_code == 200
    assert helper.post(vote.get_absolute_url(), {"choice": "for"}).status_code == 403
    assert not vote.ballots.exists()


def test_a_poll_finds_a_date(as_user: SignIn) -> None:
    group = make.new_group()
    member = make.seat(group).user
    poll = make.new_poll(group)
    first, second = poll.options.all()
    client = as_user(member)

    client.post(poll.get_absolute_url(), {first.pk: "no", second.pk: "yes"})
    client.post(poll.get_absolute_url(), {first.pk: "maybe", second.pk: "yes"})

    assert [counts for _option, counts in deciding.best_options(poll)] == [
        {"yes": 0, "maybe": 1, "no": 0},
        {"yes": 1, "maybe": 0, "no": 0},
    ]
    meeting = deciding.choose_date(option=second, actor=None)
    assert meeting.starts_at == second.starts_at
    with pytest.raises(TooLate):
        deciding.choose_date(option=first, actor=None)


def test_a_draft_of_the_team_becomes_the_evidence_of_the_step(as_user: SignIn) -> None:
    group = make.new_group()
    standard = make.at_stage("team", group=group)
    secretary = make.people(group)["secretary"]
    client = as_user(secretary)

    client.post(
        reverse("standards:new_document", args=[group.slug]),
        {"title": "Projekt", "standard": standard.pk, "text": make.DRAFT},
    )
    version = group.documents.get().versions.get()
    client.post(
        reverse("standards:step", args=[standard.slug, "draft"]),
        {"document": version.pk, "dated_on": "2026-01-02", "is_public": "on"},
    )

    standard.refresh_from_db()
    assert standard.stage == "draft"
    answer = Client().get(standard.evidence.get(kind="draft").get_absolute_url())
    assert answer.content.decode() == version.text


def test_comments_and_comparison_of_drafts(as_user: SignIn) -> None:
    group = make.new_group()
    member = make.seat(group).user
    document = workspace.create_document(group=group, title="A", text="Ala ma kota", actor=None)
    workspace.save_text(document=document, text="Ala ma psa", seen=1, actor=None)
    client = as_user(member)

    client.post(
        reverse("standards:add_comment", args=[group.slug, document.pk]), {"text": "Dlaczego psa?"}
    )
    compared = client.get(
        reverse("standards:compare_document", args=[group.slug, document.pk]), {"od": 1, "do": 2}
    )

    assert "<del>" in compared.content.decode()
    comment = document.versions.get(number=2).comments.get()
    client.post(reverse("standards:settle_comment", args=[group.slug, document.pk, comment.pk]))
    comment.refresh_from_db()
    assert comment.settled_by == member
