"""Cross tables: answers by what is known of respondents, with small numbers hidden.

Options whose number is hidden in the question's own result stand together in one column, and
groups of fewer than five in one row, so that every sum of the table is known and protected.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from surveys import respondents
from surveys.domain.disclosure import FEWEST, is_small, merge_small, protect_row, protect_table
from surveys.domain.results import (
    CHOICES,
    PartResult,
    Results,
    results_of,
)
from surveys.domain.tallying import UNKNOWN, Tally, tally_of
from surveys.models import Question, QuestionKind, Survey
from surveys.respondents import Fact

CROSSED = (*CHOICES, QuestionKind.MULTIPLE)


@dataclass(frozen=True, slots=True)
class CrossCell:
    """How many of a group gave an answer; None when hidden."""

    count: int | None
    percent: int | None


@dataclass(frozen=True, slots=True)
class CrossRow:
    """A group: its size (of those who answered) and a cell for each column."""

    label: str
    size: int
    cells: list[CrossCell]


@dataclass(frozen=True, slots=True)
class CrossTable:
    """One question, or row of a matrix, by one fact."""

    title: str
    fact: str
    columns: list[str]
    rows: list[CrossRow]
    merged: frozenset[str]
    has_hidden: bool

    @property
    def is_telling(self) -> bool:
        """Whether there are groups to compare and most numbers may be shown."""
        cells = [cell for row in self.rows for cell in row.cells]
        shown = sum(cell.count is not None for cell in cells)
        return len(self.rows) > 1 and 2 * shown > len(cells)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Columns of a table: their titles, and which values each counts."""

    titles: list[str]
    values: list[list[str]]


@dataclass(frozen=True, slots=True)
class _Groups:
    """Rows of a table: their titles, and which values of the fact each counts."""

    titles: list[str]
    values: list[list[str]]
    merged: frozenset[str] = frozenset()


def facts_for(survey: Survey) -> list[Fact]:
    """Facts by which the results of a survey may be seen."""
    return respondents.facts_of(survey.respondent_kind)


@dataclass(frozen=True, slots=True)
class Crossing:
    """What was counted, read once for any number of tables."""

    results: Results
    tally: Tally

    @classmethod
    def of(cls, survey: Survey) -> Crossing:
        """Count the survey."""
        tally = tally_of(survey)
        return cls(results_of(survey, tally), tally)

    def tables(self, question_key: str, fact_key: str) -> list[CrossTable]:
        """Tables of a question by a fact; none when they would tell too much or make no sense."""
        facts = facts_for(self.results.survey)
        fact = next((fact for fact in facts if fact.key == fact_key), None)
        return _tables(self.results, self.tally, question_key, fact) if fact else []


def crossed_questions(results: Results) -> list[Question]:
    """Questions that may stand in a cross table."""
    return [
        result.question
        for result in results.questions
        if result.question.kind in CROSSED and not result.is_withheld
    ]


def _tables(results: Results, tally: Tally, question_key: str, fact: Fact) -> list[CrossTable]:
    result = results.of(question_key)
    if result is None or result.is_withheld or result.question.kind not in CROSSED:
        return []
    merged = _merged_before(results, tally, result.question, fact)
    if merged is None:
        return []
    return [
        _table(result.question, part, tally, fact, merged) for part in result.parts if part.answered
    ]


def _merged_before(
    results: Results, tally: Tally, question: Question, fact: Fact
) -> frozenset[str] | None:
    """Groups that the question's condition already shows together; None: it must not be asked.

    How many of a group were asked a conditional question is a cell of its condition's table.
    """
    if not question.shown_if_key:
        return frozenset()
    parent = results.of(question.shown_if_key)
    if parent is None or parent.is_withheld:
        return None
    if parent.question.kind not in CROSSED:
        return _merged_before(results, tally, parent.question, fact)
    tables = _tables(results, tally, parent.question.key, fact)
    if not tables or any(table.has_hidden for table in tables):
        return None
    return frozenset().union(*(table.merged for table in tables))


