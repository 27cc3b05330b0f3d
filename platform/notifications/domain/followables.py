"""What people may follow from a page: what answers ``visible_to`` and shows itself, and topics."""

from __future__ import annotations

from django.apps import apps
from django.db import models

from accounts.models import User
from notifications.topics import group_of


class NotFollowable(LookupError):
    """There is no such thing, or the person may not see it; the two look the same outside."""


def find_followable(model_label: str, pk: str, user: User) -> models.Model:
    """The thing named by ``app.model`` and its key, if the person may see it."""
    try:
        model = apps.get_model(model_label)
    except (LookupError, ValueError) as error:
        raise NotFollowable(model_label) from error
    rows = model._default_manager.all()
    topics = group_of(model)
    if topics is None and not hasattr(rows, "visible_to"):
        raise NotFollowable(model_label)
    visible = topics.rows() if topics else rows.visible_to(user)
    try:
        found: models.Model = visible.get(pk=pk)
    except (model.DoesNotExist, ValueError) as error:
        raise NotFollowable(pk) from error
    return found
