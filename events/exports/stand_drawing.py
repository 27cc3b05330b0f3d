"""The organiser's own plan of a fair as pages show it: each taken stand is a link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from lxml import etree

if TYPE_CHECKING:
    from events.models import Event, Exhibitor

_SVG = "http://www.w3.org/2000/svg"
Taken = dict[str, "tuple[Exhibitor, bool]"]


def linked_drawing(svg: str, event: Event, taken: Taken) -> SafeString:
    """``svg`` (cleaned when it was read) with links on the stands of ``taken``, by label."""
    root = etree.fromstring(svg.encode())
    for shape in list(root.iter()):
        found = taken.get(shape.get("data-stand") or "")
        if found is not None:
            _link(shape, event, *found)
    # The text was made by our own reader of drawings; names are escaped by the writer of XML.
    return mark_safe(etree.tostring(root, encoding="unicode"))  # noqa: S308


def _link(shape: etree._Element, event: Event, exhibitor: Exhibitor, is_found: bool) -> None:
    parent = shape.getparent()
    if parent is None:
        return
    link = etree.Element(f"{{{_SVG}}}a")
    link.set("href", reverse("events:stand", args=[event.slug, exhibitor.pk]))
    link.set("class", "plan__link plan__link--found" if is_found else "plan__link")
    link.set("aria-label", f"{shape.get('data-stand')}: {exhibitor.organization}")
    link.tail, shape.tail = shape.tail, None
    parent.replace(shape, link)
    link.append(shape)
