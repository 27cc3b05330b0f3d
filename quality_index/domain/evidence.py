"""Evidence: shared by several indicators, carried from year to year, counted by the portal."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Prefetch, Q, QuerySet

from documents.models import StoredFile
from documents.storing import delete_stored_file
from organizations import cooperation_facts
from organizations.cooperation_facts import Fact
from quality_index.domain.questionnaires import map_versions
from quality_index.models import Assessment, Evidence, Indicator, Seat, Stage


@transaction.atomic
def add_evidence(
    *,
    assessment: Assessment,
    seat: Seat | None,
    title: str,
    indicators: Iterable[Indicator],
    link: str = "",
    file: StoredFile | None = None,
) -> Evidence:
    """Keep evidence; what the office adds is for the whole team at once."""
    row = Evidence.objects.create(
        assessment=assessment,
        seat=seat,
        is_shared=seat is None,
        title=title,
        link=link,
        file=file,
    )
    row.indicators.set(indicators)
    return row


@transaction.atomic
def remove_evidence(row: Evidence) -> None:
    """Take evidence away; a file goes with the last year that uses it."""
    file = row.file
    row.delete()
    if file is not None and not Evidence.objects.filter(file=file).exists():
        delete_stored_file(file)


def confirm_evidence(row: Evidence) -> None:
    """Say that what was carried over still holds."""
    Evidence.objects.filter(pk=row.pk).update(is_confirmed=True)


def carry_over(assessment: Assessment) -> int:
    """Take over what the team saw the year before, each to be confirmed; how many they were."""
    before = (
        Assessment.objects.filter(body=assessment.body_id, year__lt=assessment.year)
        .exclude(stage=Stage.CANCELLED)
        .select_related("version")
        .order_by("-year")
        .first()
    )
    if before is None or not before.is_opened:
        return 0
    ancestors = map_versions(before.version, assessment.version).same
    by_old = {old: key for key, old in ancestors.items()}
    present = {row.key: row for row in assessment.version.indicators.all()}
    carried = 0
    for row in before.evidence.prefetch_related("indicators"):
        copy = Evidence.objects.create(
            assessment=assessment,
            is_shared=True,
            title=row.title,
            link=row.link,
            file=row.file,
            carried_from=row,
            is_confirmed=False,
        )
        kept = [present[by_old[old.key]] for old in row.indicators.all() if old.key in by_old]
        copy.indicators.set(kept)
        carried += 1
    return carried


def evidence_for(assessment: Assessment, seat: Seat | None) -> QuerySet[Evidence]:
    """What the reader may see: everything once scoring is over, before that own and shared."""
    rows = assessment.evidence.select_related("file", "carried_from").prefetch_related(
        Prefetch("indicators", Indicator.objects.only("key", "name", "name_en", "name_de"))
    )
    if assessment.is_opened:
        return rows
    own = Q(seat=seat) if seat is not None else Q(pk__in=[])
    return rows.filter(Q(is_shared=True) | own)


def hints_for(assessment: Assessment) -> dict[str, list[Fact]]:
    """What the portal counted of the year, by the key of the indicator that it may support."""
    year = assessment.year
    counted = cooperation_facts.facts_of(assessment.body, date(year, 1, 1), date(year, 12, 31))
    facts = {fact.key: fact for fact in counted}
    return {
        row.key: [facts[key] for key in row.hints if key in facts]
        for row in assessment.version.indicators.all()
    }


def files_of(user: Any) -> QuerySet[Evidence]:
    """Files that a member added, for the export of their data."""
    return Evidence.objects.filter(seat__user=user, file__isnull=False).select_related("file")
