"""The names of WordprocessingML that the reader needs."""

from __future__ import annotations

from lxml import etree

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
W = f"{{{_MAIN}}}"


def unify_namespaces(data: bytes) -> bytes:
    """ "Strict Open XML" differs in its namespace only; read it as the usual kind."""
    return data.replace(_STRICT.encode(), _MAIN.encode())


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """The attribute ``w:name`` of an element that may be absent."""
    return None if element is None else element.get(f"{W}{name}")


def integer(element: etree._Element | None, name: str = "val") -> int | None:
    """The same as a whole number; nonsense counts as absent."""
    found = value(element, name)
    try:
        return None if found is None else int(found)
    except ValueError:
        return None


def is_on(element: etree._Element | None) -> bool:
    """A toggle such as ``w:b``: on when present, unless it says "0"."""
    return element is not None and value(element) not in ("0", "false", "off", "none")
