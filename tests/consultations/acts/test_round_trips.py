"""Acts that hypothesis makes, printed in each format, come back as the same tree."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Callable, Sequence

import pytest
from hypothesis import assume, given, settings

from consultations.acts.reading import read_document
from consultations.acts.tree import Unit, UnitKind

from .generated_acts import ACTS, as_html, as_lines, as_numbered_word, as_word, shape
from .opendocument import opendocument, paragraph
from .typesetting import typeset

Printer = Callable[[Sequence[Unit]], bytes]


def as_text(act: Sequence[Unit]) -> bytes:
    """One line for each paragraph."""
    return "\n".join(as_lines(act)).encode()


def as_wrapped_text(act: Sequence[Unit]) -> bytes:
    """Lines wrapped at 60 characters, as texts are that were taken from a page."""
    return "\n".join(
        wrapped for line in as_lines(act) for wrapped in textwrap.wrap(line, 60)
    ).encode()


def as_opendocument(act: Sequence[Unit]) -> bytes:
    """An ODT file with labels typed by hand."""
    return opendocument("".join(paragraph(line) for line in as_lines(act)))


def as_pdf(act: Sequence[Unit]) -> bytes:
    """A justified, hyphenated page."""
    return typeset(as_lines(act))


def read(data: bytes) -> list[tuple[object, ...]]:
    """The shape of what a file holds."""
    document = read_document(io.BytesIO(data), "akt")
    assert (document.missing_words, document.added_words) == ([], [])
    return shape(document.units)


@pytest.mark.parametrize(
    ("printer", "examples"),
    [
        (as_text, 60),
        (as_wrapped_text, 60),
        (as_html, 60),
        (as_word, 15),
        (as_opendocument, 30),
        (as_pdf, 12),
    ],
)
def test_the_tree_survives(printer: Printer, examples: int) -> None:
    @settings(max_examples=examples, deadline=None)
    @given(ACTS)
    def survives(act: list[Unit]) -> None:
        assert read(printer(act)) == shape(act)

    survives()


@settings(max_examples=15, deadline=None)
@given(ACTS)
def test_the_tree_survives_when_word_makes_the_numbers(act: list[Unit]) -> None:
    assume(not any(_counted_between(unit) for top in act for unit in top.walk()))

    assert read(as_numbered_word(act)) == shape(act)


def _counted_between(unit: Unit) -> bool:
    """3a: added between 3 and 4, which Word's counters cannot do."""
    return unit.kind is not UnitKind.LETTER and unit.number[-1:].isalpha()


@settings(max_examples=30, deadline=None)
@given(ACTS)
def test_addresses_are_unique_and_come_back_too(act: list[Unit]) -> None:
    first = read_document(io.BytesIO(as_text(act)), "akt")
    again = read_document(io.BytesIO(as_html(act)), "akt")

    addresses = [unit.eid for unit in first.walk()]

    assert addresses == [unit.eid for unit in again.walk()]
    assert len(addresses) == len(set(addresses))
