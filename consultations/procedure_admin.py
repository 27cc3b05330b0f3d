"""Rules, texts, meetings and opinions in the admin; ``admin`` registers the rest."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest

from consultations.admin_bases import ReadOnlyAdmin
from consultations.models import (
    Announcement,
    ConsultationMeeting,
    ConsultationRound,
    ConsultationRule,
    CouncilOpinion,
    DocumentTemplate,
    InvitationBatch,
    ModeDecision,
    RequiredPart,
)


class RuleForm(forms.ModelForm):
    """Parts of the checklist as boxes to tick."""

    required_parts = forms.MultipleChoiceField(
        label=ConsultationRule._meta.get_field("required_parts").verbose_name,
        choices=RequiredPart.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = ConsultationRule
        fields = [
            "legal_basis",
            "minimum_days",
            "advance_days",
            "region_council_days",
            "local_council_days",
            "required_parts",
        ]


@admin.register(ConsultationRule)
class ConsultationRuleAdmin(admin.ModelAdmin):
    """One rule for each kind: they are edited, never added or deleted."""

    form = RuleForm
    list_display = ["kind", "minimum_days", "advance_days", "updated_at"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(ConsultationRound)
class ConsultationRoundAdmin(ReadOnlyAdmin):
    """Rounds follow their consultations."""

    list_display = ["consultation", "number", "opens_on", "closes_on", "results_at"]
    list_select_related = ["consultation"]
    search_fields = ["consultation__title"]


@admin.register(ConsultationMeeting)
class ConsultationMeetingAdmin(ReadOnlyAdmin):
    """Meetings, without the names of those who came."""

    list_display = ["title", "consultation", "kind", "starts_at", "cancelled_at", "protocol_at"]
    list_filter = ["kind"]
    list_select_related = ["consultation"]
    search_fields = ["title", "consultation__title"]


@admin.register(CouncilOpinion)
class CouncilOpinionAdmin(ReadOnlyAdmin):
    """Questions to councils and their opinions."""

    list_display = ["consultation", "council_name", "state", "verdict", "due_on", "given_on"]
    list_filter = ["state", "verdict"]
    list_select_related = ["consultation"]
    search_fields = ["council_name", "consultation__title"]


@admin.register(ModeDecision)
class ModeDecisionAdmin(ReadOnlyAdmin):
    """The log of decisions on modes."""

    list_display = ["consultation", "mode", "origin", "decided_by", "decided_on", "actor"]
    list_select_related = ["consultation", "actor"]
    search_fields = ["consultation__title", "decided_by"]


@admin.register(DocumentTemplate)
class DocumentTemplateAdmin(ReadOnlyAdmin):
    """Versions of the offices' texts."""

    list_display = ["public_body", "kind", "number", "created_by", "created_at"]
    list_filter = ["kind"]
    list_select_related = ["public_body", "created_by"]
    search_fields = ["public_body__name", "title"]


@admin.register(Announcement)
class AnnouncementAdmin(ReadOnlyAdmin):
    """Announcements as they were issued."""

    list_display = ["title", "consultation", "round_number", "issued_at"]
    list_select_related = ["consultation"]
    search_fields = ["title", "consultation__title"]


@admin.register(InvitationBatch)
class InvitationBatchAdmin(ReadOnlyAdmin):
    """Who invited whom and when."""

    list_display = ["consultation", "choice", "created_by", "created_at"]
    list_select_related = ["consultation", "created_by"]
    search_fields = ["consultation__title", "choice"]
