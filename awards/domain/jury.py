"""The jury before it scores: appointments, declarations, conflicts, assignments."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from awards.domain import notices
from awards.domain.errors import NotEnoughJurors, NotSigned, ReasonRequired, StageNotAllowed
from awards.models import (
    Assignment,
    Category,
    Declaration,
    Edition,
    EditionStage,
    Juror,
    Nomination,
)

_BEFORE_VERDICT = (
    EditionStage.DRAFT,
    EditionStage.ANNOUNCED,
    EditionStage.OPEN,
    EditionStage.CHECKING,
    EditionStage.JURY,
)


@transaction.atomic
def appoint(
    *,
    edition: Edition,
    user: User,
    role: str,
    function: str,
    appointed_by: str,
    appointed_on: date,
    actor: Any,
) -> Juror:
    """Give a person a seat by an act; they hear of it and sign the declaration themselves."""
    locked = Edition.objects.select_for_update(no_key=True).get(pk=edition.pk)
    if locked.stage not in _BEFORE_VERDICT:
        raise StageNotAllowed
    latest = locked.jurors.aggregate(latest=Max("number"))["latest"] or 0
    juror = Juror(
        edition=locked,
        user=user,
        name=str(user),
        function=function,
        role=role,
        number=latest + 1,
        appointed_by=appointed_by,
        appointed_on=appointed_on,
    )
    juror.full_clean(exclude=["number"])
    juror.save()
    notices.juror_appointed(juror, actor)
    return juror


@transaction.atomic
def dismiss(*, juror: Juror) -> Juror:
    """End a seat; submitted scores stay, what was not read is free for others."""
    locked = Juror.objects.select_for_update().get(pk=juror.pk)
    locked.left_on = locked.left_on or timezone.localdate()
    locked.save(update_fields=["left_on"])
    scored = locked.evaluations.filter(submitted_at__isnull=False).values("nomination")
    locked.assignments.exclude(nomination__in=scored).delete()
    return locked


@transaction.atomic
def sign_declaration(*, juror: Juror) -> Juror:
    """The juror's own signature under confidentiality and impartiality."""
    locked = Juror.objects.select_for_update().get(pk=juror.pk)
    locked.signed_at = locked.signed_at or timezone.now()
    locked.save(update_fields=["signed_at"])
    return locked


@transaction.atomic
def declare(
    *, juror: Juror, nomination: Nomination, has_conflict: bool, reason: str = ""
) -> Declaration:
    """Say of one nominee whether there is a connection; yes is for good and needs words.

    A juror in conflict loses the assignment, and scores already given are not counted.
    """
    if not juror.is_sitting:
        raise NotSigned
    if has_conflict and not reason.strip():
        raise ReasonRequired
    earlier = (
        Declaration.objects.select_for_update().filter(juror=juror, nomination=nomination).first()
    )
    if earlier and earlier.answer == Declaration.Answer.CONFLICT:
        return earlier
    answer = Declaration.Answer.CONFLICT if has_conflict else Declaration.Answer.NO_CONFLICT
    declaration, _created = Declaration.objects.update_or_create(
        juror=juror,
        nomination=nomination,
        defaults={"answer": answer, "reason": reason.strip()},
    )
    if has_conflict:
        juror.assignments.filter(nomination=nomination).delete()
    return declaration


def suggested_conflicts(juror: Juror, nominations: Iterable[Nomination]) -> dict[int, str]:
    """Connections that the portal itself knows of, by nomination: why it asks.

    Membership in the nominated organization or office, having nominated, or being the nominee.
    """
    if juror.user is None:
        return {}
    rows = list(nominations)
    keys = [row.pk for row in rows]
    own_ngos = set(juror.user.organizationmemberships.values_list("organization", flat=True))
    own_bodies = set(juror.user.publicbodymemberships.values_list("public_body", flat=True))
    nominated = set(
        Nomination.objects.filter(pk__in=keys)
        .filter(Q(nominators__user=juror.user) | Q(created_by=juror.user))
        .values_list("pk", flat=True)
    )
    found = {}
    for row in rows:
        if row.organization_id in own_ngos:
            found[row.pk] = _("Działasz albo działałeś(-aś) w tej organizacji.")
        elif row.nominee_body_id in own_bodies:
            found[row.pk] = _("Pracujesz albo pracowałeś(-aś) w tym urzędzie.")
        elif row.nominee_email and row.nominee_email.lower() == juror.user.email.lower():
            found[row.pk] = _("To zgłoszenie dotyczy Ciebie.")
        elif row.pk in nominated:
            found[row.pk] = _("To Ty zgłosiłeś(-aś) tę kandydaturę.")
    return found


