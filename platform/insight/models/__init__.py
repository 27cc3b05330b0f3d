"""Tables of counts."""

from insight.models.promises import KeptPromise
from insight.models.visits import CountedBatch, VisitCount, VisitorCount

__all__ = ["CountedBatch", "KeptPromise", "VisitCount", "VisitorCount"]
