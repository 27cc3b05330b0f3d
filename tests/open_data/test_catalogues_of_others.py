"""The catalogue holds to what data.europa.eu and dane.gov.pl demand of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pyshacl
import pytest
from django.test import Client
from rdflib import Graph, URIRef
from rdflib.namespace import DCAT, RDF

from open_data.bulk_files import make_bulk_files
from open_data.datasets import registered_datasets

pytestmark = pytest.mark.django_db
SHAPES = Path(__file__).parent / "dcat_ap.ttl"
DATASET = [
    "extIdent",
    "title",
    "description",
    "url",
    "updateFrequency",
    "hasDynamicData",
    "hasHighValueData",
    "hasHighValueDataFromEuropeanCommissionList",
    "hasResearchData",
    "categories",
    "resources",
    "tags",
]
RESOURCE = [
    "extIdent",
    "url",
    "title",
    "description",
    "availability",
    "dataDate",
    "hasDynamicData",
    "hasHighValueData",
    "hasHighValueDataFromEuropeanCommissionList",
    "hasResearchData",
    "containsProtectedData",
]


@pytest.fixture
def graph(client: Client) -> Graph:
    """The catalogue as a program that knows nothing of us reads it."""
    make_bulk_files()
    return Graph().parse(data=client.get("/dane/katalog.jsonld").content, format="json-ld")


def faults(graph: Graph) -> list[str]:
    shapes = Graph().parse(SHAPES, format="turtle")
    _conforms, results, _text = pyshacl.validate(graph, shacl_graph=shapes)
    found = Graph() + results  # type: ignore[operator]
    said = URIRef("http://www.w3.org/ns/shacl#resultMessage")
    return sorted(str(message) for message in found.objects(None, said))


def test_the_catalogue_conforms_to_dcat_ap(graph: Graph) -> None:
    assert faults(graph) == []
    assert len(set(graph.subjects(RDF.type, DCAT.Dataset))) == len(registered_datasets())
    assert len(set(graph.subjects(RDF.type, DCAT.Distribution))) == 2 * len(registered_datasets())


@pytest.mark.parametrize(
    ("subject", "missing"),
    [
        (DCAT.Catalog, "http://purl.org/dc/terms/publisher"),
        (DCAT.Dataset, "http://purl.org/dc/terms/title"),
        (DCAT.Distribution, "http://www.w3.org/ns/dcat#accessURL"),
    ],
)
def test_the_shapes_notice_what_is_missing(graph: Graph, subject: URIRef, missing: str) -> None:
    one = next(iter(graph.subjects(RDF.type, subject)))
    graph.remove((one, URIRef(missing), None))

    assert faults(graph)


def test_titles_and_keywords_speak_both_languages(client: Client) -> None:
    catalogue = json.loads(client.get("/dane/katalog.jsonld").content)

    for dataset in catalogue["dcat:dataset"]:
        for name in ("dct:title", "dct:description"):
            assert [text["@language"] for text in dataset[name]] == ["pl", "en"]


def test_dane_gov_pl_gets_every_element_in_its_order(client: Client) -> None:
    make_bulk_files()
    root = ElementTree.fromstring(client.get("/dane/katalog.xml").content)

    for dataset in root:
        assert dataset.attrib == {"status": "published"}
        assert [child.tag for child in dataset] == DATASET
        assert [item.text for item in dataset.findall("categories/category")] == ["GOVE"]
        assert dataset.findtext("updateFrequency") == "daily"
        assert {tag.get("lang") for tag in dataset.findall("tags/tag")} == {"pl"}
        _check_texts(dataset)
        for resource in dataset.findall("resources/resource"):
            assert resource.attrib == {"status": "published"}
            assert [child.tag for child in resource] == RESOURCE
            assert resource.findtext("availability") == "remote"
            _check_texts(resource)


def _check_texts(element: Any) -> None:
    """Lengths, languages and booleans as the schema limits them."""
    assert 0 < len(element.findtext("extIdent")) <= 36
    assert element.findtext("url").startswith("http")
    for name, longest in (("title", 300), ("description", 10_000)):
        texts = element.find(name)
        assert [child.tag for child in texts] == ["polish", "english"]
        assert all(0 < len(child.text) <= longest for child in texts)
    for child in element:
        if child.tag.startswith(("has", "contains")):
            assert child.text in ("true", "false")
