"""Which unit of the new version is which unit of the old one."""

from .pairing import match_units
from .units import Match, MatchStatus, UnitView

__all__ = ["Match", "MatchStatus", "UnitView", "match_units"]
