"""What waits for moderators, and what they decided."""

from __future__ import annotations

from django.db.models import Count, Min, Prefetch, Q, QuerySet

from consultations.models import (
    AbuseReport,
    AbuseState,
    Appeal,
    AppealState,
    Consultation,
    ModerationDecision,
    Remark,
    RemarkState,
)


def reported_remarks(consultation: Consultation | None = None) -> QuerySet[Remark]:
    """Remarks with open reports, those waiting longest first; of one consultation or all."""
    waiting = Q(abuse_reports__state=AbuseState.OPEN)
    reports = AbuseReport.objects.filter(state=AbuseState.OPEN).select_related("reporter")
    remarks = Remark.objects.counted().filter(waiting)
    if consultation is not None:
        remarks = remarks.filter(consultation=consultation)
    return (
        remarks.annotate(report_count=Count("abuse_reports", filter=waiting))
        .annotate(waiting_since=Min("abuse_reports__created_at", filter=waiting))
        .select_related("consultation", "provision", "author", "organization")
        .prefetch_related(Prefetch("abuse_reports", queryset=reports, to_attr="open_reports"))
        .order_by("waiting_since")
    )


def hidden_remarks(consultation: Consultation) -> QuerySet[Remark]:
    """Remarks that are hidden now."""
    return (
        consultation.remarks.filter(state=RemarkState.HIDDEN)
        .select_related("provision", "author", "organization")
        .order_by("number")
    )


def open_appeals(consultation: Consultation | None = None) -> QuerySet[Appeal]:
    """Appeals that wait for a decision."""
    appeals = Appeal.objects.filter(state=AppealState.OPEN).select_related(
        "remark__consultation", "remark__author"
    )
    if consultation is not None:
        appeals = appeals.filter(remark__consultation=consultation)
    return appeals.order_by("created_at")


def decisions_about(remark: Remark) -> QuerySet[ModerationDecision]:
    """The log of one remark."""
    return remark.moderation_decisions.select_related("actor")
