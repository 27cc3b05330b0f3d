"""Awards in the admin: for looking things up; decisions are made on the portal's pages."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from accounts.admin_bases import SeesPeople
from awards.models import (
    Award,
    Category,
    Competition,
    Criterion,
    Edition,
    EditionChange,
    Juror,
    Nomination,
    NominationChange,
    Regulations,
)


class ReadOnlyInline(admin.TabularInline):
    """Rows that are only ever added by the domain."""

    extra = 0

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class EditionChangeInline(ReadOnlyInline):
    """The log of stages."""

    model = EditionChange
    fields = ("changed_at", "source", "target", "actor", "reason")


class NominationChangeInline(ReadOnlyInline):
    """The log of states."""

    model = NominationChange
    fields = ("changed_at", "source", "target", "actor", "reason")


class CriterionInline(admin.TabularInline):
    """Criteria of a category."""

    model = Criterion
    extra = 0


@admin.register(Competition)
class CompetitionAdmin(admin.ModelAdmin):
    """Competitions."""

    list_display = ["name", "public_body"]
    list_select_related = ["public_body"]
    search_fields = ["name"]
    autocomplete_fields = ["public_body"]


@admin.register(Edition)
class EditionAdmin(admin.ModelAdmin):
    """Stages move on the portal's pages, where their guards are."""

    list_display = ["competition", "year", "stage", "opens_on", "closes_on", "results_at"]
    list_filter = ["stage", "year"]
    list_select_related = ["competition"]
    search_fields = ["competition__name"]
    readonly_fields = ["stage", "last_nomination_number"]
    inlines = [EditionChangeInline]


@admin.register(Category)
class CategoryAdmin(admin.ModelAdmin):
    """Categories with their criteria."""

    list_display = ["name", "edition", "position"]
    list_select_related = ["edition__competition"]
    search_fields = ["name"]
    raw_id_fields = ["edition", "form", "eligibility"]
    inlines = [CriterionInline]


@admin.register(Nomination)
class NominationAdmin(SeesPeople):
    """Texts are their authors' and are not edited here."""

    access_kind = "awards.nominations"
    person_fields = ("created_by_id",)
    list_display = ["number", "nominee_name", "category", "state", "consent"]
    list_filter = ["state", "consent", "channel"]
    list_select_related = ["category__edition__competition"]
    search_fields = ["nominee_name", "nominee_email"]
    inlines = [NominationChangeInline]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Juror)
class JurorAdmin(SeesPeople):
    """Seats; scores are not shown here."""

    access_kind = "awards.jury"
    person_fields = ("user_id",)
    list_display = ["name", "edition", "role", "signed_at", "left_on"]
    list_filter = ["role"]
    list_select_related = ["edition__competition"]
    search_fields = ["name"]
    raw_id_fields = ["edition", "user"]


@admin.register(Award)
class AwardAdmin(admin.ModelAdmin):
    """Only what everybody may know: the admin keeps the embargo too."""

    list_display = ["name", "category", "distinction", "place"]
    list_filter = ["distinction"]
    list_select_related = ["category__edition__competition"]
    search_fields = ["name"]
    raw_id_fields = ["category", "nomination", "organization", "county", "photo"]

    def get_queryset(self, request: HttpRequest) -> Any:
        return Award.objects.public()

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False


@admin.register(Regulations)
class RegulationsAdmin(admin.ModelAdmin):
    """Versions of rules."""

    list_display = ["edition", "number", "is_generated", "created_at"]
    list_select_related = ["edition__competition"]
    raw_id_fields = ["edition", "file", "created_by"]
