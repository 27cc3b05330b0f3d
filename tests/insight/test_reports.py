"""Reports of use: who may see them, and what they count."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from insight.domain.usage import Period, taken_part, usage
from insight.models import VisitCount, VisitorCount
from tests.accounts.factories import AdministratorFactory, UserFactory
from tests.consultations.factories import official, open_consultation, remark_on
from tests.organizations.factories import OrganizationFactory

pytestmark = pytest.mark.django_db
PAGE = "/raporty/"


def visits(**fields: Any) -> None:
    values: dict[str, Any] = {
        "day": timezone.localdate(),
        "part": "consultations",
        "page": "consultations:detail",
        "county": "1607",
        "views": 5,
    }
    VisitCount.objects.create(**(values | fields))


@pytest.mark.parametrize(
    ("person", "status"),
    [(None, 302), (UserFactory, 403), (official, 200), (AdministratorFactory, 200)],
)
@pytest.mark.parametrize("path", [PAGE, f"{PAGE}plik/csv/"])
def test_reports_are_for_officials_and_administrators(
    as_user: Callable[..., Client], person: Any, status: int, path: str
) -> None:
    client = as_user(person() if person else None)

    assert client.get(path).status_code == status


def test_visits_are_added_up_by_part_page_county_and_time() -> None:
    today = timezone.localdate()
    visits()
    visits(county="", views=2)
    visits(part="pages", page="", county="", views=3)
    visits(day=today - timedelta(days=40), views=100)
    VisitorCount.objects.create(day=today, visitors=14)

    found = usage(Period(today - timedelta(days=6), today))

    assert (found.views, found.visitors_a_day) == (10, 2)
    assert [(line.label, line.views) for line in found.by_part] == [
        ("Konsultacje", 7),
        ("strony portalu", 3),
    ]
    assert [(line.label, line.views) for line in found.by_page] == [
        ("strona konsultacji", 7),
        ("pozostałe strony", 3),
    ]
    assert [line.views for line in found.by_county] == [5]
    assert [line.views for line in found.by_time] == [0, 0, 0, 0, 0, 0, 10]


def test_long_periods_are_drawn_in_few_points() -> None:
    today = timezone.localdate()

    found = usage(Period(today - timedelta(days=364), today))

    assert len(found.by_time) <= 14


def test_participation_is_counted_by_county_and_side() -> None:
    consultation = open_consultation()
    organization = OrganizationFactory(county_id="1607")
    member = UserFactory()
    organization.memberships.create(user=member, role="representative")
    remark_on(consultation, author=member, organization=organization)
    remark_on(consultation)
    today = timezone.localdate()

    remarks = next(row for row in taken_part(Period(today, today)) if row.source.key == "remarks")

    assert sorted(counts for _name, counts in remarks.rows) == [[0, 0, 1], [1, 0, 0]]
    assert remarks.totals == [1, 0, 1]


def test_a_wrong_period_is_explained_and_keeps_what_was_typed(
    as_user: Callable[..., Client],
) -> None:
    client = as_user(AdministratorFactory())

    page = client.get(PAGE, {"od": "2026-05-01", "do": "2026-04-01"}).content.decode()
    nonsense = client.get(PAGE, {"od": "wczoraj", "do": "0001-01-01"})

    assert "nie może być przed jego początkiem" in page
    assert 'value="2026-05-01"' in page
    assert nonsense.status_code == 200


@pytest.mark.parametrize("format", ["pdf", "docx", "xlsx", "ods", "csv", "json"])
def test_the_report_comes_in_every_format(as_user: Callable[..., Client], format: str) -> None:
    visits()

    answer = as_user(AdministratorFactory()).get(f"{PAGE}plik/{format}/")

    assert answer.status_code == 200
    assert len(b"".join(answer.streaming_content)) > 100


def test_queries_do_not_grow_with_days(
    as_user: Callable[..., Client], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = as_user(AdministratorFactory())
    client.get(PAGE)
    for back in range(40):
        visits(day=timezone.localdate() - timedelta(days=back))

    with django_assert_max_num_queries(16):
        client.get(PAGE)
