"""Words broken at line ends."""

from __future__ import annotations

import pytest

from consultations.acts.readers.hyphenation import Vocabulary, join

LINES = ["organizacje społeczno-zawodowe", "wymaga przewidywania", "ma moc"]


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        ("Rada moż-", "e opiniować", "Rada może opiniować"),
        ("Kędzierzyn-", "Koźle", "Kędzierzyn-Koźle"),
        ("organizacji społeczno-", "zawodowych", "organizacji społeczno-zawodowych"),
        ("ze społeczno-", "ściami", "ze społecznościami"),
        ("prawa gospo-", "darczego", "prawa gospodarczego"),
        ("w art. 74-", "76 ustawy", "w art. 74-76 ustawy"),
        ("program 3-", "letni", "program 3-letni"),
        ("społeczno-", "-gospodarczy", "społeczno-gospodarczy"),
        ("prze\u00ad", "widywać", "przewidywać"),
        ("Polski -", "wszyscy", "Polski - wszyscy"),
        ("termin 14", "dni", "termin 14 dni"),
        ("tekst –", "dalej", "tekst – dalej"),
    ],
)
def test_lines_join(left: str, right: str, whole: str) -> None:
    assert join(left, right, Vocabulary(LINES)) == whole


def test_the_document_itself_settles_doubts() -> None:
    unknown = Vocabulary(["umowa użytkowo-"])
    knowing = Vocabulary(["umowa użytkowo-", "lokale użytkowo-handlowe"])

    assert join("umowa użytkowo-", "handlowe", unknown) == "umowa użytkowohandlowe"
    assert join("umowa użytkowo-", "handlowe", knowing) == "umowa użytkowo-handlowe"


def test_a_word_written_whole_elsewhere_is_joined_without_hyphen() -> None:
    vocabulary = Vocabulary(["prawnoautorskie roszczenia", "prawno-"])

    assert join("prawno-", "autorskie", vocabulary) == "prawnoautorskie"
