"""Every non-trivial read of standards; pages show what these return."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum
from django.utils import timezone

from standards.models import (
    ENDED,
    ROAD,
    TRANSITIONS,
    DocumentComment,
    Evidence,
    Meeting,
    Member,
    Presence,
    Stage,
    Standard,
    Training,
    WorkDocument,
    WorkingGroup,
)

_ORDER = list(Stage)
_EVIDENCE_OF = {move.target: move.evidence for move in TRANSITIONS if move.evidence}


@dataclass(frozen=True)
class Step:
    """One step of a road as the public timeline shows it."""

    stage: Stage
    state: str  # done, current (the next one), upcoming
    evidence: Evidence | None
    due_on: date | None

    @property
    def is_overdue(self) -> bool:
        """Whether it should have been taken already."""
        return self.state != "done" and self.due_on is not None and self.due_on < _today()

    @property
    def happened_on(self) -> date | None:
        """The day that its document bears."""
        return self.evidence.dated_on if self.evidence else None


def standards_for_list(user: Any) -> QuerySet[Standard]:
    """What a list shows of each, without a query per row."""
    return (
        Standard.objects.visible_to(user)
        .select_related("public_body", "group")
        .prefetch_related("plans")
        .defer("plain_language")
        .order_by("title", "pk")
    )


@dataclass(frozen=True)
class Card:
    """A standard in a list, with the step that comes next."""

    standard: Standard
    next_stage: Stage | None
    overdue_since: date | None


def cards(standards: Iterable[Standard]) -> list[Card]:
    """What cards say of standards whose plans are prefetched."""
    return [Card(row, next_stage(row), next_overdue(row)) for row in standards]


def search(standards: QuerySet[Standard], words: str) -> QuerySet[Standard]:
    """Those that hold each word; diacritics may be missing."""
    for word in words.split():
        standards = standards.filter(
            Q(title__unaccent__icontains=word)
            | Q(summary__unaccent__icontains=word)
            | Q(plain_language__unaccent__icontains=word)
        )
    return standards


def timeline(standard: Standard) -> list[Step]:
    """The whole road in order: one query for documents and one for plans."""
    proofs = {
        evidence.kind: evidence
        for evidence in standard.evidence.filter(superseded_at__isnull=True).select_related(
            "file",
            "document__file",
            "document__document",
            "consultation",
            "opinion__council",
            "training",
            "replacement",
        )
    }
    for evidence in proofs.values():
        evidence.standard = standard  # known already
    plans = {plan.stage: plan.due_on for plan in standard.plans.all()}
    reached = _ORDER.index(Stage(standard.stage))
    steps: list[Step] = []
    for stage in _road_of(standard):
        is_done = _ORDER.index(stage) <= reached
        follows = not steps or steps[-1].state == "done"
        state = "done" if is_done else "current" if follows else "upcoming"
        kind = _EVIDENCE_OF[stage]
        steps.append(Step(stage, state, proofs.get(kind) if is_done else None, plans.get(stage)))
    return steps


def next_overdue(standard: Standard) -> date | None:
    """The day on which the next step was due, when that day has passed."""
    coming = next_stage(standard)
    for plan in standard.plans.all():
        if plan.stage == coming and plan.due_on < _today():
            return plan.due_on
    return None


def next_stage(standard: Standard) -> Stage | None:
    """The step that comes next on the road; None at its end."""
    if standard.stage in ENDED:
        return None
    move = next(m for m in TRANSITIONS if m.source == standard.stage and m.evidence)
    return move.target


def groups_for_list(user: Any) -> QuerySet[WorkingGroup]:
    """Bodies with the numbers of both sides today."""
    today = _today()
    sits = Q(members__since__lte=today) & (
        Q(members__until__isnull=True) | Q(members__until__gte=today)
    )
    return (
        WorkingGroup.objects.visible_to(user)
        .select_related("public_body")
        .annotate(
            ngo_count=Count("members", filter=sits & Q(members__side="ngo"), distinct=True),
            administration_count=Count(
                "members", filter=sits & Q(members__side="administration"), distinct=True
            ),
        )
        .order_by("kind", "name", "pk")
    )


def seats_of(group: WorkingGroup) -> QuerySet[Member]:
    """People of the body with those they speak for."""
    return group.members.select_related("organization", "public_body", "user").prefetch_related(
        "organization__affiliations__umbrella"
    )


def _road_of(standard: Standard) -> list[Stage]:
    """The last step is the end that it has come to, or the usual one."""
    if standard.stage == Stage.REPEALED:
        return [*ROAD[:-1], Stage.REPEALED]
    return list(ROAD)


def _today() -> date:
    return timezone.localdate()


def trainings_for_list() -> QuerySet[Training]:
    """Trainings with the number of people: one query."""
    return (
        Training.objects.select_related("standard", "county")
        .annotate(people=Sum("attendance__people"))
        .order_by("-held_on", "-pk")
    )


def meetings_for_list(group: WorkingGroup) -> QuerySet[Meeting]:
    """Meetings of a body with the number of people who came."""
    came = Count("attendance", filter=Q(attendance__presence=Presence.PRESENT))
    return group.meetings.annotate(people=came).order_by("-starts_at", "-pk")


def documents_of(group: WorkingGroup) -> QuerySet[WorkDocument]:
    """Documents of the team with numbers of versions and open comments."""
    return (
        group.documents.select_related("standard", "meeting")
        .annotate(
            version_count=Count("versions", distinct=True),
            open_comments=Count(
                "versions__comments",
                filter=Q(versions__comments__settled_at__isnull=True),
                distinct=True,
            ),
        )
        .order_by("-updated_at", "-pk")
    )


def comments_on(document: WorkDocument) -> QuerySet[DocumentComment]:
    """What members said about any version of the document."""
    return DocumentComment.objects.filter(version__document=document).select_related(
        "author", "version", "settled_by"
    )
