"""The audience: one address, one vote, however fast and often it is cast."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from awards.domain import letters, voting
from awards.domain.errors import AlreadyVoted, VotingClosed
from awards.models import Edition, Nomination, PublicVote
from notifications.models import AddressLetter
from pages import proof_of_work
from tests.accounts.factories import UserFactory
from tests.awards import factories as make

SignIn = Callable[[Any], Client]


def voted_on(nominees: int = 2) -> tuple[Edition, list[Nomination]]:
    """An edition whose audience votes now."""
    edition = make.at_jury(nominees=nominees, jurors=2)
    edition.categories.update(shows_nominees=True, has_public_vote=True)
    now = timezone.now()
    make.shift(edition, votes_from=now - timedelta(hours=1), votes_until=now + timedelta(days=1))
    return edition, make.nominations_of(edition)


def form(nominee: Nomination, **fields: Any) -> dict[str, Any]:
    key = proof_of_work.new_key()
    values = {
        "category": nominee.category_id,
        "nominee": nominee.pk,
        "submission_key": key,
        "proof": proof_of_work.solve(key),
    }
    return values | fields


@pytest.mark.django_db
def test_an_account_votes_once_in_a_category(as_user: SignIn) -> None:
    edition, (first, second) = voted_on()
    client = as_user(UserFactory())
    address = reverse("awards:vote", args=["niezapominajki", edition.year])

    assert first.nominee_name in client.get(address).text
    client.post(address, form(first))
    client.post(address, form(second))

    assert [(row.nominee_name, votes) for row, votes in voting.results_of(first.category)] == [
        (first.nominee_name, 1),
        (second.nominee_name, 0),
    ]
    assert "Twój głos w tej kategorii jest policzony" in client.get(address).text


@pytest.mark.django_db
def test_without_an_account_a_click_in_a_letter_counts_the_vote(client: Client) -> None:
    edition, (first, _second) = voted_on()
    address = reverse("awards:vote", args=["niezapominajki", edition.year])

    client.post(address, form(first, email="Ala+nagrody@Example.org"))
    vote = PublicVote.objects.get()
    assert voting.results_of(first.category)[0][1] == 0
    assert AddressLetter.objects.filter(event__kind="awards.vote_letter").count() == 1
    link = "/" + letters.vote_link(vote).split("//", 1)[1].split("/", 1)[1]
    assert "Potwierdzam głos" in client.get(link).text
    client.post(link)
    client.post(link)

    assert voting.results_of(first.category)[0][1] == 1
    assert "ala" not in vote.voter
    # The account with the same mailbox is the same voter, and the page does not tell on anybody.
    with pytest.raises(AlreadyVoted):
        voting.vote_with_account(
            nomination=first, user=UserFactory(email="ala@example.org"), place=""
        )
    client.post(address, form(first, email="ala@example.org"))
    assert PublicVote.objects.count() == 1


@pytest.mark.django_db
def test_votes_are_taken_in_their_time_only() -> None:
    edition, (first, _second) = voted_on()
    make.shift(edition, votes_until=timezone.now())

    with pytest.raises(VotingClosed):
        voting.vote_with_account(nomination=first, user=UserFactory(), place="")


@pytest.mark.django_db
def test_robots_pay(client: Client) -> None:
    edition, (first, _second) = voted_on()
    address = reverse("awards:vote", args=["niezapominajki", edition.year])

    answer = client.post(address, form(first, email="a@example.org", proof=""))

    assert answer.status_code == 200
    assert not PublicVote.objects.exists()


@pytest.mark.django_db
def test_suspicious_patterns_are_reported_and_annulled_with_a_reason(as_user: SignIn) -> None:
    edition, (first, _second) = voted_on()
    for _number in range(voting.MANY_FROM_ONE_PLACE):
        voting.vote_with_account(nomination=first, user=UserFactory(), place="10.0.0.1")
    client = as_user(make.official())
    address = reverse("awards:votes", args=["niezapominajki", edition.year])

    pattern = next(p for p in voting.suspicious_patterns(first.category) if p.kind == "place")
    assert pattern.votes == voting.MANY_FROM_ONE_PLACE
    assert "jeden adres sieci" in client.get(address).text
    data = {"category": first.category_id, "kind": "place", "value": pattern.what}
    client.post(address, data)
    assert voting.results_of(first.category)[0][1] == 10
    client.post(address, data | {"reason": "Jedno biuro"})

    assert voting.results_of(first.category)[0][1] == 0
    assert PublicVote.objects.filter(annulled_reason="Jedno biuro").count() == 10


@pytest.mark.django_db(transaction=True)
def test_five_thousand_votes_at_once_none_doubled() -> None:
    """1,000 people each press five times, from several connections at the same moment."""
    _edition, (first, second) = voted_on()
    people, threads = 1000, 5
    users = User.objects.bulk_create(
        User(email=f"glos{number}@example.org", password="!") for number in range(people)
    )
    start = threading.Barrier(threads)
    outcomes: list[str] = []

    def press(shift: int) -> None:
        done = []
        start.wait()
        for number in range(people):
            user = users[(number + shift) % people]
            nominee = (first, second)[(number + shift) % 2]
            try:
                voting.vote_with_account(nomination=nominee, user=user, place=str(user.pk))
                done.append("counted")
            except AlreadyVoted:
                done.append("refused")
        outcomes.extend(done)
        connections.close_all()

    workers = [threading.Thread(target=press, args=(shift,)) for shift in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert (outcomes.count("counted"), outcomes.count("refused")) == (1000, 4000)
    assert PublicVote.objects.count() == 1000
    assert sum(votes for _row, votes in voting.results_of(first.category)) == 1000
