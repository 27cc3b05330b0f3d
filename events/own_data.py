"""What events hold about people, for export and erasure (art. 15, 17 and 20 RODO)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts import privacy
from accounts.models import User
from accounts.privacy import PersonalData, Rows
from events.domain import registering, retention
from events.models import Registration, SessionStar, TeamMember

CHUNK = 500


def register_own_data() -> None:
    """Make the sources of this app known."""
    privacy.register(
        PersonalData(
            key="wydarzenia", label=_("Udział w wydarzeniach"), export=_registrations, erase=_erase
        )
    )


def _registrations(user: User) -> Rows:
    rows = Registration.objects.filter(user=user).select_related("event", "county", "needs")
    for row in rows.order_by("pk").iterator(chunk_size=CHUNK):
        needs = getattr(row, "needs", None)
        yield {
            "event": row.event.title,
            "starts_at": row.event.starts_at,
            "state": row.state,
            "full_name": row.full_name,
            "email": row.email,
            "phone": row.phone,
            "sector": row.sector,
            "organization": row.organization_name,
            "county": str(row.county or ""),
            "needs": "; ".join(needs.words) if needs else "",
            "answers": row.answers,
            "registered_at": row.created_at,
        }


def _erase(user: User) -> None:
    """Who came stays counted, without a name; a place not used yet goes to somebody else."""
    for row in Registration.objects.filter(user=user, erased_at__isnull=True):
        if row.is_alive and not row.event.is_over:
            registering.cancel(registration=row)
    retention.forget(Registration.objects.filter(user=user))
    SessionStar.objects.filter(user=user).delete()
    TeamMember.objects.filter(user=user).delete()
