"""Discussions in the admin."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from accounts.admin import EvidenceAdmin
from accounts.admin_bases import SeesPeople
from discussions.models import (
    AbuseReport,
    Appeal,
    Category,
    ModerationDecision,
    Post,
    Thread,
    ThreadChange,
)


@admin.register(Category)
class CategoryAdmin(admin.ModelAdmin):
    """Rooms of the forum."""

    list_display = ["name", "readers", "is_closed", "position"]
    list_editable = ["position"]
    list_filter = ["readers", "is_closed"]
    prepopulated_fields = {"slug": ["name"]}
    search_fields = ["name", "description"]


class ThreadChangeInline(admin.TabularInline):
    """What moderators did with a thread, for reading."""

    model = ThreadChange
    extra = 0
    fields = ("changed_at", "action", "about", "actor", "reason")
    readonly_fields = ("changed_at", "action", "about", "actor", "reason")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Changes are made on the portal's pages, where reasons are asked for."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The log stays."""
        return False


@admin.register(Thread)
class ThreadAdmin(admin.ModelAdmin):
    """Public threads; they are moderated on the portal's pages, private ones are nobody's."""

    list_display = ["title", "category", "place", "author", "last_number", "last_post_at"]
    list_filter = ["category", "is_locked", "is_pinned", "is_hidden"]
    list_select_related = ["category", "author"]
    search_fields = ["title"]
    fields = ["title", "category", "place", "author", "last_number", "last_post_at"]
    readonly_fields = ["category", "place", "author", "last_number", "last_post_at"]
    inlines = [ThreadChangeInline]

    def get_queryset(self, request: HttpRequest) -> Any:
        """Private talks are not for administrators either."""
        return super().get_queryset(request).filter(is_public=True)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Threads are begun on the portal's pages."""
        return False


@admin.register(Post)
class PostAdmin(EvidenceAdmin):
    """Public posts, for reading; texts are their authors' and are not edited here."""

    list_display = ["thread", "number", "author", "state", "created_at"]
    list_filter = ["state", "created_at"]
    list_select_related = ["thread", "author"]
    search_fields = ["text", "thread__title"]

    def get_queryset(self, request: HttpRequest) -> Any:
        """Private talks are not for administrators either."""
        return super().get_queryset(request).filter(thread__is_public=True)


@admin.register(AbuseReport)
class AbuseReportAdmin(SeesPeople, EvidenceAdmin):
    """Reports; they are decided on the portal's pages."""

    access_kind = "discussions.reports"
    person_fields = ("reporter_id",)
    list_display = ["post", "reason", "state", "reporter", "created_at"]
    list_filter = ["state", "reason"]
    list_select_related = ["post", "reporter"]


@admin.register(ModerationDecision)
class ModerationDecisionAdmin(EvidenceAdmin):
    """What moderators decided."""

    list_display = ["post", "action", "actor", "decided_at"]
    list_filter = ["action"]
    list_select_related = ["post", "actor"]


@admin.register(Appeal)
class AppealAdmin(EvidenceAdmin):
    """Appeals and what became of them."""

    list_display = ["post", "state", "decided_by", "created_at"]
    list_filter = ["state"]
    list_select_related = ["post", "decided_by"]
