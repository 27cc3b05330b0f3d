"""What awards hold about people, for export and erasure (art. 15, 17 and 20 RODO)."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts import privacy
from accounts.models import User
from accounts.privacy import PersonalData, Rows
from awards.domain.nominating import delete_nomination
from awards.models import Nomination, NominationState, Nominator, PublicVote

CHUNK = 500


def register_own_data() -> None:
    """Make the sources of this app known."""
    privacy.register(
        PersonalData(
            key="zgloszenia-do-nagrod",
            label=_("Zgłoszenia do nagród"),
            export=_nominations,
            erase=_unsign,
        )
    )
    privacy.register(
        PersonalData(key="kapituly", label=_("Udział w kapitułach"), export=_seats, erase=_leave)
    )


def _nominations(user: User) -> Rows:
    rows = Nomination.objects.filter(Q(created_by=user) | Q(nominators__user=user)).distinct()
    rows = rows.select_related("category__edition__competition").order_by("pk")
    for row in rows.iterator(chunk_size=CHUNK):
        yield {
            "edition": str(row.edition),
            "category": row.category.name,
            "nominee": row.nominee_name,
            "summary": row.summary,
            "justification": row.justification,
            "answers": row.answers,
            "state": row.state,
            "submitted_at": row.submitted_at,
        }


def _unsign(user: User) -> None:
    """Drafts go; what was handed in is part of a procedure and loses its private author."""
    for draft in Nomination.objects.filter(created_by=user, state=NominationState.DRAFT):
        delete_nomination(draft)
    Nominator.objects.filter(user=user, organization__isnull=True).update(name="–", email="")
    Nominator.objects.filter(user=user).update(user=None, email="")
    Nomination.objects.filter(created_by=user).update(created_by=None)
    PublicVote.objects.filter(user=user).update(user=None)


def _seats(user: User) -> Rows:
    for seat in user.jury_seats.select_related("edition__competition").order_by("pk"):
        yield {
            "edition": str(seat.edition),
            "role": seat.role,
            "appointed_by": seat.appointed_by,
            "signed_at": seat.signed_at,
        }


def _leave(user: User) -> None:
    """Who sat in a jury stays in its public acts; the account is no longer connected."""
    user.jury_seats.update(user=None)
