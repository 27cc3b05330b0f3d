"""Files with whole datasets and the two catalogues that describe them."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from typing import Any
from xml.etree import ElementTree

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks

from open_data.models import BulkFile
from open_data.tasks import make_bulk_files
from tests.organizations.factories import OrganizationFactory

pytestmark = pytest.mark.django_db
DATASETS = [
    "news",
    "calls",
    "kept-word",
    "organizations",
    "public-bodies",
    "plenipotentiaries",
    "initiatives",
    "partnership-calls",
    "consultations",
    "remarks",
    "standards",
    "standard-adoptions",
    "events",
    "laureates",
    "quality-index",
    "quality-index-areas",
]


def downloaded(client: Client, address: str) -> bytes:
    return b"".join(client.get(address).streaming_content)  # type: ignore[attr-defined]


def test_both_formats_hold_the_same(client: Client) -> None:
    OrganizationFactory(name="=Fundacja; z „haczykiem”", slug="fundacja")
    OrganizationFactory(name="Łąka", slug="laka").benefit_fields.add("1", "22")

    make_bulk_files()

    table = downloaded(client, "/dane/pliki/organizations.csv")
    lines = downloaded(client, "/dane/pliki/organizations.jsonl").decode().splitlines()
    rows = list(csv.DictReader(io.StringIO(table.decode("utf-8-sig")), delimiter=";"))
    records = [json.loads(line) for line in lines]
    assert table.startswith(b"\xef\xbb\xbf")
    assert list(rows[0]) == list(records[0])
    assert [row["slug"] for row in rows] == [record["slug"] for record in records]
    # A spreadsheet must not take a name for a formula.
    assert [row["name"] for row in rows] == ["'=Fundacja; z „haczykiem”", "Łąka"]
    assert [record["name"] for record in records] == ["=Fundacja; z „haczykiem”", "Łąka"]
    assert (rows[1]["benefit_fields"], records[1]["benefit_fields"]) == ("1|22", ["1", "22"])


def test_checksums_and_sizes_are_those_of_the_files(client: Client) -> None:
    make_bulk_files()

    assert BulkFile.objects.count() == 2 * len(DATASETS)
    for file in BulkFile.objects.all():
        content = downloaded(client, file.get_absolute_url())
        assert (file.size, file.sha256) == (len(content), hashlib.sha256(content).hexdigest())
        checksum = client.get(f"{file.get_absolute_url()}.sha256").content.decode()
        assert checksum == f"{file.sha256}  {file.dataset}.{file.format}\n"


def test_the_next_night_replaces_the_files(
    client: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    make_bulk_files()
    before = BulkFile.objects.get(dataset="organizations", format="csv")
    OrganizationFactory(name="Nowa")

    with django_capture_on_commit_callbacks(execute=True):
        make_bulk_files()

    after = BulkFile.objects.get(dataset="organizations", format="csv")
    assert (before.record_count, after.record_count) == (0, 1)
    assert not default_storage.exists(before.file.name)
    assert len(default_storage.listdir("open-data")[1]) == 2 * len(DATASETS)


def test_a_program_that_has_the_file_gets_304(client: Client) -> None:
    make_bulk_files()
    address = "/dane/pliki/public-bodies.jsonl"

    etag = client.get(address)["ETag"]

    assert client.get(address, headers={"If-None-Match": etag}).status_code == 304
    assert client.get("/dane/pliki/users.csv").status_code == 404


def test_the_page_lists_the_files(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    assert "najbliższej nocy" in client.get("/dane/").content.decode()

    make_bulk_files()

    with django_assert_num_queries(1):
        page = client.get("/dane/").content.decode()
    for dataset in DATASETS:
        assert f'href="/dane/pliki/{dataset}.csv"' in page
    assert "najbliższej nocy" not in page


def test_the_dcat_catalogue_describes_datasets_files_and_the_api(client: Client) -> None:
    make_bulk_files()

    answer = client.get("/dane/katalog.jsonld")

    catalogue: dict[str, Any] = answer.json()
    assert answer["Content-Type"] == "application/ld+json"
    assert catalogue["@type"] == "dcat:Catalog"
    assert [item["dct:identifier"] for item in catalogue["dcat:dataset"]] == DATASETS
    file = BulkFile.objects.get(dataset="organizations", format="csv")
    described = catalogue["dcat:dataset"][DATASETS.index("organizations")]["dcat:distribution"][0]
    assert described["dcat:downloadURL"]["@id"].endswith("/dane/pliki/organizations.csv")
    assert described["dcat:byteSize"]["@value"] == str(file.size)
    assert described["spdx:checksum"]["spdx:checksumValue"]["@value"] == file.sha256
    assert catalogue["dcat:service"]["dcat:endpointURL"]["@id"].endswith("/api/v1")


def test_every_name_in_the_dcat_catalogue_has_its_vocabulary(client: Client) -> None:
    make_bulk_files()
    catalogue = client.get("/dane/katalog.jsonld").json()

    used = {name.split(":")[0] for name in _names(catalogue) if not name.startswith("@")}

    assert used == set(catalogue["@context"])


def test_dane_gov_pl_finds_resources_with_lasting_identifiers(client: Client) -> None:
    make_bulk_files()
    content = client.get("/dane/katalog.xml").content
    make_bulk_files()
    again = client.get("/dane/katalog.xml").content

    root = ElementTree.fromstring(content)
    assert root.tag == "{urn:otwarte-dane:harvester:1.13}datasets"
    assert len(root.findall("dataset")) == len(DATASETS)
    resources = root.findall("dataset/resources/resource")
    assert len(resources) == 2 * len(DATASETS)
    identifiers = [item.text or "" for item in root.iter("extIdent")]
    assert identifiers == [item.text for item in ElementTree.fromstring(again).iter("extIdent")]
    assert len(set(identifiers)) == 3 * len(DATASETS)
    assert {len(identifier) for identifier in identifiers} == {36}
    checksum = client.get("/dane/katalog.md5").content.decode()
    assert checksum == hashlib.md5(again).hexdigest()


def _names(value: Any) -> set[str]:
    if isinstance(value, list):
        return set().union(*map(_names, value))
    if not isinstance(value, dict):
        return set()
    inner = {name: item for name, item in value.items() if name != "@context"}
    kinds = set(_listed(inner.get("@type", [])))
    return set(inner) | kinds | set().union(*map(_names, inner.values()))


def _listed(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value]
