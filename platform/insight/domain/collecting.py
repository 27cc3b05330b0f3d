"""Moving the tally into the database: each batch once, whatever is killed in between."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date, timedelta

from django.db import connection, transaction
from django.utils import timezone

from insight import places
from insight.domain import tally
from insight.models import CountedBatch, VisitCount, VisitorCount

BATCHES_KEPT_DAYS = 7
Row = tuple[str, str, str]  # part, page, county

_ADD = """
    INSERT INTO insight_visitcount (day, part, page, county, views)
    VALUES (%s, %s, %s, %s, %s)
    ON CONFLICT (day, part, page, county)
    DO UPDATE SET views = insight_visitcount.views + EXCLUDED.views
"""


def collect() -> int:
    """Add what was tallied to the counts; how many page views were added."""
    tally.set_aside()
    added = 0
    for batch in tally.batches():
        added += _add(batch)
        tally.forget(batch)
    _note_visitors()
    since = timezone.now() - timedelta(days=BATCHES_KEPT_DAYS)
    CountedBatch.objects.filter(counted_at__lt=since).delete()
    return added


@transaction.atomic
def _add(batch: str) -> int:
    _row, is_new = CountedBatch.objects.get_or_create(key=batch)
    if not is_new:
        return 0
    day = date.fromisoformat(batch.partition(":")[0])
    counts = _rows(tally.hits_of(batch))
    with connection.cursor() as cursor:
        # In one order, so that two collectors never wait for each other in a circle.
        cursor.executemany(_ADD, [(day, *row, views) for row, views in sorted(counts.items())])
    return sum(counts.values())


def _rows(hits: Mapping[tuple[str, str], int]) -> Counter[Row]:
    slugs: defaultdict[str, set[str]] = defaultdict(set)
    for view_name, slug in hits:
        if slug:
            slugs[view_name].add(slug)
    counties = {name: _counties(name, found) for name, found in slugs.items()}
    rows: Counter[Row] = Counter()
    for (view_name, slug), views in hits.items():
        page = view_name if places.find(view_name) else ""
        county = counties.get(view_name, {}).get(slug, "")
        rows[view_name.partition(":")[0], page, county] += views
    return rows


def _counties(view_name: str, slugs: set[str]) -> Mapping[str, str]:
    place = places.find(view_name)
    return place.counties_of(slugs) if place is not None and place.counties_of else {}


def _note_visitors() -> None:
    rows = [
        VisitorCount(day=day, part=part, visitors=number)
        for (day, part), number in sorted(tally.visitors().items())
    ]
    VisitorCount.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["day", "part"],
        update_fields=["visitors"],
    )


def newest_day() -> date | None:
    """The last day of which anything is known."""
    return VisitCount.objects.order_by("-day").values_list("day", flat=True).first()
