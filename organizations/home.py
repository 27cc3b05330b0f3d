"""What the directory shows on the home page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from organizations.domain.queries import counts_by_county
from organizations.web.directory import organizations_sentence
from territory.county_map import county_map


def map_of_organizations(request: HttpRequest) -> dict[str, Any] | None:
    """The county map with numbers of organizations; silent while the directory is empty."""
    counts = counts_by_county(request.user)
    if not counts:
        return None
    address = reverse("organizations:list")
    return {
        "total": sum(counts.values()),
        "map": county_map(
            counts,
            label=_("Mapa powiatów z liczbą organizacji"),
            count_text=organizations_sentence,
            link=lambda code: f"{address}?powiat={code}",
        ),
    }
