"""The grammar of labels: what the beginning of a paragraph says about its place in the act."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..source import Block
from ..tree import UnitKind
from .numbers import ORDINALS, ORDINALS_MASCULINE, SUPERSCRIPTS, is_first

_SUP = rf"[{SUPERSCRIPTS}]"
NUMBER = rf"\d{{1,4}}(?:{_SUP}+[a-z]{{0,2}}|[a-z]{{1,3}}{_SUP}*)?"
_RANGE = rf"{NUMBER}(?:\s?[-–—]\s?{NUMBER})?"
_ORDINAL = "|".join([*ORDINALS, *ORDINALS_MASCULINE])

SYSTEMATISING = {
    "część": UnitKind.PART,
    "księga": UnitKind.BOOK,
    "tytuł": UnitKind.TITLE,
    "dział": UnitKind.DIVISION,
    "rozdział": UnitKind.CHAPTER,
    "oddział": UnitKind.SUBCHAPTER,
}
BASIC = (UnitKind.ARTICLE, UnitKind.SECTION)

_MAY_FOLLOW = {
    UnitKind.ARTICLE: (UnitKind.SECTION, UnitKind.PARAGRAPH, UnitKind.POINT),
    UnitKind.SECTION: (UnitKind.PARAGRAPH, UnitKind.POINT),
    UnitKind.PARAGRAPH: (UnitKind.POINT,),
    UnitKind.POINT: (UnitKind.LETTER,),
    UnitKind.LETTER: (UnitKind.INDENT,),
}

_SYSTEMATISING = re.compile(
    r"^(?P<word>część|księga|tytuł|dział|rozdział|oddział)\s+"
    rf"(?P<number>\d{{1,3}}[a-z]{{0,2}}{_SUP}*|(?-i:[IVXLC]+[a-z]{{0,2}}(?![\w])|[A-Z](?!\w))"
    rf"|(?:{_ORDINAL}|ogólna|szczególna|wojskowa)(?!\w))"
    r"\s*(?P<mark>[.:–—-]?)\s*(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
# In consolidated texts the mark of a footnote stands between the label and the text.
_NOTE_MARK = rf"(?:{_SUP}+⁾\s*)?"
_ARTICLE = re.compile(
    rf"^(?P<sign>Art\.|ART\.|Artykuł|ARTYKUŁ)\s*(?P<number>{_RANGE})\s*"
    rf"(?:\.(?!\d)\s*|(?=\[)|$){_NOTE_MARK}(?P<rest>.*)$",
    re.DOTALL,
)
_SECTION = re.compile(
    rf"^(?P<sign>§{{1,2}})\s*(?P<number>{_RANGE})\s*(?:[.:](?!\d)\s*|(?=\[)|$)"
    rf"{_NOTE_MARK}(?P<rest>.*)$",
    re.DOTALL,
)
_PARAGRAPH = re.compile(
    rf"^(?P<number>{_RANGE})\.(?:\s+|(?=[^\W\d_]|[„\"“(§])|(?={_SUP})|$)"
    rf"{_NOTE_MARK}(?P<rest>.*)$",
    re.DOTALL,
)
_POINT = re.compile(rf"^(?P<number>{_RANGE})\)\s*{_NOTE_MARK}(?P<rest>.*)$", re.DOTALL)
_LETTER = re.compile(r"^(?P<number>[a-z]{1,2}(?:[-–][a-z]{1,2})?)\)\s*(?P<rest>.*)$", re.DOTALL)
_SUBINDENT = re.compile(r"^(?P<sign>––|—|--|[–-] [–-])\s*(?P<rest>.*)$", re.DOTALL)
_INDENT = re.compile(
    r"^(?P<sign>[-–−‒](?=\s)|[•·●▪■◦○◾►▶✓➢]|(?<!\w)o(?=\t))\s*(?P<rest>\S.*)$", re.DOTALL
)
_OUTLINE = re.compile(r"^(?P<number>\d{1,2}(?:\.\d{1,2})+)\.?\s+(?P<rest>\D.*)$", re.DOTALL)
_ROMAN = re.compile(r"^(?P<number>[IVXLC]{1,6})\s?[.)]\s+(?P<rest>\S.*)$", re.DOTALL)
_CAPITAL = re.compile(r"^(?P<number>[A-Z])[.)]\s+(?P<rest>\S.*)$", re.DOTALL)
_DOTTED_LETTER = re.compile(r"^(?P<number>[a-z])\.\s+(?P<rest>\S.*)$", re.DOTALL)
# A reference such as "Rozdział 3 ustawy" is a sentence, not a heading.
_REFERENCE = re.compile(r"^(?:ustaw|uchwał|niniejsz|regulamin|statut|kodeks|rozporządz)")


# "Art. 8. [Właściwość organów] ...", but not "Art. 8. [uchylony]".
_BRACKETED_HEADING = re.compile(r"^\[[A-ZĄĆĘŁŃÓŚŹŻ][^\]]{1,200}\]\s*")


@dataclass(frozen=True, slots=True)
class Label:
    """A recognised label and what follows it on the line."""

    kind: UnitKind
    number: str
    shown: str
    rest: str


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _made(kind: UnitKind, text: str, match: re.Match[str], number: str | None = None) -> Label:
    rest = match["rest"].strip()
    shown = text[: match.start("rest")] if match["rest"] else text
    number = match["number"] if number is None else number
    return Label(kind, re.sub(r"\s?[-–—]\s?", "–", number), _spaced(shown), rest)


def systematising_label(text: str) -> Label | None:
    """ "Rozdział 2", "DZIAŁ IIa. Przepisy ogólne", "Księga pierwsza"..."""
    match = _SYSTEMATISING.match(text)
    if not match or not match["word"][0].isupper():
        return None
    rest = match["rest"]
    if rest and (len(rest) > 300 or _REFERENCE.match(rest)):
        return None
    if rest and not match["mark"] and not (rest[0].isupper() or rest[0] == "["):
        return None
    return _made(SYSTEMATISING[match["word"].lower()], text, match)


def basic_label(text: str) -> Label | None:
    """ "Art. 5." or "§ 5.": the units that an act is made of."""
    if match := _ARTICLE.match(text):
        return _made(UnitKind.ARTICLE, text, match)
    if match := _SECTION.match(text):
        return _made(UnitKind.SECTION, text, match)
    return None


def list_label(text: str) -> Label | None:
    """ "1.", "1)", "a)" and dashes: the units below a basic unit."""
    if match := _PARAGRAPH.match(text):
        return _made(UnitKind.PARAGRAPH, text, match)
    if match := _POINT.match(text):
        return _made(UnitKind.POINT, text, match)
    if match := _LETTER.match(text):
        return _made(UnitKind.LETTER, text, match)
    if match := _SUBINDENT.match(text):
        return _made(UnitKind.SUBINDENT, text, match, number="")
    if match := _INDENT.match(text):
        return _made(UnitKind.INDENT, text, match, number="")
    return None


def read_label(text: str) -> Label | None:
    """The label at the start of a text."""
    return systematising_label(text) or basic_label(text) or list_label(text)


def label_of(block: Block) -> Label | None:
    """The label of a paragraph; one that a word processor made is known to be one."""
    if block.is_table:
        return None
    if block.label:
        alone = read_label(block.label) or dotted_letter(f"{block.label} x")
        if alone and not alone.rest.removesuffix("x"):
            return replace(alone, shown=block.label, rest=block.text)
    return read_label(block.full_text)


def dotted_letter(text: str) -> Label | None:
    """ "a. ...": a letter only where one is due, for "r." and "s." may open a line too."""
    match = _DOTTED_LETTER.match(text)
    return _made(UnitKind.LETTER, text, match) if match else None


def split_bracketed_heading(label: Label) -> tuple[str, str]:
    """(heading, rest) of "Art. 8. [Właściwość organów] § 1. ..."."""
    found = _BRACKETED_HEADING.match(label.rest) if label.kind in BASIC else None
    if found is None:
        return "", label.rest
    return found[0].strip(), label.rest[found.end() :]


def inner_label(kind: UnitKind, rest: str) -> Label | None:
    """The label that opens on the same line: „Art. 1. 1.”, „§ 1. 1)”, „1) a)”."""
    inner = read_label(rest)
    if inner and inner.kind in _MAY_FOLLOW.get(kind, ()) and is_first(inner.number):
        return inner
    return None


def labels_of_line(text: str) -> list[Label]:
    """All labels at the start of a line, outermost first."""
    labels: list[Label] = []
    label = read_label(text)
    while label:
        labels.append(label)
        label = inner_label(label.kind, split_bracketed_heading(label)[1])
    return labels


def outline_label(text: str) -> tuple[Label, int] | None:
    """Numbers of headings in plans, "1.2.", "IV.", "B.", with the depth they claim."""
    if match := _OUTLINE.match(text):
        label = _made(UnitKind.HEADING, text, match)
        return label, label.number.count(".") + 1
    if match := _ROMAN.match(text) or _CAPITAL.match(text):
        return _made(UnitKind.HEADING, text, match), 1
    return None
