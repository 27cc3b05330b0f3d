"""Questionnaires and surveys in the admin."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from accounts.admin_bases import SeesPeople
from surveys.models import Question, Questionnaire, Response, Section, Survey, Version


class VersionInline(admin.TabularInline):
    """Versions with a link to their own page."""

    model = Version
    extra = 0
    fields = ["number", "title", "state", "published_at"]
    readonly_fields = ["number", "title", "state", "published_at"]
    show_change_link = True

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Questionnaire)
class QuestionnaireAdmin(admin.ModelAdmin):
    """Questionnaires; drafts are published on the portal's pages, where they are checked."""

    list_display = ["title", "key", "owner_type", "created_at"]
    list_select_related = ["owner_type"]
    search_fields = ["title", "key"]
    readonly_fields = ["created_by"]
    inlines = [VersionInline]


class PartOfVersion:
    """What belongs to a published version is shown and not changed."""

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only parts of drafts."""
        version = getattr(obj, "version", obj)
        allowed: bool = super().has_change_permission(request, obj)  # type: ignore[misc]
        return allowed and not (isinstance(version, Version) and version.is_published)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only parts of drafts, one by one: a chosen list could hold published ones."""
        version = getattr(obj, "version", obj)
        allowed: bool = super().has_delete_permission(request, obj)  # type: ignore[misc]
        return allowed and isinstance(version, Version) and not version.is_published


class SectionInline(PartOfVersion, admin.TabularInline):
    """Sections of a version."""

    model = Section
    extra = 0
    fields = ["position", "title", "description", "texts"]


class QuestionInline(PartOfVersion, admin.StackedInline):
    """Questions of a section."""

    model = Question
    extra = 0
    exclude = ["version"]


@admin.register(Version)
class VersionAdmin(PartOfVersion, admin.ModelAdmin):
    """Versions with their sections."""

    list_display = ["title", "questionnaire", "number", "state", "published_at"]
    list_filter = ["state"]
    list_select_related = ["questionnaire"]
    search_fields = ["title", "questionnaire__key"]
    readonly_fields = ["questionnaire", "number", "state", "published_at"]
    inlines = [SectionInline]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False


@admin.register(Section)
class SectionAdmin(PartOfVersion, admin.ModelAdmin):
    """Sections with their questions."""

    list_display = ["title", "version", "position"]
    list_select_related = ["version"]
    search_fields = ["title", "version__title"]
    readonly_fields = ["version"]
    inlines = [QuestionInline]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """A question's version is its section's."""
        for question in formset.save(commit=False):
            question.version = form.instance.version
            question.save()
        for question in formset.deleted_objects:
            question.delete()


@admin.register(Survey)
class SurveyAdmin(admin.ModelAdmin):
    """Surveys; they are run on the portal's pages."""

    list_display = ["title", "version", "opens_at", "closes_at", "results_published_at"]
    list_select_related = ["version"]
    search_fields = ["title"]
    date_hierarchy = "closes_at"
    readonly_fields = ["version", "respondent_kind", "results_published_at", "created_by"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False


@admin.register(Response)
class ResponseAdmin(SeesPeople):
    """Responses, without what they say: answers are read in results."""

    access_kind = "surveys.answers"
    person_fields = ("user_id",)
    list_display = ["survey", "respondent_name", "state", "submitted_at"]
    list_filter = ["state"]
    list_select_related = ["survey"]
    search_fields = ["survey__title", "respondent_name"]
    fields = ["survey", "respondent_name", "state", "created_at", "submitted_at"]
    readonly_fields = ["survey", "respondent_name", "state", "created_at", "submitted_at"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False
