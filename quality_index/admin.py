"""The index in the admin: drafts of the questionnaire are edited here, the rest is read."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.postgres.forms import SplitArrayField
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.admin_bases import SeesPeople
from quality_index.models import (
    LEVEL_COUNT,
    Action,
    Assessment,
    AssessmentStageChange,
    IndexArea,
    Indicator,
    OpinionSurvey,
    Plane,
    QuestionnaireVersion,
)


class ClosedWhenPublished:
    """Nothing of a published version can be changed; the database would refuse anyway."""

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only while the version is a draft."""
        return not _is_published(obj) and super().has_change_permission(request, obj)  # type: ignore[misc]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only while the version is a draft."""
        return not _is_published(obj) and super().has_delete_permission(request, obj)  # type: ignore[misc]


class PlaneInline(admin.TabularInline):
    """Planes of a draft."""

    model = Plane
    extra = 0
    fields = ["position", "key", "name", "name_en", "name_de", "weight"]

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return not _is_published(obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return not _is_published(obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return not _is_published(obj)


@admin.register(QuestionnaireVersion)
class QuestionnaireVersionAdmin(ClosedWhenPublished, admin.ModelAdmin):
    """Versions; they are published on the portal's page, after a look at the whole."""

    list_display = ["number", "title", "state", "published_at"]
    readonly_fields = ["state", "published_at"]
    search_fields = ["title"]
    inlines = [PlaneInline]


class LevelsForm(forms.ModelForm):
    """Five levels as five fields."""

    levels = SplitArrayField(
        forms.CharField(widget=forms.Textarea(attrs={"rows": 2})),
        size=LEVEL_COUNT,
        label=_("opisy poziomów"),
    )


class OfDrafts(ClosedWhenPublished, admin.ModelAdmin):
    """A part of a version."""

    list_display = ["name", "key", "version", "weight"]
    list_filter = ["version"]
    list_select_related = ["version"]
    search_fields = ["name", "key"]

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Only drafts take new parts."""
        if db_field.name == "version":
            kwargs["queryset"] = QuestionnaireVersion.objects.filter(state="draft")
        if db_field.name in ("plane", "area"):
            kwargs["queryset"] = db_field.related_model.objects.filter(version__state="draft")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


@admin.register(IndexArea)
class IndexAreaAdmin(OfDrafts):
    """Areas."""


@admin.register(Indicator)
class IndicatorAdmin(OfDrafts):
    """Indicators with their levels."""

    form = LevelsForm


class StageChangeInline(admin.TabularInline):
    """The log of stages, for reading."""

    model = AssessmentStageChange
    extra = 0
    fields = ("changed_at", "source", "target", "actor", "reason")
    readonly_fields = ("changed_at", "source", "target", "actor", "reason")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("actor")


@admin.register(Assessment)
class AssessmentAdmin(admin.ModelAdmin):
    """Assessments; stages move on the portal's pages, and nobody's scores are here."""

    list_display = ["body", "year", "stage", "total", "scores_until_on"]
    list_filter = ["stage", "year"]
    list_select_related = ["body"]
    search_fields = ["body__name"]
    autocomplete_fields = ["body"]
    readonly_fields = ["version", "year", "body", "stage", "total", "published_at", "coordinator"]
    inlines = [StageChangeInline]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False


@admin.register(Action)
class ActionAdmin(SeesPeople):
    """Actions of all plans."""

    access_kind = "quality_index.owners"
    list_display = ["title", "assessment", "owner_name", "due_on", "status"]
    list_filter = ["status"]
    list_select_related = ["assessment__body"]
    search_fields = ["title", "owner_name"]
    raw_id_fields = ["assessment", "indicator"]


@admin.register(OpinionSurvey)
class OpinionSurveyAdmin(admin.ModelAdmin):
    """Surveys; answers are anonymous and not shown one by one."""

    list_display = ["body", "opened_at", "closes_on", "assessment"]
    list_select_related = ["body", "assessment__body"]
    search_fields = ["body__name"]
    readonly_fields = ["body", "assessment", "questions"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False


def _is_published(part: Any) -> bool:
    version = part if isinstance(part, QuestionnaireVersion) else getattr(part, "version", None)
    return version is not None and version.is_published
