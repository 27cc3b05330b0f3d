"""Who may do what; one function per question, asked by views, templates and the API alike."""

from __future__ import annotations

from typing import Any

from awards.domain.jurors import seat_of
from awards.models import (
    Category,
    Competition,
    Declaration,
    Edition,
    EditionStage,
    Juror,
    Nomination,
    NominationState,
    NominatorKind,
)
from organizations.domain import permissions as directory
from organizations.domain.queries import organizations_of, public_bodies_of

_SCORES_OPEN = (EditionStage.DELIBERATION, EditionStage.SEALED, EditionStage.PUBLISHED)


def can_create_competition(user: Any) -> bool:
    """Officials of any office, and administrators."""
    return directory.is_administrator(user) or directory.is_official(user)


def can_manage_competition(user: Any, competition: Competition) -> bool:
    """The office that runs it, and administrators."""
    return directory.is_administrator(user) or directory.can_act_for_public_body(
        user, competition.public_body
    )


def can_manage(user: Any, edition: Edition) -> bool:
    """The office that runs the edition, and administrators."""
    return can_manage_competition(user, edition.competition)


def can_set_rules(user: Any, edition: Edition) -> bool:
    """Rules of categories stand still once people nominate by them."""
    return can_manage(user, edition) and edition.stage in (
        EditionStage.DRAFT,
        EditionStage.ANNOUNCED,
    )


def nominator_roles(user: Any, category: Category) -> list[NominatorKind]:
    """In which roles the rules let the person nominate; none for nobody."""
    if not user.is_authenticated or category.without_nomination:
        return []
    allowed = set(category.nominator_kinds)
    roles = []
    if NominatorKind.ANYONE in allowed:
        roles.append(NominatorKind.ANYONE)
    if NominatorKind.ORGANIZATION in allowed and organizations_of(user).exists():
        roles.append(NominatorKind.ORGANIZATION)
    if NominatorKind.OFFICE in allowed and public_bodies_of(user).exists():
        roles.append(NominatorKind.OFFICE)
    return roles


def is_nominator(user: Any, nomination: Nomination) -> bool:
    """Whether the person wrote the nomination or joined it."""
    if not user.is_authenticated:
        return False
    return nomination.created_by_id == user.pk or nomination.nominators.filter(user=user).exists()


def is_author(user: Any, nomination: Nomination) -> bool:
    """Whether the person wrote it: authors edit, complete, withdraw and appeal."""
    return user.is_authenticated and nomination.created_by_id == user.pk


def can_edit_nomination(user: Any, nomination: Nomination) -> bool:
    """Authors write drafts and complete what the office called for; officials their paper forms."""
    return is_author(user, nomination) and nomination.state in (
        NominationState.DRAFT,
        NominationState.COMPLETION,
    )


def can_read_nomination(user: Any, nomination: Nomination) -> bool:
    """The whole text: its nominators and the office; jurors have a page of their own."""
    if is_nominator(user, nomination):
        return True
    if nomination.is_draft or has_conflict(user, nomination):
        return False
    return can_manage(user, nomination.edition)


def has_conflict(user: Any, nomination: Nomination) -> bool:
    """Whether the person sits in the jury and declared a conflict with the nominee."""
    return (
        user.is_authenticated
        and Declaration.objects.filter(
            juror__user=user, nomination=nomination, answer=Declaration.Answer.CONFLICT
        ).exists()
    )


def can_check(user: Any, nomination: Nomination) -> bool:
    """The office weighs the form, but not an official who declared a conflict as a juror."""
    return (
        can_manage(user, nomination.edition)
        and not nomination.is_draft
        and not has_conflict(user, nomination)
    )


def can_sit(user: Any, edition: Edition) -> bool:
    """Whether the person has a seat in the jury now."""
    return seat_of(user, edition) is not None


def can_read_as_juror(juror: Juror, nomination: Nomination) -> bool:
    """Signed, sitting, assigned or deliberating, and declared free of conflict."""
    if not juror.is_sitting or nomination.edition.pk != juror.edition_id:
        return False
    declared = juror.declarations.filter(
        nomination=nomination, answer=Declaration.Answer.NO_CONFLICT
    )
    return declared.exists()


def can_see_scores_of(juror: Juror, nomination: Nomination) -> bool:
    """Others' scores after one's own are in, or when the jury deliberates; never in conflict."""
    if not can_read_as_juror(juror, nomination):
        return False
    if nomination.edition.stage in _SCORES_OPEN:
        return True
    return juror.evaluations.filter(nomination=nomination, submitted_at__isnull=False).exists()


def can_see_ranking(user: Any, edition: Edition) -> bool:
    """The office and the jury, once all scores are in: from the deliberation on."""
    if edition.stage not in _SCORES_OPEN:
        return False
    return can_manage(user, edition) or can_sit(user, edition)


def reads_files_as_juror(user: Any, nomination: Nomination) -> bool:
    """Attachments for the jury; in an anonymous category only once the scoring is over."""
    seat = seat_of(user, nomination.edition)
    if seat is None or not can_read_as_juror(seat, nomination):
        return False
    return not hides_nominee(nomination)


def hides_nominee(nomination: Nomination) -> bool:
    """Whether jurors see a number instead of the nominee now."""
    return nomination.category.is_anonymous and nomination.edition.stage not in _SCORES_OPEN
