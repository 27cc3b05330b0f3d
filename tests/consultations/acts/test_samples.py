"""The two drafts that the demo uploads read without a doubt."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import consultations.acts
from consultations.acts.tree import DocumentKind, Unit, UnitKind

from .outline import reading

SAMPLES = Path(consultations.acts.__file__).parent / "samples"


def kinds(units: list[Unit]) -> Counter[UnitKind]:
    """How many units of each kind there are."""
    return Counter(unit.kind for top in units for unit in top.walk())


def test_the_draft_resolution() -> None:
    document = reading((SAMPLES / "projekt-uchwaly.docx").read_bytes(), "projekt-uchwaly.docx")

    main = [unit for unit in document.units if unit.kind is UnitKind.CHAPTER]
    assert document.kind is DocumentKind.RESOLUTION
    assert document.notices == []
    assert kinds(main) == {
        UnitKind.CHAPTER: 6,
        UnitKind.SECTION: 25,
        UnitKind.PARAGRAPH: 26,
        UnitKind.POINT: 33,
        UnitKind.LETTER: 5,
        UnitKind.CLOSING: 1,
    }
    assert [unit.eid for unit in document.units][6:] == [
        "tekst_1",
        "tekst_2",
        "zal_1",
        "zal_2",
        "uzas",
    ]


def test_the_programme() -> None:
    data = (SAMPLES / "program-wspolpracy.docx").read_bytes()

    document = reading(data, "program-wspolpracy.docx")

    assert document.kind is DocumentKind.PLAN
    assert document.notices == []
    assert [unit.eid for unit in document.units] == [f"rozdz_{number}" for number in range(1, 9)]
    assert kinds(document.units)[UnitKind.TABLE] == 1
    assert kinds(document.units)[UnitKind.FOOTNOTE] == 1
