"""Registry of what questionnaires and surveys belong to; activities register in ``apps.py``.

Surveys know no activity: an owner is any row, and its model says who keeps it and who may see
it. What has no owner belongs to administrators.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q


@dataclass(frozen=True, kw_only=True)
class Ownership:
    """What a model answers about its rows as owners.

    ``owned_by`` are the rows for which a person may keep surveys. ``visible`` are those that
    a person may see at all, when not everybody may see each.
    """

    model: type[models.Model]
    may_edit: Callable[[Any, Any], bool]
    owned_by: Callable[[Any], models.QuerySet[Any]] | None = None
    visible: Callable[[Any], models.QuerySet[Any]] | None = None
    is_offered: bool = False


_ownerships: dict[type[models.Model], Ownership] = {}


def register(
    model: type[models.Model],
    may_edit: Callable[[Any, Any], bool],
    *,
    owned_by: Callable[[Any], models.QuerySet[Any]] | None = None,
    visible: Callable[[Any], models.QuerySet[Any]] | None = None,
    is_offered: bool = False,
) -> None:
    """Let rows of ``model`` own questionnaires and surveys.

    ``is_offered``: people who keep a row may choose it as the owner of a new questionnaire.
    """
    _ownerships[model] = Ownership(
        model=model, may_edit=may_edit, owned_by=owned_by, visible=visible, is_offered=is_offered
    )


def may_edit(user: Any, owned: Any) -> bool:
    """Whether the person keeps the owner of a questionnaire or survey."""
    if not user.is_authenticated or not user.is_active:
        return False
    if user.is_staff:
        return True
    owner = owned.owner
    ownership = _ownerships.get(type(owner))
    return ownership is not None and ownership.may_edit(user, owner)


def kept_by(user: Any) -> Q:
    """Condition on questionnaires or surveys: those that the person keeps."""
    if not user.is_authenticated:
        return Q(pk__in=[])
    if user.is_staff:
        return Q()
    condition = Q(pk__in=[])
    for ownership in _ownerships.values():
        if ownership.owned_by is not None:
            condition |= _of(ownership, ownership.owned_by(user))
    return condition


def hidden_from(user: Any) -> Q:
    """Condition on surveys: those whose owner the person may not see."""
    condition = Q(pk__in=[])
    for ownership in _ownerships.values():
        if ownership.visible is not None:
            is_theirs = Q(owner_type=ContentType.objects.get_for_model(ownership.model))
            condition |= is_theirs & ~Q(owner_id__in=ownership.visible(user).values("pk"))
    return condition


def offered_to(user: Any) -> Iterator[models.Model]:
    """Owners that the person may choose for something new."""
    for ownership in _ownerships.values():
        if ownership.is_offered and ownership.owned_by is not None:
            yield from ownership.owned_by(user)


def _of(ownership: Ownership, rows: models.QuerySet[Any]) -> Q:
    kind = ContentType.objects.get_for_model(ownership.model)
    return Q(owner_type=kind, owner_id__in=rows.values("pk"))
