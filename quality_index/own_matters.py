"""What waits for a person on "Moje sprawy"."""

from __future__ import annotations

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.dashboard import Item, Section
from accounts.models import User
from quality_index.models import OPEN_STATUSES, Action, Assessment, Seat, Stage

MOST_LINES = 10
SOON_DAYS = 30


def scores_to_give(user: User) -> Section | None:
    """Teams in which the person sits, while scoring or agreeing lasts."""
    seats = (
        Seat.objects.filter(user=user, assessment__stage__in=[Stage.SCORING, Stage.CONSENSUS])
        .select_related("assessment__body")
        .order_by("assessment__scores_until_at")[:MOST_LINES]
    )
    items = [_seat_item(seat) for seat in seats]
    if not items:
        return None
    title = gettext_lazy("Oceny współpracy, do których Cię zaproszono")
    return Section(key="index-scores", title=title, items=items, rank=15)


def assessments_to_run(user: User) -> Section | None:
    """Assessments of the person's offices that are not over."""
    rows = (
        Assessment.objects.run_by(user)
        .exclude(stage__in=[Stage.PUBLISHED, Stage.CANCELLED])
        .select_related("body")
        .order_by("-year")[:MOST_LINES]
    )
    items = [
        Item(title=str(row), url=row.get_absolute_url(), badge=row.get_stage_display())
        for row in rows
    ]
    if not items:
        return None
    title = gettext_lazy("Samooceny współpracy, które prowadzisz")
    return Section(key="index-to-run", title=title, items=items, rank=20)


def plans_to_carry_out(user: User) -> Section | None:
    """Actions of the plans of the person's offices that are late or due within a month."""
    today = timezone.localdate()
    rows = (
        Action.objects.filter(
            assessment__in=Assessment.objects.run_by(user).filter(stage=Stage.PUBLISHED),
            status__in=OPEN_STATUSES,
            due_on__lte=today + timedelta(days=SOON_DAYS),
        )
        .select_related("assessment__body")
        .order_by("due_on", "pk")[:MOST_LINES]
    )
    items = [
        Item(
            title=row.title,
            url=row.get_absolute_url(),
            note=str(row.assessment.body),
            badge=_("do %(day)s") % {"day": date_format(row.due_on)},
            tone="danger" if row.is_late else "warning",
        )
        for row in rows
    ]
    if not items:
        return None
    title = gettext_lazy("Plan poprawy współpracy: terminy")
    return Section(key="index-plans", title=title, items=items, rank=15)


def _seat_item(seat: Seat) -> Item:
    assessment = seat.assessment
    if assessment.stage == Stage.CONSENSUS:
        return Item(
            title=str(assessment),
            url=reverse("quality_index:gaps", args=[assessment.pk]),
            note=_("Zobacz, gdzie się różnimy."),
            badge=assessment.get_stage_display(),
        )
    until = assessment.scores_until_on
    return Item(
        title=str(assessment),
        url=reverse("quality_index:own_scores", args=[assessment.pk]),
        note=_("Do %(day)s.") % {"day": date_format(until, "DATE_FORMAT")} if until else "",
        badge=_("ocena oddana") if seat.submitted_at else _("czeka na Twoją ocenę"),
        tone="success" if seat.submitted_at else "warning",
    )
