"""Which element stands for which kind of unit, and the names of our own additions."""

from __future__ import annotations

from ..tree import DocumentKind, UnitKind

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
# Our own attributes, allowed by the schema on every element: what Akoma Ntoso cannot say.
PORTAL = "urn:opolskie:consulted-act:1"
XML = "http://www.w3.org/XML/1998/namespace"

XML_SPACE = f"{{{XML}}}space"
NUMBER = f"{{{PORTAL}}}number"
# Marks an export of ours, read back by its exact rules.
PROFILE = f"{{{PORTAL}}}document"

# Kinds with an element of their own; the others are an ``hcontainer`` with a name.
ELEMENTS: dict[UnitKind, str] = {
    UnitKind.PART: "part",
    UnitKind.BOOK: "book",
    UnitKind.TITLE: "title",
    UnitKind.DIVISION: "division",
    UnitKind.CHAPTER: "chapter",
    UnitKind.SUBCHAPTER: "subchapter",
    UnitKind.ARTICLE: "article",
    UnitKind.SECTION: "section",
    UnitKind.PARAGRAPH: "paragraph",
    UnitKind.POINT: "point",
    UnitKind.INDENT: "indent",
    UnitKind.HEADING: "level",
}
KINDS_BY_ELEMENT = {element: kind for kind, element in ELEMENTS.items()}
KINDS_BY_NAME = {kind.value: kind for kind in UnitKind if kind not in ELEMENTS}

# Containers that only carry what the schema allows inside paragraphs; no units themselves.
QUOTATION = "quotation"
NOTES = "notes"
EMPTY = "empty"

# Bills have a hierarchical body; other documents an open one.
DOCUMENT_ELEMENTS: dict[DocumentKind, str] = {
    DocumentKind.STATUTE: "bill",
    DocumentKind.RESOLUTION: "bill",
    DocumentKind.PLAN: "doc",
    DocumentKind.OTHER: "doc",
}


def akn(name: str) -> str:
    """The qualified name of an Akoma Ntoso element."""
    return f"{{{AKN}}}{name}"


def number_from_label(label: str) -> str:
    """The number that a label shows: "§ 5." → "5", "Załącznik nr 2" → "2", "(a)" → "a".

    The last word with a digit, else the last word: "Księga pierwsza" → "pierwsza".
    """
    words = [word.strip("()[].,:;§") for word in label.split()]
    numbered = [word for word in words if any(map(str.isdigit, word))]
    number = (numbered or words or [""])[-1]
    return number if any(map(str.isalnum, number)) else ""
