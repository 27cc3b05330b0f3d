"""Consultations in the admin."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from accounts.admin_bases import SeesPeople
from consultations import procedure_admin, work_admin  # noqa: F401 - these register the rest
from consultations.admin_bases import ReadOnlyAdmin
from consultations.models import Consultation, DraftVersion, Position, Remark, Stage, StageChange


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

    def has_delete_permission(self, request: HttpRequest, obj: Consultation | None = None) -> bool:
        """What was announced stays on file."""
        is_draft = obj is not None and obj.stage == Stage.DRAFT
        return is_draft and super().has_delete_permission(request, obj)


@admin.register(DraftVersion)
class DraftVersionAdmin(ReadOnlyAdmin):
    """Versions as they were read."""

    list_display = ["consultation", "number", "state", "kind", "created_at"]
    list_filter = ["state", "kind"]
    list_select_related = ["consultation"]
    search_fields = ["consultation__title", "title"]


@admin.register(Remark)
class RemarkAdmin(SeesPeople, ReadOnlyAdmin):
    """Remarks; texts are their authors', and what becomes of them is decided on the pages."""

    access_kind = "consultations.authors"
    person_fields = ("author_id",)
    list_display = ["number", "consultation", "provision", "submitter_name", "channel", "state"]
    list_filter = ["state", "channel"]
    list_select_related = ["consultation", "provision"]
    search_fields = ["text", "submitter_name", "consultation__title"]


@admin.register(Position)
class PositionAdmin(ReadOnlyAdmin):
    """Positions of the offices."""

    list_display = ["remark", "consultation", "verdict", "state", "prepared_by", "approved_by"]
    list_filter = ["verdict", "state"]
    list_select_related = ["remark__consultation", "prepared_by", "approved_by"]
    search_fields = ["reasons", "remark__text", "remark__consultation__title"]

    @admin.display(ordering="remark__consultation")
    def consultation(self, position: Position) -> Consultation:
        """The consultation of the answered remark."""
        return position.remark.consultation
