"""Uploaded files in the admin, for reading."""

from __future__ import annotations

from django.contrib import admin

from documents.models import StoredFile


@admin.register(StoredFile)
class StoredFileAdmin(admin.ModelAdmin):
    """What was uploaded, by whom; files are replaced where they belong, not here."""

    list_display = ["original_name", "content_type", "size", "uploaded_by", "created_at"]
    list_filter = ["content_type"]
    list_select_related = ["uploaded_by"]
    search_fields = ["original_name", "sha256"]
    date_hierarchy = "created_at"
    readonly_fields = ["original_name", "content_type", "size", "sha256", "uploaded_by", "file"]