def _table(
    question: Question, part: PartResult, tally: Tally, fact: Fact, merged: frozenset[str]
) -> CrossTable:
    many = question.kind == QuestionKind.MULTIPLE
    columns = _columns(part, many)
    groups = _groups(part.key, tally, fact, merged)
    grid = [
        [
            sum(tally.group(fact.key, g, part.key).values[v] for g in group for v in values)
            for values in columns.values
        ]
        for group in groups.values
    ]
    sizes = [
        sum(tally.group(fact.key, g, part.key).answered for g in group) for group in groups.values
    ]
    totals = [
        sum(tally.count(part.key).values[value] for value in values) for values in columns.values
    ]
    hidden = _hidden(grid, totals, many_answers=many, many_groups=fact.is_multiple)
    return CrossTable(
        title=part.title,
        fact=str(fact.label),
        columns=columns.titles,
        rows=[
            CrossRow(label, sizes[row], _cells(grid[row], sizes[row], row, hidden))
            for row, label in enumerate(groups.titles)
        ],
        merged=groups.merged,
        has_hidden=bool(hidden) or part.has_hidden,
    )


def _columns(part: PartResult, many: bool) -> _Columns:
    shown = [row for row in part.rows if row.count]
    titles = [row.label for row in shown]
    values = [[row.key] for row in shown]
    together = [row.key for row in part.rows if row.is_hidden]
    # Numbers of multiple choices have no sum, so hidden ones simply stay out.
    if together and not many:
        titles.append(_("pozostałe odpowiedzi łącznie"))
        values.append(together)
    return _Columns(titles, values)


def _groups(key: str, tally: Tally, fact: Fact, merged: frozenset[str]) -> _Groups:
    labels: Mapping[str, str] = {**fact.labels(), UNKNOWN: _("brak danych")}
    sizes = {value: tally.group(fact.key, value, key).answered for value in labels}
    present = [value for value in labels if sizes[value]]
    if fact.is_multiple:
        answered = tally.count(key).answered
        shown = [v for v in present if sizes[v] >= FEWEST and not is_small(answered - sizes[v])]
        return _Groups([labels[v] for v in shown], [[v] for v in shown])
    before = [value for value in present if value in merged]
    alone = [value for value in present if value not in merged]
    numbers = [sizes[value] for value in alone] + [sum(sizes[value] for value in before)]
    chosen = merge_small(numbers)
    together = {alone[place] for place in chosen if place < len(alone)} | set(before)
    rest = [value for value in present if value not in together]
    titles, values = [labels[value] for value in rest], [[value] for value in rest]
    if together and sum(sizes[value] for value in together) >= FEWEST:
        titles.append(_("pozostałe łącznie"))
        values.append(sorted(together))
    return _Groups(titles, values, frozenset(together))


def _hidden(
    grid: list[list[int]], totals: list[int], *, many_answers: bool, many_groups: bool
) -> set[tuple[int, int]]:
    """Cells to hide, by what a reader can add up and subtract."""
    if not grid:
        return set()
    if many_groups:
        return {
            (row, column)
            for row, line in enumerate(grid)
            for column in _hidden_in_overlapping(line, totals, many_answers)
        }
    if many_answers:
        return {
            (row, column)
            for column in range(len(totals))
            for row in protect_row([line[column] for line in grid])
        }
    return protect_table(grid)


def _hidden_in_overlapping(line: Sequence[int], totals: Sequence[int], many: bool) -> set[int]:
    """A group and everybody outside of it make a table of two rows."""
    outside = [total - count for total, count in zip(totals, line, strict=True)]
    if many:
        return {
            place for place, count in enumerate(line) if is_small(count) or is_small(outside[place])
        }
    return {column for row, column in protect_table([list(line), outside]) if row == 0}


def _cells(
    line: Sequence[int], size: int, row: int, hidden: set[tuple[int, int]]
) -> list[CrossCell]:
    return [
        CrossCell(None, None)
        if (row, column) in hidden
        else CrossCell(count, round(100 * count / size) if size else 0)
        for column, count in enumerate(line)
    ]
