"""Nominations as their authors make them: draft, autosave, submission, joining, withdrawal."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F, Max, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from awards.domain import consents, notices, permissions
from awards.domain.clock import ClockTimestamp, as_the_database_says
from awards.domain.errors import (
    AlreadyNominator,
    LimitReached,
    NominationIncomplete,
    NominationNotEditable,
    NominationsClosed,
    NominatorNotAllowed,
    ReasonRequired,
    SelfNominationNotAllowed,
    StateNotAllowed,
    TooLate,
    TooMany,
)
from awards.domain.moves import move_nomination
from awards.models import (
    Category,
    Edition,
    EditionStage,
    Nomination,
    NominationChannel,
    NominationFile,
    NominationState,
    NominationVersion,
    Nominator,
    NominatorKind,
    NomineeKind,
)
from documents.models import StoredFile
from documents.storing import delete_stored_file, stored_uploads
from documents.uploads import CheckedUpload
from organizations.domain.permissions import can_act_for_organization, can_act_for_public_body
from organizations.models import Organization
from surveys.domain.conditions import asked_keys

CONTENT = (
    "nominee_kind",
    "nominee_name",
    "organization_id",
    "nominee_body_id",
    "nominee_email",
    "county_id",
    "benefit_field_id",
    "summary",
    "justification",
    "website",
    "answers",
)
FILE_KINDS = frozenset({"pdf", "docx", "odt", "png", "jpeg"})


@dataclass(frozen=True, slots=True)
class Capacity:
    """In which role somebody nominates."""

    kind: NominatorKind
    organization: Organization | None = None


@transaction.atomic
def start_nomination(*, category: Category, user: Any, capacity: Capacity) -> Nomination:
    """A draft of the person's own; raises NominatorNotAllowed or NominationsClosed."""
    _require_role(user, category, capacity)
    if not category.edition.is_open:
        raise NominationsClosed
    nomination = Nomination.objects.create(
        category=category, created_by=user, nominee_kind=category.nominee_kinds[0]
    )
    Nominator.objects.create(
        nomination=nomination,
        user=user,
        name=str(capacity.organization or user),
        email=user.email,
        kind=capacity.kind,
        organization=capacity.organization,
        is_first=True,
    )
    return nomination


@transaction.atomic
def keep_draft(*, nomination: Nomination, content: dict[str, Any]) -> Nomination:
    """Save what was typed so far, whole or not; for drafts and called-for completions."""
    locked = _lock(nomination)
    if locked.state not in (NominationState.DRAFT, NominationState.COMPLETION):
        raise NominationNotEditable
    for name, value in content.items():
        setattr(locked, name, value)
    locked.save()
    return locked


@as_the_database_says
def submit_nomination(*, nomination: Nomination, actor: Any) -> Nomination:
    """Hand a draft in, or a completed nomination back.

    The database decides by its own clock whether it comes in time, and counts the limit while
    it holds the edition's row, so that two parallel submissions cannot both be the last one.
    """
    if nomination.state == NominationState.COMPLETION:
        return _complete(nomination, actor)
    number = _next_number(nomination)
    locked = _lock(nomination)
    if locked.state != NominationState.DRAFT:
        raise NominationNotEditable
    require_complete(locked)
    _require_limit(locked)
    _require_another(locked)
    locked.number, locked.submitted_at = number, timezone.now()
    move_nomination(locked, NominationState.SUBMITTED, by="nominator", actor=actor)
    keep_version(locked, actor)
    consents.begin(locked)
    notices.nomination_received(locked, actor)
    return locked


@as_the_database_says
def enter_paper(
    *,
    category: Category,
    entered_by: Any,
    content: dict[str, Any],
    nominator_name: str,
    nominator_kind: NominatorKind,
    received_on: date,
    nominator_email: str = "",
) -> Nomination:
    """Record a nomination that came on paper; the office may do so during the formal check."""
    draft = Nomination.objects.create(
        category=category,
        created_by=entered_by,
        channel=NominationChannel.PAPER,
        received_on=received_on,
        **content,
    )
    Nominator.objects.create(
        nomination=draft,
        name=nominator_name,
        email=nominator_email,
        kind=nominator_kind,
        is_first=True,
    )
    require_complete(draft)
    draft.number, draft.submitted_at = _take_number(category.edition_id), timezone.now()
    move_nomination(draft, NominationState.SUBMITTED, by="nominator", actor=entered_by)
    keep_version(draft, entered_by)
    consents.begin(draft)
    return draft


