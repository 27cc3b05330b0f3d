"""Polish typography of print."""

from __future__ import annotations

import pytest

from documents.exports.typography import bound, breakable, drawn


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rada w Opolu", "Rada w~Opolu"),
        ("a i o u w z", "a~i~o~u~w~z"),
        ("W domu", "W~domu"),
        ("art. 5 ust. 2 pkt 3 lit. a", "art.~5 ust.~2 pkt~3 lit.~a"),
        ("§ 12 uchwały nr 5", "§~12 uchwały nr~5"),
        ("(w tym) „z nimi”", "(w~tym) „z~nimi”"),
        ("kawa z mlekiem", "kawa z~mlekiem"),
        ("we Wrocławiu", "we Wrocławiu"),
        ("e-a b", "e-a b"),
        ("koniec w", "koniec w"),
        ("", ""),
    ],
)
def test_short_words_and_references_are_bound(text: str, expected: str) -> None:
    assert bound(text) == expected.replace("~", "\u00a0")


def test_only_very_long_words_may_break() -> None:
    assert breakable("Konstantynopolitańczyk") == "Konstantynopolitańczyk"

    long = breakable("x" * 30)

    assert long.replace("\u200b", "") == "x" * 30
    assert max(len(piece) for piece in long.split("\u200b")) == 4


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zażółć gęślą jaźń – „½” €", "Zażółć gęślą jaźń – „½” €"),
        ("👍🏿👍", "[thumbs up sign][thumbs up sign]"),
        ("漢", "□"),
        ("a\u0328", "ą"),
        ("x\u05b0y", "xy"),
        ("a\nb\tc", "a\nb\tc"),
    ],
)
def test_signs_that_fonts_lack(text: str, expected: str) -> None:
    assert drawn(text) == expected
