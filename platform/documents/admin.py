"""Stored files in the portal's admin site: looked up, never changed by hand."""

from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest

from documents.models import StoredFile


@admin.register(StoredFile)
class StoredFileAdmin(admin.ModelAdmin):
    """Files with who added them and when."""

    list_display = ["original_name", "content_type", "size", "uploaded_by", "created_at"]
    list_filter = ["content_type", "is_public", "created_at"]
    list_select_related = ["uploaded_by"]
    search_fields = ["original_name", "sha256"]
    readonly_fields = [
        "id",
        "original_name",
        "content_type",
        "size",
        "sha256",
        "uploaded_by",
        "created_at",
    ]
    fields = [*readonly_fields, "is_public"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Files come in through the checks of uploads only."""
        return False
