"""Events in the admin."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from accounts.admin_bases import SeesPeople
from events.models import (
    Event,
    EventStageChange,
    Exhibitor,
    Mailing,
    Pool,
    Proposal,
    Registration,
    RegistrationChange,
    Series,
    Session,
    Speaker,
    TeamMember,
)


class _Log(admin.TabularInline):
    """A log, for reading."""

    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("actor")


class EventStageChangeInline(_Log):
    """Stages of an event."""

    model = EventStageChange
    fields = ("changed_at", "source", "target", "actor", "reason")
    readonly_fields = fields


class RegistrationChangeInline(_Log):
    """What happened to a registration."""

    model = RegistrationChange
    fields = ("changed_at", "source", "target", "actor", "reason")
    readonly_fields = fields


class PoolInline(admin.TabularInline):
    """Pools; places move on the portal's pages, under their lock."""

    model = Pool
    extra = 0
    fields = ("name", "sectors", "places", "releases_at")
    readonly_fields = fields

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class TeamInline(admin.TabularInline):
    """The team."""

    model = TeamMember
    extra = 0
    autocomplete_fields = ["user"]

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("user")


@admin.register(Event)
class EventAdmin(admin.ModelAdmin):
    """Stages move on the portal's pages, where people are told."""

    list_display = ["title", "kind", "public_body", "stage", "starts_at", "free_places"]
    list_filter = ["stage", "kind", "is_template"]
    list_select_related = ["public_body"]
    search_fields = ["title", "summary", "town"]
    autocomplete_fields = ["public_body"]
    raw_id_fields = ["county", "questions", "evaluation", "series"]
    readonly_fields = [
        "slug", "stage", "programme", "free_places", "waiting_count", "last_number",
        "created_by",
    ]  # fmt: skip
    date_hierarchy = "starts_at"
    inlines = [PoolInline, TeamInline, EventStageChangeInline]


@admin.register(Series)
class SeriesAdmin(admin.ModelAdmin):
    """Series."""

    list_display = ["title", "public_body"]
    list_select_related = ["public_body"]
    search_fields = ["title"]
    autocomplete_fields = ["public_body"]
    readonly_fields = ["slug"]


@admin.register(Session)
class SessionAdmin(admin.ModelAdmin):
    """The working programme."""

    list_display = ["title", "event", "kind", "room", "starts_at"]
    list_filter = ["kind"]
    list_select_related = ["event", "room"]
    search_fields = ["title", "event__title"]
    raw_id_fields = ["event", "room", "track"]
    readonly_fields = ["taken", "guid"]


@admin.register(Speaker)
class SpeakerAdmin(SeesPeople):
    """People of programmes."""

    access_kind = "events.speakers"
    list_display = ["name", "affiliation", "event"]
    list_select_related = ["event"]
    search_fields = ["name", "event__title"]
    raw_id_fields = ["event", "organization"]


@admin.register(Registration)
class RegistrationAdmin(SeesPeople):
    """Registrations, for reading: places are given on the portal's pages only."""

    access_kind = "events.participants"
    person_fields = ("user_id",)
    list_display = ["number", "full_name", "event", "state", "pool", "created_at"]
    list_filter = ["state", "sector"]
    list_select_related = ["event", "pool"]
    search_fields = ["full_name", "email", "event__title", "code"]
    inlines = [RegistrationChangeInline]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Exhibitor)
class ExhibitorAdmin(SeesPeople):
    """Exhibitors."""

    access_kind = "events.applicants"
    access_list_kind = ""  # the list names nobody
    person_fields = ("submitted_by_id",)
    list_display = ["organization", "event", "state", "stand", "vote_count"]
    list_filter = ["state"]
    list_select_related = ["organization", "event", "stand"]
    search_fields = ["organization__name", "event__title"]
    raw_id_fields = ["event", "organization", "stand", "load_in"]
    readonly_fields = ["state", "vote_count", "submitted_by", "decided_at"]


@admin.register(Proposal)
class ProposalAdmin(SeesPeople):
    """Proposals for programmes."""

    access_kind = "events.applicants"
    access_list_kind = ""  # the list names nobody
    person_fields = ("submitted_by_id",)
    list_display = ["title", "organization", "event", "state"]
    list_filter = ["state"]
    list_select_related = ["organization", "event"]
    search_fields = ["title", "organization__name", "event__title"]
    raw_id_fields = ["event", "organization"]
    readonly_fields = ["state", "session", "submitted_by"]


@admin.register(Mailing)
class MailingAdmin(admin.ModelAdmin):
    """Letters of organisers."""

    list_display = ["subject", "event", "group", "send_at", "sent_at", "sent_count"]
    list_filter = ["group"]
    list_select_related = ["event"]
    search_fields = ["subject", "event__title"]
    raw_id_fields = ["event"]
    readonly_fields = ["sent_at", "sent_count", "created_by", "is_cancelled"]
