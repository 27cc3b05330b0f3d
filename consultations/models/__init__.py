"""Consultations, their draft texts, remarks on them and the office's positions."""

from consultations.models.announcements import Announcement, DocumentTemplate, TemplateKind
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
from consultations.models.council import CouncilOpinion, CouncilState, CouncilVerdict
from consultations.models.drafts import DraftState, DraftVersion, Provision
from consultations.models.edits import ActEdit, EditKind
from consultations.models.groups import RemarkGroup, RemarkNote
from consultations.models.invitations import Invitation, InvitationBatch
from consultations.models.meetings import (
    ConsultationMeeting,
    MeetingAttendee,
    MeetingHeadcount,
    MeetingKind,
    Sector,
)
from consultations.models.moderation import (
    AbuseReason,
    AbuseReport,
    AbuseState,
    Appeal,
    AppealState,
    ModerationAction,
    ModerationDecision,
)
from consultations.models.modes import ModeDecision
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
from consultations.models.rounds import ConsultationRound
from consultations.models.rules import ConsultationRule, RequiredPart
from consultations.models.sources import SourceReading
from consultations.models.stages import Stage, StageChange

__all__ = [
    "IMPORT_CHANNELS",
    "AbuseReason",
    "AbuseReport",
    "AbuseState",
    "ActEdit",
    "Announcement",
    "Appeal",
    "AppealState",
    "ChangeStatus",
    "Channel",
    "Consultation",
    "ConsultationKind",
    "ConsultationMeeting",
    "ConsultationRound",
    "ConsultationRule",
    "CouncilOpinion",
    "CouncilState",
    "CouncilVerdict",
    "DocumentTemplate",
    "DraftState",
    "DraftVersion",
    "EditKind",
    "Identity",
    "ImportStage",
    "Invitation",
    "InvitationBatch",
    "MeetingAttendee",
    "MeetingHeadcount",
    "MeetingKind",
    "Mode",
    "ModeDecision",
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
    "RequiredPart",
    "RowStatus",
    "Sector",
    "SourceReading",
    "Stage",
    "StageChange",
    "TemplateKind",
    "Verdict",
]
