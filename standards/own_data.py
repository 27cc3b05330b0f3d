"""What standards hold about people, for export and erasure (art. 15, 17 and 20 RODO)."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from accounts import privacy
from accounts.models import User
from accounts.privacy import PersonalData, Rows
from standards.models import (
    ApplicationState,
    Candidate,
    Complaint,
    DocumentComment,
    Mandate,
    Material,
    Member,
    MemberApplication,
    Practice,
    PracticeQuestion,
)


def register_own_data() -> None:
    """Make the sources of this app known.

    Who sits in a public body, stood in an election or was authorized to vote is part of a public
    procedure and stays, unsigned where the person spoke for themselves.
    """
    for source in (
        PersonalData(
            key="zespoly", label=_("Miejsca w zespołach"), export=_seats, obstacles=_chairs
        ),
        PersonalData(
            key="zgloszenia-do-zespolow",
            label=_("Zgłoszenia do zespołów"),
            export=_applications,
            erase=_drop_applications,
        ),
        PersonalData(
            key="komentarze-zespolow", label=_("Komentarze w zespołach"), export=_comments
        ),
        PersonalData(key="wybory", label=_("Kandydowanie i upoważnienia"), export=_elections),
        PersonalData(key="skargi-wyborcze", label=_("Skargi wyborcze"), export=_complaints),
        PersonalData(key="materialy", label=_("Materiały i praktyki"), export=_shared),
    ):
        privacy.register(source)


def _seats(user: User) -> Rows:
    rows = Member.objects.filter(user=user).select_related("group")
    for row in rows.order_by("pk"):
        yield {
            "group": row.group.name,
            "side": row.side,
            "function": row.function,
            "since": row.since,
            "until": row.until,
        }


def _chairs(user: User) -> Iterable[str]:
    for row in Member.objects.current().filter(user=user, function="chair").select_related("group"):
        yield _now(
            "Przewodniczysz zespołowi „%(group)s”; urząd musi najpierw wskazać następcę."
        ) % {"group": row.group.name}


def _applications(user: User) -> Rows:
    fields = ("call__title", "side", "motivation", "experience", "state", "submitted_at")
    return MemberApplication.objects.filter(user=user).order_by("pk").values(*fields)


def _drop_applications(user: User) -> None:
    """Accepted ones led to a seat and stay without their words; others go."""
    mine = MemberApplication.objects.filter(user=user)
    mine.exclude(state=ApplicationState.ACCEPTED).delete()
    mine.update(motivation="–", experience="")


def _comments(user: User) -> Rows:
    fields = ("version__document__title", "quote", "text", "created_at")
    return DocumentComment.objects.filter(author=user).order_by("pk").values(*fields)


def _elections(user: User) -> Rows:
    for candidacy in Candidate.objects.filter(user=user).select_related("election"):
        yield {
            "election": candidacy.election.title,
            "as": "candidate",
            "programme": candidacy.programme,
            "state": candidacy.state,
        }
    for mandate in Mandate.objects.filter(user=user).select_related("election", "organization"):
        yield {
            "election": mandate.election.title,
            "as": "authorized voter",
            "organization": mandate.organization.name,
        }


def _complaints(user: User) -> Rows:
    fields = ("election__title", "text", "submitted_at", "decision")
    return Complaint.objects.filter(author=user).order_by("pk").values(*fields)


def _shared(user: User) -> Rows:
    yield from Material.objects.filter(author=user).values("title", "state", "created_at")
    yield from Practice.objects.filter(author=user).values("title", "state", "created_at")
    yield from PracticeQuestion.objects.filter(author=user).values("text", "asked_at")
