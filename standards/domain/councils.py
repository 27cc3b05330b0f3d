"""Opinions of councils."""

from __future__ import annotations

from typing import Any

from django.db import transaction

import notifications
from documents.models import StoredFile
from standards.models import Opinion


@transaction.atomic
def give_opinion(*, opinion: Opinion, file: StoredFile | None, actor: Any) -> Opinion:
    """Keep the council's opinion; those who follow what it is about hear of it."""
    opinion.file = file
    opinion.save()
    notifications.publish(
        "standards.opinion_given",
        opinion,
        actor=actor,
        context={"number": opinion.number, "subject": opinion.subject},
    )
    return opinion
