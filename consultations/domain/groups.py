"""Taking equal remarks together, and sharing the work on remarks among colleagues."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from consultations.domain import office_notices
from consultations.domain.errors import GroupTooSmall, NotAColleague
from consultations.models import Consultation, Remark, RemarkGroup, RemarkNote
from organizations.domain.permissions import can_act_for_public_body


@transaction.atomic
def group_remarks(
    *, consultation: Consultation, numbers: Iterable[int], title: str, actor: Any
) -> RemarkGroup:
    """Join remarks of one consultation; a remark belongs to the group it joined last.

    Raises GroupTooSmall for fewer than two remarks.
    """
    remarks = _counted(consultation, numbers)
    if len(remarks) < 2:
        raise GroupTooSmall
    group = RemarkGroup.objects.create(
        consultation=consultation, title=title.strip() or str(remarks[0]), created_by=actor
    )
    _move(remarks, group)
    return group


@transaction.atomic
def add_to_group(*, group: RemarkGroup, numbers: Iterable[int]) -> int:
    """Add remarks to a group that exists; returns how many it has now."""
    _move(_counted(group.consultation, numbers), group)
    return group.remarks.count()


@transaction.atomic
def take_out_of_group(*, remark: Remark) -> None:
    """Let a remark stand alone again; its position stays. An empty group goes."""
    group = remark.group
    Remark.objects.filter(pk=remark.pk).update(group=None)
    if group is not None:
        _drop_empty([group.pk])


@transaction.atomic
def dissolve_group(*, group: RemarkGroup) -> None:
    """Let all remarks of the group stand alone again; their positions stay."""
    group.delete()


@transaction.atomic
def assign_remarks(
    *, consultation: Consultation, numbers: Iterable[int], assignee: Any, actor: Any
) -> int:
    """Give remarks to a colleague (or to nobody); returns how many changed hands.

    Raises NotAColleague for somebody who does not work for the office.
    """
    if assignee is not None and not can_act_for_public_body(assignee, consultation.public_body):
        raise NotAColleague
    remarks = _rows(consultation, numbers)
    changed = remarks.exclude(assigned_to=assignee).update(assigned_to=assignee)
    if changed and assignee is not None and assignee != actor:
        office_notices.remarks_assigned(consultation, assignee, changed, actor)
    return changed


@transaction.atomic
def add_note(*, remark: Remark, author: Any, text: str) -> RemarkNote:
    """Tell colleagues something about a remark."""
    return RemarkNote.objects.create(remark=remark, author=author, text=text)


def _rows(consultation: Consultation, numbers: Iterable[int]) -> QuerySet[Remark]:
    return Remark.objects.counted().filter(consultation=consultation, number__in=list(numbers))


def _counted(consultation: Consultation, numbers: Iterable[int]) -> list[Remark]:
    return list(_rows(consultation, numbers).select_for_update().order_by("pk"))


def _move(remarks: list[Remark], group: RemarkGroup) -> None:
    left = {remark.group_id for remark in remarks if remark.group_id} - {group.pk}
    Remark.objects.filter(pk__in=[remark.pk for remark in remarks]).update(group=group)
    _drop_empty(left)


def _drop_empty(group_ids: Iterable[int]) -> None:
    RemarkGroup.objects.filter(pk__in=list(group_ids), remarks__isnull=True).delete()
