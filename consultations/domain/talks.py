"""Talks under remarks: who reads them, who writes, who keeps order."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from consultations.domain import identity, permissions
from consultations.models import Consultation, Identity, Remark, RemarkState, Stage
from discussions import places
from discussions.places import Place

REMARK = "consultations.remark"
# While the office may still be moved by what people say to each other.
STAGES_THAT_TALK = (Stage.OPEN, Stage.ANALYSIS)


def register_talks() -> None:
    """Make remarks a place to talk."""
    places.register(
        Place(
            key=REMARK,
            model=Remark,
            label=_("Rozmowy pod uwagami"),
            visible=_readable,
            may_write=_may_write,
            may_moderate=lambda user, remark: permissions.can_moderate(user, remark.consultation),
            people=_author,
            moderators=_officials,
            title=_title,
            author_name=identity.pseudonym,
            hides_names=lambda remark: remark.consultation.identity == Identity.PSEUDONYMS,
        )
    )


def _readable(user: Any) -> models.QuerySet[Remark]:
    """Remarks on the pages; a hidden or withdrawn one takes its talk with it."""
    return Remark.objects.filter(
        state=RemarkState.SUBMITTED,
        consultation__in=Consultation.objects.visible_to(user).order_by(),
    )


def _may_write(user: Any, remark: Remark) -> bool:
    """Those who may remark, and the office, from the opening until the results."""
    if remark.consultation.stage not in STAGES_THAT_TALK:
        return False
    consultation = remark.consultation
    return permissions.can_remark(user, consultation) or permissions.can_manage_consultation(
        user, consultation
    )


def _author(remark: Remark) -> list[int]:
    return [remark.author_id] if remark.author_id else []


def _officials(remark: Remark) -> models.QuerySet[User]:
    return User.objects.filter(
        Q(publicbodymemberships__is_active=True),
        publicbodymemberships__public_body=remark.consultation.public_body_id,
    ).distinct()


def _title(remark: Remark) -> str:
    return f"{remark}: {remark.consultation.title}"
