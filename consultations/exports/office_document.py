"""An office's own text as a document: what its marks mean on a page and on paper.

The text is plain: a blank line ends a paragraph, a line that begins with ``##`` is a heading,
lines that begin with ``-`` make a list. Nothing else means anything, so that whatever an office
writes is safe to show.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from documents.exports.description import Block, Heading, Paragraph, Report

GAP = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A heading, a paragraph, or a list with its ``items``."""

    kind: str
    text: str = ""
    items: tuple[str, ...] = ()


def fill(text: str, values: Mapping[str, str]) -> str:
    """Put ``values`` into the gaps ``{name}``; a gap that nobody knows stays as it is."""
    return GAP.sub(lambda found: values.get(found[1].strip(), found[0]), text)


def gaps_in(text: str) -> list[str]:
    """Names in the gaps of a text, in order."""
    return [name.strip() for name in GAP.findall(text)]


def text_blocks(text: str) -> list[TextBlock]:
    """The parts of a text in order."""
    blocks: list[TextBlock] = []
    for paragraph in re.split(r"\n\s*\n", text.replace("\r\n", "\n")):
        _read_paragraph(paragraph.strip("\n"), blocks)
    return blocks


def _read_paragraph(paragraph: str, blocks: list[TextBlock]) -> None:
    lines: list[str] = []
    items: list[str] = []
    for line in [*paragraph.split("\n"), ""]:
        marked = line.strip()
        if not marked.startswith("-") and items:
            blocks.append(TextBlock("list", items=tuple(items)))
            items = []
        if lines and (not marked or marked.startswith(("##", "-"))):
            blocks.append(TextBlock("paragraph", "\n".join(lines)))
            lines = []
        if marked.startswith("##"):
            blocks.append(TextBlock("heading", marked.lstrip("# ")))
        elif marked.startswith("-"):
            items.append(marked.lstrip("- "))
        elif marked:
            lines.append(marked)


def describe_document(
    *, title: str, text: str, publisher: str, created_at: datetime, notice: str
) -> Report:
    """The document for the writers of all formats."""
    return Report(
        title=title,
        subtitle="",
        language="pl",
        created_at=created_at,
        publisher=publisher,
        blocks=[part for block in text_blocks(text) for part in _on_paper(block)],
        notice=notice,
    )


def _on_paper(block: TextBlock) -> list[Block]:
    if block.kind == "heading":
        return [Heading(1, block.text)] if block.text else []
    if block.kind == "list":
        return [Paragraph("\n".join(f"• {item}" for item in block.items))]
    return [Paragraph(block.text)]
