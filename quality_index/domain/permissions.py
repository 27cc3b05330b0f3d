"""Who may do what; one function per question, asked by views, templates and the API alike."""

from __future__ import annotations

from typing import Any

from organizations.domain import permissions as organization_permissions
from organizations.domain.queries import organizations_of, public_bodies_of
from organizations.models import PublicBody
from quality_index.models import Assessment, Seat, Stage
from quality_index.models.stages import WITH_RESULTS


def can_start_assessment(user: Any) -> bool:
    """Officials of any public body, and administrators."""
    return organization_permissions.is_administrator(user) or public_bodies_of(user).exists()


def can_run_index(user: Any, body: PublicBody) -> bool:
    """Officials of the body, and administrators who help them."""
    return organization_permissions.is_administrator(
        user
    ) or organization_permissions.can_act_for_public_body(user, body)


def can_manage(user: Any, assessment: Assessment) -> bool:
    """Whether the person runs the assessment; what members scored stays sealed even so."""
    return can_run_index(user, assessment.body)


def can_see_scores(user: Any, assessment: Assessment, seat: Seat | None) -> bool:
    """What members thought: the team and the office, once scoring is over; nobody before."""
    return assessment.is_opened and (seat is not None or can_manage(user, assessment))


def can_score(assessment: Assessment, seat: Seat | None) -> bool:
    """Members of the team while scoring lasts; time is decided when a score is stored."""
    return seat is not None and assessment.stage == Stage.SCORING


def can_agree(user: Any, assessment: Assessment, seat: Seat | None) -> bool:
    """The office and the recorders whom it named, while the team agrees."""
    if assessment.stage != Stage.CONSENSUS:
        return False
    return can_manage(user, assessment) or (seat is not None and seat.is_recorder)


def can_see_results(user: Any, assessment: Assessment, seat: Seat | None) -> bool:
    """Everybody once published; the team and the office once approved."""
    if assessment.is_public:
        return True
    return assessment.has_results and (seat is not None or can_manage(user, assessment))


def can_keep_plan(user: Any, assessment: Assessment) -> bool:
    """The office, from the approval on."""
    return assessment.stage in WITH_RESULTS and can_manage(user, assessment)


def can_answer_survey(user: Any) -> bool:
    """People who act for an organization."""
    return user.is_authenticated and organizations_of(user).exists()


def can_keep_questionnaires(user: Any) -> bool:
    """Administrators of the portal."""
    return organization_permissions.is_administrator(user)
