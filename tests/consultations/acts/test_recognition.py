"""What a document is, how sure that is, and what says so."""

from __future__ import annotations

import pytest

from consultations.acts.parser.recognition import recognise
from consultations.acts.source import Block
from consultations.acts.tree import DocumentKind

BODY = ["§ 1. Tekst.", "§ 2. Tekst.", "§ 3. Uchwała wchodzi w życie z dniem podjęcia."]
CASES = [
    (
        DocumentKind.RESOLUTION,
        ["UCHWAŁA NR 1", "Na podstawie art. 5 ustawy uchwala się, co następuje:", *BODY],
        ["resolution_head", "sections", "legal_basis", "enacting_formula"],
    ),
    (
        DocumentKind.STATUTE,
        ["USTAWA", "z dnia 5 maja 2025 r.", "o wolontariacie", "Art. 1. Tekst.", "Art. 2. Tekst."],
        ["statute_head", "articles"],
    ),
    (
        DocumentKind.STATUTE,
        ["KODEKS", "Art. 1. § 1. Tekst.", "§ 2. Tekst.", "§ 3. Tekst.", "Art. 2. Tekst."],
        ["statute_head", "articles"],
    ),
    (DocumentKind.RESOLUTION, ["REGULAMIN KONKURSU", *BODY], ["regulations_head", "sections"]),
    (DocumentKind.RESOLUTION, ["Zarządzenie Wójta", *BODY], ["resolution_head", "sections"]),
    (
        DocumentKind.PLAN,
        ["Strategia rozwoju", "1.1. Wizja", "Tekst.", "1.2. Misja", "Tekst."],
        ["plan_head", "numbered_headings"],
    ),
    (
        DocumentKind.OTHER,
        [
            "UMOWA", "zawarta w dniu 3 maja pomiędzy stronami", *BODY,
            "Strony zgodnie oświadczają, że stosują przepisy Kodeksu cywilnego.",
        ],
        ["contract_head", "sections", "contract_parties", "contract_wording"],
    ),
    (
        DocumentKind.OTHER,
        ["Sejmik zdecydował", "– To dobra zmiana – powiedział marszałek.", "Fot. archiwum"],
        ["no_units", "reported_speech", "press_wording"],
    ),
    (DocumentKind.OTHER, ["Szanowni Państwo,", "dziękuję za list."], ["no_units"]),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "lines", "signals"), CASES)
def test_kinds_and_signals(kind: DocumentKind, lines: list[str], signals: list[str]) -> None:
    found = recognise([Block(text=line) for line in lines])

    assert (found.kind, found.signals) == (kind, signals)


def test_more_signals_make_more_confidence_and_contradictions_less() -> None:
    bare = recognise([Block(text=line) for line in BODY])
    full = recognise([Block(text=line) for line in ("UCHWAŁA NR 1", *BODY)])
    mixed = recognise([Block(text=line) for line in ("UMOWA", *BODY)])

    assert bare.confidence < full.confidence < 1
    assert mixed.confidence < full.confidence


def test_a_chapter_that_names_a_contract_makes_no_contract() -> None:
    lines = ["UCHWAŁA NR 1", "Rozdział 1", "Umowa partnerska", *BODY]

    assert recognise([Block(text=line) for line in lines]).kind is DocumentKind.RESOLUTION


def test_nothing_is_sure_about_nothing() -> None:
    assert recognise([]).kind is DocumentKind.OTHER
