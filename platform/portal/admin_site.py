"""The portal's admin site: stock Django admin, grouped by activity."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

# The order in which activities stand on the index page; what is not named comes last.
APP_ORDER = [
    "consultations",
    "organizations",
    "standards",
    "events",
    "awards",
    "quality_index",
    "pages",
    "surveys",
    "discussions",
    "search",
    "notifications",
    "documents",
    "accounts",
    "territory",
]


class PortalAdminSite(admin.AdminSite):
    """Django admin with the portal's name and its activities in the mission's order."""

    site_header = _("Administracja portalu")
    site_title = _("Administracja")
    index_title = _("Co chcesz zmienić?")
    enable_nav_sidebar = True

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """The stock list in ``APP_ORDER``."""
        apps = super().get_app_list(request, app_label)
        rank = {label: index for index, label in enumerate(APP_ORDER)}
        return sorted(apps, key=lambda app: rank.get(app["app_label"], len(APP_ORDER)))
