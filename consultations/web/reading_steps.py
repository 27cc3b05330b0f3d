"""How far the reading of a file has come, step by step."""

from __future__ import annotations

from django.utils.translation import gettext as _

from consultations.models import DraftState, DraftVersion


def steps_of(version: DraftVersion) -> list[dict[str, str]]:
    """Steps for ``components/steps.html``; a failed reading has come as far as it did."""
    labels = [
        (DraftState.QUEUED, _("plik przyjęty, czeka na swoją kolej")),
        (DraftState.READING, _("odczytywanie słów i numeracji")),
        (DraftState.SAVING, _("podział na jednostki i porównanie słów z plikiem")),
    ]
    reached = [state for state, _label in labels].index(
        DraftState(version.state) if version.is_reading else DraftState.SAVING
    )
    return [
        {"label": label, "state": _state(place, reached)}
        for place, (_state_of_version, label) in enumerate(labels)
    ]


def _state(place: int, reached: int) -> str:
    if place < reached:
        return "done"
    return "current" if place == reached else "upcoming"
