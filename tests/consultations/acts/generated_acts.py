"""Acts made by hypothesis, and their printed forms, to be read back."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

from consultations.acts.tree import Unit, UnitKind

from .word import WordFile

WORDS = [
    "organizacja", "zarząd", "województwa", "konsultacje", "projekt", "uwaga", "termin",
    "wniosek", "rada", "urząd", "zadanie", "publiczne", "dotacja", "oferta", "umowa", "protokół",
    "spotkanie", "gmina", "powiat", "współpraca",
]  # fmt: skip


@dataclass(frozen=True)
class Level:
    """How units of one kind are numbered, and what stands inside them."""

    kind: UnitKind
    end: str
    inner: tuple[UnitKind, ...]


LEVELS = {
    UnitKind.CHAPTER: Level(UnitKind.CHAPTER, "", (UnitKind.SECTION,)),
    UnitKind.SECTION: Level(UnitKind.SECTION, ".", (UnitKind.PARAGRAPH, UnitKind.POINT)),
    UnitKind.ARTICLE: Level(UnitKind.ARTICLE, ".", (UnitKind.PARAGRAPH, UnitKind.POINT)),
    UnitKind.PARAGRAPH: Level(UnitKind.PARAGRAPH, ".", (UnitKind.POINT,)),
    UnitKind.POINT: Level(UnitKind.POINT, ";", (UnitKind.LETTER,)),
    UnitKind.LETTER: Level(UnitKind.LETTER, ",", (UnitKind.INDENT,)),
    UnitKind.INDENT: Level(UnitKind.INDENT, ",", ()),
}
LABELS = {
    UnitKind.CHAPTER: "Rozdział {}",
    UnitKind.SECTION: "§ {}.",
    UnitKind.ARTICLE: "Art. {}.",
    UnitKind.PARAGRAPH: "{}.",
    UnitKind.POINT: "{})",
    UnitKind.LETTER: "{})",
    UnitKind.INDENT: "–",
}


@st.composite
def sentences(draw: st.DrawFn, end: str) -> str:
    """Some words of the trade, ended as a provision of the kind ends."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=2, max_size=7))
    text = " ".join(words)
    return (text if end in (";", ",") else text.capitalize()) + end


@st.composite
def numbers(draw: st.DrawFn, count: int, kind: UnitKind) -> list[str]:
    """Numbers in a row; now and then one added later, such as 3a."""
    if kind is UnitKind.LETTER:
        return list("abcdefgh"[:count])
    if kind is UnitKind.INDENT:
        return [""] * count
    row: list[str] = []
    value, suffix = 0, ""
    for _ in range(count):
        added = value and kind is not UnitKind.CHAPTER and draw(st.integers(0, 9)) == 0
        suffix = chr(ord(suffix) + 1) if added and suffix else ("a" if added else "")
        value += 0 if added else 1
        row.append(f"{value}{suffix}")
    return row


@st.composite
def units(draw: st.DrawFn, kind: UnitKind, most: int = 3) -> list[Unit]:
    """A list of units of one kind with what is inside."""
    least = 1 if kind in (UnitKind.CHAPTER, UnitKind.SECTION, UnitKind.ARTICLE) else 2
    count = draw(st.integers(least, max(least, most)))
    return [draw(_unit(kind, number)) for number in draw(numbers(count, kind))]


@st.composite
def _unit(draw: st.DrawFn, kind: UnitKind, number: str) -> Unit:
    level = LEVELS[kind]
    unit = Unit(kind, number, LABELS[kind].format(number))
    nests = bool(level.inner) and (kind is UnitKind.CHAPTER or draw(st.integers(0, 2)) == 0)
    if kind is UnitKind.CHAPTER:
        unit.heading = draw(sentences(""))
    elif not nests:
        unit.text = draw(sentences(level.end))
    if nests:
        inner = draw(st.sampled_from(level.inner))
        if kind is not UnitKind.CHAPTER and inner is not UnitKind.PARAGRAPH:
            unit.text = draw(sentences(":"))
        unit.children = draw(units(inner))
    return unit


def _renumber(chapters: Sequence[Unit]) -> list[Unit]:
    """Sections count through the act, whatever the chapters."""
    value = 0
    for chapter in chapters:
        for section in chapter.children:
            value += 1
            section.number, section.label = str(value), f"§ {value}."
    return list(chapters)


ACTS = st.one_of(
    units(UnitKind.SECTION, most=5),
    units(UnitKind.ARTICLE, most=5),
    units(UnitKind.CHAPTER, most=3).map(_renumber),
)


def printed(unit: Unit, lead: str = "") -> Iterator[str]:
    """The lines of a unit; a first paragraph stands on the line of its section."""
    line = f"{lead} {unit.label} {unit.text}".strip()
    if unit.kind is UnitKind.CHAPTER:
        yield unit.label
        yield unit.heading
        line = ""
    elif unit.children and not unit.text:
        yield from printed(unit.children[0], line)
        for child in unit.children[1:]:
            yield from printed(child)
        return
    if line:
        yield line
    for child in unit.children:
        yield from printed(child)


def as_lines(act: Sequence[Unit]) -> list[str]:
    """The act as lines of plain text."""
    return [line for unit in act for line in printed(unit)]


def as_word(act: Sequence[Unit]) -> bytes:
    """The act as a DOCX file with labels typed by hand."""
    word = WordFile()
    word.lines(*as_lines(act))
    return word.save()


def as_numbered_word(act: Sequence[Unit]) -> bytes:
    """The act as a DOCX file whose labels Word makes."""
    word = WordFile()
    basic = "Art. %1." if act[0].kind is UnitKind.ARTICLE else "§ %1."
    numbered = word.new_list(
        (("decimal", basic), ("decimal", "%2."), ("decimal", "%3)"), ("lowerLetter", "%4)"),
         ("bullet", "–"))
    )  # fmt: skip
    depths = {
        UnitKind.ARTICLE: 0, UnitKind.SECTION: 0, UnitKind.PARAGRAPH: 1, UnitKind.POINT: 2,
        UnitKind.LETTER: 3, UnitKind.INDENT: 4,
    }  # fmt: skip

    def write(unit: Unit) -> None:
        if unit.kind is UnitKind.CHAPTER:
            word.heading(unit.label)
            word.heading(unit.heading)
        else:
            word.item(numbered, depths[unit.kind], unit.text)
        for child in unit.children:
            write(child)

    for unit in act:
        write(unit)
    return word.save()


def as_html(act: Sequence[Unit]) -> bytes:
    """The act as a page of paragraphs."""
    body = "".join(f"<p>{html.escape(line)}</p>" for line in as_lines(act))
    return f"<!doctype html><html><body>{body}</body></html>".encode()


def shape(tree: Sequence[Unit]) -> list[tuple[object, ...]]:
    """What must come back: kinds, numbers, labels, headings and texts."""
    return [
        (unit.kind, unit.number, unit.label, unit.heading, unit.text, *shape(unit.children))
        for unit in tree
    ]
