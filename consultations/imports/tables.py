"""From the cells of tables to rows of remarks: which column is what, who fills the form in.

People rename columns, drop some and add others, so titles are recognised by their words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from consultations.imports.filled_form import (
    MOST_ROWS,
    FilledForm,
    FilledRow,
    UnreadableForm,
)

KEY = re.compile(r"⟦([^⟦⟧]{1,240})⟧")

# The first that fits wins, hence the order: "Uzasadnienie uwagi" is a justification, "Przepis,
# którego dotyczy uwaga" names a unit.
_TITLES = (
    ("submitter_name", r"zgłaszając|zglaszajac|podmiot|autor|kto zgłasza|nazwa organizacji"),
    ("justification", r"uzasadni"),
    ("proposed_wording", r"brzmieni\w* propon|proponowan|propozycj|sugerowan"),
    ("", r"treść projektu|tekst projektu|obecn\w+ brzmieni|^l\.?\s?p\.?$|^nr$|^numer$"),
    ("citation", r"jednostk|przepis|paragraf|artykuł|§|dotyczy|miejsce w"),
    ("text", r"uwag|komentarz|opini"),
)
_PATTERNS = tuple((name, re.compile(pattern)) for name, pattern in _TITLES)
_WHO = re.compile(r"zgłaszając|zglaszajac|imię i nazwisko|nazwa organizacji|nazwa podmiotu")
_REGISTER = re.compile(r"\b(krs|nip|regon)\b")


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell; ``formula`` tells that a program was to count it."""

    text: str = ""
    formula: bool = False


Line = Sequence[Cell]


def read_tables(tables: Iterable[Iterable[Line]], *, outside: str = "") -> FilledForm:
    """The form that stands in ``tables``; ``outside`` is the text around them.

    Raises UnreadableForm when no table has a column with remarks.
    """
    form = FilledForm(consultation_key=_key_in(outside))
    found_table = False
    for table in tables:
        columns: dict[int, str] = {}
        titles: list[str] = []
        for line in table:
            texts = [cell.text for cell in line]
            # Drafts speak of remarks too, so a table has one header; Word may repeat it.
            if columns and texts != titles:
                _take(line, columns, form)
            elif named := _columns_of(line):
                columns, titles, found_table = named, texts, True
            else:
                _note_facts(line, form)
    if not found_table:
        raise UnreadableForm("no_table")
    return form


def _columns_of(line: Line) -> dict[int, str]:
    """The columns that a header names; empty for any other line."""
    columns: dict[int, str] = {}
    for place, cell in enumerate(line):
        title = " ".join(cell.text.casefold().split())
        # "§ 14 ust. 1" beside "Uwagi zgłasza się…" is a unit of a draft and no pair of titles.
        if not title or len(title) > 90 or any(sign.isdigit() for sign in title):
            continue
        name = next((name for name, pattern in _PATTERNS if pattern.search(title)), "")
        if name and name not in columns.values():
            columns[place] = name
    # A remark and one thing more: running text of a remark may speak of remarks as well.
    has_all = {"text"} < set(columns.values()) and len(columns) >= 2
    short = all(len(cell.text) <= 90 for cell in line)
    return columns if has_all and short and "citation" in columns.values() else {}


def _take(line: Line, columns: dict[int, str], form: FilledForm) -> None:
    row = FilledRow(number=len(form.rows) + 1)
    for place, cell in enumerate(line):
        if key := KEY.search(cell.text):
            row.key = key.group(1)
        name = columns.get(place)
        if name is None:
            continue
        setattr(row, name, KEY.sub("", cell.text).strip())
        row.has_formula = row.has_formula or cell.formula
    if len(form.rows) >= MOST_ROWS:
        raise UnreadableForm("too_many_rows")
    # Empty rows count too: a row's number tells where it stands in the file.
    form.rows.append(row)


def _note_facts(line: Line, form: FilledForm) -> None:
    """A question and its answer beside it, above the table of remarks."""
    texts = [cell.text.strip() for cell in line]
    form.consultation_key = form.consultation_key or _key_in(" ".join(texts))
    texts = [text for text in texts if text]
    if not texts:
        return
    question, _colon, beside = texts[0].partition(":")
    answer = beside.strip() or (texts[1] if len(texts) > 1 else "")
    question = question.casefold()
    if _REGISTER.search(question) and not form.organization_number:
        form.organization_number = "".join(re.findall(r"\d", answer))[:10]
    elif _WHO.search(question) and not form.submitter_name:
        form.submitter_name = " ".join(answer.split())[:300]


def _key_in(text: str) -> str:
    found = KEY.search(text)
    return found.group(1) if found else ""
