"""Who may read, prepare and correct versions; asked by views and templates alike."""

from __future__ import annotations

from typing import Any

from consultations.domain.act_editing import is_editable
from consultations.domain.drafts import takes_new_versions
from consultations.domain.permissions import can_manage_consultation
from consultations.models import Consultation, DraftState, DraftVersion


def can_read_version(user: Any, consultation: Consultation, version: DraftVersion) -> bool:
    """What was published and what is in force is for all; the rest for the office."""
    if version.state != DraftState.READY:
        return False
    is_shown = version.published_at is not None or version.pk == consultation.current_version_id
    return is_shown or can_manage_consultation(user, consultation)


def can_prepare_version(user: Any, consultation: Consultation) -> bool:
    """The office makes new versions while it still works with the remarks."""
    return takes_new_versions(consultation) and can_manage_consultation(user, consultation)


def can_correct_version(user: Any, consultation: Consultation, version: DraftVersion) -> bool:
    """The office corrects what nobody relies on yet."""
    return is_editable(version, consultation) and can_manage_consultation(user, consultation)


def can_check_version(user: Any, consultation: Consultation) -> bool:
    """The office lays any of its versions beside the file that it came from."""
    return can_manage_consultation(user, consultation)
