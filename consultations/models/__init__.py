"""Consultations, their draft texts, remarks on them and the office's positions."""

from consultations.models.consultation import (
    Consultation,
    ConsultationKind,
    Identity,
    Mode,
    Participation,
)
from consultations.models.drafts import DraftState, DraftVersion, Provision
from consultations.models.positions import Position, PositionState, Verdict
from consultations.models.remarks import Channel, Remark, RemarkState, RemarkSupport
from consultations.models.stages import Stage, StageChange

__all__ = [
    "Channel",
    "Consultation",
    "ConsultationKind",
    "DraftState",
    "DraftVersion",
    "Identity",
    "Mode",
    "Participation",
    "Position",
    "PositionState",
    "Provision",
    "Remark",
    "RemarkState",
    "RemarkSupport",
    "Stage",
    "StageChange",
    "Verdict",
]
