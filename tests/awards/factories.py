"""Editions in every stage, made the way the portal makes them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from accounts.models import User
from awards.domain import checking, consents, edition_stages, editions, evaluating, jury, nominating
from awards.domain.nominating import Capacity
from awards.models import (
    Category,
    Competition,
    Criterion,
    Edition,
    EditionStage,
    Juror,
    Nomination,
    NominatorKind,
)
from awards.models.competitions import start_of_day
from documents.storing import store_bytes
from organizations.models import PublicBody, PublicBodyMembership, PublicBodyRole
from tests.accounts.factories import UserFactory

PDF = b"%PDF-1.4\n%regulamin\n"


def marshal_office() -> PublicBody:
    """The office that runs competitions in tests; a reference row."""
    return PublicBody.objects.get(kind="marshal")


def official(body: PublicBody | None = None, **fields: Any) -> User:
    """An official of ``body`` (the marshal's office)."""
    user = UserFactory(**fields)
    PublicBodyMembership.objects.create(
        user=user, public_body=body or marshal_office(), role=PublicBodyRole.OFFICIAL
    )
    return user


def draft_edition(**fields: Any) -> Edition:
    """An edition with one category "Społecznik Roku" of two criteria, opening today."""
    today = timezone.localdate()
    competition, _created = Competition.objects.get_or_create(
        slug="niezapominajki",
        defaults={
            "name": "Opolskie Niezapominajki",
            "public_body": marshal_office(),
            "summary": "Nagroda dla działających razem.",
            "description": "O konkursie.",
            "contact_email": "konkurs@example.org",
        },
    )
    values: dict[str, Any] = {
        "competition": competition,
        "year": today.year,
        "opens_on": today,
        "closes_on": today + timedelta(days=10),
        "scoring_until": today + timedelta(days=20),
        "results_at": timezone.now() + timedelta(days=30),
    }
    edition = Edition.objects.create(**(values | fields))
    new_category(edition)
    file = store_bytes(PDF, name="regulamin.pdf", kind="pdf")
    editions.add_regulations(edition=edition, file=file, actor=None)
    return edition


def new_category(edition: Edition, **fields: Any) -> Category:
    """A category with criteria of weights 3 and 1, scored from 0 to 10."""
    values: dict[str, Any] = {
        "name": "Społecznik Roku",
        "slug": "spolecznik-roku",
        "description": "Dla osoby.",
        "nominee_kinds": ["person"],
        "nominator_kinds": ["anyone"],
        "nominations_limit": 5,
        "jury_size": 2,
        "least_evaluations": 2,
    }
    category = Category.objects.create(edition=edition, **(values | fields))
    Criterion.objects.create(category=category, name="Wpływ", weight=3, position=1)
    Criterion.objects.create(category=category, name="Wytrwałość", weight=1, position=2)
    return category


def open_edition(**fields: Any) -> Edition:
    """An edition that takes nominations."""
    edition = draft_edition(**fields)
    edition_stages.announce(edition=edition, actor=None)
    edition.refresh_from_db()
    return edition


def category_of(edition: Edition) -> Category:
    """The first category."""
    return edition.categories.select_related("edition__competition__public_body").first()


def content(**fields: Any) -> dict[str, Any]:
    """What a nominator writes."""
    values = {
        "nominee_kind": "person",
        "nominee_name": "Zofia Dobra",
        "nominee_email": "zofia@example.org",
        "county_id": "1607",
        "summary": "Prowadzi świetlicę od dziesięciu lat.",
        "justification": "Codziennie otwiera świetlicę dla dzieci ze wsi.",
    }
    return values | fields


def draft(edition: Edition, user: Any = None, **fields: Any) -> Nomination:
    """A filled-in draft."""
    nomination = nominating.start_nomination(
        category=category_of(edition),
        user=user or UserFactory(),
        capacity=Capacity(NominatorKind.ANYONE),
    )
    return nominating.keep_draft(nomination=nomination, content=content(**fields))


def submitted(edition: Edition, user: Any = None, **fields: Any) -> Nomination:
    """A nomination that was handed in; its nominee has been asked."""
    nomination = draft(edition, user, **fields)
    return nominating.submit_nomination(nomination=nomination, actor=nomination.created_by)


def accepted(edition: Edition, user: Any = None, **fields: Any) -> Nomination:
    """A nomination that passed the formal check, with the nominee's consent."""
    nomination = submitted(edition, user, **fields)
    consents.answer(nomination=nomination, agrees=True)
    return checking.accept(nomination=nomination, actor=None)


def shift(edition: Edition, **fields: Any) -> Edition:
    """Set moments as if time had passed."""
    Edition.objects.filter(pk=edition.pk).update(**fields)
    edition.refresh_from_db()
    return edition


def close(edition: Edition) -> Edition:
    """Let the term of nominations pass."""
    today = timezone.localdate()
    shift(
        edition,
        opens_on=today - timedelta(days=2),
        closes_on=today - timedelta(days=1),
        closes_at=start_of_day(today),
    )
    edition_stages.move_on_time()
    edition.refresh_from_db()
    return edition


def move(edition: Edition, target: EditionStage, reason: str = "bo tak") -> Edition:
    """Move an edition as an official."""
    edition_stages.change_stage(edition=edition, target=target, reason=reason)
    edition.refresh_from_db()
    return edition


def juror(edition: Edition, user: Any = None, role: str = "member", signed: bool = True) -> Juror:
    """A juror, with the declaration signed."""
    seat = jury.appoint(
        edition=edition,
        user=user or UserFactory(),
        role=role,
        function="ekspertka",
        appointed_by="zarządzenie nr 1",
        appointed_on=timezone.localdate(),
        actor=None,
    )
    return jury.sign_declaration(juror=seat) if signed else seat


def at_jury(nominees: int = 2, jurors: int = 2, **fields: Any) -> Edition:
    """An edition whose jury scores; everybody declared no conflict and was assigned all."""
    edition = open_edition(**fields)
    for number in range(nominees):
        accepted(
            edition,
            nominee_name=f"Kandydat {number + 1}",
            nominee_email=f"kandydat{number + 1}@example.org",
        )
    close(edition)
    for _number in range(jurors):
        juror(edition)
    move(edition, EditionStage.JURY)
    for seat in edition.jurors.all():
        for nomination in Nomination.objects.standing().filter(category__edition=edition):
            jury.declare(juror=seat, nomination=nomination, has_conflict=False)
    for category in edition.categories.all():
        jury.assign_all(category=category)
    return edition


def score(seat: Juror, nomination: Nomination, *points: int) -> None:
    """Submit a sheet with points in the order of the criteria."""
    criteria = nomination.category.criteria.order_by("position")
    evaluating.submit_scores(
        juror=seat,
        nomination=nomination,
        points={row.pk: value for row, value in zip(criteria, points, strict=True)},
        justification="Uzasadnienie.",
    )


def nominations_of(edition: Edition) -> list[Nomination]:
    """Standing nominations in order, with their edition as it is now."""
    return list(
        Nomination.objects.standing()
        .filter(category__edition=edition)
        .select_related("category__edition__competition__public_body")
        .order_by("number")
    )


def deliberating(*scores: tuple[int, int], **fields: Any) -> Edition:
    """An edition whose jury deliberates; each nominee got the same points from two jurors."""
    edition = at_jury(nominees=len(scores), **fields)
    for nomination, points in zip(nominations_of(edition), scores, strict=True):
        for seat in edition.jurors.all():
            score(seat, nomination, *points)
    return move(edition, EditionStage.DELIBERATION)
