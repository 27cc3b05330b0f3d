"""Consultations in the admin."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from consultations import procedure_admin  # noqa: F401 - registers how consultations are held
from consultations.models import Consultation, DraftVersion, Position, Remark, StageChange


class StageChangeInline(admin.TabularInline):
    """The log of stages, for reading."""

    model = StageChange
    extra = 0
    fields = ("changed_at", "source", "target", "actor", "reason")
    readonly_fields = ("changed_at", "source", "target", "actor", "reason")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("actor")


@admin.register(Consultation)
class ConsultationAdmin(admin.ModelAdmin):
    """Stages move on the portal's pages, where their guards are."""

    list_display = ["title", "public_body", "kind", "stage", "opens_on", "closes_on"]
    list_filter = ["stage", "kind", "mode"]
    list_select_related = ["public_body"]
    search_fields = ["title", "summary", "public_body__name"]
    autocomplete_fields = ["public_body"]
    readonly_fields = ["slug", "stage", "current_version", "created_by"]
    date_hierarchy = "opens_on"
    inlines = [StageChangeInline]


@admin.register(DraftVersion)
class DraftVersionAdmin(admin.ModelAdmin):
    """Versions as they were read."""

    list_display = ["consultation", "number", "state", "kind", "created_at"]
    list_filter = ["state", "kind"]
    list_select_related = ["consultation"]
    search_fields = ["consultation__title", "title"]
    autocomplete_fields = ["consultation"]
    raw_id_fields = ["source", "base", "created_by"]


@admin.register(Remark)
class RemarkAdmin(admin.ModelAdmin):
    """Remarks; texts are their authors' and are not edited here."""

    list_display = ["number", "consultation", "provision", "submitter_name", "channel", "state"]
    list_filter = ["state", "channel"]
    list_select_related = ["consultation", "provision"]
    search_fields = ["text", "submitter_name", "consultation__title"]
    raw_id_fields = ["group", "assigned_to", "entered_by", "meeting"]
    readonly_fields = [
        "number",
        "consultation",
        "version",
        "provision",
        "author",
        "organization",
        "text",
        "proposed_wording",
        "justification",
        "selection",
        "submitted_at",
    ]


@admin.register(Position)
class PositionAdmin(admin.ModelAdmin):
    """Positions of the offices."""

    list_display = ["remark", "consultation", "verdict", "state", "prepared_by", "approved_by"]
    list_filter = ["verdict", "state"]
    list_select_related = ["remark__consultation", "prepared_by", "approved_by"]
    search_fields = ["reasons", "remark__text", "remark__consultation__title"]
    raw_id_fields = ["remark", "prepared_by", "approved_by"]

    @admin.display(ordering="remark__consultation")
    def consultation(self, position: Position) -> Consultation:
        """The consultation of the answered remark."""
        return position.remark.consultation