@as_the_database_says
def join_nomination(
    *, nomination: Nomination, user: Any, capacity: Capacity, statement: str
) -> Nominator:
    """Stand behind somebody else's nomination with one's own words."""
    _require_role(user, nomination.category, capacity)
    open_now = Edition.objects.filter(
        pk=nomination.category.edition_id, stage=EditionStage.OPEN, closes_at__gt=ClockTimestamp()
    )
    if not open_now.exists():
        raise NominationsClosed
    if nomination.is_draft or nomination.is_settled:
        raise StateNotAllowed
    if nomination.nominators.filter(user=user).exists():
        raise AlreadyNominator
    return Nominator.objects.create(
        nomination=nomination,
        user=user,
        name=str(capacity.organization or user),
        email=user.email,
        kind=capacity.kind,
        organization=capacity.organization,
        statement=statement,
    )


def same_nominee(nomination: Nomination) -> QuerySet[Nomination]:
    """Submitted nominations of the same nominee in the same category, by others."""
    same = Q(nominee_name__iexact=nomination.nominee_name.strip())
    if nomination.organization_id:
        same |= Q(organization=nomination.organization_id)
    if nomination.nominee_body_id:
        same |= Q(nominee_body=nomination.nominee_body_id)
    if nomination.nominee_email:
        same |= Q(nominee_email__iexact=nomination.nominee_email)
    settled = (
        NominationState.DRAFT,
        NominationState.WITHDRAWN,
        NominationState.REJECTED,
        NominationState.MERGED,
    )
    return (
        Nomination.objects.filter(same, category=nomination.category_id)
        .exclude(pk=nomination.pk)
        .exclude(state__in=settled)
        .order_by("number")
    )


@transaction.atomic
def withdraw_nomination(*, nomination: Nomination, actor: Any, reason: str) -> Nomination:
    """Take it back until the verdict; its number is not used again."""
    locked = _lock(nomination)
    if not reason.strip():
        raise ReasonRequired
    if locked.edition.stage in (EditionStage.SEALED, EditionStage.PUBLISHED):
        raise TooLate
    return move_nomination(
        locked, NominationState.WITHDRAWN, by="nominator", actor=actor, reason=reason
    )


@transaction.atomic
def appeal(*, nomination: Nomination, actor: Any, reason: str) -> Nomination:
    """Ask for a second look at a rejection, within the term."""
    locked = _lock(nomination)
    if not reason.strip():
        raise ReasonRequired
    if locked.state != NominationState.REJECTED:
        raise StateNotAllowed
    if locked.changes.filter(target=NominationState.APPEALED).exists():
        raise StateNotAllowed(_("Od tej decyzji już się odwołano."))
    in_time = Nomination.objects.filter(pk=locked.pk, appeal_until__gt=ClockTimestamp())
    if not in_time.exists():
        raise TooLate
    return move_nomination(
        locked, NominationState.APPEALED, by="nominator", actor=actor, reason=reason
    )


@transaction.atomic
def drop_draft(*, nomination: Nomination) -> None:
    """Forget a draft with its files."""
    locked = _lock(nomination)
    if locked.state != NominationState.DRAFT:
        raise NominationNotEditable
    delete_nomination(locked)


def delete_nomination(nomination: Nomination) -> None:
    """Delete a nomination and the files that only it had, inside the caller's transaction."""
    files = [row.file for row in nomination.files.select_related("file")]
    if nomination.photo:
        files.append(nomination.photo)
    nomination.delete()
    for file in files:
        delete_stored_file(file)


def stored(
    uploads: Iterable[CheckedUpload], *, uploaded_by: Any
) -> AbstractContextManager[list[StoredFile]]:
    """Store files before the transaction that needs them; let go of those it did not take."""
    return stored_uploads(uploads, uploaded_by=uploaded_by, taken=_taken)


def _taken(files: list[StoredFile]) -> Collection[Any]:
    attached = NominationFile.objects.filter(file__in=files).values_list("file", flat=True)
    photos = Nomination.objects.filter(photo__in=files).values_list("photo", flat=True)
    return [*attached, *photos]


@transaction.atomic
def attach(*, nomination: Nomination, files: Sequence[StoredFile]) -> None:
    """Add attachments; raises TooMany beyond what the rules allow."""
    locked = _lock(nomination)
    if locked.files.count() + len(files) > locked.category.attachments_limit:
        raise TooMany(_("Regulamin pozwala na mniej załączników."))
    NominationFile.objects.bulk_create(
        NominationFile(nomination=locked, file=file) for file in files
    )


@transaction.atomic
def detach(*, nomination: Nomination, keys: Iterable[int]) -> None:
    """Take attachments away."""
    for row in nomination.files.filter(pk__in=list(keys)).select_related("file"):
        row.delete()
        delete_stored_file(row.file)


