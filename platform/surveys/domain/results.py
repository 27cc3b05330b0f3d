"""Results as everybody may see them: what is small is hidden (see ``disclosure``)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import mean, median

from django.utils.translation import gettext as _

from surveys.domain.conditions import NO, OTHER, YES
from surveys.domain.disclosure import FEWEST, is_small, protect_row
from surveys.domain.showing import value_label
from surveys.domain.tallying import Tally, parts_of, tally_of
from surveys.models import TEXTS, Question, QuestionKind, Survey, label_in_language

CHOICES = (
    QuestionKind.SINGLE,
    QuestionKind.YES_NO,
    QuestionKind.SCALE,
    QuestionKind.CONSENT,
    QuestionKind.DATE,
    QuestionKind.RANKING,
    QuestionKind.MATRIX,
)


@dataclass(frozen=True, slots=True)
class ResultRow:
    """How many gave one answer; None when that must stay hidden. ``percent`` of those answering."""

    key: str
    label: str
    count: int | None
    percent: float | None

    @property
    def is_hidden(self) -> bool:
        """Whether the number is hidden."""
        return self.count is None


@dataclass(frozen=True, slots=True)
class PartResult:
    """The result of a question, or of one row of a matrix."""

    key: str
    title: str
    answered: int | None
    rows: list[ResultRow]
    average: float | None = None
    middle: float | None = None
    places: list[tuple[str, float]] = field(default_factory=list)
    tags: list[ResultRow] = field(default_factory=list)

    @property
    def has_hidden(self) -> bool:
        """Whether some numbers are hidden."""
        return self.answered is None or any(row.is_hidden for row in [*self.rows, *self.tags])

    @property
    def shown_rows(self) -> list[ResultRow]:
        """Rows with numbers, for a chart."""
        return [row for row in self.rows if row.count is not None]


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """A question with the results of its parts (one, or a row of a matrix each)."""

    question: Question
    section: str
    parts: list[PartResult]
    is_withheld: bool = False

    @property
    def text(self) -> str:
        """The question in the reader's language."""
        return self.question.said("text")

    @property
    def has_hidden(self) -> bool:
        """Whether the reader must be told of hidden numbers."""
        return self.is_withheld or any(part.has_hidden for part in self.parts)


@dataclass(frozen=True, slots=True)
class Results:
    """The results of a survey."""

    survey: Survey
    total: int
    questions: list[QuestionResult]

    def of(self, key: str) -> QuestionResult | None:
        """The result of one question."""
        return next((one for one in self.questions if one.question.key == key), None)


def results_of(survey: Survey, tally: Tally | None = None) -> Results:
    """Frequencies of every question, with small numbers hidden; counted unless counted already."""
    tally = tally or tally_of(survey)
    found: list[QuestionResult] = []
    for section in survey.version.outline():
        for question in section.asked:
            titles = part_titles(question)
            withheld = _tells_of_hidden(question, found)
            parts = [] if withheld else [_part(question, tally, k, t) for k, t in titles.items()]
            found.append(QuestionResult(question, section.said("title"), parts, withheld))
    return Results(survey, tally.total, found)


def part_titles(question: Question) -> dict[str, str]:
    """Titles of the parts of a question by their keys."""
    if question.kind == QuestionKind.MATRIX:
        names = [label_in_language(row) for row in question.rows]
        return dict(zip(parts_of(question), names, strict=True))
    return {question.key: question.said("text")}


def value_labels(question: Question, seen: set[str]) -> dict[str, str]:
    """Answers of a question in their order; ``seen`` are those that somebody gave."""
    kind = question.kind
    if kind in (QuestionKind.YES_NO, QuestionKind.CONSENT):
        keys = [YES, NO] if kind == QuestionKind.YES_NO else [YES]
    elif kind == QuestionKind.SCALE:
        keys = [str(mark) for mark in question.scale_range]
    elif kind == QuestionKind.DATE:
        keys = sorted(seen)
    else:
        keys = [str(option["key"]) for option in question.options]
        keys += [OTHER] if question.has_other else []
    return {key: value_label(question, key) for key in keys}


def _tells_of_hidden(question: Question, earlier: list[QuestionResult]) -> bool:
    """Whether the number of those asked is itself a hidden number of an earlier question."""
    if not question.shown_if_key:
        return False
    parent = next((r for r in earlier if r.question.key == question.shown_if_key), None)
    if parent is None or parent.is_withheld:
        return True
    opening = {str(value) for value in question.shown_if_values}
    return any(
        row.is_hidden and (not opening or row.key in opening)
        for part in parent.parts
        for row in part.rows
    )


def _part(question: Question, tally: Tally, key: str, title: str) -> PartResult:
    count = tally.count(key)
    if is_small(count.answered):
        return PartResult(key, title, None, [])
    labels = value_labels(question, set(count.values))
    numbers = [count.values[value] for value in labels]
    if question.kind == QuestionKind.MULTIPLE:
        hidden = {place for place, number in enumerate(numbers) if is_small(number)}
    else:
        hidden = protect_row(numbers)
    rows = [
        _row(value, label, number, count.answered, place in hidden)
        for place, ((value, label), number) in enumerate(zip(labels.items(), numbers, strict=True))
    ]
    values = tally.numbers.get(question.key, [])
    # An average would let hidden numbers be computed; over fewer than five it is one's own.
    tells = len(values) >= FEWEST and not hidden
    return PartResult(
        key=key,
        title=title,
        answered=count.answered,
        rows=rows,
        average=round(mean(values), 2) if tells else None,
        middle=median(values) if tells and question.kind == QuestionKind.NUMBER else None,
        places=_places(question, tally),
        tags=_tags(question, tally, count.answered),
    )


def _row(key: str, label: str, number: int, answered: int, hidden: bool) -> ResultRow:
    if hidden:
        return ResultRow(key, label, None, None)
    return ResultRow(key, label, number, round(100 * number / answered, 1) if answered else 0.0)


def _places(question: Question, tally: Tally) -> list[tuple[str, float]]:
    """Average places of a ranking, the best first; of those that at least five have placed."""
    if question.kind != QuestionKind.RANKING:
        return []
    sums = tally.places.get(question.key, Counter())
    found = [
        (label_in_language(option), round(sums[option["key"]] / sums[f"{option['key']}#"], 2))
        for option in question.options
        if sums.get(f"{option['key']}#", 0) >= FEWEST
    ]
    return sorted(found, key=lambda place: place[1])


def _tags(question: Question, tally: Tally, answered: int) -> list[ResultRow]:
    """How often those who run the survey used each tag of an open answer."""
    if question.kind not in TEXTS:
        return []
    counted = tally.tags.get(question.key, Counter())
    ordered = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return [_row(tag, tag, number, answered, is_small(number)) for tag, number in ordered]


def flat_results(results: Results) -> Iterator[tuple[QuestionResult, PartResult, ResultRow]]:
    """Every counted answer, for tables."""
    for result in results.questions:
        for part in result.parts:
            for row in part.rows:
                yield result, part, row


def hidden_note() -> str:
    """Why some numbers are not there."""
    return _(
        "„–” oznacza liczbę mniejszą niż 5 albo taką, z której dałoby się ją wyliczyć. "
        "Ukrywamy je, żeby nie można było rozpoznać odpowiadających."
    )
