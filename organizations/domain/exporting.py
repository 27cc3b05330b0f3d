"""Handing the directory over: which formats there are and what each writes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import IO, Any

from django.db.models import QuerySet

from documents.exports import FORMATS, csv_parts, write_report
from organizations.exports.geojson import geojson_parts
from organizations.exports.hsds import hsds_organization
from organizations.exports.table import directory_report
from organizations.models import Organization
from search.columns import SearchColumns

TABLE_FORMATS = ("csv", "xlsx", "ods", "json")
STREAMED_FORMATS = {
    "csv": FORMATS["csv"].content_type,
    "geojson": "application/geo+json",
    "hsds": "application/json",
}


def export_formats() -> list[tuple[str, str]]:
    """Keys and names of all formats of the list."""
    tables = [(key, FORMATS[key].label) for key in TABLE_FORMATS]
    return [*tables, ("geojson", "GeoJSON"), ("hsds", "Open Referral HSDS")]


def write_directory(rows: QuerySet[Organization], format_key: str) -> IO[bytes]:
    """A file with the organizations of ``rows``, ready to be read from its beginning."""
    stream = TemporaryFile()  # noqa: SIM115 - the response closes it
    write_report(directory_report(rows), format_key, stream)
    stream.seek(0)
    return stream


def stream_directory(rows: QuerySet[Organization], format_key: str) -> Iterator[str | bytes]:
    """The organizations of ``rows`` piece by piece in a format that needs no file."""
    if format_key == "csv":
        return csv_parts(directory_report(rows))
    return geojson_parts(rows) if format_key == "geojson" else _hsds_parts(rows)


def _hsds_parts(rows: QuerySet[Any]) -> Iterator[str]:
    ready = rows.select_related("county").defer("search_vector", *SearchColumns.COLUMNS)
    yield "["
    separator = ""
    for organization in ready.iterator(chunk_size=1000):
        yield separator + json.dumps(hsds_organization(organization), ensure_ascii=False)
        separator = ",\n"
    yield "]"
