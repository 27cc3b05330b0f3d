"""Selected words are found again after the text around and inside them changed."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consultations.acts.selectors import Selection, find_selection, make_selection

TEXT = (
    "Ofertę składa się w terminie 21 dni od dnia ogłoszenia konkursu. Oferta złożona po terminie "
    "nie podlega ocenie. Zarząd zawiadamia oferenta w terminie 7 dni od dnia rozstrzygnięcia."
)


def select(text: str, words: str) -> Selection:
    start = text.index(words)
    return make_selection(text, start, start + len(words))


def found(text: str, selection: Selection) -> str | None:
    place = find_selection(text, selection)
    return None if place is None else text[slice(*place)]


def test_a_selection_keeps_its_words_and_what_stands_around_them() -> None:
    selection = select(TEXT, "21 dni")

    assert selection == Selection(
        exact="21 dni",
        prefix="Ofertę składa się w terminie ",
        suffix=" od dnia ogłoszenia konkursu. Of",
        start=29,
        end=35,
    )


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (5, 2), (0, len(TEXT) + 1)])
def test_an_interval_outside_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="interval"):
        make_selection(TEXT, start, end)


def test_words_are_found_after_text_was_put_in_front() -> None:
    selection = select(TEXT, "nie podlega ocenie")
    changed = "Przepis ogólny stosuje się odpowiednio. " + TEXT

    assert found(changed, selection) == "nie podlega ocenie"
    assert find_selection(changed, selection) == (selection.start + 40, selection.end + 40)


def test_of_equal_words_the_ones_in_the_same_surroundings_are_meant() -> None:
    second = TEXT.rindex("w terminie")
    selection = make_selection(TEXT, second, second + len("w terminie"))
    changed = TEXT.replace("21 dni od dnia ogłoszenia konkursu", "wskazanym w ogłoszeniu")

    assert find_selection(changed, selection) == (
        changed.rindex("w terminie"),
        changed.rindex("w terminie") + len("w terminie"),
    )


def test_of_equal_words_in_equal_surroundings_the_nearest_are_meant() -> None:
    text = "tak, tak, tak, tak, tak, tak, tak, tak, tak, tak, tak, tak, tak, tak, tak, tak, tak"
    selection = make_selection(text, 40, 43)

    assert find_selection(text, selection) == (40, 43)


@pytest.mark.parametrize(
    ("words", "before", "after", "expected"),
    [
        # a number inside was changed
        ("21 dni od dnia ogłoszenia", "dnia ogł", "dni ogł", "21 dni od dni ogłoszenia"),
        # a word was put in
        ("Oferta złożona po", "złożona po", "złożona tam po", "Oferta złożona tam po"),
        # a word was taken out
        ("Zarząd zawiadamia oferenta w terminie", "oferenta ", "", "Zarząd zawiadamia w terminie"),
        # an ending was changed
        ("zawiadamia oferenta", "oferenta", "oferentów", "zawiadamia oferentów"),
    ],
)  # fmt: skip
def test_small_edits_inside_the_words_are_followed(
    words: str, before: str, after: str, expected: str
) -> None:
    selection = select(TEXT, words)

    assert found(TEXT.replace(before, after), selection) == expected
    # and also when nothing of the surroundings is left to hold on to
    alone = Selection(exact=selection.exact, start=selection.start, end=selection.end)
    assert found(TEXT.replace(before, after), alone) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Uchwała wchodzi w życie z dniem podjęcia.",
        "nie",
        TEXT.replace("nie podlega ocenie", ""),
    ],
)
def test_words_that_are_gone_are_not_found_elsewhere(text: str) -> None:
    assert find_selection(text, select(TEXT, "nie podlega ocenie")) is None


def test_a_short_word_is_not_taken_for_the_same_word_of_another_sentence() -> None:
    start = TEXT.index("nie podlega")
    selection = make_selection(TEXT, start, start + 3)
    changed = "Zarząd ocenia oferty. Do oferty nie dołącza się załączników."

    assert find_selection(changed, selection) is None
    assert found(TEXT.replace("nie podlega", "nie zawsze podlega"), selection) == "nie"


def test_selectors_are_written_as_the_web_annotation_model_says() -> None:
    assert select(TEXT, "21 dni").to_json() == [
        {
            "type": "TextQuoteSelector",
            "exact": "21 dni",
            "prefix": "Ofertę składa się w terminie ",
            "suffix": " od dnia ogłoszenia konkursu. Of",
        },
        {"type": "TextPositionSelector", "start": 29, "end": 35},
    ]


def test_a_lone_quote_selector_is_enough() -> None:
    assert Selection.from_json({"type": "TextQuoteSelector", "exact": "21 dni"}) == Selection(
        exact="21 dni"
    )


@pytest.mark.parametrize(
    "selectors",
    [
        [],
        "TextQuoteSelector",
        ["TextQuoteSelector"],
        {"type": "TextPositionSelector", "start": 1, "end": 2},
        {"type": "TextQuoteSelector", "exact": ""},
        {"type": "TextQuoteSelector", "exact": 7},
        {"type": "TextQuoteSelector", "exact": "a", "prefix": None},
        [
            {"type": "TextQuoteSelector", "exact": "a"},
            {"type": "TextPositionSelector", "start": 2, "end": 1},
        ],
        [
            {"type": "TextQuoteSelector", "exact": "a"},
            {"type": "TextPositionSelector", "start": True, "end": 1},
        ],
    ],
)
def test_what_is_no_selector_is_refused(selectors: object) -> None:
    with pytest.raises(ValueError, match=r"must|required"):
        Selection.from_json(selectors)  # type: ignore[arg-type]


texts = st.text(alphabet="ab żą,.\n§12", min_size=1, max_size=80)


@given(texts, st.data())
@settings(max_examples=200, deadline=None)
def test_words_are_found_in_an_unchanged_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    selection = make_selection(text, start, end)

    assert find_selection(text, selection) == (start, end)
    assert Selection.from_json(json.loads(json.dumps(selection.to_json()))) == selection


@given(texts, texts, texts)
@settings(max_examples=200, deadline=None)
def test_what_is_found_lies_within_the_text(text: str, quote: str, prefix: str) -> None:
    place = find_selection(text, Selection(exact=quote, prefix=prefix, suffix=prefix))

    assert place is None or 0 <= place[0] < place[1] <= len(text)
