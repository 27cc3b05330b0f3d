"""The catalogue as DCAT-AP 3 in JSON-LD."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.functional import Promise

from open_data.catalogue import LICENCE, CatalogueEntry, absolute, api_root, entries
from open_data.models import BulkFile

AUTHORITY = "http://publications.europa.eu/resource/authority"
IANA = "https://www.iana.org/assignments/media-types"
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
# JSON Lines has neither a registered media type nor an entry in the EU's list of file types.
FORMATS = {
    "csv": {
        "dct:format": {"@id": f"{AUTHORITY}/file-type/CSV"},
        "dcat:mediaType": {"@id": f"{IANA}/text/csv"},
    },
    "jsonl": {"dct:format": {"@id": f"{AUTHORITY}/file-type/JSON"}},
}
LANGUAGES = ("pl", "en")


def dcat_catalogue() -> dict[str, Any]:
    """The catalogue with its datasets, files and the API."""
    found = entries()
    return {
        "@context": CONTEXT,
        "@id": absolute("open_data:dcat"),
        "@type": "dcat:Catalog",
        "dct:title": {"@value": settings.SITE_NAME, "@language": "pl"},
        "dct:description": {
            "@value": "Otwarte dane portalu współpracy organizacji i urzędów",
            "@language": "pl",
        },
        "dct:publisher": _publisher(),
        "dct:language": {"@id": f"{AUTHORITY}/language/POL"},
        "dct:license": {"@id": LICENCE},
        "foaf:homepage": {"@id": absolute("open_data:catalogue")},
        "dcat:themeTaxonomy": {"@id": f"{AUTHORITY}/data-theme"},
        "dcat:dataset": [_dataset(entry) for entry in found],
        "dcat:service": _service(found),
    }


def _dataset(entry: CatalogueEntry) -> dict[str, Any]:
    dataset = entry.dataset
    described = {
        "@id": entry.page_url,
        "@type": "dcat:Dataset",
        "dct:identifier": dataset.key,
        "dct:title": _in_languages(dataset.title),
        "dct:description": _in_languages(dataset.description),
        "dcat:keyword": [text for word in dataset.keywords for text in _in_languages(word)],
        "dcat:theme": {"@id": f"{AUTHORITY}/data-theme/GOVE"},
        "dct:publisher": {"@id": _publisher()["@id"]},
        "dcat:contactPoint": {
            "@type": ["vcard:Kind", "vcard:Organization"],
            "vcard:fn": settings.OPERATOR_NAME,
            "vcard:hasEmail": {"@id": f"mailto:{settings.OPERATOR_EMAIL}"},
        },
        "dct:accrualPeriodicity": {"@id": f"{AUTHORITY}/frequency/DAILY"},
        "dct:accessRights": {"@id": f"{AUTHORITY}/access-right/PUBLIC"},
        "dcat:landingPage": {"@id": entry.page_url},
        "dcat:distribution": [_distribution(file, entry) for file in entry.files],
    }
    if entry.made_at:
        described["dct:modified"] = _moment(entry.made_at.isoformat())
    return described


def _distribution(file: BulkFile, entry: CatalogueEntry) -> dict[str, Any]:
    address = f"{settings.BASE_URL}{file.get_absolute_url()}"
    return {
        "@id": f"{address}#distribution",
        "@type": "dcat:Distribution",
        "dcat:accessURL": {"@id": entry.page_url},
        "dcat:downloadURL": {"@id": address},
        "dcat:byteSize": {"@value": str(file.size), "@type": "xsd:nonNegativeInteger"},
        "dct:modified": _moment(file.made_at.isoformat()),
        "dct:license": {"@id": LICENCE},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"},
            "spdx:checksumValue": {"@value": file.sha256, "@type": "xsd:hexBinary"},
        },
        **FORMATS[file.format],
    }


def _service(found: list[CatalogueEntry]) -> dict[str, Any]:
    return {
        "@id": f"{api_root()}#service",
        "@type": "dcat:DataService",
        "dct:title": {"@value": "API", "@language": "pl"},
        "dcat:endpointURL": {"@id": api_root()},
        "dcat:endpointDescription": {"@id": absolute("api-v1:openapi-json")},
        "dcat:servesDataset": [{"@id": entry.page_url} for entry in found],
        "dct:license": {"@id": LICENCE},
    }


def _publisher() -> dict[str, Any]:
    return {
        "@id": f"{absolute('pages:about')}#operator",
        "@type": "foaf:Agent",
        "foaf:name": settings.OPERATOR_NAME,
        "foaf:mbox": {"@id": f"mailto:{settings.OPERATOR_EMAIL}"},
    }


def _moment(value: str) -> dict[str, str]:
    return {"@value": value, "@type": "xsd:dateTime"}


def _in_languages(text: str | Promise) -> list[dict[str, str]]:
    values = []
    for language in LANGUAGES:
        with translation.override(language):
            values.append({"@value": str(text), "@language": language})
    return values
