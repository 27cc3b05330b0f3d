"""Standards and their road, the bodies that make them, trainings."""

from standards.models.calls import ApplicationState, MemberApplication, MemberCall
from standards.models.choices_made import (
    Choice,
    CircularBallot,
    CircularVote,
    DateAnswer,
    DateOption,
    DatePoll,
    Fits,
)
from standards.models.evidence import Evidence
from standards.models.groups import (
    LEADING,
    VOTING,
    Function,
    GroupKind,
    Member,
    Side,
    WorkingGroup,
)
from standards.models.meetings import (
    ActionPoint,
    Attendance,
    Decision,
    Meeting,
    MeetingFile,
    MeetingState,
    Presence,
)
from standards.models.opinions import Opinion, OpinionVerdict
from standards.models.road import (
    ENDED,
    IN_FORCE,
    ROAD,
    TRANSITIONS,
    WITH_ADOPTED_TEXT,
    EvidenceKind,
    Stage,
    StageChange,
    Transition,
    Who,
    evidence_after,
)
from standards.models.standards import Standard, StandardConsultation, StepPlan, Subject
from standards.models.trainings import Training, TrainingAttendance, TrainingKind
from standards.models.workspace import DocumentComment, DocumentVersion, WorkDocument

__all__ = [
    "ENDED",
    "IN_FORCE",
    "LEADING",
    "ROAD",
    "TRANSITIONS",
    "VOTING",
    "WITH_ADOPTED_TEXT",
    "ActionPoint",
    "ApplicationState",
    "Attendance",
    "Choice",
    "CircularBallot",
    "CircularVote",
    "DateAnswer",
    "DateOption",
    "DatePoll",
    "Decision",
    "DocumentComment",
    "DocumentVersion",
    "Evidence",
    "EvidenceKind",
    "Fits",
    "Function",
    "GroupKind",
    "Meeting",
    "MeetingFile",
    "MeetingState",
    "Member",
    "MemberApplication",
    "MemberCall",
    "Opinion",
    "OpinionVerdict",
    "Presence",
    "Side",
    "Stage",
    "StageChange",
    "Standard",
    "StandardConsultation",
    "StepPlan",
    "Subject",
    "Training",
    "TrainingAttendance",
    "TrainingKind",
    "Transition",
    "Who",
    "WorkDocument",
    "WorkingGroup",
    "evidence_after",
]
