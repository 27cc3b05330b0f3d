"""Every non-trivial read; pages show what these return and ask the database no more."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from consultations.acts.tree import HEADING_KINDS, UnitKind
from consultations.domain import lineage
from consultations.domain.talks import REMARK
from consultations.models import (
    Consultation,
    DraftVersion,
    PositionState,
    Provision,
    Remark,
    RemarkState,
    RemarkSupport,
    Stage,
)
from discussions.domain.counting import talk_count

# Kinds that the table of contents lists; deeper units are reached by scrolling.
CONTENTS_KINDS = HEADING_KINDS | {UnitKind.ARTICLE, UnitKind.SECTION}


@dataclass(slots=True)
class ReaderUnit:
    """A provision with what the reader page shows beside it."""

    provision: Provision
    remark_count: int = 0
    children: list[ReaderUnit] = field(default_factory=list)

    @property
    def total_count(self) -> int:
        """Remarks on this unit and all below it."""
        return self.remark_count + sum(child.total_count for child in self.children)


@dataclass(slots=True)
class AnswerProgress:
    """How far the office has come with its answers."""

    total: int
    approved: int
    prepared: int

    @property
    def unanswered(self) -> int:
        """Remarks without an approved position."""
        return self.total - self.approved

    @property
    def percent(self) -> int:
        """Approved positions as a share of remarks, 0–100; 100 when there are none."""
        return 100 * self.approved // self.total if self.total else 100


def consultations_for_list(user: Any) -> QuerySet[Consultation]:
    """What a list of consultations shows, without a query per row."""
    return (
        Consultation.objects.visible_to(user)
        .select_related("public_body")
        .defer("legal_basis")
        .annotate(remark_count=_count_of(Remark.objects.counted(), "consultation"))
    )


def search(consultations: QuerySet[Consultation], words: str) -> QuerySet[Consultation]:
    """Those whose title or summary holds each word; diacritics may be missing."""
    for word in words.split():
        consultations = consultations.filter(
            Q(title__unaccent__icontains=word) | Q(summary__unaccent__icontains=word)
        )
    return consultations


def open_now(user: Any, limit: int = 6) -> QuerySet[Consultation]:
    """Consultations that take remarks now, those ending soonest first."""
    return consultations_for_list(user).filter(stage=Stage.OPEN).order_by("closes_at")[:limit]


def reader_tree(version: DraftVersion) -> list[ReaderUnit]:
    """The whole draft as a tree with counts of remarks: two queries whatever its size."""
    counts = lineage.counts_by_lineage(version.consultation_id)
    nodes: dict[int, ReaderUnit] = {}
    roots: list[ReaderUnit] = []
    for provision in version.provisions.order_by("position"):
        node = ReaderUnit(provision, counts.get(provision.lineage, 0))
        nodes[provision.pk] = node
        if provision.parent_id is None:
            roots.append(node)
        else:
            nodes[provision.parent_id].children.append(node)
    return roots


def flat(tree: list[ReaderUnit]) -> list[ReaderUnit]:
    """All units in reading order; ``provision.depth`` tells how deep each stands."""
    units: list[ReaderUnit] = []
    for node in tree:
        units.append(node)
        units.extend(flat(node.children))
    return units


def contents(tree: list[ReaderUnit]) -> list[ReaderUnit]:
    """Units of the table of contents in reading order, with their depth kept."""
    listed: list[ReaderUnit] = []
    for node in tree:
        if node.provision.kind in CONTENTS_KINDS:
            listed.append(node)
            listed.extend(contents(node.children))
    return listed


def remarks_for_reading(consultation: Consultation, user: Any) -> QuerySet[Remark]:
    """Submitted remarks with all that a remark card shows."""
    remarks = (
        lineage.with_current_unit(consultation.remarks.counted().with_results(), consultation)
        .select_related("provision", "organization", "author", "position")
        .annotate(talk_count=talk_count(REMARK))
        .order_by("number")
    )
    if user.is_authenticated:
        mine = RemarkSupport.objects.filter(remark=OuterRef("pk"), user=user)
        return remarks.annotate(supported_by_me=Exists(mine))
    return remarks


def remarks_for_work(consultation: Consultation) -> QuerySet[Remark]:
    """The official's table of remarks."""
    return (
        consultation.remarks.filter(state__in=[RemarkState.SUBMITTED, RemarkState.HIDDEN])
        .select_related("provision", "organization", "position", "group", "assigned_to")
        .order_by("number")
    )


def remarks_for_report(
    consultation: Consultation, rounds: Collection[int] | None = None
) -> QuerySet[Remark]:
    """Counted remarks (of ``rounds``) in the order of the draft, the whole-draft ones first."""
    remarks = counted_in(consultation, rounds).select_related(
        "provision", "organization", "position"
    )
    return lineage.in_order_of_text(remarks, consultation)


def counted_in(
    consultation: Consultation, rounds: Collection[int] | None = None
) -> QuerySet[Remark]:
    """Counted remarks of some rounds, or of all when ``rounds`` is None."""
    remarks = consultation.remarks.counted()
    return remarks if rounds is None else remarks.filter(round_number__in=rounds)


def traces_of_remarks(consultation: Consultation) -> tuple[object, ...]:
    """Last entries in the histories of remarks and positions, and how many of these there are."""
    changes = apps.get_model("consultations", "RemarkEvent").objects
    answers = apps.get_model("consultations", "PositionEvent").objects
    mine = consultation.remarks.all()
    return (
        consultation.current_version_id,
        mine.counted().aggregate(n=Count("pk"), positions=Count("position")),
        changes.filter(consultation=consultation).aggregate(last=Max("pgh_id")),
        answers.filter(remark__in=mine.values("pk")).aggregate(last=Max("pgh_id")),
    )


def remark_total(consultation: Consultation) -> AnswerProgress:
    """The number of counted remarks alone, from the index; nothing about answers."""
    return AnswerProgress(consultation.remarks.counted().count(), approved=0, prepared=0)


def answer_progress(consultation: Consultation) -> AnswerProgress:
    """Counts of remarks by the state of their positions, in one query."""
    counts = consultation.remarks.counted().aggregate(
        total=Count("pk"),
        approved=Count("pk", filter=Q(position__state=PositionState.APPROVED)),
        prepared=Count("pk", filter=Q(position__state=PositionState.PREPARED)),
    )
    return AnswerProgress(**counts)


def _count_of(rows: QuerySet[Remark], reference: str) -> Coalesce:
    """How many of ``rows`` refer to the outer row; needs no grouping of the outer query."""
    mine = rows.filter(**{reference: OuterRef("pk")}).order_by().values(reference)
    return Coalesce(Subquery(mine.annotate(n=Count("pk")).values("n")), 0)
