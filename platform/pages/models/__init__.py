"""News, calls for offers, and letters of readers."""

from pages.models.calls import Call, CallDocument, CallKind, CallReminder
from pages.models.letters import ReaderLetter
from pages.models.news import News, NewsCategory
from pages.models.publications import (
    TRANSITIONS,
    Publication,
    PublicationChange,
    PublicationQuerySet,
    PublicationState,
)

__all__ = [
    "TRANSITIONS",
    "Call",
    "CallDocument",
    "CallKind",
    "CallReminder",
    "News",
    "NewsCategory",
    "Publication",
    "PublicationChange",
    "PublicationQuerySet",
    "PublicationState",
    "ReaderLetter",
]
