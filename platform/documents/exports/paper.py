"""How a report is laid on paper: which blocks share upright pages and which turned ones."""

from __future__ import annotations

from dataclasses import dataclass, field

from documents.exports.description import (
    Block,
    Heading,
    PageBreak,
    Paragraph,
    Report,
    Signature,
    Table,
)


@dataclass(slots=True)
class Section:
    """Blocks that share one run of pages, upright or turned."""

    turned: bool
    blocks: list[Block] = field(default_factory=list)


def sections(report: Report) -> list[Section]:
    """The report cut where the paper turns and where a new page was asked for.

    A wide table turns the paper; the heading and the text that introduce it go along. What is
    signed stays on the paper as it lies, so that no page holds a signature alone.
    """
    result = [Section(turned=False)]
    followers = [*report.blocks[1:], None]
    for block, after in zip(report.blocks, followers, strict=False):
        turned = isinstance(block, Table) and block.is_wide
        if isinstance(block, Signature) or (
            isinstance(block, Paragraph) and isinstance(after, Signature)
        ):
            turned = result[-1].turned
        if isinstance(block, PageBreak):
            result.append(Section(turned=result[-1].turned))
            continue
        if turned != result[-1].turned and not _follows_break(result[-1]):
            introduction = _taken_introduction(result[-1]) if turned else []
            result.append(Section(turned, introduction))
        result[-1].turned = turned
        result[-1].blocks.append(block)
    return [section for section in result if section.blocks] or result[:1]


def _follows_break(section: Section) -> bool:
    return not section.blocks


def _taken_introduction(section: Section) -> list[Block]:
    """Take the last heading, with paragraphs under it, away from ``section``."""
    blocks = list(section.blocks)
    start = len(blocks)
    while start and isinstance(blocks[start - 1], Paragraph):
        start -= 1
    while start and isinstance(blocks[start - 1], Heading):
        start -= 1
    if start == len(blocks) or not isinstance(blocks[start], Heading):
        return []
    section.blocks[:] = blocks[:start]
    return blocks[start:]