@transaction.atomic
def set_photo(*, nomination: Nomination, photo: StoredFile | None) -> None:
    """Replace the picture; the old file goes."""
    locked = _lock(nomination)
    old, locked.photo = locked.photo, photo
    locked.save(update_fields=["photo", "updated_at"])
    if old:
        delete_stored_file(old)


def require_complete(nomination: Nomination) -> None:
    """Raises NominationIncomplete with the names of what is missing."""
    missing = [
        nomination.label_of(name)
        for name in ("nominee_name", "summary", "justification", "county")
        if not getattr(nomination, name)
    ]
    if not nomination.nominee_email and consents.agrees_by_nominating(nomination) is False:
        missing.append(nomination.label_of("nominee_email"))
    missing += _unanswered(nomination)
    if nomination.nominee_kind not in nomination.category.nominee_kinds:
        missing.append(nomination.label_of("nominee_kind"))
    if missing:
        raise NominationIncomplete(_("Uzupełnij: %(names)s.") % {"names": ", ".join(missing)})


def _unanswered(nomination: Nomination) -> list[str]:
    form = nomination.category.form
    if form is None:
        return []
    questions = form.questions_in_order()
    asked = asked_keys(questions, nomination.answers)
    return [
        question.said("text")
        for question in questions
        if question.is_required and question.key in asked and question.key not in nomination.answers
    ]


def keep_version(nomination: Nomination, actor: Any) -> NominationVersion:
    """Remember what it says now."""
    latest = nomination.versions.aggregate(latest=Max("number"))["latest"] or 0
    content = {name: getattr(nomination, name) for name in CONTENT}
    return NominationVersion.objects.create(
        nomination=nomination, number=latest + 1, content=content, made_by=actor
    )


def _complete(nomination: Nomination, actor: Any) -> Nomination:
    locked = _lock(nomination)
    in_time = Nomination.objects.filter(pk=locked.pk, complete_until__gt=ClockTimestamp())
    if not in_time.exists():
        raise TooLate
    require_complete(locked)
    move_nomination(locked, NominationState.SUBMITTED, by="nominator", actor=actor)
    keep_version(locked, actor)
    consents.begin(locked)
    notices.nomination_received(locked, actor)
    return locked


def _next_number(nomination: Nomination) -> int:
    """Take the next number while the edition is open; one statement decides and numbers."""
    taken = Edition.objects.filter(
        pk=nomination.category.edition_id, stage=EditionStage.OPEN, closes_at__gt=ClockTimestamp()
    ).update(last_nomination_number=F("last_nomination_number") + 1)
    if not taken:
        raise NominationsClosed
    return _number_taken(nomination.category.edition_id)


def _take_number(edition_id: int) -> int:
    Edition.objects.filter(pk=edition_id).update(
        last_nomination_number=F("last_nomination_number") + 1
    )
    return _number_taken(edition_id)


def _number_taken(edition_id: int) -> int:
    return Edition.objects.values_list("last_nomination_number", flat=True).get(pk=edition_id)


def _lock(nomination: Nomination) -> Nomination:
    return (
        Nomination.objects.select_for_update(of=("self",))
        .select_related("category__edition__competition__public_body", "photo")
        .get(pk=nomination.pk)
    )


def _require_role(user: Any, category: Category, capacity: Capacity) -> None:
    if capacity.kind not in permissions.nominator_roles(user, category):
        raise NominatorNotAllowed
    if capacity.kind == NominatorKind.ORGANIZATION and (
        capacity.organization is None or not can_act_for_organization(user, capacity.organization)
    ):
        raise NominatorNotAllowed


def _require_limit(nomination: Nomination) -> None:
    made = Nomination.objects.filter(
        category=nomination.category_id, created_by=nomination.created_by_id
    ).exclude(state__in=[NominationState.DRAFT, NominationState.WITHDRAWN])
    if made.count() >= nomination.category.nominations_limit:
        raise LimitReached


def _require_another(nomination: Nomination) -> None:
    if not nomination.category.allows_self_nomination and nominates_self(nomination):
        raise SelfNominationNotAllowed


def nominates_self(nomination: Nomination) -> bool:
    """Whether the author nominates themselves, their own organization or their own office."""
    author = nomination.created_by
    if author is None:
        return False
    if nomination.organization and can_act_for_organization(author, nomination.organization):
        return True
    if nomination.nominee_body and can_act_for_public_body(author, nomination.nominee_body):
        return True
    is_person = nomination.nominee_kind == NomineeKind.PERSON
    return is_person and nomination.nominee_email.lower() == author.email.lower()
