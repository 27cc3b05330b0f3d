"""No upload may bring a reader down: whatever the bytes, a tree or a refusal comes back."""

from __future__ import annotations

import io
import logging
import time
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consultations.acts.reading import log, read_document
from consultations.acts.tree import UnreadableDocument

from .opendocument import items, opendocument
from .outline import DOCUMENTS
from .test_reading_word_features import strategy
from .typesetting import typeset

FEW = settings(max_examples=60, deadline=None)
NAMES = ["x.docx", "x.pdf", "x.odt", "x.html", "x.txt", "x"]


class _Failures(logging.Handler):
    """Collects what the door logs when a reader failed in a way nobody foresaw."""

    def __init__(self) -> None:
        super().__init__()
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


def read_or_refuse(data: bytes, filename: str) -> None:
    """Read; only a foreseen refusal may come instead of a document."""
    failures = _Failures()
    log.addHandler(failures)
    try:
        read_document(io.BytesIO(data), filename)
    except UnreadableDocument:
        pass
    finally:
        log.removeHandler(failures)
    assert failures.records == []


@cache
def good_files() -> dict[str, bytes]:
    """One file of each format, rich enough to reach most of its reader."""
    code = (DOCUMENTS / "kodeks-wspolpracy.txt").read_bytes()
    table = "#table(columns: 2)[a][b][c][d] tekst#footnote[przypis]"
    return {
        "docx": strategy(),
        "odt": opendocument(items((1, "Tekst."), (2, "dalej"), (3, "i dalej;"))),
        "pdf": typeset([*code.decode().splitlines()[:12], table], header="Projekt"),
        "html": (DOCUMENTS / "obwieszczenie-tekst-jednolity.html").read_bytes(),
        "txt": code,
    }


@FEW
@given(st.binary(max_size=600), st.sampled_from(NAMES))
def test_random_bytes(data: bytes, filename: str) -> None:
    read_or_refuse(data, filename)


@FEW
@given(
    st.sampled_from([b"%PDF-1.7\n", b"PK\x03\x04", b"<html>", b"\xff\xfe", b"<akomaNtoso "]),
    st.binary(max_size=600),
)
def test_random_bytes_behind_a_true_beginning(start: bytes, data: bytes) -> None:
    read_or_refuse(start + data, "x")


@pytest.mark.parametrize("kind", ["docx", "odt", "pdf", "html", "txt"])
@FEW
@given(data=st.data())
def test_files_cut_off_anywhere(kind: str, data: st.DataObject) -> None:
    whole = good_files()[kind]
    length = data.draw(st.integers(0, len(whole)))

    read_or_refuse(whole[:length], f"x.{kind}")


@pytest.mark.parametrize("kind", ["docx", "odt", "pdf", "html", "txt"])
@FEW
@given(data=st.data())
def test_files_with_bytes_overwritten(kind: str, data: st.DataObject) -> None:
    broken = bytearray(good_files()[kind])
    for _ in range(data.draw(st.integers(1, 12))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))

    read_or_refuse(bytes(broken), f"x.{kind}")


LINES = st.sampled_from(
    ["", "§", "§ 1.", "§ 1. 1.", "Art. 2¹. 1) a) – x", "1.", "1)", "a)", "–", "–– x", "„", "”",
     "otrzymuje brzmienie:", "otrzymuje brzmienie: „§ 2.", "Rozdział I", "ROZDZIAŁ", "DZIAŁ II",
     "Załącznik", "Załącznik nr 1 do uchwały", "Uzasadnienie", "UCHWAŁA NR 1", "x-", "-x", "1.1.",
     "IV. Tytuł", "Przewodniczący", "....", "¹⁾ x", "który:", "x", "2. x", "b) y;"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(LINES, max_size=25), st.sampled_from(["\n", "\n\n", "</p><p>", "\f"]))
def test_labels_in_any_order_lose_no_word(lines: list[str], separator: str) -> None:
    text = separator.join(lines)
    data = f"<html><body><p>{text}</p></body></html>" if separator == "</p><p>" else text
    read_or_refuse(data.encode(), "x")

    try:
        document = read_document(io.BytesIO(data.encode()), "x")
    except UnreadableDocument:
        return
    assert (document.missing_words, document.added_words) == ([], [])
    addresses = [unit.eid for unit in document.walk()]
    assert len(addresses) == len(set(addresses))


def test_the_door_itself_turns_the_unforeseen_into_a_refusal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(data: bytes, filename: str) -> None:
        raise RecursionError

    monkeypatch.setattr("consultations.acts.reading.read_source", fail)

    with pytest.raises(UnreadableDocument) as refusal:
        read_document(io.BytesIO("§ 1. Tekst.".encode()), "x.txt")

    assert (refusal.value.code, refusal.value.detail) == ("damaged", "RecursionError")


HOSTILE = {
    "digits": "1" * 100_000,
    "hyphens at line ends": "wyraz-\n" * 20_000,
    "hyphens": "a-" * 50_000,
    "closing marks": '"' * 50_000 + "x",
    "sections": "§ 1. x y\n" * 10_000,
    "headings of justifications": "Uzasadnienie\n" * 5_000,
    "equal addresses": "1. x:\n1) y:\na) z:\n" * 3_000,
    "quotations that never close": "który:\n„§ 1. x y\n" * 5_000,
    "quotations that never balance": "który:\n„§ 1. x „”\n" * 5_000,
    "comments": "<!---->" * 500 + "<x>" + "y" * 1000,
    "blank lines after a hyphen": "wyraz-" + "\n" * 100_000 + "1",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_takes_no_more_than_linear_time(name: str) -> None:
    started = time.process_time()

    read_or_refuse(HOSTILE[name].encode(), "x")

    # Quadratic behaviour takes minutes on these, linear a second at most.
    assert time.process_time() - started < 8