@transaction.atomic
def assign_all(*, category: Category) -> int:
    """Every juror reads every standing nomination, but those in conflict."""
    _lock_for_assigning(category)
    return _write(
        [
            (juror, nomination)
            for nomination in _standing(category)
            for juror in _free_jurors(category, nomination)
        ]
    )


@transaction.atomic
def assign_balanced(*, category: Category, each: int, seed: int | None = None) -> int:
    """``each`` nomination goes to so many jurors by lot, so that loads differ by one at most.

    Jurors in conflict are left out; present assignments stay and count. Raises NotEnoughJurors.
    """
    _lock_for_assigning(category)
    # Not a secret: the lot only has to favour nobody, and a seed lets a test repeat it.
    lot = random.Random(seed)  # noqa: S311
    loads = Counter(
        Assignment.objects.filter(nomination__category=category).values_list("juror", flat=True)
    )
    pairs: list[tuple[Juror, Nomination]] = []
    nominations = list(_standing(category))
    lot.shuffle(nominations)
    # The hardest first: those with the fewest jurors to choose from.
    free = {row.pk: _free_jurors(category, row) for row in nominations}
    for nomination in sorted(nominations, key=lambda row: len(free[row.pk])):
        have = set(nomination.assignments.values_list("juror", flat=True))
        candidates = [juror for juror in free[nomination.pk] if juror.pk not in have]
        if len(have) + len(candidates) < each:
            raise NotEnoughJurors
        lot.shuffle(candidates)
        candidates.sort(key=lambda juror: loads[juror.pk])
        for juror in candidates[: max(0, each - len(have))]:
            loads[juror.pk] += 1
            pairs.append((juror, nomination))
    return _write(pairs)


def left_to_do(juror: Juror) -> QuerySet[Nomination]:
    """What the juror still has to declare or score, in a quiet order."""
    conflicts = juror.declarations.filter(answer=Declaration.Answer.CONFLICT)
    scored = juror.evaluations.filter(submitted_at__isnull=False)
    return (
        Nomination.objects.standing()
        .filter(assignments__juror=juror)
        .exclude(pk__in=scored.values("nomination"))
        .exclude(pk__in=conflicts.values("nomination"))
        .select_related("category__edition__competition")
        .order_by("category__position", "number")
    )


def jurors_behind(edition: Edition) -> QuerySet[Juror]:
    """Sitting jurors who have not signed, or have something left to score."""
    behind = [
        juror.pk
        for juror in edition.jurors.filter(left_on__isnull=True)
        if juror.signed_at is None or left_to_do(juror).exists()
    ]
    return Juror.objects.filter(pk__in=behind)


@transaction.atomic
def remind_jurors(*, edition: Edition, actor: Any) -> int:
    """Tell each juror who is behind; how many."""
    return notices.jurors_reminded(jurors_behind(edition), actor)


def _standing(category: Category) -> QuerySet[Nomination]:
    return Nomination.objects.standing().filter(category=category).order_by("number")


def _free_jurors(category: Category, nomination: Nomination) -> list[Juror]:
    conflicts = nomination.declarations.filter(answer=Declaration.Answer.CONFLICT)
    return list(
        category.edition.jurors.filter(left_on__isnull=True, signed_at__isnull=False)
        .exclude(pk__in=conflicts.values("juror"))
        .order_by("number")
    )


def _lock_for_assigning(category: Category) -> None:
    edition = Edition.objects.select_for_update(no_key=True).get(pk=category.edition_id)
    if edition.stage not in (EditionStage.CHECKING, EditionStage.JURY):
        raise StageNotAllowed


def _write(pairs: list[tuple[Juror, Nomination]]) -> int:
    before = Assignment.objects.count()
    Assignment.objects.bulk_create(
        [Assignment(juror=juror, nomination=nomination) for juror, nomination in pairs],
        ignore_conflicts=True,
    )
    return Assignment.objects.count() - before
