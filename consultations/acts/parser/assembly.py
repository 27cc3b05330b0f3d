"""The whole document put together: front, body, annexes, justification, footnotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..addresses import assign_eids
from ..completeness import compare_words
from ..source import Block, Source
from ..tree import DocumentKind, ParsedDocument, Unit, UnitKind
from .annexes import build_annex, split_header
from .builder import ActBuilder
from .footnotes import attach_footnotes, typed_footnote
from .front import Front, is_project_mark, read_front, split_front
from .justification import build_justification
from .labels import BASIC, label_of
from .phrases import is_capitals
from .plain_sections import build_sections
from .plans import PlanBuilder
from .quotes import fold_quotations, unfold
from .recognition import Recognition, announces_consolidated_text, recognise
from .segments import Segment, split_segments


def has_basic_units(blocks: Sequence[Block]) -> bool:
    """True when articles or sections carry the text."""
    labels = map(label_of, blocks)
    return any(label and label.kind in BASIC for label in labels)


def _body(segment: Segment, recognition: Recognition) -> tuple[Front, list[Unit]]:
    if recognition.kind is DocumentKind.OTHER:
        return build_sections(unfold(segment.blocks))
    front_blocks, rest = split_front(segment.blocks)
    if recognition.kind is not DocumentKind.PLAN or has_basic_units(segment.blocks):
        return read_front(unfold(front_blocks)), ActBuilder(rest, signed=True).build()
    title, rest = _plan_title(segment.blocks)
    return title, PlanBuilder(rest).build()


def _plan_title(blocks: Sequence[Block]) -> tuple[Front, list[Block]]:
    """The leading lines set as a title; the first one always counts."""
    front = Front()
    count = 0
    for block in blocks[:8]:
        if block.is_table or len(block.full_text) > 250 or block.full_text.endswith("."):
            break
        label = label_of(block)
        looks = block.emphasised or is_capitals(block.full_text)
        if label or block.quoted or (count and not looks):
            break
        if block.heading_level and (count or not _is_only_of_its_level(block, blocks)):
            break
        count += 1
    lines = [block.full_text for block in blocks[:count]]
    front.preface = [line for line in lines if is_project_mark(line)]
    front.title = " ".join(line for line in lines if not is_project_mark(line))
    return front, list(blocks[count:])


def _is_only_of_its_level(heading: Block, blocks: Sequence[Block]) -> bool:
    """The one first-level heading of a page is its title."""
    return sum(1 for block in blocks if block.heading_level == heading.heading_level) == 1


def _recognise(segments: Sequence[Segment]) -> Recognition:
    """What the document is; a consolidated text is what the attached act is."""
    first = segments[0].blocks
    attached = next((part.blocks for part in segments if part.kind is UnitKind.ANNEX), None)
    if attached and announces_consolidated_text(first):
        found = recognise(attached)
        return replace(found, signals=["consolidated_text", *found.signals])
    return recognise(first or segments[-1].blocks)


def _alone(segments: list[Segment]) -> tuple[list[str], list[Segment]]:
    """(header, segments): an annex uploaded as a file of its own is the document itself."""
    first = segments[0]
    annexes = [segment for segment in segments if segment.kind is UnitKind.ANNEX]
    if first.blocks or len(annexes) != 1 or segments[1] is not annexes[0]:
        return [], segments
    annex = annexes[0]
    header, rest = split_header(annex)
    return header, [Segment(None, rest), *segments[2:]]


def parse(source: Source) -> ParsedDocument:
    """The structured act of a source."""
    everything = [typed_footnote(block) for block in source.blocks]
    footnotes = [block for block in everything if block.footnote]
    blocks = fold_quotations([block for block in everything if not block.footnote])
    header, segments = _alone(split_segments(blocks))
    recognition = _recognise(segments)
    front, units = _body(segments[0], recognition)
    units = [*front.preamble, *units]
    for segment in segments[1:]:
        units.append(
            build_annex(segment) if segment.kind is UnitKind.ANNEX else build_justification(segment)
        )
    units.extend(attach_footnotes(units, footnotes))
    assign_eids(units)
    document = ParsedDocument(
        kind=recognition.kind,
        title=front.title,
        units=units,
        confidence=recognition.confidence,
        signals=recognition.signals,
        notices=list(source.notices),
        preface="\n".join([*header, *front.preface]),
    )
    compare_words(source, document)
    return document
