"""One searchable list of what people did, for administrators."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.audit import sources
from accounts.domain.audit_search import PAGE_SIZE, Search, search
from accounts.domain.impersonation import start_impersonation
from accounts.models import AccessRecord, Impersonation, User
from tests.accounts.factories import AdministratorFactory, UserFactory

pytestmark = pytest.mark.django_db
AUDIT = reverse("accounts:audit")


def look(viewer: User, about: str, days: int = 0) -> AccessRecord:
    """The viewer looked at somebody's data some days ago."""
    return AccessRecord.objects.create(
        kind="accounts.people",
        viewer=viewer,
        people_count=1,
        about=about,
        path="/admin/",
        seen_at=timezone.now() - timedelta(days=days),
    )


def test_logs_of_all_parts_are_found_by_their_shape() -> None:
    found = {source.model._meta.label for source in sources()}

    assert {
        "accounts.AccessRecord",
        "accounts.Impersonation",
        "admin.LogEntry",
        "awards.EditionChange",
        "awards.NominationChange",
        "consultations.ConsultationEvent",
        "consultations.ModerationDecision",
        "consultations.PositionEvent",
        "consultations.StageChange",
        "discussions.ThreadChange",
        "events.EventStageChange",
        "events.RegistrationChange",
        "organizations.DeputationEvent",
        "organizations.PartnershipStep",
        "pages.PublicationChange",
        "quality_index.AssessmentStageChange",
        "standards.StageChange",
    } <= found


def test_each_source_has_an_index_by_its_moment() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_indexes WHERE indexname LIKE 'audit\\_%%'")
        indexed = {row[0] for row in cursor.fetchall()}

    assert {source.model._meta.db_table for source in sources()} <= indexed


def test_it_is_narrowed_by_person_kind_part_days_and_words() -> None:
    anna, jan = UserFactory(display_name="Anna Audytowa"), UserFactory(email="jan@audyt.example")
    administrator = AdministratorFactory()
    look(anna, "Targi", days=5)
    look(jan, "Konferencja")
    start_impersonation(administrator, anna, reason="Pomoc przy targach")
    LogEntry.objects.log_actions(
        administrator.pk, User.objects.filter(pk=jan.pk), CHANGE, change_message="x"
    )

    def found(**wanted: Any) -> list[str]:
        return [record.subject for record in search(Search(**wanted)).records]

    assert found() == [str(jan), str(anna), "Konferencja", "Targi"]
    assert found(who="audytowa") == ["Targi"]
    assert found(who="jan@audyt") == ["Konferencja"]
    assert found(who="nikt taki") == []
    assert found(kind="acting") == [str(anna)]
    assert found(part="admin") == [str(jan)]
    assert found(text="targ") == [str(anna), "Targi"]
    assert found(text=f"#{jan.pk}") == [str(jan)]
    assert found(until=timezone.localdate() - timedelta(days=3)) == ["Targi"]
    assert found(since=timezone.localdate() - timedelta(days=3), kind="access") == ["Konferencja"]


def test_history_kept_by_the_database_names_who_changed(client: Client) -> None:
    from organizations.models import PublicBody

    administrator = AdministratorFactory(display_name="Alicja Zmieniająca")
    body = PublicBody.objects.get(kind="marshal")
    today = timezone.localdate().isoformat()
    from tests.organizations.factories import PublicBodyMembershipFactory

    first, second = (PublicBodyMembershipFactory(public_body=body).user for _number in range(2))
    client.force_login(administrator)
    client.post(
        reverse("organizations:deputies", args=[body.slug]),
        {"official": first.pk, "deputy": second.pk, "starts_on": today, "ends_on": today},
    )

    (record,) = search(Search(kind="history", who="Alicja")).records

    assert (record.actor, record.what) == ("Alicja Zmieniająca", "zastępstwo: dodano")
    assert record.detail == reverse("organizations:deputies", args=[body.slug])


def test_pages_lose_no_row_even_of_one_moment() -> None:
    viewer, now = UserFactory(), timezone.now()
    AccessRecord.objects.bulk_create(
        AccessRecord(
            kind="accounts.people", viewer=viewer, people_count=1, path="/", seen_at=now,
            about=str(number),
        )
        for number in range(PAGE_SIZE * 2 + 10)
    )  # fmt: skip
    look(viewer, "dawniej", days=1)

    first = search(Search())
    second = search(Search(), first.older)
    third = search(Search(), second.older)

    seen = [r.subject for page in (first, second, third) for r in page.records]
    assert len(seen) == len(set(seen)) == PAGE_SIZE * 2 + 11
    assert seen[-1] == "dawniej"
    assert third.older is None


def test_an_administrator_reads_and_leafs(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    administrator = AdministratorFactory()
    for number in range(PAGE_SIZE + 5):
        look(administrator, f"Sprawa {number}")
    client.force_login(administrator)
    page = client.get(AUDIT, {"who": administrator.email})
    assert "Sprawa 54" in page.content.decode()
    assert "Sprawa 3<" not in page.content.decode()

    older = page.context["page"].older
    with django_assert_max_num_queries(len(sources()) + 8):
        page = client.get(AUDIT, {"before": older.at.isoformat(), "skip": older.skip})

    assert "Sprawa 3<" in page.content.decode()


@pytest.mark.parametrize(
    "query",
    [
        {"since": "wczoraj"},
        {"before": "nigdy"},
        {"skip": "x", "before": "2026-01-01"},
        {"kind": "x", "part": "y", "text": "#99999999999999999999"},
    ],
)
def test_wrong_addresses_break_nothing(client: Client, query: dict[str, str]) -> None:
    client.force_login(AdministratorFactory())

    assert client.get(AUDIT, query).status_code == 200


def test_nobody_else_reads_it(client: Client) -> None:
    assert client.get(AUDIT).status_code == 302
    client.force_login(UserFactory())
    assert client.get(AUDIT).status_code == 403
    assert not Impersonation.objects.exists()
