"""What is not public on the pages is not in the API, in files or in the sitemap either."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from consultations.models import Identity, RemarkState, Stage
from open_data.bulk_files import make_bulk_files
from open_data.models import BulkFile
from organizations.models import Publication
from tests.accounts.factories import AdministratorFactory, UserFactory
from tests.consultations.factories import (
    answer,
    close,
    in_stage,
    official,
    open_consultation,
    publish_results,
    remark_on,
)
from tests.organizations.factories import OrganizationFactory

pytestmark = pytest.mark.django_db
CONSULTATIONS = "/api/v1/consultations"


def everything_public(client: Client, *slugs: str) -> str:
    """All that the portal hands to programs, as one text."""
    make_bulk_files()
    addresses = ["/api/v1/organizations?limit=100", f"{CONSULTATIONS}?limit=100"]
    addresses += ["/sitemap-organizacje.xml", "/sitemap-konsultacje.xml"]
    addresses += [f"{CONSULTATIONS}/{slug}{part}" for slug in slugs for part in ("", "/remarks")]
    texts = [client.get(address).content.decode() for address in addresses]
    files = [
        default_storage.open(file.file.name).read().decode() for file in BulkFile.objects.all()
    ]
    return "\n".join(texts + files)


def remarks_of(client: Client, slug: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = client.get(f"{CONSULTATIONS}/{slug}/remarks").json()["items"]
    return items


@pytest.mark.parametrize("person", [None, official, AdministratorFactory])
def test_drafts_stay_with_the_office(
    as_user: Callable[[Any], Client], person: Callable[[], Any] | None
) -> None:
    secret = in_stage(Stage.DRAFT, title="Projekt jeszcze tajny")
    shown = in_stage(Stage.ANNOUNCED, title="Projekt zapowiedziany")
    client = as_user(person() if person else None)

    public = everything_public(client, secret.slug, shown.slug)

    assert "tajny" not in public
    assert "Projekt zapowiedziany" in public
    assert client.get(f"{CONSULTATIONS}/{secret.slug}").status_code == 404
    assert client.get(f"{CONSULTATIONS}/{secret.slug}/units").status_code == 404


def test_profiles_that_are_not_published_stay_hidden(client: Client) -> None:
    hidden = [
        OrganizationFactory(name=f"Ukryta {state}", slug=f"ukryta-{state}", publication=state)
        for state in (Publication.PROPOSED, Publication.HIDDEN)
    ]

    public = everything_public(client)

    assert "kryta" not in public
    for organization in hidden:
        assert client.get(f"/api/v1/organizations/{organization.slug}").status_code == 404


def test_a_merged_profile_leads_to_its_heir_only_when_that_is_public(client: Client) -> None:
    heir = OrganizationFactory(slug="nastepca")
    OrganizationFactory(slug="dawna", publication=Publication.MERGED, merged_into=heir)

    assert client.get("/api/v1/organizations/dawna")["Location"] == "/api/v1/organizations/nastepca"

    heir.publication = Publication.HIDDEN
    heir.save()
    assert client.get("/api/v1/organizations/dawna").status_code == 404


def test_hidden_and_withdrawn_remarks_are_left_out(client: Client) -> None:
    consultation = open_consultation()
    remark_on(consultation, text="Uwaga widoczna")
    for state in (RemarkState.HIDDEN, RemarkState.WITHDRAWN):
        remark = remark_on(consultation, text=f"Tekst schowany {state}")
        consultation.remarks.filter(pk=remark.pk).update(state=state)

    public = everything_public(client, consultation.slug)

    assert "schowany" not in public
    assert [item["text"] for item in remarks_of(client, consultation.slug)] == ["Uwaga widoczna"]
    assert client.get(CONSULTATIONS).json()["items"][0]["remark_count"] == 1


def test_pseudonyms_hold(client: Client) -> None:
    consultation = open_consultation(identity=Identity.PSEUDONYMS)
    remark_on(consultation, author=UserFactory(display_name="Zofia Nieujawniona"))

    public = everything_public(client, consultation.slug)
    page = client.get(f"/konsultacje/{consultation.slug}/uwagi/").content.decode()

    assert "Nieujawniona" not in public
    author = remarks_of(client, consultation.slug)[0]["author"]
    assert author == "Osoba prywatna nr 1"
    assert author in page


def test_positions_wait_for_the_results(client: Client) -> None:
    consultation = open_consultation()
    remark = remark_on(consultation, "par_1")
    close(consultation)
    answer(remark)

    assert "Zmiana zostanie wprowadzona." not in everything_public(client, consultation.slug)
    assert remarks_of(client, consultation.slug)[0]["position"] is None

    publish_results(consultation)
    assert "Zmiana zostanie wprowadzona." in everything_public(client, consultation.slug)
    assert remarks_of(client, consultation.slug)[0]["position"] == {
        "verdict": "accepted",
        "reasons": "Zmiana zostanie wprowadzona.",
    }


def test_hidden_organizations_are_not_named_by_address(client: Client) -> None:
    organization = OrganizationFactory(slug="schowana-pozniej")
    consultation = open_consultation()
    remark = remark_on(consultation)
    consultation.remarks.filter(pk=remark.pk).update(organization=organization)
    assert remarks_of(client, consultation.slug)[0]["organization"] == "schowana-pozniej"

    organization.publication = Publication.HIDDEN
    organization.save()

    assert remarks_of(client, consultation.slug)[0]["organization"] is None


def test_the_text_comes_unit_by_unit(client: Client) -> None:
    consultation = open_consultation()
    remark_on(consultation, "par_1")

    units = client.get(f"{CONSULTATIONS}/{consultation.slug}/units", {"limit": 100}).json()["items"]

    by_address = {unit["address"]: unit for unit in units}
    assert by_address["par_1"]["citation"] == "§ 1"
    assert by_address["par_1"]["remark_count"] == 1
    assert by_address["par_2__ust_1__pkt_2"]["parent"] == "par_2__ust_1"


def test_queries_do_not_grow_with_remarks_and_units(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    consultation = open_consultation()
    for _number in range(5):
        remark_on(consultation, "par_1")

    with django_assert_num_queries(3):  # consultation, count, remarks
        assert len(remarks_of(client, consultation.slug)) == 5
    with django_assert_num_queries(4):  # consultation, counts by unit, count, units
        client.get(f"{CONSULTATIONS}/{consultation.slug}/units", {"limit": 100})
    with django_assert_num_queries(2):  # count, consultations
        client.get(CONSULTATIONS)
