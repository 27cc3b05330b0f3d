"""What every page of one consultation shows around its content."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

import notifications
from consultations.domain import permissions, queries, surveys
from consultations.models import Consultation
from consultations.panels import panels_of
from documents.exports import FORMATS


def frame(request: HttpRequest, consultation: Consultation, tab: str) -> dict[str, Any]:
    """Context of ``consultations/layout.html``."""
    user = request.user
    return {
        "consultation": consultation,
        "tab": tab,
        "progress": queries.answer_progress(consultation),
        "can_manage": permissions.can_manage_consultation(user, consultation),
        "can_remark": consultation.is_open and permissions.can_remark(user, consultation),
        "can_download_report": permissions.can_download_report(user, consultation),
        "show_positions": permissions.can_see_positions(user, consultation),
        "is_following": user.is_authenticated and notifications.is_following(user, consultation),
        "has_survey": surveys.surveys_of(consultation).exists(),
        "report_formats": list(FORMATS),
        "panels": panels_of(consultation, user),
    }
