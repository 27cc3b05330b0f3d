"""Numbers of the home page with what came in each of the last months; activities register them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db.models import Count, QuerySet
from django.db.models.functions import TruncMonth
from django.utils import timezone
from django.utils.functional import Promise

from pages.forgiving_cache import recall, remember

MONTHS = 12
KEY = "pages:numbers"
KEPT_SECONDS = 600
# The drawing, in its own units.
HEIGHT, STEP, BAR = 40, 12, 9


@dataclass(frozen=True, slots=True)
class Number:
    """How many there are, and how many came in each month, the oldest first."""

    label: str | Promise
    value: int
    months: tuple[tuple[date, int], ...]
    months_label: str | Promise
    url: str

    @property
    def bars(self) -> list[tuple[int, int, int]]:
        """Place, top and height of each month's bar."""
        most = max((count for _month, count in self.months), default=0) or 1
        heights = [round(count / most * HEIGHT) for _month, count in self.months]
        return [(index * STEP, HEIGHT - high, high) for index, high in enumerate(heights)]


Source = Callable[[], Iterable[Number]]
_sources: list[tuple[int, Source]] = []


def register(source: Source, order: int) -> None:
    """Show numbers of an activity; lower ``order`` comes first."""
    if all(known != source for _order, known in _sources):
        _sources.append((order, source))


def numbers() -> list[Number]:
    """All numbers in order, counted every ten minutes."""
    kept: list[Number] | None = recall(KEY)
    if kept is None:
        ordered = sorted(_sources, key=lambda pair: pair[0])
        kept = [number for _order, source in ordered for number in source() if number.value]
        remember({KEY: kept}, KEPT_SECONDS)
    return kept


def by_month(rows: QuerySet[Any], field: str) -> tuple[tuple[date, int], ...]:
    """How many rows have the moment ``field`` in each of the last twelve months, this one too."""
    months = _last_months()
    begins = datetime.combine(months[0], time.min, timezone.get_current_timezone())
    found = (
        rows.order_by()
        .filter(**{f"{field}__gte": begins})
        .annotate(month=TruncMonth(field))
        .values("month")
        .annotate(number=Count("pk"))
    )
    counts: Mapping[date, int] = {timezone.localdate(row["month"]): row["number"] for row in found}
    return tuple((month, counts.get(month, 0)) for month in months)


def _last_months() -> list[date]:
    today = timezone.localdate()
    index = today.year * 12 + today.month - 1
    return [
        date(number // 12, number % 12 + 1, 1) for number in range(index - MONTHS + 1, index + 1)
    ]
