"""HTML: block elements to paragraphs, lists numbered as a browser shows them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree
from lxml import html as lxml_html

from ..parser.numbers import TO_SUPERSCRIPT
from ..source import Block, Source
from ..tree import UnreadableDocument
from .breaks import split_breaks
from .counters import format_number
from .encoding import decode
from .whitespace import clean

_BLOCKS = frozenset([
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
    "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary",
    "table", "ul", "legend", "caption",
])  # fmt: skip
_SKIPPED = frozenset([
    "script", "style", "head", "template", "noscript", "iframe", "object", "svg", "nav", "button",
    "select", "textarea",
])  # fmt: skip
_LIST_STYLES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_CENTERED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_BOLD = frozenset(["b", "strong", "th"])
DEEPEST = 200


@dataclass(slots=True)
class _Item:
    """The list that the reader is in and its counter."""

    ordered: bool
    style: str
    counter: int
    level: int
    identifier: str


class _Reader:
    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.pending = Block()
        self.pieces: list[str] = []
        self.bold_length = 0
        self.lists = 0

    def walk(
        self, element: etree._Element, lists: tuple[_Item, ...], bold: bool, depth: int
    ) -> None:
        """Read an element and what is inside, in order."""
        tag = element.tag
        if not isinstance(tag, str) or tag in _SKIPPED:
            return
        if depth > DEEPEST:
            # Only hostile pages nest so deep; their words are kept, their structure is not.
            self._text(" ".join(str(text) for text in element.itertext()), bold)
            return
        if tag == "br":
            self.pieces.append("\n")
        elif tag == "table" and not self._is_layout(element):
            self.flush()
            self._table(element)
        elif tag in _BLOCKS:
            self._block(element, lists, bold, depth)
        elif tag in ("sup", "sub") and (element.text or "").strip(" )").isdigit():
            text = element.text or ""
            self._text(text.translate(TO_SUPERSCRIPT) if tag == "sup" else text, bold)
        else:
            self._children(element, lists, bold or tag in _BOLD, depth)

    def _children(
        self, element: etree._Element, lists: tuple[_Item, ...], bold: bool, depth: int
    ) -> None:
        self._text(element.text, bold)
        for child in element:
            self.walk(child, lists, bold, depth + 1)
            self._text(child.tail, bold)

    def _text(self, text: str | None, bold: bool) -> None:
        if text:
            text = re.sub(r"[\r\n\t ]+", " ", text)
            self.pieces.append(text)
            self.bold_length += len(text.strip()) if bold else 0

    def _block(
        self, element: etree._Element, lists: tuple[_Item, ...], bold: bool, depth: int
    ) -> None:
        self.flush()
        tag = str(element.tag)
        if tag in ("ol", "ul"):
            lists = (*lists, self._open_list(element, len(lists)))
        if tag == "li" and lists:
            self._open_item(element, lists[-1])
        if re.fullmatch(r"h[1-6]", tag):
            self.pending.heading_level = int(tag[1])
        if self._is_centered(element):
            self.pending.centered = True
        self._children(element, lists, bold, depth)
        self.flush()

    @staticmethod
    def _is_centered(element: etree._Element) -> bool:
        style = element.get("style") or ""
        return (
            element.tag == "center"
            or element.get("align") == "center"
            or bool(_CENTERED.search(style))
        )

    def _open_list(self, element: etree._Element, level: int) -> _Item:
        self.lists += 1
        start = element.get("start") or ""
        style = _LIST_STYLES.get(element.get("type") or "", "decimal")
        first = int(start) if re.fullmatch(r"\d{1,6}", start) else 1
        return _Item(element.tag == "ol", style, first - 1, level, f"list{self.lists}")

    def _open_item(self, element: etree._Element, item: _Item) -> None:
        given = element.get("value") or ""
        item.counter = int(given) if re.fullmatch(r"\d{1,6}", given) else item.counter + 1
        number = format_number(item.counter, item.style)
        self.pending.label = f"{number}." if item.ordered else "•"
        self.pending.list_level = item.level
        self.pending.list_id = item.identifier

    @staticmethod
    def _is_layout(table: etree._Element) -> bool:
        """A table with one cell in a row only frames text."""
        return all(len(row.findall("./td") + row.findall("./th")) <= 1 for row in table.iter("tr"))

    def _table(self, table: etree._Element) -> None:
        rows = []
        for row in table.iter("tr"):
            cells = [cell for cell in row if cell.tag in ("td", "th")]
            rows.append([self._cell(cell) for cell in cells])
        rows = [row for row in rows if any(row)]
        if rows:
            self.blocks.append(Block(rows=rows))

    @staticmethod
    def _cell(cell: etree._Element) -> str:
        reader = _Reader()
        reader._children(cell, (), False, 0)
        reader.flush()
        return "\n".join(
            "\n".join(" ".join(row) for row in block.rows) if block.rows else block.full_text
            for block in reader.blocks
        )

    def flush(self) -> None:
        """End the current paragraph."""
        lines = [clean(line) for line in "".join(self.pieces).split("\n")]
        lines = split_breaks([line for line in lines if line])
        length = sum(len(line) for line in lines)
        pending, bold = self.pending, length > 0 and self.bold_length >= 0.85 * length
        if not lines:
            # A list item whose text stands in a block of its own keeps its number for that.
            self.pieces, self.bold_length = [], 0
            return
        for position, line in enumerate(lines):
            block = Block(text=line, heading_level=pending.heading_level, bold=bold)
            block.centered = pending.centered
            if position == 0:
                block.label, block.list_level = pending.label, pending.list_level
                block.list_id = pending.list_id
            self.blocks.append(block)
        self.pending, self.pieces, self.bold_length = Block(), [], 0


def _decode(data: bytes) -> str:
    match = _CHARSET.search(data[:4096])
    if match:
        try:
            return data.decode(match[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data)


def _naive_text(root: etree._Element) -> str:
    etree.strip_elements(root, *_SKIPPED, etree.Comment, with_tail=False)
    return "\n".join(str(text) for text in root.itertext())


def read(data: bytes) -> Source:
    """The source of an HTML page."""
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", _decode(data))
    parser = lxml_html.HTMLParser(no_network=True, huge_tree=True, remove_comments=True)
    try:
        root = lxml_html.document_fromstring(text, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableDocument("empty") from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise UnreadableDocument("damaged", "nested too deeply")
    reader = _Reader()
    body = root.find(".//body")
    reader.walk(root if body is None else body, (), False, 0)
    reader.flush()
    labels = "\n".join(block.label for block in reader.blocks)
    return Source(reader.blocks, f"{_naive_text(root)}\n{labels}")
