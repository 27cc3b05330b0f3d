"""Consultations, their draft texts, remarks on them and the office's positions."""

from consultations.models.attachments import RemarkAttachment
from consultations.models.changes import ChangeStatus, ProvisionChange
from consultations.models.consultation import (
    Consultation,
    ConsultationKind,
    Identity,
    Mode,
    ModeOrigin,
    Participation,
)
from consultations.models.drafts import DraftState, DraftVersion, Provision
from consultations.models.edits import ActEdit, EditKind
from consultations.models.groups import RemarkGroup, RemarkNote
from consultations.models.moderation import (
    AbuseReason,
    AbuseReport,
    AbuseState,
    Appeal,
    AppealState,
    ModerationAction,
    ModerationDecision,
)
from consultations.models.office import ReplyTemplate
from consultations.models.positions import Position, PositionState, Verdict
from consultations.models.remark_drafts import RemarkDraft
from consultations.models.remark_imports import (
    IMPORT_CHANNELS,
    ImportStage,
    RemarkImport,
    RemarkImportFile,
    RemarkImportRow,
    RowStatus,
)
from consultations.models.remarks import Channel, Remark, RemarkState, RemarkSupport
from consultations.models.reports import ReportFile, ReportState
from consultations.models.sources import SourceReading
from consultations.models.stages import Stage, StageChange

__all__ = [
    "IMPORT_CHANNELS",
    "AbuseReason",
    "AbuseReport",
    "AbuseState",
    "ActEdit",
    "Appeal",
    "AppealState",
    "ChangeStatus",
    "Channel",
    "Consultation",
    "ConsultationKind",
    "DraftState",
    "DraftVersion",
    "EditKind",
    "Identity",
    "ImportStage",
    "Mode",
    "ModeOrigin",
    "ModerationAction",
    "ModerationDecision",
    "Participation",
    "Position",
    "PositionState",
    "Provision",
    "ProvisionChange",
    "Remark",
    "RemarkAttachment",
    "RemarkDraft",
    "RemarkGroup",
    "RemarkImport",
    "RemarkImportFile",
    "RemarkImportRow",
    "RemarkNote",
    "RemarkState",
    "RemarkSupport",
    "ReplyTemplate",
    "ReportFile",
    "ReportState",
    "RowStatus",
    "SourceReading",
    "Stage",
    "StageChange",
    "Verdict",
]
