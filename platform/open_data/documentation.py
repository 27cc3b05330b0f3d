"""The OpenAPI document as a page for people."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from open_data.public_api import api


@dataclass(frozen=True)
class DocumentedParameter:
    """A parameter and what it may be."""

    name: str
    description: str
    values: list[str]


@dataclass(frozen=True)
class DocumentedOperation:
    """One address of the API."""

    tag: str
    path: str
    summary: str
    description: str
    parameters: list[DocumentedParameter]
    fields: list[str]


def documented_operations() -> list[list[DocumentedOperation]]:
    """All addresses in groups, as the OpenAPI document describes them."""
    schema = api.get_openapi_schema()
    schemas = schema["components"]["schemas"]
    operations = [
        _operation(path, methods["get"], schemas) for path, methods in schema["paths"].items()
    ]
    operations.sort(key=lambda operation: (operation.tag, operation.path))
    return [list(group) for _tag, group in groupby(operations, lambda operation: operation.tag)]


def _operation(path: str, operation: Any, schemas: dict[str, Any]) -> DocumentedOperation:
    return DocumentedOperation(
        tag=operation["tags"][0],
        path=path,
        summary=operation["summary"],
        description=operation.get("description", ""),
        parameters=[_parameter(item) for item in operation["parameters"] if item["in"] == "query"],
        fields=_fields(operation["responses"][200]["content"]["application/json"], schemas),
    )


def _parameter(described: Any) -> DocumentedParameter:
    schema = described["schema"]
    values = schema.get("enum") or schema.get("items", {}).get("enum") or []
    return DocumentedParameter(described["name"], described["description"], values)


def _fields(content: Any, schemas: dict[str, Any]) -> list[str]:
    fields = _schema_of(content["schema"], schemas)["properties"]
    if "items" in fields:  # a list: what counts are the fields of its items
        fields = _schema_of(fields["items"]["items"], schemas)["properties"]
    return list(fields)


def _schema_of(reference: Any, schemas: dict[str, Any]) -> Any:
    return schemas[reference["$ref"].rsplit("/", 1)[1]]
