"""The secret ballot: one vote each, none lost, none tied to its voter, none shown too early."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from threading import Barrier
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.db import IntegrityError, ProgrammingError, connection, connections, transaction
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from standards.domain import ballots, elections
from standards.domain.errors import (
    AlreadyVoted,
    NoMandate,
    ResultsNotYet,
    StandardsError,
    TooLate,
    TooManyChosen,
)
from standards.models import Candidate, Election, Mandate, Phase, RollEntry, Urn
from tests.accounts.factories import AdministratorFactory, UserFactory
from tests.standards import elections as make

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


def vote(mandate: Mandate, *chosen: Candidate) -> str:
    """Cast the vote of an authorized person."""
    return ballots.cast_vote(
        election=mandate.election,
        organization=mandate.organization,
        user=mandate.user,
        chosen=[row.pk for row in chosen],
    )


def voting(seats: int = 1, candidates: int = 2, voters: int = 2) -> tuple[Any, Any, Any]:
    """An election in which people vote now."""
    election = make.announced(seats)
    rows = [make.candidate(election) for _ in range(candidates)]
    mandates = [make.mandate(election) for _ in range(voters)]
    make.move_to(election, Phase.VOTING)
    for row in mandates:
        row.election = election
    return election, rows, mandates


def test_votes_are_counted_and_receipts_prove_it() -> None:
    election, (first, second), (a, b) = voting()

    receipt = vote(a, first)
    vote(b)

    assert ballots.is_counted(election, receipt.lower().replace("-", " "))
    assert not ballots.is_counted(election, ballots.new_receipt())
    make.move_to(election, Phase.RESULTS)
    results = ballots.results_of(election)
    assert [(row.candidate, row.votes, row.is_elected) for row in results.standings] == [
        (first, 1, True),
        (second, 0, False),
    ]
    assert (results.cast, results.blank) == (2, 1)
    assert ballots.digest_of(election, receipt) in results.receipts


def test_one_organization_one_vote() -> None:
    election, (first, second), (a, _b) = voting()

    vote(a, first)
    with pytest.raises(AlreadyVoted):
        vote(a, second)
    with pytest.raises(StandardsError):
        elections.give_mandate(
            election=election, organization=a.organization, user=a.user, actor=None
        )

    assert ballots.turnout(election) == Urn.objects.get(election=election).count == 1


def test_only_the_authorized_person_votes() -> None:
    _election, (first, _second), (a, b) = voting()
    colleague = make.OrganizationMembershipFactory(organization=a.organization)

    for user in (colleague.user, b.user, UserFactory()):
        a.user = user
        with pytest.raises(NoMandate):
            vote(a, first)


def test_no_more_than_there_are_seats_and_only_from_the_list() -> None:
    election, (first, second), (a, _b) = voting()

    with pytest.raises(TooManyChosen):
        vote(a, first, second)
    with pytest.raises(TooManyChosen):
        ballots.cast_vote(
            election=election, organization=a.organization, user=a.user, chosen=[999_999]
        )


@pytest.mark.parametrize("phase", [Phase.CANDIDATES, Phase.CHECKING, Phase.COUNTING])
def test_votes_come_in_time_by_the_databases_clock(phase: Phase) -> None:
    election, (first, _second), (a, _b) = voting()
    make.move_to(election, phase)
    with pytest.raises(TooLate):
        vote(a, first)

    stale = Election(**{**make.moments(Phase.VOTING), "pk": election.pk, "seats": 1})
    stale.state = "announced"  # a process whose clock is wrong
    a.election = stale
    with pytest.raises(TooLate):
        vote(a, first)

    assert ballots.turnout(election) == 0


def test_nothing_in_the_database_ties_a_vote_to_its_voter() -> None:
    election, rows, mandates = voting(candidates=4, voters=4)
    for mandate, row in zip(mandates, rows, strict=True):
        vote(mandate, row)

    columns = {
        model: {field.name for field in model._meta.concrete_fields} for model in (RollEntry, Urn)
    }
    assert columns == {
        RollEntry: {"id", "election", "organization"},
        Urn: {"election", "count", "ballots", "receipts"},
    }
    urn = Urn.objects.get(election=election)
    assert urn.ballots == sorted(urn.ballots)
    assert urn.receipts == sorted(urn.receipts)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM standards_urn WHERE election_id = %s", [election.pk])
        assert cursor.fetchone() == (1,)  # one row, so no xmin or ctid of single ballots
        cursor.execute(
            "SELECT tablename FROM pg_tables WHERE tablename ~ 'standards_(urn|rollentry).+'"
        )
        assert cursor.fetchall() == []  # no history


def test_the_urn_cannot_be_stuffed_emptied_or_opened_early() -> None:
    election, (first, _second), (a, _b) = voting()
    vote(a, first)
    urn = Urn.objects.filter(election=election)

    for change in (
        {"ballots": [], "count": 0, "receipts": []},
        {"ballots": [[first.pk]] * 3, "count": 3, "receipts": ["a", "b", "c"]},
        {"ballots": [[], []], "count": 2, "receipts": ["a", "b"]},
    ):
        with pytest.raises(IntegrityError, match="one vote at a time"), transaction.atomic():
            urn.update(**change)
    with pytest.raises(ProgrammingError), transaction.atomic():
        urn.delete()
    with pytest.raises(ProgrammingError), transaction.atomic():
        RollEntry.objects.all().delete()
    with pytest.raises(IntegrityError, match="roll and the urn differ"), transaction.atomic():
        mark_without_ballot(election)
    for phase in (Phase.VOTING, Phase.COUNTING):
        make.move_to(election, phase)
        with pytest.raises(ResultsNotYet):
            ballots.results_of(election)


def mark_without_ballot(election: Election) -> None:
    """Note an organization on the roll past the domain, and commit."""
    RollEntry.objects.create(election=election, organization=make.keeper().organization)
    connection.check_constraints()


def test_rules_and_list_stay_once_voting_begins() -> None:
    election, (first, _second), _mandates = voting()

    for change in ({"seats": 5}, {"results_at": election.voting_until}):
        with pytest.raises(IntegrityError, match="voting has begun"), transaction.atomic():
            Election.objects.filter(pk=election.pk).update(**change)
    with pytest.raises(IntegrityError, match="voting has begun"), transaction.atomic():
        Candidate.objects.filter(pk=first.pk).update(state="rejected")
    with pytest.raises(TooLate):
        elections.check_candidate(candidate=first, accept=False, reason="Nie", actor=None)


def test_equal_counts_wait_for_lots() -> None:
    election, (first, second, third), (a, b) = voting(candidates=3)
    vote(a, first)
    vote(b, second)
    make.move_to(election, Phase.RESULTS)

    results = ballots.results_of(election)
    assert set(results.tied) == {first.pk, second.pk}
    assert not any(row.is_elected for row in results.standings)
    elections.draw_lots(election=election, tied=results.tied)

    decided = ballots.results_of(election)
    assert [row.is_elected for row in decided.standings] == [True, False, False]
    assert decided.standings[2].candidate == third
    with pytest.raises(StandardsError):
        elections.draw_lots(election=election, tied=results.tied)


def test_candidates_consent_before_they_are_listed() -> None:
    election = make.announced()
    person = UserFactory()
    row = Candidate(
        election=election,
        organization=make.keeper().organization,
        name="Anna",
        user=person,
        programme="Program",
    )
    elections.propose(candidate=row, consent_file=None, actor=UserFactory())

    with pytest.raises(StandardsError):
        elections.check_candidate(candidate=row, accept=True, reason="", actor=None)
    with pytest.raises(IntegrityError, match="consented"), transaction.atomic():
        Candidate.objects.filter(pk=row.pk).update(state="accepted")
    elections.consent(candidate=row, user=person)
    elections.check_candidate(candidate=row, accept=True, reason="", actor=None)

    twice = Candidate(election=election, organization=row.organization, name="B", programme="P")
    with pytest.raises(StandardsError):
        elections.propose(candidate=twice, consent_file=None, actor=None)
    make.move_to(election, Phase.VOTING)
    with pytest.raises(TooLate):
        make.candidate(election)


def test_a_complaint_that_comes_too_late_stays_to_be_copied(as_user: SignIn) -> None:
    election = make.move_to(make.announced(), Phase.RESULTS)
    Election.objects.filter(pk=election.pk).update(
        complaints_until=election.results_at + make.HOUR / 2
    )
    member = make.keeper().user

    page = as_user(member).post(
        reverse("standards:complain", args=[election.slug]), {"text": "Pisane długo"}
    )

    assert page.context["form"].non_field_errors() == [str(TooLate())]
    assert "Pisane długo" in page.text


def test_complaints_come_in_time_and_get_an_answer() -> None:
    election = make.announced()
    complaint = elections.complain(election=election, text="Nierówno", user=UserFactory())

    elections.decide_complaint(complaint=complaint, is_upheld=False, decision="Równo", actor=None)
    with pytest.raises(StandardsError):
        elections.decide_complaint(complaint=complaint, is_upheld=True, decision="N", actor=None)
    make.move_to(election, Phase.RESULTS)
    Election.objects.update(complaints_until=election.results_at + make.HOUR / 2)
    with pytest.raises(TooLate):
        elections.complain(election=election, text="Za późno", user=UserFactory())


def show_code(client: Client, user: Any, *, age: int = 0) -> Client:
    """A code was shown in this session so many seconds ago."""
    session = client.session
    session["account_authentication_methods"] = [{"method": "mfa", "at": time.time() - age}]
    session["account_authentication_methods_user"] = str(user.pk)
    session.save()
    return client


def test_voting_on_the_page_needs_a_fresh_second_factor(as_user: SignIn) -> None:
    election, (first, _second), (a, _b) = voting()
    address = reverse("standards:cast", args=[election.slug])
    ballot = {"organization": a.organization.pk, "chosen": [first.pk]}

    without = as_user(a.user).post(address, ballot)
    assert without["Location"] == reverse("accounts:security")
    TOTP.activate(a.user, generate_totp_secret())
    client = show_code(as_user(a.user), a.user, age=3600)
    stale = client.post(address, ballot)
    assert stale["Location"].startswith(reverse("mfa_reauthenticate"))
    assert ballots.turnout(election) == 0

    page = show_code(client, a.user).post(address, ballot)

    receipt = re.search(r"<code>([0-9A-Z-]{24})</code>", page.content.decode()).group(1)
    assert "no-store" in page["Cache-Control"]
    assert receipt not in str(dict(client.session))
    check = Client().post(
        reverse("standards:check_receipt", args=[election.slug]), {"receipt": receipt}
    )
    assert "Jest w urnie" in check.content.decode()
    assert "już zagłosowała" in client.post(address, ballot).content.decode()


def test_nobody_sees_results_before_their_moment(as_user: SignIn) -> None:
    election, (first, _second), (a, _b) = voting()
    vote(a, first)
    protocol = reverse("standards:protocol", args=[election.slug, "pdf"])
    make.move_to(election, Phase.COUNTING)

    admin = as_user(AdministratorFactory())
    assert admin.get(protocol).status_code == 404
    assert "Głosów w urnie" not in admin.get(election.get_absolute_url()).content.decode()

    make.move_to(election, Phase.RESULTS)
    page = Client().get(election.get_absolute_url()).content.decode()
    assert "Głosów w urnie: 1" in page
    answer = Client().get(protocol)
    pdf = PdfReader(BytesIO(b"".join(answer.streaming_content)))
    words = " ".join(page.extract_text() for page in pdf.pages)
    assert first.name in words
    assert a.organization.name not in words


@pytest.mark.django_db(transaction=True)
def test_parallel_votes_are_all_counted_and_each_only_once() -> None:
    with transaction.atomic():
        election, (first, second), mandates = voting(voters=8)
    # Every authorized person presses the button twice, all at once.
    presses = [(m, (first, second)[n % 2]) for n, m in enumerate(mandates)] * 2
    together = Barrier(len(presses))

    def press(pressed: tuple[Mandate, Candidate]) -> str:
        mandate, choice = pressed
        try:
            connection.ensure_connection()
            together.wait(timeout=30)
            return vote(mandate, choice)
        except AlreadyVoted:
            return ""
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(presses)) as pool:
        receipts = [receipt for receipt in pool.map(press, presses) if receipt]

    assert len(receipts) == len(set(receipts)) == len(mandates)
    assert all(ballots.is_counted(election, receipt) for receipt in receipts)
    assert RollEntry.objects.filter(election=election).count() == len(mandates)
    urn = Urn.objects.get(election=election)
    assert sorted(urn.ballots) == sorted([[first.pk]] * 4 + [[second.pk]] * 4)
