"""Demo data: twelve weeks of visits, and the promises that the other parts made."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from django.utils import timezone

from insight.domain.keeping import refresh
from insight.models import VisitCount, VisitorCount
from territory.reference import county_choices

DAYS = 84
WEEKEND_SHARE = 0.4
# How often a page of each kind is read on a working day.
PAGES = {
    "pages:home": 90,
    "consultations:list": 45,
    "consultations:detail": 60,
    "organizations:list": 40,
    "organizations:detail": 55,
    "organizations:public_body": 15,
    "events:list": 25,
    "events:detail": 35,
    "standards:list": 12,
    "search:results": 30,
}
ABOUT_COUNTIES = {"consultations:detail", "organizations:detail", "events:detail"}


def seed_insight() -> None:
    """Measure promises; invent visits unless there are any."""
    refresh()
    if VisitCount.objects.exists():
        return
    random = Random(2026)  # noqa: S311 (invented numbers, the same every time)
    today = timezone.localdate()
    counties = [code for code, _name in county_choices()]
    for back in range(DAYS):
        day = today - timedelta(days=back)
        share = WEEKEND_SHARE if day.isoweekday() > 5 else 1.0
        rows = [
            VisitCount(
                day=day,
                part=page.partition(":")[0],
                page=page,
                county=counties[(back * 5 + place) % len(counties)]
                if page in ABOUT_COUNTIES
                else "",
                views=max(1, round(views * share * random.uniform(0.7, 1.3))),
            )
            for place, (page, views) in enumerate(PAGES.items())
        ]
        VisitCount.objects.bulk_create(rows)
        VisitorCount.objects.create(day=day, visitors=round(sum(row.views for row in rows) * 0.3))
