"""The link back: a consultation says to which standard it belongs."""

from __future__ import annotations

from typing import Any

from consultations.models import Consultation
from consultations.panels import Panel
from standards.models import Opinion, Standard


def opinions_on(consultation: Consultation, user: Any) -> Panel | None:
    """What councils said about the consulted draft."""
    opinions = list(
        Opinion.objects.filter(consultation=consultation, council__is_listed=True)
        .select_related("council")
        .defer("text")
    )
    return Panel("standards/_opinions_panel.html", {"opinions": opinions}) if opinions else None


def standard_of(consultation: Consultation, user: Any) -> Panel | None:
    """The standard whose draft is consulted, for those who may see it."""
    visible = Standard.objects.visible_to(user).filter(consultations__consultation=consultation)
    standard = visible.only("title", "slug").first()
    return Panel("standards/_panel.html", {"standard": standard}) if standard else None
