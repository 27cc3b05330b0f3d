"""What the pages of versions show; each function costs the same however long the act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet

from consultations.domain import lineage
from consultations.domain.permissions import can_manage_consultation
from consultations.domain.version_changes import pairs_of, text_of
from consultations.models import (
    ActEdit,
    ChangeStatus,
    Consultation,
    DraftState,
    DraftVersion,
    Provision,
    ProvisionChange,
    Remark,
)
from documents.redline import Change, diff_words, new_side, old_side


@dataclass(frozen=True)
class ComparedUnit:
    """A unit of two versions with the words that went and came."""

    old: Provision | None
    new: Provision | None
    status: ChangeStatus | None

    @property
    def unit(self) -> Provision:
        """The unit as it is now, or as it was when it is gone."""
        return self.new or self.old  # type: ignore[return-value] # one of them is there

    @property
    def anchor(self) -> str:
        """The place of the unit on the page; removed ones cannot take another's address."""
        return self.unit.eid if self.new else f"usunieta-{self.unit.eid}"

    @property
    def is_relabelled(self) -> bool:
        """Whether both versions have the unit under different designations."""
        return bool(self.old and self.new and self.old.label != self.new.label)

    @cached_property
    def words(self) -> list[Change]:
        """The way from the old wording to the new one."""
        return diff_words(
            text_of(self.old) if self.old else "", text_of(self.new) if self.new else ""
        )

    @property
    def old_words(self) -> list[Change]:
        """The left column."""
        return old_side(self.words)

    @property
    def new_words(self) -> list[Change]:
        """The right column."""
        return new_side(self.words)


def readable_versions(consultation: Consultation, user: Any) -> QuerySet[DraftVersion]:
    """Versions that the person may see, the newest first, with counts of changes."""
    versions = consultation.versions.select_related("source", "base").order_by("-number")
    if not can_manage_consultation(user, consultation):
        shown = Q(published_at__isnull=False) | Q(pk=consultation.current_version_id)
        versions = versions.filter(shown, state=DraftState.READY)
    return versions.annotate(change_count=Count("changes"))


def version_being_prepared(consultation: Consultation) -> DraftVersion | None:
    """The version beside the text in force that the office works on, if any."""
    versions = consultation.versions.select_related("source", "base")
    return versions.filter(base__isnull=False, published_at__isnull=True).first()


def compare(old: DraftVersion, new: DraftVersion, *, only_changes: bool) -> list[ComparedUnit]:
    """All units of two versions beside each other: two queries."""
    pairs = pairs_of(
        list(old.provisions.order_by("position")), list(new.provisions.order_by("position"))
    )
    return [
        ComparedUnit(pair.old, pair.new, pair.status)
        for pair in pairs
        if pair.status or not only_changes
    ]


def compared(change: ProvisionChange) -> ComparedUnit:
    """A stored change with its words."""
    return ComparedUnit(change.old, change.new, ChangeStatus(change.status))


def changes_with_reasons(version: DraftVersion) -> QuerySet[ProvisionChange]:
    """What a version changed, with the remarks that led to it: two queries."""
    remarks = Remark.objects.counted().select_related("organization", "author").order_by("number")
    return version.changes.select_related("old", "new").prefetch_related(
        Prefetch("remarks", remarks, to_attr="causes")
    )


def remarks_to_link(consultation: Consultation, change: ProvisionChange) -> QuerySet[Remark]:
    """Remarks that may have led to a change: those on its unit and those linked already."""
    on_unit = Q(provision__lineage=change.unit.lineage)
    return (
        consultation.remarks.counted()
        .filter(on_unit | Q(changes=change))
        .select_related("provision", "organization")
        .distinct()
        .order_by("number")
    )


def remarks_on_removed_text(consultation: Consultation) -> int:
    """How many counted remarks are on text that is in force no more."""
    if consultation.current_version is None or consultation.current_version.number == 1:
        return 0
    return lineage.on_removed_text(consultation.remarks.counted(), consultation).count()


def changes_led_to_by(remark: Remark) -> QuerySet[ProvisionChange]:
    """Published changes that the remark led to."""
    return remark.changes.filter(version__published_at__isnull=False).select_related(
        "version", "old", "new"
    )


def history_of_corrections(version: DraftVersion) -> QuerySet[ActEdit]:
    """Corrections by hand, the latest first."""
    return version.edits.select_related("actor", "undone_by").order_by("-pk")


def last_correction(version: DraftVersion) -> ActEdit | None:
    """The correction that can be taken back now."""
    return version.edits.filter(undone_at__isnull=True).order_by("-pk").first()


def unmatched(changes: Sequence[ProvisionChange]) -> tuple[list[Provision], list[Provision]]:
    """Units that only one of both versions has: those removed and those added."""
    removed = [change.old for change in changes if change.old and not change.new]
    added = [change.new for change in changes if change.new and not change.old]
    return removed, added
