"""DOCX: paragraphs as Word shows them, numbers included.

Only the parts that carry text are opened (document, styles, numbering, notes), with lxml
directly: a damaged picture or a missing relation, over which python-docx stumbles, must not
cost anybody their draft.
"""

from __future__ import annotations

import posixpath

from lxml import etree

from ..source import Source
from ..tree import Notice, UnreadableDocument
from .docx_body import BodyReader
from .docx_naive import naive_text
from .docx_notes import Notes
from .docx_numbering import Numbering
from .docx_styles import Styles
from .package import Package, parse_xml
from .whitespace import clean
from .word_xml import W, unify_namespaces, value

_OFFICE_DOCUMENT = "/officeDocument"
_CHANGES = ("ins", "del", "moveFrom", "moveTo")
_LONGEST_HEADER_SHOWN = 300


class _File:
    """The parts of the package that carry text."""

    def __init__(self, data: bytes) -> None:
        self.package = Package(data)
        self.main = self._main_part()
        self.folder = posixpath.dirname(self.main)

    def _main_part(self) -> str:
        relations = self.package.xml("_rels/.rels")
        for relation in [] if relations is None else relations:
            if str(relation.get("Type", "")).endswith(_OFFICE_DOCUMENT):
                return str(relation.get("Target", "")).lstrip("/")
        return "word/document.xml"

    def part(self, name: str) -> etree._Element | None:
        """The root of a part beside the main one; "" is the main part itself."""
        path = posixpath.join(self.folder, name) if name else self.main
        data = self.package.read(path)
        return None if data is None else parse_xml(unify_namespaces(data), path)

    def running_texts(self) -> list[str]:
        """Texts of page headers and footers, which are not read into the act."""
        texts = []
        for name in sorted(self.package.names):
            base = posixpath.basename(name)
            if posixpath.dirname(name) == self.folder and base.startswith(("header", "footer")):
                root = self.part(base)
                text = "" if root is None else clean(naive_text(root, {}))
                if any(char.isalpha() for char in text):
                    texts.append(text)
        return list(dict.fromkeys(texts))


def _notices(document: etree._Element, file: _File, contents_dropped: bool) -> list[Notice]:
    notices = []
    changes = sum(1 for name in _CHANGES for _ in document.iter(f"{W}{name}"))
    if changes:
        notices.append(Notice("tracked_changes", str(changes)))
    comments = {value(mark, "id") for mark in document.iter(f"{W}commentReference")}
    if comments:
        notices.append(Notice("comments", str(len(comments))))
    pictures = sum(1 for _ in document.iter("{*}blip"))
    if pictures:
        notices.append(Notice("pictures", str(pictures)))
    if contents_dropped:
        notices.append(Notice("table_of_contents"))
    if running := file.running_texts():
        notices.append(Notice("page_headers", " | ".join(running)[:_LONGEST_HEADER_SHOWN]))
    return notices


def read(data: bytes) -> Source:
    """The source of a DOCX file."""
    file = _File(data)
    document = file.part("")
    body = None if document is None else document.find(f"{W}body")
    if document is None or body is None:
        raise UnreadableDocument("not_a_docx")
    notes = Notes(file.part("footnotes.xml"), file.part("endnotes.xml"))
    styles, numbering = Styles(file.part("styles.xml")), Numbering(file.part("numbering.xml"))
    reader = BodyReader(styles, numbering, notes)
    blocks = [*reader.read(body), *notes.blocks()]
    raw = [naive_text(body, notes.numbers), *reader.labels]
    raw += [f"{block.footnote}) {block.text}" for block in blocks if block.footnote]
    notices = _notices(document, file, bool(reader.removed))
    return Source(blocks, "\n".join(raw), reader.removed, notices)
