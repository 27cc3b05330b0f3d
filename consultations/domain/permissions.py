"""Who may do what; one function per question, asked by views, templates and the API alike."""

from __future__ import annotations

from typing import Any

from consultations.domain.drafts import is_text_in_place
from consultations.domain.rounds import results_out
from consultations.models import (
    Consultation,
    Participation,
    Remark,
    RemarkState,
    Stage,
)
from organizations.domain import permissions as organization_permissions
from organizations.domain.queries import organizations_of, public_bodies_of
from organizations.models import PublicBody


def can_create_consultation(user: Any) -> bool:
    """Officials of any public body, and administrators."""
    return organization_permissions.is_administrator(user) or public_bodies_of(user).exists()


def can_manage_consultation(user: Any, consultation: Consultation) -> bool:
    """Officials of the body that runs it, and administrators who help them."""
    return organization_permissions.is_administrator(
        user
    ) or organization_permissions.can_act_for_public_body(user, consultation.public_body)


def can_edit_draft(user: Any, consultation: Consultation) -> bool:
    """The text may be replaced or corrected only before the opening."""
    return can_manage_consultation(user, consultation) and is_text_in_place(consultation)


def can_remark(user: Any, consultation: Consultation) -> bool:
    """Whether ``user`` belongs to those invited; time is decided when the remark is stored."""
    if not user.is_authenticated:
        return False
    if consultation.participation == Participation.NGO_ONLY:
        return organizations_of(user).exists()
    return True


def can_see_remark(user: Any, remark: Remark) -> bool:
    """Submitted remarks are public; withdrawn and hidden ones the author's and the office's."""
    if remark.state == RemarkState.SUBMITTED:
        return True
    if not user.is_authenticated:
        return False
    return remark.author_id == user.pk or can_manage_consultation(user, remark.consultation)


def can_change_remark(user: Any, remark: Remark) -> bool:
    """Authors change and withdraw their own remarks while the consultation is open."""
    return (
        user.is_authenticated
        and remark.author_id == user.pk
        and remark.state == RemarkState.SUBMITTED
        and remark.consultation.is_open
        and remark.round_number == remark.consultation.round_number
    )


def can_support_remark(user: Any, remark: Remark) -> bool:
    """Everybody who may remark, except the author, while the consultation is open."""
    return (
        can_remark(user, remark.consultation)
        and remark.author_id != user.pk
        and remark.state == RemarkState.SUBMITTED
        and remark.consultation.is_open
        and remark.round_number == remark.consultation.round_number
    )


def can_answer_remarks(
    user: Any, consultation: Consultation, *, manages: bool | None = None
) -> bool:
    """The office writes positions from the opening until the results are published."""
    if consultation.stage not in (Stage.OPEN, Stage.ANALYSIS):
        return False
    return can_manage_consultation(user, consultation) if manages is None else manages


def can_see_positions(
    user: Any, consultation: Consultation, *, manages: bool | None = None
) -> bool:
    """Positions are public with the results; the office sees them while working.

    ``manages`` is the answer of ``can_manage_consultation`` for whoever has asked already.
    """
    if consultation.stage in (Stage.PUBLISHED, Stage.ARCHIVED):
        return True
    return can_manage_consultation(user, consultation) if manages is None else manages


def can_download_report(
    user: Any, consultation: Consultation, *, manages: bool | None = None
) -> bool:
    """The report is public with the results; before that it is the office's working copy.

    While a further round runs, the results of earlier rounds stay public.
    """
    if can_see_positions(user, consultation, manages=manages):
        return True
    return consultation.round_number > 1 and bool(results_out(consultation))


def can_keep_office_texts(user: Any, body: PublicBody) -> bool:
    """Reply templates, rules and texts belong to the people of the office."""
    return organization_permissions.is_administrator(
        user
    ) or organization_permissions.can_act_for_public_body(user, body)


def can_report_remark(user: Any, remark: Remark) -> bool:
    """Whoever is signed in, about remarks of others that are on the pages."""
    return (
        user.is_authenticated
        and remark.author_id != user.pk
        and remark.state == RemarkState.SUBMITTED
    )


def can_moderate(user: Any, consultation: Consultation) -> bool:
    """The office that runs the consultation, and administrators."""
    return can_manage_consultation(user, consultation)


def can_appeal(user: Any, remark: Remark) -> bool:
    """The author of a hidden remark."""
    return (
        user.is_authenticated and remark.author_id == user.pk and remark.state == RemarkState.HIDDEN
    )


def can_decide_appeals(user: Any) -> bool:
    """Administrators of the portal; the domain refuses whoever hid the remark."""
    return organization_permissions.is_administrator(user)
