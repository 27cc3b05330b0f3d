"""What a document is: statute, resolution, plan or something else, and what says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..source import Block
from ..tree import DocumentKind, UnitKind
from .labels import BASIC, SYSTEMATISING, label_of, outline_label

_HEAD_LENGTH = 14
_WEIGHTS: dict[str, tuple[DocumentKind, float]] = {
    "articles": (DocumentKind.STATUTE, 3.0),
    "statute_head": (DocumentKind.STATUTE, 3.0),
    "sections": (DocumentKind.RESOLUTION, 2.0),
    "resolution_head": (DocumentKind.RESOLUTION, 3.0),
    "legal_basis": (DocumentKind.RESOLUTION, 1.5),
    "enacting_formula": (DocumentKind.RESOLUTION, 1.5),
    "regulations_head": (DocumentKind.RESOLUTION, 1.5),
    "plan_head": (DocumentKind.PLAN, 3.0),
    "numbered_headings": (DocumentKind.PLAN, 2.0),
    "styled_headings": (DocumentKind.PLAN, 1.5),
    "contract_head": (DocumentKind.OTHER, 4.0),
    "contract_parties": (DocumentKind.OTHER, 3.0),
    "contract_wording": (DocumentKind.OTHER, 2.0),
    "reported_speech": (DocumentKind.OTHER, 3.0),
    "press_wording": (DocumentKind.OTHER, 2.0),
    "no_units": (DocumentKind.OTHER, 2.0),
}
_IN_HEAD = {
    "statute_head": r"^(?:projekt\s+)?(?:u\s?s\s?t\s?a\s?w\s?a|kodeks|konstytucja|prawo\b.*)\b",
    "resolution_head": r"^(?:projekt\s+)?(?:uchwał[ay]|zarządzeni[ea]|rozporządzeni[ea]|"
    r"obwieszczeni[ea]|decyzj[ai]|postanowieni[ea])\b",
    "regulations_head": r"^(?:regulamin|statut|zasady|tryb|procedura)\b",
    "plan_head": r"(?:^|\s)(?:program|strategi[aę]|założenia|plan|polityka|raport|diagnoza|"
    r"koncepcja|standard|wytyczne|analiza)\b",
    "contract_head": r"^(?:wzór\s+)?(?:umow[ay]|porozumieni[ea]|aneks|list\s+intencyjny)\b",
}
_IN_TEXT = {
    "legal_basis": r"^\(?(?:działając\s+)?na\s+podstawie\b.{0,40}\bart\b",
    "enacting_formula": r"co\s+następuje|zarządza\s+się|uchwala\s+się",
    "contract_parties": r"zwan\w+\s+dalej\s+[„\"]?(?:zleceniodawc|zleceniobiorc|wykonawc|"
    r"zamawiając|stron|partner|najemc|wynajmując|grantodawc|oferent)|zawarta\s+w\s+dniu|"
    r"reprezentowan\w+\s+przez",
    "contract_wording": r"\bstrony\s+(?:zgodnie|postanawiają|umowy|ustalają|zobowiązują)|"
    r"dwóch\s+jednobrzmiących\s+egzemplarzach|kodeksu\s+cywilnego",
    "reported_speech": r"(?:[–-]\s*|[”\"],?\s+)(?:mówi|powiedział|dodaj|dodał|podkreśl|tłumaczy|"
    r"wyjaśni|zaznacz|przyznaj|komentuj|zapewni|informuj|poinformował|ocenia|przekonuj)",
    "press_wording": r"\b(?:czytelni(?:cy|ków|kom)|redakcj\w+|fot\.|artykuł\s+sponsorowany|"
    r"nasz\w+\s+(?:portal|gazet|reporter)|w\s+rozmowie\s+z\b)",
}
_CONSOLIDATED = re.compile(r"jednolitego tekstu|tekstu jednolitego|jednolity tekst")
_COMPILED_HEAD = {code: re.compile(rule, re.I) for code, rule in _IN_HEAD.items()}
_COMPILED_TEXT = {code: re.compile(rule, re.I) for code, rule in _IN_TEXT.items()}


@dataclass(frozen=True, slots=True)
class Recognition:
    """The kind of a document, how sure that is, and the codes of what led to it."""

    kind: DocumentKind
    confidence: float
    signals: list[str] = field(default_factory=list)


def _label_counts(blocks: Sequence[Block]) -> dict[UnitKind, int]:
    counts: dict[UnitKind, int] = {}
    for block in blocks:
        if label := label_of(block):
            counts[label.kind] = counts.get(label.kind, 0) + 1
    return counts


def _structure_signals(blocks: Sequence[Block]) -> list[str]:
    counts = _label_counts(blocks)
    articles, sections = counts.get(UnitKind.ARTICLE, 0), counts.get(UnitKind.SECTION, 0)
    signals = []
    if articles and articles * 4 >= sections:
        signals.append("articles")
    elif sections:
        signals.append("sections")
    outlined = sum(1 for block in blocks if outline_label(block.full_text))
    chapters = counts.get(UnitKind.CHAPTER, 0)
    if outlined >= 2 or (chapters and not articles and not sections):
        signals.append("numbered_headings")
    if sum(1 for block in blocks if block.heading_level) >= 2 and not (articles or sections):
        signals.append("styled_headings")
    if not articles and not sections and not signals:
        signals.append("no_units")
    return signals


def _head_signals(blocks: Sequence[Block]) -> list[str]:
    for block in blocks[:_HEAD_LENGTH]:
        line = block.full_text
        label = label_of(block)
        if label and (label.kind in BASIC or label.kind in SYSTEMATISING.values()):
            break  # what follows is content: "Rozdział 2. Umowa partnerska" makes no contract
        for code, pattern in _COMPILED_HEAD.items():
            if len(line) < 300 and pattern.search(line):
                return [code]
    return []


def _text_signals(blocks: Sequence[Block]) -> list[str]:
    texts = [block.full_text for block in blocks]
    return [
        code
        for code, pattern in _COMPILED_TEXT.items()
        if any(pattern.search(text) for text in texts)
    ]


def announces_consolidated_text(blocks: Sequence[Block]) -> bool:
    """True for an announcement ("obwieszczenie") of the consolidated text of another act."""
    head = " ".join(block.full_text for block in blocks[:_HEAD_LENGTH]).lower()
    return head.startswith("obwieszczenie") and bool(_CONSOLIDATED.search(head))


def recognise(blocks: Sequence[Block]) -> Recognition:
    """Weigh the signals for each kind; the heaviest wins, its share is the confidence."""
    signals = [*_head_signals(blocks), *_structure_signals(blocks), *_text_signals(blocks)]
    scores: dict[DocumentKind, float] = dict.fromkeys(DocumentKind, 0.0)
    for code in signals:
        kind, weight = _WEIGHTS[code]
        if code == "legal_basis" and "articles" in signals:
            kind = DocumentKind.STATUTE
        if code == "enacting_formula" and "articles" in signals:
            kind = DocumentKind.STATUTE
        scores[kind] += weight
    best = max(scores, key=lambda kind: scores[kind])
    total = sum(scores.values())
    confidence = scores[best] / (total + 0.5) if total else 0.0
    return Recognition(best, round(confidence, 2), signals)
