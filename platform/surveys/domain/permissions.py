"""Who may do what; one function per question, asked by views and templates alike."""

from __future__ import annotations

from typing import Any

from surveys import owners
from surveys.models import Questionnaire, Survey


def can_create_questionnaire(user: Any) -> bool:
    """Administrators, and whoever keeps something that may own questionnaires."""
    if not user.is_authenticated or not user.is_active:
        return False
    return user.is_staff or next(iter(owners.offered_to(user)), None) is not None


def can_edit_questionnaire(user: Any, questionnaire: Questionnaire) -> bool:
    """Whoever keeps its owner."""
    return owners.may_edit(user, questionnaire)


def can_manage_survey(user: Any, survey: Survey) -> bool:
    """Whoever keeps its owner."""
    return owners.may_edit(user, survey)


def can_see_results(user: Any, survey: Survey) -> bool:
    """Everybody after publication; those who run the survey at any time."""
    return survey.is_published or can_manage_survey(user, survey)
