"""What waits for a person on "Moje sprawy"."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.dashboard import Item, Section
from accounts.models import User
from consultations.domain.invitations import open_invitations_of
from consultations.domain.remark_drafts import open_drafts_of
from consultations.models import Consultation, PositionState, Remark, RemarkState, Stage
from organizations.domain.deputies import acting_for

MOST_LINES = 10
LONGEST_TITLE = 100
SOON_DAYS = 3


def consultations_to_run(user: User) -> Section | None:
    """Consultations of the person's offices, with how many remarks wait for an answer."""
    answered = Q(remarks__position__state=PositionState.APPROVED)
    running = (
        Consultation.objects.run_by(user)
        .exclude(stage__in=[Stage.ARCHIVED, Stage.CANCELLED, Stage.PUBLISHED])
        .annotate(
            waiting=Count(
                "remarks", filter=Q(remarks__state=RemarkState.SUBMITTED) & ~answered, distinct=True
            )
        )
        .order_by("closes_at")[:MOST_LINES]
    )
    items = [
        Item(
            title=consultation.title,
            url=consultation.get_absolute_url(),
            note=" · ".join(filter(None, [_waiting(consultation.waiting), _due(consultation)])),
            badge=consultation.get_stage_display(),
            tone=_urgency(consultation),
        )
        for consultation in running
    ]
    if not items:
        return None
    return Section(
        key="consultations-to-run",
        title=gettext_lazy("Konsultacje, które prowadzisz"),
        items=items,
        rank=10,
    )


def assigned_remarks(user: User) -> Section | None:
    """Unanswered remarks given to the person, or to those for whom they stand in today."""
    waiting = (
        Remark.objects.filter(assigned_to__in=acting_for(user), state=RemarkState.SUBMITTED)
        .exclude(position__state=PositionState.APPROVED)
        .order_by("consultation__closes_at")
        .values("consultation__title", "consultation__slug")
        .annotate(count=Count("pk"))[:MOST_LINES]
    )
    items = [
        Item(
            title=row["consultation__title"],
            url=reverse("consultations:workbench", args=[row["consultation__slug"]])
            + "?assigned_to=me",
            note=_waiting(row["count"]),
        )
        for row in waiting
    ]
    if not items:
        return None
    return Section(
        key="assigned-remarks", title=gettext_lazy("Uwagi przydzielone Tobie"), items=items, rank=9
    )


def invitations(user: User) -> Section | None:
    """Open consultations to which the person's organizations were invited and are silent."""
    waiting = open_invitations_of(user)[:MOST_LINES]
    items = [
        Item(
            title=row.consultation.title,
            url=row.consultation.get_absolute_url(),
            note=row.organization.name,
            badge=_("do %(day)s") % {"day": date_format(row.consultation.closes_on)},
            tone="warning" if row.consultation.days_left <= SOON_DAYS else "",
        )
        for row in waiting
    ]
    if not items:
        return None
    return Section(
        key="consultation-invitations",
        title=gettext_lazy("Zaproszenia do konsultacji"),
        items=items,
        rank=15,
    )


def own_remarks(user: User) -> Section | None:
    """The person's latest remarks and what became of them."""
    remarks = (
        user.remarks.filter(state=RemarkState.SUBMITTED)
        .select_related("consultation", "provision", "position")
        .order_by("-submitted_at")[:MOST_LINES]
    )
    items = [
        Item(
            title=f"{remark}: {remark.consultation.title}",
            url=remark.get_absolute_url(),
            note=remark.provision.citation if remark.provision else _("całość projektu"),
            badge=_outcome(remark),
        )
        for remark in remarks
    ]
    if not items:
        return None
    return Section(key="own-remarks", title=gettext_lazy("Twoje uwagi"), items=items, rank=50)


def remark_drafts(user: User) -> Section | None:
    """Remarks that the person began and can still submit."""
    items = [
        Item(
            title=Truncator(str(draft)).chars(LONGEST_TITLE),
            url=draft.get_absolute_url(),
            note=draft.consultation.title,
            badge=_("do %(day)s") % {"day": date_format(draft.consultation.closes_on)},
            tone="warning" if draft.consultation.days_left <= SOON_DAYS else "",
        )
        for draft in open_drafts_of(user)[:MOST_LINES]
    ]
    if not items:
        return None
    return Section(key="remark-drafts", title=gettext_lazy("Szkice"), items=items, rank=20)


def _waiting(count: int) -> str:
    if not count:
        return ""
    return ngettext(
        "%(count)d uwaga czeka na stanowisko", "%(count)d uwag czeka na stanowisko", count
    ) % {"count": count}


def _due(consultation: Consultation) -> str:
    """By when results are expected, or remarks come in."""
    if consultation.stage == Stage.ANALYSIS:
        return _("wyniki do %(day)s") % {"day": date_format(_results_due(consultation))}
    if consultation.stage == Stage.OPEN:
        return _("uwagi do %(day)s") % {"day": date_format(consultation.closes_on)}
    return ""


def _urgency(consultation: Any) -> str:
    if consultation.stage != Stage.ANALYSIS:
        return ""
    if timezone.localdate() > _results_due(consultation):
        return "danger"
    return "warning" if consultation.waiting else ""


def _results_due(consultation: Consultation) -> date:
    return consultation.closes_on + timedelta(days=settings.RESULTS_WITHIN_DAYS)


def _outcome(remark: Remark) -> str:
    """Positions are told once the results are out."""
    consultation = remark.consultation
    if consultation.stage in (Stage.PUBLISHED, Stage.ARCHIVED):
        position = getattr(remark, "position", None)
        return str(position.get_verdict_display()) if position else ""
    return str(consultation.get_stage_display())
