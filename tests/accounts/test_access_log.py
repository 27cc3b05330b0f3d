"""Who saw whose personal data is written down, shown to the person and to administrators."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone

from accounts import access_log
from accounts.domain.export import write_export
from accounts.domain.impersonation import start_impersonation
from accounts.domain.retention import apply_retention
from accounts.models import AccessRecord, User
from tests.accounts.factories import AdministratorFactory, UserFactory

pytestmark = pytest.mark.django_db


def request_of(user: Any, path: str = "/wydarzenia/targi/organizacja/uczestnicy/") -> Any:
    """A page that the person opens."""
    request = RequestFactory().get(path, {"q": "Kowalska"})
    request.user = user
    return request


def look(viewer: User, *people: User | None, **more: Any) -> AccessRecord | None:
    """The viewer opens a page with the data of ``people``."""
    ids = [person and person.pk for person in people]
    return access_log.record(request_of(viewer), "accounts.people", ids, **more)


def test_a_look_says_who_whose_when_where_and_what_for() -> None:
    official, seen, other = UserFactory.create_batch(3)

    record = look(official, seen, None, seen, about="Targi", reason="telefon", others=2)

    assert record is not None
    assert (record.viewer, record.about, record.reason) == (official, "Targi", "telefon")
    # Without the search, which may hold somebody's name.
    assert record.path == "/wydarzenia/targi/organizacja/uczestnicy/"
    assert list(record.people.all()) == [seen]
    assert record.people_count == 4
    assert not AccessRecord.objects.filter(people=other).exists()


def test_ones_own_data_and_empty_pages_are_not_recorded() -> None:
    user = UserFactory()

    assert look(user, user) is None
    assert look(user) is None


def test_an_unknown_kind_is_a_mistake_of_the_programmer() -> None:
    with pytest.raises(ValueError, match="niczyje"):
        access_log.record(request_of(UserFactory()), "niczyje", [1])


def test_who_acts_as_somebody_is_named_with_the_reason() -> None:
    administrator, official, seen = AdministratorFactory(), UserFactory(), UserFactory()
    request = request_of(official)
    request.impersonation = start_impersonation(
        administrator, official, reason="Zgłoszenie 12 w pomocy"
    )

    record = access_log.record(request, "accounts.people", [seen.pk])

    assert record is not None
    assert (record.viewer, record.reason) == (administrator, "Zgłoszenie 12 w pomocy")


def test_the_person_reads_who_looked_and_nobody_elses_looks(client: Client) -> None:
    official = UserFactory(display_name="Urszula Patrząca")
    seen, other = UserFactory(), UserFactory()
    look(official, seen, about="Targi Organizacji")
    look(official, other, about="Cudza sprawa")
    client.force_login(seen)

    page = client.get(reverse("accounts:seen")).content.decode()

    assert "Urszula Patrząca" in page
    assert "Targi Organizacji" in page
    assert "Cudza sprawa" not in page
    target = io.BytesIO()
    write_export(seen, target)
    (row,) = json.loads(zipfile.ZipFile(target).read("wglady-w-dane.json"))
    assert (row["by"], row["about"]) == ("Urszula Patrząca", "Targi Organizacji")


def test_the_list_costs_the_same_for_many(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    official, seen = UserFactory(), UserFactory()
    for _number in range(30):
        look(official, seen)
    client.force_login(seen)
    client.get(reverse("accounts:seen"))

    with django_assert_max_num_queries(6):
        client.get(reverse("accounts:seen"))


@pytest.mark.parametrize("name", ["accounts:seen", "accounts:privacy"])
def test_strangers_sign_in_first(client: Client, name: str) -> None:
    assert client.get(reverse(name)).url.startswith(reverse("account_login"))


def test_administrators_leave_a_trace_and_find_it(client: Client) -> None:
    administrator = AdministratorFactory()
    person = UserFactory(email="szukana@example.org")
    stranger = UserFactory()
    client.force_login(administrator)

    client.get(reverse("admin:accounts_user_change", args=[person.pk]))
    client.get(reverse("admin:accounts_user_changelist"), {"q": stranger.email})

    kinds = {row.kind: row for row in AccessRecord.objects.all()}
    assert list(kinds["accounts.people"].people.all()) == [person]
    assert list(kinds["accounts.list"].people.all()) == [stranger]
    found = client.get(
        reverse("admin:accounts_accessrecord_changelist"),
        {"q": "szukana@example.org", "kind": "accounts.people"},
    )
    assert list(found.context["cl"].result_list) == [kinds["accounts.people"]]
    assert (
        client.get(
            reverse(
                "admin:accounts_accessrecord_change", args=[found.context["cl"].result_list[0].pk]
            )
        ).status_code
        == 200
    )
    assert (
        client.post(
            reverse("admin:accounts_accessrecord_delete", args=[kinds["accounts.list"].pk])
        ).status_code
        == 403
    )


def test_the_log_is_kept_for_two_years() -> None:
    official, seen = UserFactory(), UserFactory()
    old, young = look(official, seen), look(official, seen)
    AccessRecord.objects.filter(pk=old.pk).update(seen_at=timezone.now() - timedelta(days=731))

    apply_retention()

    assert list(AccessRecord.objects.all()) == [young]
