"""What other activities say on the page of a consultation.

An activity registers a function in its ``AppConfig.ready``; it gets the consultation and the
reader and returns a panel or nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from consultations.models import Consultation


@dataclass(frozen=True)
class Panel:
    """A box on the page; ``template`` reads everything from ``panel.context``."""

    template: str
    context: dict[str, Any] = field(default_factory=dict)


PanelBuilder = Callable[[Consultation, Any], Panel | None]
_builders: list[PanelBuilder] = []


def register(builder: PanelBuilder) -> None:
    """Let ``builder`` add a panel."""
    if builder not in _builders:
        _builders.append(builder)


def panels_of(consultation: Consultation, user: Any) -> list[Panel]:
    """Panels that have something to say of ``consultation`` to ``user``."""
    built = (builder(consultation, user) for builder in _builders)
    return [panel for panel in built if panel is not None]
