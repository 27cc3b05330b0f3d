"""Citations as people write them: "§ 5 ust. 2", "par.5 ust 2", "Art. 13a pkt 2 lit. b)".

The same reader is asked about citations of units and about those written by hand, so equal
steps mean the same unit, whatever the spelling.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .citation import ORDINALS
from .parser.numbers import TO_SUPERSCRIPT, number_key

Step = tuple[str, str]

# In the order in which units contain one another; systematising units end with "chapter".
_SPELLINGS = (
    ("annex", r"załącznik\w*|zalacznik\w*|zał\."),
    ("part", r"(?:część|części|czesc)\b|cz\."),
    ("book", r"(?:księga|księgi|księdze|ksiega|ks\.)"),
    ("title", r"(?:tytuł|tytułu|tytule|tytul)\b"),
    ("subchapter", r"(?:oddział|oddziału|oddziale|oddzial)\b|oddz\."),
    ("division", r"(?:dział|działu|dziale|dzial)\b|dz\."),
    ("chapter", r"rozdział\w*|rozdzial\w*|rozdz(?![^\W\d])\.?"),
    ("article", r"artykuł\w*|artykul\w*|art(?![^\W\d])\.?"),
    ("section", r"§+|paragraf\w*|par(?![^\W\d])\.?"),
    ("paragraph", r"ustęp\w*|ustep\w*|ust(?![^\W\d])\.?"),
    ("point", r"punkt\w*|pkt(?![^\W\d])\.?|p\."),
    ("letter", r"liter[aęy]\b|lit(?![^\W\d])\.?"),
    ("subindent", r"podwójne\s+tiret|podwojne\s+tiret"),
    ("indent", r"tiret\w*|tir(?![^\W\d])\.?"),
)
_NAMED = (
    ("quoted", r"w\s+cytowanym\s+brzmieniu"),
    ("closing", r"część\s+wspólna"),
    ("preamble", r"preambuł\w*|preambul\w*"),
    ("justification", r"uzasadnieni\w*"),
    ("table", r"tabel\w*"),
    ("footnote", r"przypis\w*"),
    ("text", r"akapit\w*"),
)
_RANKS = {name: rank for rank, (name, _pattern) in enumerate((*_SPELLINGS, *_NAMED))}
_SYSTEMATIC = frozenset({"part", "book", "title", "subchapter", "division", "chapter"})
_ORDINAL_WORDS = "|".join(ORDINALS)
_NUMBER = (
    rf"(?P<number>(?:{_ORDINAL_WORDS})\b|\d+[a-z]{{0,3}}[⁰¹²³⁴⁵⁶⁷⁸⁹]*|[ivxlc]+\b|[a-z]{{1,2}}\b)"
)
# What stands between steps and says nothing of its own.
_NOISE = re.compile(
    r"\b(?:nr|numer|w|do|uwaga|dotyczy|projektu|uchwały|ustawy|regulaminu)\b|[\W_]+"
)
_WHOLE = re.compile(
    r"\b(?:cało(?:ść|ści)|calo(?:sc|sci)|cał(?:y|ego)\s+\w+|uwag\w*\s+ogóln\w*|ogóln\w*)\b"
)
_STEP = re.compile(
    "|".join(rf"(?P<{name}>(?<!\w)(?:{pattern}))" for name, pattern in (*_NAMED, *_SPELLINGS))
)
# "§5ust.2pkt1": a sign right behind a number.
_GLUED = re.compile(r"(\d)(?=(?:ust|pkt|lit|tir|art|par|§|zał))")
_AFTER = re.compile(rf"\s*(?:nr\s*)?{_NUMBER}")


@dataclass(frozen=True, slots=True)
class Cited:
    """What a citation names.

    ``is_certain`` is False when something in it was not understood, or when it names more than
    one unit.
    """

    steps: tuple[Step, ...] = ()
    is_whole: bool = False
    is_certain: bool = True


def read_citation(words: str) -> Cited:
    """The unit that ``words`` name."""
    text = _tidied(words)
    steps: list[Step] = []
    rest: list[str] = []
    place = 0
    while found := _STEP.search(text, place):
        rest.append(text[place : found.start()])
        name = found.lastgroup or ""
        number, place = _number_after(text, found.end())
        steps.append((name, _same_number(name, number)))
    rest.append(text[place:])
    if not steps:
        is_whole = bool(_WHOLE.search(text))
        return Cited(is_whole=is_whole, is_certain=not _NOISE.sub("", _WHOLE.sub("", text)))
    left = _NOISE.sub("", " ".join(rest))
    return Cited(_in_order(steps), is_certain=not left and _names_one(steps))


def fits(asked: tuple[Step, ...], steps: tuple[Step, ...]) -> bool:
    """Whether ``asked`` is the citation ``steps`` with something left out before its end."""
    if not asked or not steps or asked[-1] != steps[-1]:
        return False
    remaining = iter(steps)
    return all(step in remaining for step in asked)


def _tidied(words: str) -> str:
    text = words.casefold().replace("\xa0", " ")
    text = re.sub(
        r"(?<=\d)(?:\^\(?(\d+)\)?|\((\d+)\))",
        lambda found: (found[1] or found[2]).translate(TO_SUPERSCRIPT),
        text,
    )
    return " ".join(_GLUED.sub(r"\1 ", text).split())


def _number_after(text: str, place: int) -> tuple[str, int]:
    found = _AFTER.match(text, place)
    return (found["number"], found.end()) if found else ("", place)


def _same_number(name: str, number: str) -> str:
    """One spelling for numbers that people write in several."""
    if number in ORDINALS:
        return str(ORDINALS.index(number) + 1)
    if name in _SYSTEMATIC or name == "annex":
        key = number_key(number.upper()) or number_key(number)
        if key is not None:
            return f"{key[0]}{key[2].lower()}"
    return number


def _in_order(steps: list[Step]) -> tuple[Step, ...]:
    """Outer units first; chapters go where a section or an article tells the place alone."""
    names = {name for name, _number in steps}
    if "quoted" in names:
        return tuple(steps)
    if names & {"article", "section"}:
        steps = [step for step in steps if step[0] not in _SYSTEMATIC]
    return tuple(sorted(steps, key=lambda step: _RANKS[step[0]]))


def _names_one(steps: list[Step]) -> bool:
    names = [name for name, _number in steps]
    return "quoted" in names or len(names) == len(set(names))
