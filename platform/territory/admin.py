"""Territorial units in the portal's admin: reference rows, only to be looked at."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from territory.models import Area


@admin.register(Area)
class AreaAdmin(admin.ModelAdmin):
    """Searched by name or TERYT code; the register decides what stands here."""

    list_display = ["name", "kind", "teryt", "parent", "seat"]
    list_filter = ["kind"]
    list_select_related = ["parent"]
    search_fields = ["name", "=teryt"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Rows are loaded with the schema."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Rows are loaded with the schema."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Rows are loaded with the schema."""
        return False
