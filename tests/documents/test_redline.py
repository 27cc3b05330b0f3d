"""Two wordings of one provision, compared for a reader."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.redline import (
    Change,
    ChangeKind,
    diff_words,
    is_changed,
    new_side,
    old_side,
)

WORDS = [
    "organizacja",
    "w",
    "i",
    "do",
    "konkursie,",
    "§",
    "5.",
    "1)",
    "zł;",
    "—",
    "„lub”",
    "oferta",
]
wordings = st.lists(st.sampled_from(WORDS) | st.text(max_size=6), max_size=30).flatmap(
    lambda words: st.sampled_from([" ", "  ", "\n", ""]).map(lambda gap: gap.join(words))
)


def shown(changes: list[Change]) -> str:
    marks = {"equal": "{}", "insert": "[+{}]", "delete": "[-{}]"}
    return "".join(marks[change.kind].format(change.text) for change in changes)


def joined(changes: list[Change]) -> str:
    return "".join(change.text for change in changes)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", ""),
        ("Oferta.", "Oferta.", "Oferta."),
        ("", "Nowy przepis.", "[+Nowy przepis.]"),
        ("Stary przepis.", "", "[-Stary przepis.]"),
        (
            "Termin wynosi 14 dni.",
            "Termin wynosi 21 dni.",
            "Termin wynosi[- 14][+ 21] dni.",
        ),
        (
            "Organizacja składa ofertę.",
            "Organizacja pozarządowa składa ofertę.",
            "Organizacja[+ pozarządowa] składa ofertę.",
        ),
        ("kot, pies", "kot pies", "kot[-,] pies"),
        ("żółw lub jeż", "żółwie lub jeż", "[-żółw][+żółwie] lub jeż"),
        ("a b", "a  b", "a[- ][+  ]b"),
    ],
)
def test_changes_read_as_a_lawyer_marks_them(old: str, new: str, expected: str) -> None:
    assert shown(diff_words(old, new)) == expected


def test_a_rewritten_sentence_is_not_shown_as_confetti() -> None:
    old = "Zarząd ogłasza w Biuletynie wyniki konkursu i zawiadamia o nich oferentów."
    new = "Komisja przekazuje w terminie tygodnia listę rankingową i wzywa do uzupełnień innych."

    changes = diff_words(old, new)

    assert [change.kind for change in changes] == ["delete", "insert", "equal"]
    assert changes[-1].text == "."


def test_an_added_item_is_marked_as_a_whole_phrase() -> None:
    old = "Ofertę składa się pisemnie. Zarząd ocenia oferty."
    new = "Ofertę składa się pisemnie. Ofertę ocenia komisja. Zarząd ocenia oferty."

    assert shown(diff_words(old, new)) == (
        "Ofertę składa się pisemnie.[+ Ofertę ocenia komisja.] Zarząd ocenia oferty."
    )


def test_a_repeated_item_is_marked_after_the_comma_before_it() -> None:
    assert shown(diff_words("sport, nauka, kultura", "sport, nauka, turystyka, kultura")) == (
        "sport, nauka,[+ turystyka,] kultura"
    )


def test_sides_hold_what_belongs_to_each_column() -> None:
    changes = diff_words("Termin wynosi 14 dni.", "Termin wynosi 21 dni roboczych.")

    assert joined(old_side(changes)) == "Termin wynosi 14 dni."
    assert joined(new_side(changes)) == "Termin wynosi 21 dni roboczych."
    assert ChangeKind.INSERT not in {change.kind for change in old_side(changes)}
    assert ChangeKind.DELETE not in {change.kind for change in new_side(changes)}


def test_only_differing_texts_count_as_changed() -> None:
    assert is_changed(diff_words("§ 5.", "§ 6."))
    assert not is_changed(diff_words("§ 5.", "§ 5."))


def test_edits_that_meet_are_told_as_one() -> None:
    changes = diff_words("00 00 00 organizacja", "00 w 00 organizacja w")

    kinds = [change.kind.value for change in changes]
    assert kinds == ["equal", "delete", "insert", "equal", "insert"]


@given(wordings, wordings)
@settings(max_examples=200, deadline=None)
def test_segments_give_back_both_wordings(old: str, new: str) -> None:
    changes = diff_words(old, new)

    assert joined(old_side(changes)) == old
    assert joined(new_side(changes)) == new
    assert all(change.text for change in changes)
    assert all(
        (first.kind, second.kind) in {
            ("equal", "delete"), ("equal", "insert"), ("delete", "insert"),
            ("delete", "equal"), ("insert", "equal"),
        }
        for first, second in pairwise(changes)
    )  # fmt: skip


def long_text(words: int, seed: int) -> list[str]:
    chance = random.Random(seed)
    return [chance.choice(WORDS) for _ in range(words)]


LONG = long_text(4800, seed=1)


@pytest.mark.parametrize(
    ("words", "fewest"),
    [
        pytest.param(
            [word if index % 9 else "zmieniono" for index, word in enumerate(LONG)],
            501,
            id="every ninth changed",
        ),
        pytest.param(long_text(4800, seed=2), 300, id="all others"),
    ],
)
def test_twenty_thousand_characters_are_compared_word_by_word(
    words: list[str], fewest: int
) -> None:
    """How fast is the part of `dev.bench.words`."""
    old, new = " ".join(LONG), " ".join(words)
    assert len(old) > 20_000

    changes = diff_words(old, new)

    assert joined(old_side(changes)) == old
    assert joined(new_side(changes)) == new
    assert sum(change.is_insert for change in changes) >= fewest


def test_a_whole_code_is_compared_by_sentences_first() -> None:
    old = [f"Przepis nr {number} stosuje się odpowiednio." for number in range(3000)]
    new = [*old[:1500], "Przepis dodany stosuje się wprost.", *old[1500:]]

    changes = diff_words(" ".join(old), " ".join(new))

    assert shown([change for change in changes if not change.is_equal]) == (
        "[+ Przepis dodany stosuje się wprost.]"
    )
