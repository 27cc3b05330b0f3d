"""Reading how offices keep their word: over all, by kind of promise, by office."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Aggregate, Count, F, FloatField, Max, Q, QuerySet, Sum
from django.db.models.functions import NullIf

from documents.exports import Chart, Series
from insight import promises
from insight.models import KeptPromise

Rows = QuerySet[Any]
SOURCE, YEAR = "rodzaj", "rok"
ORDERS = {
    "": ("office_name", "office_slug"),
    "czas": (F("median_days").desc(nulls_last=True), "office_name"),
    "terminy": (F("share_kept").asc(nulls_last=True), "office_name"),
}


class Median(Aggregate):
    """The middle value: half waited shorter, half longer."""

    function = "PERCENTILE_CONT"
    template = "%(function)s(0.5) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = FloatField()


@dataclass(frozen=True, slots=True)
class Measure:
    """What a set of matters shows. Shares are percents; None where there is nothing to share."""

    matters: int
    judged: int
    kept: int
    waiting: int
    median_days: float | None
    asked: int
    answered: int

    @property
    def share_kept(self) -> int | None:
        """Kept terms among those that could be judged."""
        return _percent(self.kept, self.judged)

    @property
    def share_answered(self) -> int | None:
        """Remarks with a published position among all that fell due."""
        return _percent(self.answered, self.asked)


@dataclass(frozen=True, slots=True)
class SourceMeasure:
    """One kind of promise with what it shows."""

    source: promises.Source
    measure: Measure


_JUDGED = Q(kept__isnull=False)
_COUNTS: dict[str, Any] = {
    "matters": Count("pk"),
    "judged": Count("pk", filter=_JUDGED),
    "kept_count": Count("pk", filter=Q(kept=True)),
    "waiting": Count("pk", filter=Q(done_on__isnull=True)),
    "median_days": Median("days"),
    # Remarks count once their matter fell due: before that nobody is late.
    "asked_count": Sum("asked", filter=_JUDGED, default=0),
    "answered_count": Sum("answered", filter=_JUDGED, default=0),
}


def matters(*, year: int | None = None, source: str = "", office: str = "") -> Rows:
    """Matters, newest first; empty arguments narrow nothing."""
    rows = KeptPromise.objects.order_by("-begun_on", "-pk")
    if year:
        rows = rows.filter(begun_on__year=year)
    if source:
        rows = rows.filter(source=source)
    return rows.filter(office_slug=office) if office else rows


def overall(rows: Rows) -> Measure:
    """All matters together."""
    return _measure(rows.order_by().aggregate(**_COUNTS))


def by_source(rows: Rows) -> list[SourceMeasure]:
    """Each kind of promise that has matters, in one query."""
    found = {row["source"]: row for row in rows.order_by().values("source").annotate(**_COUNTS)}
    return [
        SourceMeasure(source, _measure(found[source.key]))
        for source in promises.sources()
        if source.key in found
    ]


def by_office(rows: Rows, order: str = "") -> Rows:
    """One line for each office; alphabetical unless another order is chosen."""
    grouped = rows.order_by().values("office_slug", "office_name").annotate(**_COUNTS)
    shared = grouped.annotate(
        share_kept=100.0 * F("kept_count") / NullIf(F("judged"), 0),
        share_answered=100.0 * F("answered_count") / NullIf(F("asked_count"), 0),
    )
    return shared.order_by(*ORDERS.get(order, ORDERS[""]))


def years() -> list[int]:
    """Years that have matters, the newest first."""
    found = KeptPromise.objects.dates("begun_on", "year", order="DESC")
    return [day.year for day in found]


def refreshed(*_args: Any, **_kwargs: Any) -> object:
    """What changes with the pages (see pages.freshness)."""
    return KeptPromise.objects.aggregate(at=Max("refreshed_at"), n=Count("pk"))


def share_chart(measures: list[SourceMeasure], *, title: str, description: str) -> Chart | None:
    """Kept terms by kind of promise, in percent."""
    judged = [row for row in measures if row.measure.share_kept is not None]
    if not judged:
        return None
    return Chart(
        kind="bar",
        title=title,
        description=description,
        categories=[str(row.source.label) for row in judged],
        series=[Series("%", [row.measure.share_kept or 0 for row in judged])],
        maximum=100,
    )


def _measure(row: dict[str, Any]) -> Measure:
    return Measure(
        matters=row["matters"],
        judged=row["judged"],
        kept=row["kept_count"],
        waiting=row["waiting"],
        median_days=row["median_days"],
        asked=row["asked_count"],
        answered=row["answered_count"],
    )


def _percent(part: int, whole: int) -> int | None:
    return round(100 * part / whole) if whole else None
