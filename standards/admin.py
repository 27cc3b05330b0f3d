"""Standards and bodies in the admin; steps, votes and ballots are made on the portal's pages.

The roll and the urn of elections are not here: nobody looks into them.
"""

from __future__ import annotations

from django.contrib import admin

from accounts.admin_bases import SeesPeople
from standards.models import (
    Adoption,
    Collection,
    Election,
    Material,
    Meeting,
    Member,
    Practice,
    Project,
    Standard,
    Training,
    WorkingGroup,
)


@admin.register(Standard)
class StandardAdmin(admin.ModelAdmin):
    """Stages move on the portal's pages, where their evidence is."""

    list_display = ["title", "public_body", "subject", "stage", "is_listed"]
    list_filter = ["stage", "subject"]
    list_select_related = ["public_body"]
    search_fields = ["title", "summary"]
    autocomplete_fields = ["public_body", "group"]
    readonly_fields = ["slug", "stage", "adopted_text", "created_by"]


@admin.register(WorkingGroup)
class WorkingGroupAdmin(admin.ModelAdmin):
    """Bodies."""

    list_display = ["name", "kind", "public_body", "term_from", "term_until"]
    list_filter = ["kind"]
    list_select_related = ["public_body"]
    search_fields = ["name", "purpose"]
    autocomplete_fields = ["public_body"]
    readonly_fields = ["slug", "appointment_file", "created_by"]


@admin.register(Member)
class MemberAdmin(SeesPeople):
    """Seats."""

    access_kind = "standards.members"
    person_fields = ("user_id",)
    list_display = ["name", "group", "side", "function", "since", "until"]
    list_filter = ["side", "function"]
    list_select_related = ["group"]
    search_fields = ["name", "group__name"]
    autocomplete_fields = ["group", "public_body", "organization"]
    raw_id_fields = ["user"]


@admin.register(Meeting)
class MeetingAdmin(admin.ModelAdmin):
    """Meetings."""

    list_display = ["title", "group", "starts_at", "state", "hours"]
    list_filter = ["state"]
    list_select_related = ["group"]
    search_fields = ["title", "group__name"]
    autocomplete_fields = ["group"]
    raw_id_fields = ["county"]


@admin.register(Election)
class ElectionAdmin(admin.ModelAdmin):
    """Elections, for reading: their rules are held by triggers."""

    list_display = ["title", "council", "state", "voting_from", "voting_until", "results_at"]
    list_select_related = ["council"]
    search_fields = ["title"]
    autocomplete_fields = ["council"]
    readonly_fields = ["slug", "state"]


@admin.register(Adoption)
class AdoptionAdmin(admin.ModelAdmin):
    """Adoptions; withdrawn ones are marked here."""

    list_display = ["standard", "public_body", "state", "number", "adopted_on"]
    list_filter = ["state"]
    list_select_related = ["standard", "public_body"]
    search_fields = ["standard__title", "public_body__name"]
    autocomplete_fields = ["standard", "public_body"]


@admin.register(Training)
class TrainingAdmin(admin.ModelAdmin):
    """Trainings."""

    list_display = ["title", "kind", "held_on", "hours", "standard"]
    list_filter = ["kind"]
    list_select_related = ["standard"]
    search_fields = ["title"]
    autocomplete_fields = ["standard"]
    raw_id_fields = ["county"]


class SharedAdmin(admin.ModelAdmin):
    """What members sent in."""

    list_display = ["title", "state", "author", "created_at"]
    list_filter = ["state"]
    list_select_related = ["author"]
    search_fields = ["title"]
    raw_id_fields = ["standard"]


@admin.register(Material)
class MaterialAdmin(SharedAdmin):
    """The library."""

    autocomplete_fields = ["organization"]


@admin.register(Practice)
class PracticeAdmin(SharedAdmin):
    """Cases of offices."""

    autocomplete_fields = ["public_body"]


@admin.register(Project)
class ProjectAdmin(admin.ModelAdmin):
    """Projects with targets."""

    list_display = ["title", "public_body", "starts_on", "ends_on"]
    list_select_related = ["public_body"]
    search_fields = ["title"]
    autocomplete_fields = ["public_body"]


@admin.register(Collection)
class CollectionAdmin(admin.ModelAdmin):
    """Collections of materials."""

    list_display = ["title", "created_at"]
    search_fields = ["title"]
    filter_horizontal = ["materials"]
