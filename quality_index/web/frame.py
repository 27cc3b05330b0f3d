"""What every page of one assessment shows around its content."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from quality_index.models import Stage
from quality_index.web.access import Reader


def frame(reader: Reader, tab: str) -> dict[str, Any]:
    """Context of ``quality_index/layout.html``."""
    return {
        "assessment": reader.assessment,
        "reader": reader,
        "tabs": [
            {"label": label, "url": reverse(f"quality_index:{name}", args=[reader.assessment.pk]),
             "current": name == tab}
            for name, label, is_shown in _tabs(reader)
            if is_shown
        ],
    }  # fmt: skip


def _tabs(reader: Reader) -> list[tuple[str, str, bool]]:
    assessment, inside = reader.assessment, reader.manages or reader.seat is not None
    scoring_began = assessment.stage != Stage.PREPARATION
    return [
        ("assessment", _("Przegląd"), True),
        ("team", _("Zespół"), reader.manages),
        ("own_scores", _("Moja ocena"), reader.seat is not None and scoring_began),
        ("evidence", _("Dowody"), inside),
        ("gaps", _("My i oni"), reader.sees_scores),
        ("results", _("Wyniki"), reader.sees_results),
        ("plan", _("Plan naprawczy"), reader.sees_results),
    ]
