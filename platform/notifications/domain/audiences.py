"""Who of those concerned may see what an event is about."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.models import AnonymousUser
from django.db import models

from accounts.models import User
from notifications.models import OutboxEvent


def everyone_who_may_see(event: OutboxEvent, people: models.QuerySet[User]) -> Iterable[User]:
    """Keep the people for whom the subject's own ``visible_to`` finds it.

    What everybody sees costs one query; only restricted subjects are asked for each person.
    A subject without ``visible_to`` is shown to those whom its kind names.
    """
    subject_model = event.subject_type.model_class()
    if subject_model is None:
        return []
    rows = subject_model._default_manager.all()
    if not hasattr(rows, "visible_to"):
        return people
    if rows.visible_to(AnonymousUser()).filter(pk=event.subject_id).exists():
        return people
    return [
        person for person in people if rows.visible_to(person).filter(pk=event.subject_id).exists()
    ]
