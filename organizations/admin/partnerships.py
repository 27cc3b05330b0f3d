"""Partnerships in the portal's admin."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from organizations.models import (
    Partnership,
    PartnershipCall,
    PartnershipInterest,
    PartnershipMember,
    PartnershipStep,
)


@admin.register(PartnershipCall)
class PartnershipCallAdmin(admin.ModelAdmin):
    """Calls for partners; hiding with a reason is done on the portal's own page."""

    list_display = ["title", "organization", "public_body", "state", "closes_at", "is_hidden"]
    list_filter = ["state", "is_hidden"]
    list_select_related = ["organization", "public_body"]
    search_fields = ["title"]
    autocomplete_fields = [
        "organization",
        "public_body",
        "benefit_fields",
        "target_groups",
        "counties",
        "created_by",
    ]
    readonly_fields = ["slug", "closed_at", "created_at", "updated_at"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Somebody who acts for the caller announces it."""
        return False


@admin.register(PartnershipInterest)
class PartnershipInterestAdmin(admin.ModelAdmin):
    """Who answered which call; the private talk is not shown here."""

    list_display = ["call", "organization", "public_body", "state", "created_at"]
    list_filter = ["state"]
    list_select_related = ["call", "organization", "public_body"]
    search_fields = ["call__title", "organization__name", "public_body__name"]
    fields = ("call", "organization", "public_body", "state", "created_at")
    readonly_fields = ("call", "organization", "public_body", "state", "created_at")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Only the side itself answers."""
        return False


class PartnershipMemberInline(admin.TabularInline):
    """Sides of a partnership."""

    model = PartnershipMember
    autocomplete_fields = ["organization", "public_body"]
    readonly_fields = ["confirmed_at", "confirmed_by"]
    extra = 0


class PartnershipStepInline(admin.TabularInline):
    """Steps that were taken."""

    model = PartnershipStep
    fields = ("source", "target", "note", "actor", "taken_at")
    readonly_fields = ("source", "target", "note", "actor", "taken_at")
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The leader takes steps on the portal."""
        return False


@admin.register(Partnership)
class PartnershipAdmin(admin.ModelAdmin):
    """Partnerships with their sides and steps."""

    list_display = ["title", "stage", "agreement_on", "created_at"]
    list_filter = ["stage"]
    search_fields = ["title"]
    raw_id_fields = ["call", "initiative", "agreement_file"]
    readonly_fields = ["slug", "stage", "created_at", "updated_at"]
    inlines = [PartnershipMemberInline, PartnershipStepInline]
