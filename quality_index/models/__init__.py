"""Tables of the index."""

from quality_index.models.assessments import Assessment, Result, ResultLevel, Target
from quality_index.models.opinions import (
    FEWEST_ANSWERS,
    OpinionAnswer,
    OpinionSurvey,
    OpinionTurnout,
)
from quality_index.models.plans import OPEN_STATUSES, Action, ActionStatus
from quality_index.models.questionnaire import (
    HIGHEST_LEVEL,
    LEVEL_COUNT,
    IndexArea,
    Indicator,
    Plane,
    QuestionnaireVersion,
    VersionState,
)
from quality_index.models.stages import AssessmentStageChange, Stage
from quality_index.models.team import AgreedScore, Evidence, Group, Score, Seat, Side

__all__ = [
    "FEWEST_ANSWERS",
    "HIGHEST_LEVEL",
    "LEVEL_COUNT",
    "OPEN_STATUSES",
    "Action",
    "ActionStatus",
    "AgreedScore",
    "Assessment",
    "AssessmentStageChange",
    "Evidence",
    "Group",
    "IndexArea",
    "Indicator",
    "OpinionAnswer",
    "OpinionSurvey",
    "OpinionTurnout",
    "Plane",
    "QuestionnaireVersion",
    "Result",
    "ResultLevel",
    "Score",
    "Seat",
    "Side",
    "Stage",
    "Target",
    "VersionState",
]
