"""What officials and invited organizations are told; published in the caller's transaction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import notifications
from consultations.models import Consultation, ReportFile


def remarks_assigned(consultation: Consultation, assignee: Any, count: int, actor: Any) -> None:
    """Tell a colleague that remarks are theirs now."""
    notifications.publish(
        "consultations.remarks_assigned",
        consultation,
        actor=actor,
        context={"title": consultation.title, "count": count, "people": [assignee.pk]},
    )


def organizations_invited(
    consultation: Consultation, organization_ids: Sequence[int], actor: Any
) -> None:
    """Ask those who speak for the organizations to take part."""
    notifications.publish(
        "consultations.invited",
        consultation,
        actor=actor,
        context={
            "title": consultation.title,
            "closes_on": consultation.closes_on.isoformat(),
            "body": str(consultation.public_body),
            "organizations": list(organization_ids),
        },
    )


def report_ready(report: ReportFile, people: Sequence[int]) -> None:
    """Tell those who waited that the file can be downloaded."""
    notifications.publish(
        "consultations.report_ready",
        report,
        context={
            "title": report.consultation.title,
            "format": report.format.upper(),
            "people": list(people),
        },
    )
