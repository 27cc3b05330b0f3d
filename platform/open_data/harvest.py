"""The description of resources that dane.gov.pl harvests (its XML schema 1.13)."""

from __future__ import annotations

import hashlib
import uuid
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from django.conf import settings
from django.utils import timezone, translation
from django.utils.functional import Promise

from open_data.catalogue import CatalogueEntry, entries
from open_data.models import BulkFile

NAMESPACE = "urn:otwarte-dane:harvester:1.13"


def harvest_xml() -> bytes:
    """All datasets that have files; dane.gov.pl refuses a dataset without resources."""
    # The prefix is written by hand: only the root stands in the namespace.
    root = Element("ns2:datasets", {"xmlns:ns2": NAMESPACE})
    for entry in entries():
        if entry.files:
            _dataset(root, entry)
    indent(root)
    return tostring(root, encoding="utf-8", xml_declaration=True)


def harvest_md5(content: bytes) -> str:
    """The sum that dane.gov.pl reads beside the XML to see whether it changed."""
    return hashlib.md5(content, usedforsecurity=False).hexdigest()


def _dataset(root: Element, entry: CatalogueEntry) -> None:
    dataset = SubElement(root, "dataset", status="published")
    _text(dataset, "extIdent", _identifier(entry.page_url))
    _in_both_languages(dataset, "title", entry.dataset.title)
    _in_both_languages(dataset, "description", entry.dataset.description)
    _text(dataset, "url", entry.page_url)
    _text(dataset, "updateFrequency", "daily")
    _flags(dataset)
    _text(SubElement(dataset, "categories"), "category", "GOVE")
    resources = SubElement(dataset, "resources")
    for file in entry.files:
        _resource(resources, file, entry)
    tags = SubElement(dataset, "tags")
    for word in entry.dataset.keywords:
        with translation.override("pl"):
            _text(tags, "tag", str(word)).set("lang", "pl")


def _resource(resources: Element, file: BulkFile, entry: CatalogueEntry) -> None:
    address = f"{settings.BASE_URL}{file.get_absolute_url()}"
    resource = SubElement(resources, "resource", status="published")
    _text(resource, "extIdent", _identifier(address))
    _text(resource, "url", address)
    _in_both_languages(resource, "title", entry.dataset.title, f" ({file.get_format_display()})")
    _in_both_languages(resource, "description", entry.dataset.description)
    _text(resource, "availability", "remote")
    _text(resource, "dataDate", f"{timezone.localdate(file.made_at):%Y-%m-%d}")
    _flags(resource)
    _text(resource, "containsProtectedData", "false")


def _flags(parent: Element) -> None:
    for name in (
        "hasDynamicData",
        "hasHighValueData",
        "hasHighValueDataFromEuropeanCommissionList",
        "hasResearchData",
    ):
        _text(parent, name, "false")


def _in_both_languages(parent: Element, name: str, text: str | Promise, end: str = "") -> None:
    element = SubElement(parent, name)
    for tag, language in (("polish", "pl"), ("english", "en")):
        with translation.override(language):
            _text(element, tag, f"{text}{end}")


def _text(parent: Element, name: str, value: str) -> Element:
    element = SubElement(parent, name)
    element.text = value
    return element


def _identifier(address: str) -> str:
    # At most 36 characters, and the same at every harvest.
    return str(uuid.uuid5(uuid.NAMESPACE_URL, address))
