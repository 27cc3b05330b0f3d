"""Categories, threads, posts, what people have read, and moderation."""

from discussions.models.categories import Category, Readers
from discussions.models.moderation import (
    AbuseReason,
    AbuseReport,
    AbuseState,
    Appeal,
    AppealState,
    ModerationAction,
    ModerationDecision,
    ThreadAction,
    ThreadChange,
)
from discussions.models.posts import Mention, Post, PostAttachment, PostState
from discussions.models.reading import Draft, Participant, ReadMark
from discussions.models.threads import Thread

__all__ = [
    "AbuseReason",
    "AbuseReport",
    "AbuseState",
    "Appeal",
    "AppealState",
    "Category",
    "Draft",
    "Mention",
    "ModerationAction",
    "ModerationDecision",
    "Participant",
    "Post",
    "PostAttachment",
    "PostState",
    "ReadMark",
    "Readers",
    "Thread",
    "ThreadAction",
    "ThreadChange",
]
