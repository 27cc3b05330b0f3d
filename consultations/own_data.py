"""What consultations hold about people, for export and erasure (art. 15, 17 and 20 RODO)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts import privacy
from accounts.models import User
from accounts.privacy import PersonalData, Rows
from consultations.models import Remark, RemarkDraft, RemarkSupport

CHUNK = 500


def register_own_data() -> None:
    """Make the sources of this app known."""
    privacy.register(
        PersonalData(key="uwagi", label=_("Uwagi"), export=_remarks, erase=_unsign_remarks)
    )
    privacy.register(
        PersonalData(key="poparcia", label=_("Poparcia uwag"), export=_supports, erase=_unsupport)
    )


def _remarks(user: User) -> Rows:
    remarks = Remark.objects.filter(author=user).select_related("consultation", "provision")
    for remark in remarks.order_by("pk").iterator(chunk_size=CHUNK):
        yield {
            "consultation": remark.consultation.title,
            "number": remark.number,
            "provision": remark.provision.citation if remark.provision else "",
            "text": remark.text,
            "proposed_wording": remark.proposed_wording,
            "justification": remark.justification,
            "state": remark.state,
            "submitted_at": remark.submitted_at,
        }


def _unsign_remarks(user: User) -> None:
    """A submitted remark is part of a public procedure and stays; its private author goes.

    What was written for an organization stays signed by the organization.
    """
    RemarkDraft.objects.filter(user=user).delete()
    Remark.objects.filter(author=user, organization__isnull=True).update(submitter_name="")
    Remark.objects.filter(author=user).update(author=None)


def _supports(user: User) -> Rows:
    supports = RemarkSupport.objects.filter(user=user).select_related("remark__consultation")
    for support in supports.order_by("pk").iterator(chunk_size=CHUNK):
        yield {
            "consultation": support.remark.consultation.title,
            "remark": support.remark.number,
            "created_at": support.created_at,
        }


def _unsupport(user: User) -> None:
    """Counts stay as they were: they are part of what the office weighed."""
    RemarkSupport.objects.filter(user=user).delete()
