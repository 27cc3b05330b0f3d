"""The office's work in the admin: moderation, corrections, imports, report files, templates.

Drafts of remarks have no page here: until they are submitted only their authors may read them.
"""

from __future__ import annotations

from typing import Any

from django.contrib import admin

from accounts.admin_bases import SeesPeople
from consultations.admin_bases import ReadOnlyAdmin
from consultations.models import (
    AbuseReport,
    ActEdit,
    Appeal,
    ModerationDecision,
    Provision,
    ProvisionChange,
    RemarkAttachment,
    RemarkGroup,
    RemarkImport,
    RemarkImportFile,
    RemarkImportRow,
    RemarkNote,
    RemarkSupport,
    ReplyTemplate,
    ReportFile,
    SourceReading,
    StageChange,
)


@admin.register(ReplyTemplate)
class ReplyTemplateAdmin(admin.ModelAdmin):
    """Texts that an office uses again; the one kind here that may be edited."""

    list_display = ["title", "public_body", "verdict", "created_by", "updated_at"]
    list_filter = ["verdict"]
    list_select_related = ["public_body", "created_by"]
    search_fields = ["title", "text", "public_body__name"]
    autocomplete_fields = ["public_body"]
    readonly_fields = ["created_by", "updated_at"]


@admin.register(RemarkGroup)
class RemarkGroupAdmin(ReadOnlyAdmin):
    """Equal remarks with one position."""

    list_display = ["title", "consultation", "created_by", "created_at"]
    list_select_related = ["consultation", "created_by"]
    search_fields = ["title", "consultation__title"]


@admin.register(RemarkNote)
class RemarkNoteAdmin(ReadOnlyAdmin):
    """Notes that officials left for each other."""

    list_display = ["remark", "consultation", "author", "created_at"]
    list_select_related = ["remark__consultation", "author"]
    search_fields = ["remark__consultation__title", "author__email"]

    @admin.display(description=RemarkGroup._meta.get_field("consultation").verbose_name)
    def consultation(self, note: RemarkNote) -> str:
        """The consultation of the remark."""
        return str(note.remark.consultation)


class OfRemarkAdmin(ReadOnlyAdmin):
    """Rows about one remark."""

    list_select_related = ["remark__consultation"]
    search_fields = ["remark__consultation__title", "remark__text"]

    @admin.display(description=RemarkGroup._meta.get_field("consultation").verbose_name)
    def consultation(self, row: Any) -> str:
        """The consultation of the remark."""
        return str(row.remark.consultation)


@admin.register(AbuseReport)
class AbuseReportAdmin(SeesPeople, OfRemarkAdmin):
    """Reports of abuse; decided in the moderators' queue."""

    access_kind = "consultations.reports"
    access_list_kind = ""  # the list names nobody
    person_fields = ("reporter_id",)
    list_display = ["remark", "consultation", "reason", "state", "created_at", "decided_at"]
    list_filter = ["state", "reason", "created_at"]


@admin.register(ModerationDecision)
class ModerationDecisionAdmin(OfRemarkAdmin):
    """The log of moderators' decisions."""

    list_display = ["remark", "consultation", "action", "actor", "decided_at"]
    list_filter = ["action", "decided_at"]
    list_select_related = ["remark__consultation", "actor"]


@admin.register(Appeal)
class AppealAdmin(OfRemarkAdmin):
    """Appeals against hiding; decided in their queue, never by whoever hid."""

    list_display = ["remark", "consultation", "state", "created_at", "decided_by", "decided_at"]
    list_filter = ["state"]
    list_select_related = ["remark__consultation", "decided_by"]


@admin.register(RemarkAttachment)
class RemarkAttachmentAdmin(OfRemarkAdmin):
    """Files of remarks."""

    list_display = ["file", "remark", "consultation", "added_at"]
    list_select_related = ["remark__consultation", "file"]
    search_fields = ["file__original_name", "remark__consultation__title"]


@admin.register(RemarkSupport)
class RemarkSupportAdmin(OfRemarkAdmin):
    """That a remark was supported and when; by whom is nobody's business here."""

    list_display = ["remark", "consultation", "created_at"]
    fields = ["remark", "created_at"]


@admin.register(Provision)
class ProvisionAdmin(ReadOnlyAdmin):
    """Units of drafts; corrected beside the original before the opening."""

    list_display = ["citation", "kind", "eid", "version", "position"]
    list_filter = ["kind"]
    list_select_related = ["version__consultation"]
    search_fields = ["citation", "eid", "version__consultation__title"]
    ordering = ["-version", "position"]


@admin.register(ProvisionChange)
class ProvisionChangeAdmin(ReadOnlyAdmin):
    """What versions changed, and why."""

    list_display = ["version", "old", "new", "status", "reason"]
    list_filter = ["status"]
    list_select_related = ["version__consultation", "old", "new"]
    search_fields = ["version__consultation__title", "reason", "new__citation", "old__citation"]


@admin.register(ActEdit)
class ActEditAdmin(ReadOnlyAdmin):
    """The log of corrections of texts."""

    list_display = ["version", "kind", "unit", "actor", "created_at", "undone_at"]
    list_filter = ["kind", "created_at"]
    list_select_related = ["version__consultation", "actor"]
    search_fields = ["version__consultation__title", "unit"]


@admin.register(SourceReading)
class SourceReadingAdmin(ReadOnlyAdmin):
    """What was read from which file, word for word."""

    list_display = ["file", "page_count"]
    list_select_related = ["file"]
    search_fields = ["file__original_name"]
    fields = ["file", "page_count", "raw_text", "removed"]


@admin.register(StageChange)
class StageChangeAdmin(ReadOnlyAdmin):
    """The log of stages of all consultations."""

    list_display = ["consultation", "source", "target", "actor", "changed_at"]
    list_filter = ["target", "changed_at"]
    list_select_related = ["consultation", "actor"]
    search_fields = ["consultation__title", "reason"]


@admin.register(RemarkImport)
class RemarkImportAdmin(ReadOnlyAdmin):
    """Filled forms that offices brought."""

    list_display = ["consultation", "stage", "created_by", "created_at", "touched_at"]
    list_filter = ["stage"]
    list_select_related = ["consultation", "created_by"]
    search_fields = ["consultation__title", "created_by__email"]


@admin.register(RemarkImportFile)
class RemarkImportFileAdmin(SeesPeople, ReadOnlyAdmin):
    """The files of imports."""

    access_kind = "consultations.authors"
    list_display = ["file", "batch", "submitter_name", "channel", "received_on", "failure_code"]
    list_filter = ["channel", "failure_code"]
    list_select_related = ["file", "batch__consultation"]
    search_fields = ["file__original_name", "submitter_name", "batch__consultation__title"]


@admin.register(RemarkImportRow)
class RemarkImportRowAdmin(SeesPeople, ReadOnlyAdmin):
    """Rows of filled forms, and the remarks that they became."""

    access_kind = "consultations.authors"
    list_display = ["source", "number", "citation", "submitter_name", "status", "remark"]
    list_filter = ["status"]
    list_select_related = ["source__file", "source__batch__consultation", "remark"]
    search_fields = ["text", "submitter_name", "source__batch__consultation__title"]


@admin.register(ReportFile)
class ReportFileAdmin(ReadOnlyAdmin):
    """Files of long reports: what is asked for, in the making, ready."""

    list_display = ["consultation", "format", "state", "attempt", "created_at", "touched_at"]
    list_filter = ["state", "format"]
    list_select_related = ["consultation"]
    search_fields = ["consultation__title"]
