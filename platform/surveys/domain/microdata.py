"""Single answers coded for analysis: a row for each response, a column for each thing asked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from documents.exports import Column
from surveys.domain.conditions import OTHER, values_of
from surveys.domain.crossing import facts_for
from surveys.domain.results import part_titles, value_labels
from surveys.models import Question, QuestionKind, Survey

CHUNK = 500


def coded_columns(survey: Survey) -> list[Column]:
    """Columns titled by keys, which the codebook explains."""
    names = ["nr", *(f"fakt_{fact.key}" for fact in facts_for(survey))]
    for question in survey.version.questions_in_order():
        names += [name for name, _title in _names(question)]
    return [Column(f"c{number}", name) for number, name in enumerate(names)]


def coded_rows(survey: Survey) -> Iterator[list[Any]]:
    """Rows in the order of sending; nobody is named."""
    questions = survey.version.questions_in_order()
    facts = [fact.key for fact in facts_for(survey)]
    rows = survey.responses.counted().order_by("submitted_at", "pk").values_list("answers", "facts")
    for number, (answers, known) in enumerate(rows.iterator(chunk_size=CHUNK), 1):
        row: list[Any] = [str(number), *(" ".join(known.get(fact, [])) for fact in facts)]
        for question in questions:
            row += _codes(question, answers.get(question.key))
        yield row


def codebook_rows(survey: Survey) -> list[tuple[str, str, str, str]]:
    """What each column is, and what each of its values means."""
    rows: list[tuple[str, str, str, str]] = [("nr", _("Numer kolejny odpowiedzi"), "", "")]
    for fact in facts_for(survey):
        column = f"fakt_{fact.key}"
        rows += [(column, str(fact.label), key, label) for key, label in fact.labels().items()]
    for question in survey.version.questions_in_order():
        labels = value_labels(question, set())
        for name, title in _names(question):
            if question.kind == QuestionKind.MULTIPLE and not name.endswith("__slowa"):
                rows += [(name, title, "1", _("tak")), (name, title, "0", _("nie"))]
            elif labels and question.kind != QuestionKind.RANKING:
                rows += [(name, title, value, label) for value, label in labels.items()]
            else:
                rows.append((name, title, "", question.get_kind_display()))
    return rows


def _names(question: Question) -> list[tuple[str, str]]:
    """Columns of a question with their titles."""
    text = question.said("text")
    if question.kind == QuestionKind.MATRIX:
        return [(key, f"{text} – {title}") for key, title in part_titles(question).items()]
    names = [(question.key, text)]
    if question.kind in (QuestionKind.MULTIPLE, QuestionKind.RANKING):
        labels = value_labels(question, set())
        names = [(f"{question.key}__{key}", f"{text} – {label}") for key, label in labels.items()]
    if question.has_other:
        names.append(
            (f"{question.key}__slowa", _("%(text)s – inne, własnymi słowami") % {"text": text})
        )
    return names


def _codes(question: Question, answer: Any) -> list[Any]:
    """Values of the question's columns."""
    kind = question.kind
    if kind == QuestionKind.MATRIX:
        return [(answer or {}).get(row["key"], "") for row in question.rows]
    if kind == QuestionKind.RANKING:
        places = {key: str(place) for place, key in enumerate(answer or [], 1)}
        return [places.get(option["key"], "") for option in question.options]
    if kind == QuestionKind.MULTIPLE:
        chosen = set(values_of(answer))
        keys = value_labels(question, set())
        codes: list[Any] = ["" if answer is None else str(int(key in chosen)) for key in keys]
    else:
        codes = [" ".join(values_of(answer)) if answer is not None else ""]
    return [*codes, _own_words(answer)] if question.has_other else codes


def _own_words(answer: Any) -> str:
    given = answer if isinstance(answer, list) else [answer]
    return next((str(item[OTHER]) for item in given if isinstance(item, dict)), "")
