"""What the W3C Web Annotation Data Model demands of what we publish, as JSON Schema.

From sections 3 and 5 of the Recommendation: one context, an address, at least the type, 0 or
more bodies, 1 or more targets; selectors with their required members; collections and pages.
"""

from __future__ import annotations

from typing import Any

import jsonschema_rs

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MOTIVATIONS = [
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing",
    "highlighting", "identifying", "linking", "moderating", "questioning", "replying", "tagging",
]  # fmt: skip
ADDRESS = {"type": "string", "pattern": "^https?://[^ ]+$"}
MOTIVATION = {"enum": MOTIVATIONS}
COUNT = {"type": "integer", "minimum": 0}

QUOTE = {
    "required": ["type", "exact"],
    "properties": {
        "type": {"const": "TextQuoteSelector"},
        "exact": {"type": "string", "minLength": 1},
        "prefix": {"type": "string"},
        "suffix": {"type": "string"},
    },
    "additionalProperties": False,
}
POSITION = {
    "required": ["type", "start", "end"],
    "properties": {"type": {"const": "TextPositionSelector"}, "start": COUNT, "end": COUNT},
    "additionalProperties": False,
}
BODY = {
    "type": "object",
    "required": ["type", "value"],
    "properties": {
        "type": {"const": "TextualBody"},
        "value": {"type": "string"},
        "format": {"type": "string", "pattern": "^[a-z]+/[a-z0-9.+-]+$"},
        "language": {"type": "string", "pattern": "^[a-z]{2}$"},
        "purpose": MOTIVATION,
    },
    "additionalProperties": False,
}
TARGET = {
    "type": "object",
    "required": ["type", "source"],
    "properties": {
        "type": {"const": "SpecificResource"},
        "source": {
            "type": "object",
            "required": ["id"],
            "properties": {"id": ADDRESS, "type": {"const": "Text"}},
        },
        "scope": ADDRESS,
        "selector": {"type": "array", "items": {"anyOf": [QUOTE, POSITION]}, "minItems": 1},
    },
    "additionalProperties": False,
}
ANNOTATION = {
    "type": "object",
    "required": ["id", "type", "target"],
    "properties": {
        "@context": {"const": CONTEXT},
        "id": ADDRESS,
        "type": {"const": "Annotation"},
        "motivation": {"anyOf": [MOTIVATION, {"type": "array", "items": MOTIVATION}]},
        "created": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"},
        "creator": {
            "type": "object",
            "required": ["type", "name"],
            "properties": {"type": {"enum": ["Person", "Organization"]}},
        },
        "canonical": ADDRESS,
        "body": {"type": "array", "items": BODY},
        "target": {"anyOf": [ADDRESS, TARGET]},
    },
    "additionalProperties": False,
}
COLLECTION_PROPERTIES: dict[str, Any] = {
    "@context": {"const": CONTEXT},
    "id": ADDRESS,
    "type": {"const": "AnnotationCollection"},
    "label": {"type": "string"},
    "total": COUNT,
}
PAGE = {
    "type": "object",
    "required": ["id", "type", "items"],
    "properties": {
        "@context": {"const": CONTEXT},
        "id": ADDRESS,
        "type": {"const": "AnnotationPage"},
        "partOf": {
            "anyOf": [
                ADDRESS,
                {"properties": COLLECTION_PROPERTIES, "additionalProperties": False},
            ]
        },
        "startIndex": COUNT,
        "next": ADDRESS,
        "prev": ADDRESS,
        # A page embedded in a collection names the context for its items.
        "items": {"type": "array", "items": ANNOTATION},
    },
    "additionalProperties": False,
}
COLLECTION = {
    "type": "object",
    "required": ["@context", "id", "type"],
    "properties": COLLECTION_PROPERTIES | {"first": {"anyOf": [ADDRESS, PAGE]}, "last": ADDRESS},
    "additionalProperties": False,
}


def faults(document: Any, schema: dict[str, Any]) -> list[str]:
    """What the model has against ``document``."""
    validator = jsonschema_rs.Draft202012Validator(schema)
    return [error.message for error in validator.iter_errors(document)]
