"""The audience's votes: one per confirmed address, counted apart from the jury's scores."""

from __future__ import annotations

import hmac
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Count, Q
from django.db.models.functions import TruncMinute
from django.utils import timezone

from awards.domain import letters, notices
from awards.domain.clock import as_the_database_says
from awards.domain.errors import VotingClosed
from awards.models import Category, Nomination, PublicVote
from pages.limits import Limit, spend

VOTES_FROM_ONE_PLACE = Limit("awards-votes", times=60)
LETTERS_TO_ONE_ADDRESS = Limit("awards-vote-letters", times=5)
KEY_DAYS = timedelta(days=3)
MANY_FROM_ONE_PLACE = 10
MANY_IN_A_MINUTE = 20
MANY_FROM_ONE_DOMAIN = 15
_BIG_DOMAINS = {"gmail.com", "wp.pl", "o2.pl", "onet.pl", "interia.pl", "outlook.com"}


@dataclass(frozen=True, slots=True)
class Pattern:
    """Something an official should look at; votes are never annulled by a machine."""

    kind: str
    what: str
    votes: int
    nomination: str


@as_the_database_says
def vote_with_account(*, nomination: Nomination, user: Any, place: str) -> PublicVote:
    """The vote of a person whose address is confirmed already; counted at once."""
    spend(VOTES_FROM_ONE_PLACE, _hashed(place))
    return PublicVote.objects.create(
        **_about(nomination, user.email, place),
        user=user,
        paid=True,
        confirmed_at=timezone.now(),
    )


@as_the_database_says
def vote_by_letter(*, nomination: Nomination, address: str, place: str, paid: bool) -> PublicVote:
    """A vote that waits for a click in a letter.

    The page says the same whether the address has voted already or not, so that nobody can
    ask about others; the letter to such an address is simply not sent.
    """
    spend(VOTES_FROM_ONE_PLACE, _hashed(place))
    spend(LETTERS_TO_ONE_ADDRESS, voter_of(address))
    vote = PublicVote(**_about(nomination, address, place), paid=paid)
    done = PublicVote.objects.filter(
        category=vote.category_id, voter=vote.voter, confirmed_at__isnull=False
    )
    if done.exists():
        return vote
    vote.save()
    notices.vote_to_confirm(vote, address)
    return vote


@as_the_database_says
def confirm_vote(*, key: str) -> PublicVote:
    """Count the vote behind a letter's key; raises VotingClosed or AlreadyVoted.

    The unique index, not this look, makes sure that parallel clicks count once.
    """
    vote = (
        PublicVote.objects.select_for_update(of=("self",))
        .select_related("nomination__category__edition__competition")
        .filter(pk=letters.read_key(key, "vote"), created_at__gt=timezone.now() - KEY_DAYS)
        .first()
    )
    if vote is None:
        raise VotingClosed
    if vote.confirmed_at is None:
        vote.confirmed_at = timezone.now()
        vote.save(update_fields=["confirmed_at"])
    return vote


def find_vote(key: str) -> PublicVote | None:
    """The vote behind a letter's key."""
    return (
        PublicVote.objects.select_related("nomination", "category__edition__competition")
        .filter(pk=letters.read_key(key, "vote"))
        .first()
    )


def has_voted(user: Any, category: Category) -> bool:
    """Whether the person's address has a counted vote in the category."""
    return (
        user.is_authenticated
        and category.votes.filter(voter=voter_of(user.email), confirmed_at__isnull=False).exists()
    )


def results_of(category: Category) -> list[tuple[Nomination, int]]:
    """Counted votes by nominee, most first; for the office, and for everybody after the moment."""
    counted = Q(votes__confirmed_at__isnull=False, votes__annulled_at__isnull=True)
    rows = (
        Nomination.objects.standing()
        .filter(category=category)
        .annotate(vote_count=Count("votes", filter=counted))
        .order_by("-vote_count", "number")
    )
    return [(row, row.vote_count) for row in rows]


def suspicious_patterns(category: Category) -> list[Pattern]:
    """Many votes for one nominee from one network address, domain or minute."""
    votes = category.votes.filter(confirmed_at__isnull=False, annulled_at__isnull=True)
    names = dict(Nomination.objects.filter(category=category).values_list("pk", "nominee_name"))
    found = []
    for kind, rows, least in (
        (
            "place",
            votes.exclude(source="").values_list("nomination", "source"),
            MANY_FROM_ONE_PLACE,
        ),
        (
            "domain",
            votes.exclude(domain__in=_BIG_DOMAINS).values_list("nomination", "domain"),
            MANY_FROM_ONE_DOMAIN,
        ),
        (
            "minute",
            votes.annotate(minute=TruncMinute("created_at")).values_list("nomination", "minute"),
            MANY_IN_A_MINUTE,
        ),
    ):
        for (nomination, value), count in Counter(rows).most_common():
            if count >= least:
                text = str(value)[:10] if kind == "place" else str(value)
                found.append(Pattern(kind, text, count, names[nomination]))
    return found


@transaction.atomic
def annul(*, category: Category, pattern_kind: str, value: str, reason: str) -> int:
    """An official annuls the votes of a pattern, with a reason that stays; how many."""
    field = {"place": "source__startswith", "domain": "domain"}[pattern_kind]
    return category.votes.filter(annulled_at__isnull=True, **{field: value}).update(
        annulled_at=timezone.now(), annulled_reason=reason
    )


def voter_of(address: str) -> str:
    """A keyed hash of the address: comparable, but nobody can read the address from it.

    ``name+tag@`` and dots in Gmail names are the same mailbox, so they are the same voter.
    """
    name, _at, domain = address.strip().lower().partition("@")
    name = name.partition("+")[0]
    if domain in ("gmail.com", "googlemail.com"):
        name, domain = name.replace(".", ""), "gmail.com"
    return _hashed(f"{name}@{domain}")


def _hashed(value: str) -> str:
    key = f"awards.votes:{settings.SECRET_KEY}".encode()
    return hmac.new(key, value.encode(), "sha256").hexdigest()


def _about(nomination: Nomination, address: str, place: str) -> dict[str, Any]:
    return {
        "category_id": nomination.category_id,
        "nomination": nomination,
        "voter": voter_of(address),
        "domain": address.rpartition("@")[2].lower()[:120],
        "source": _hashed(place) if place else "",
    }


def counts_of(category: Category) -> dict[str, int]:
    """How many votes count, wait for a click, and were annulled."""
    waits, void = Q(confirmed_at__isnull=True), Q(annulled_at__isnull=False)
    return category.votes.aggregate(
        confirmed=Count("pk", filter=~waits & ~void),
        waiting=Count("pk", filter=waits),
        annulled=Count("pk", filter=void),
    )
