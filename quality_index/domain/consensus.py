"""The consensus meeting: what the team agrees on each indicator."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from accounts.models import User
from quality_index.domain.errors import AgreeingClosed, AgreementConflict
from quality_index.domain.gaps import gap_rows
from quality_index.models import AgreedScore, Assessment, Indicator, Side, Stage


@transaction.atomic
def save_agreed(
    *,
    assessment: Assessment,
    indicator: Indicator,
    value: int | None,
    reasons: str = "",
    dissent: str = "",
    actor: Any = None,
    revision: int = 0,
) -> AgreedScore:
    """Write or change an agreement; ``value`` None means that the indicator does not apply.

    ``revision`` is the one that the recorder saw (0 for none yet). Raises AgreementConflict when
    somebody saved in between, AgreeingClosed outside the stage of consensus.
    """
    _lock(assessment)
    # The lock of the assessment makes recorders take turns, also for the first agreement.
    row = AgreedScore.objects.filter(assessment=assessment, indicator=indicator).first()
    if (row.revision if row else 0) != revision:
        raise AgreementConflict
    row = row or AgreedScore(assessment=assessment, indicator=indicator)
    row.value, row.not_applicable = value, value is None
    row.reasons, row.dissent = reasons.strip(), dissent.strip()
    row.updated_by = actor if isinstance(actor, User) else None
    row.revision += 1
    row.save()
    return row


@transaction.atomic
def accept_unanimous(*, assessment: Assessment, actor: Any = None) -> int:
    """Agree on whatever all members of both sides scored the same; how many that were."""
    _lock(assessment)
    new = []
    for row in gap_rows(assessment):
        both = [level for side in Side.values for level in row.levels[side]]
        spoke = all(row.levels[side] for side in Side.values)
        if row.agreed or row.not_applicable_count or not spoke or len(set(both)) != 1:
            continue
        new.append(
            AgreedScore(
                assessment=assessment,
                indicator=row.indicator,
                value=both[0],
                revision=1,
                updated_by=actor if isinstance(actor, User) else None,
            )
        )
    AgreedScore.objects.bulk_create(new)
    return len(new)


def _lock(assessment: Assessment) -> None:
    agreeing = Assessment.objects.select_for_update(no_key=True).filter(
        pk=assessment.pk, stage=Stage.CONSENSUS
    )
    if not agreeing.exists():
        raise AgreeingClosed
