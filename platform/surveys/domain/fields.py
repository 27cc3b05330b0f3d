"""Form fields of one question, and the way between them and its stored answer.

Stored answers are JSON: a single choice is an option's key or ``{"inne": "own words"}``, multiple
choices a list of these, yes or no and consent a boolean, scale an integer, number a number,
matrix ``{row key: option key}``, ranking a list of option keys from the first place, date
``YYYY-MM-DD``, texts a string. What was not answered is not stored.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from surveys.domain.conditions import NO, OTHER, YES
from surveys.models import Question, QuestionKind, label_in_language

Fields = dict[str, forms.Field]
Cleaned = Mapping[str, Any]

SHORT, LONG = 300, 5000
WHOLE_NUMBER_OF_DIGITS = 15


class DateInput(forms.DateInput):
    """The browser's own calendar, which understands this format only."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


def part_name(question: Question, part: str) -> str:
    """The field of one row, place or own words of a question."""
    return f"{question.key}__{part}"


def fields_of(question: Question, *, complete: bool) -> Fields:
    """The fields by name; ``complete`` asks for required answers."""
    return MAKERS[QuestionKind(question.kind)](question, complete and question.is_required)


def names_of(question: Question) -> list[str]:
    """Names of the question's fields."""
    return list(fields_of(question, complete=False))


def read_answer(question: Question, cleaned: Cleaned) -> Any:
    """The answer to store, or None when there is none."""
    return READERS.get(QuestionKind(question.kind), _plain)(question, cleaned)


def initial_of(question: Question, answer: Any) -> dict[str, Any]:
    """Initial values of the fields for a stored answer."""
    if answer is None:
        return {}
    return FILLERS.get(QuestionKind(question.kind), _fill_plain)(question, answer)


def option_choices(question: Question) -> list[tuple[str, str]]:
    """Options in the active language, with the place for own words where there is one."""
    choices = [(str(o["key"]), label_in_language(o)) for o in question.options]
    if question.has_other:
        choices.append((OTHER, _("Inne – jakie?")))
    return choices


def _common(question: Question, required: bool) -> dict[str, Any]:
    return {
        "label": question.said("text"),
        "help_text": question.said("help_text"),
        "required": required,
    }


# --- choices


def _single(question: Question, required: bool) -> Fields:
    field = forms.ChoiceField(
        choices=option_choices(question),
        widget=forms.RadioSelect,
        **_common(question, required),
    )
    return {question.key: field, **_own_words(question)}


def _multiple(question: Question, required: bool) -> Fields:
    field = forms.MultipleChoiceField(
        choices=option_choices(question),
        widget=forms.CheckboxSelectMultiple,
        **_common(question, required),
    )
    return {question.key: field, **_own_words(question)}


def _own_words(question: Question) -> Fields:
    if not question.has_other:
        return {}
    words = forms.CharField(label=_("Inne – jakie?"), required=False, max_length=SHORT)
    return {part_name(question, OTHER): words}


def _read_single(question: Question, cleaned: Cleaned) -> Any:
    chosen = cleaned.get(question.key)
    words = cleaned.get(part_name(question, OTHER), "")
    if chosen == OTHER or (not chosen and words):
        return {OTHER: words}
    return chosen or None


def _read_multiple(question: Question, cleaned: Cleaned) -> Any:
    chosen: list[Any] = [key for key in cleaned.get(question.key, []) if key != OTHER]
    words = cleaned.get(part_name(question, OTHER), "")
    if words or OTHER in cleaned.get(question.key, []):
        chosen.append({OTHER: words})
    return chosen or None


def _fill_choices(question: Question, answer: Any) -> dict[str, Any]:
    given = answer if isinstance(answer, list) else [answer]
    keys = [OTHER if isinstance(item, dict) else item for item in given]
    words = [item[OTHER] for item in given if isinstance(item, dict)]
    many = question.kind == QuestionKind.MULTIPLE
    filled: dict[str, Any] = {question.key: keys if many else keys[0]}
    if words:
        filled[part_name(question, OTHER)] = words[0]
    return filled


# --- yes or no, consent, scale


def _yes_no(question: Question, required: bool) -> Fields:
    field = forms.ChoiceField(
        choices=[(YES, _("tak")), (NO, _("nie"))],
        widget=forms.RadioSelect,
        **_common(question, required),
    )
    return {question.key: field}


def _read_yes_no(question: Question, cleaned: Cleaned) -> Any:
    return {YES: True, NO: False}.get(cleaned.get(question.key, ""))


def _fill_yes_no(question: Question, answer: Any) -> dict[str, Any]:
    return {question.key: YES if answer else NO}


def _consent(question: Question, required: bool) -> Fields:
    field = forms.BooleanField(
        error_messages={"required": gettext_lazy("Bez tej zgody nie możemy przyjąć odpowiedzi.")},
        **_common(question, required),
    )
    return {question.key: field}


def _read_consent(question: Question, cleaned: Cleaned) -> Any:
    return True if cleaned.get(question.key) else None


def scale_choices(question: Question) -> list[tuple[str, str]]:
    """Marks of a scale, the ends with what they mean."""
    marks = question.scale_range
    ends = {
        marks[0]: question.said("lowest_label"),
        marks[-1]: question.said("highest_label"),
    }
    return [
        (str(mark), f"{mark} – {ends[mark]}" if ends.get(mark) else str(mark)) for mark in marks
    ]


def _scale(question: Question, required: bool) -> Fields:
    field = forms.ChoiceField(
        choices=scale_choices(question), widget=forms.RadioSelect, **_common(question, required)
    )
    return {question.key: field}


def _read_scale(question: Question, cleaned: Cleaned) -> Any:
    mark = cleaned.get(question.key)
    return int(mark) if mark else None


def _fill_scale(question: Question, answer: Any) -> dict[str, Any]:
    return {question.key: str(answer)}


# --- matrix and ranking


def _matrix(question: Question, required: bool) -> Fields:
    return {
        part_name(question, row["key"]): forms.ChoiceField(
            label=label_in_language(row),
            choices=option_choices(question),
            widget=forms.RadioSelect,
            required=required,
        )
        for row in question.rows
    }


def _read_matrix(question: Question, cleaned: Cleaned) -> Any:
    marks = {row["key"]: cleaned.get(part_name(question, row["key"])) for row in question.rows}
    return {key: mark for key, mark in marks.items() if mark} or None


def _fill_matrix(question: Question, answer: Any) -> dict[str, Any]:
    return {part_name(question, row): mark for row, mark in answer.items()}


def _ranking(question: Question, required: bool) -> Fields:
    places = [("", "–")] + [(str(n), str(n)) for n in range(1, len(question.options) + 1)]
    return {
        part_name(question, option["key"]): forms.ChoiceField(
            label=label_in_language(option), choices=places, required=required
        )
        for option in question.options
    }


def _read_ranking(question: Question, cleaned: Cleaned) -> Any:
    places = [
        (int(place), option["key"])
        for option in question.options
        if (place := cleaned.get(part_name(question, option["key"])))
    ]
    return [key for _place, key in sorted(places, key=lambda item: item[0])] or None


def _fill_ranking(question: Question, answer: Any) -> dict[str, Any]:
    return {part_name(question, key): str(place) for place, key in enumerate(answer, 1)}


# --- numbers, dates, texts


def _number(question: Question, required: bool) -> Fields:
    field = forms.DecimalField(
        min_value=question.lowest,
        max_value=question.highest,
        max_digits=WHOLE_NUMBER_OF_DIGITS,
        decimal_places=2,
        localize=True,
        **_common(question, required),
    )
    return {question.key: field}


def _read_number(question: Question, cleaned: Cleaned) -> Any:
    number: Decimal | None = cleaned.get(question.key)
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)


def _date(question: Question, required: bool) -> Fields:
    return {question.key: forms.DateField(widget=DateInput(), **_common(question, required))}


def _read_date(question: Question, cleaned: Cleaned) -> Any:
    day = cleaned.get(question.key)
    return day.isoformat() if day else None


def _fill_date(question: Question, answer: Any) -> dict[str, Any]:
    return {question.key: date.fromisoformat(answer)}


def _short_text(question: Question, required: bool) -> Fields:
    return {question.key: forms.CharField(max_length=SHORT, **_common(question, required))}


def _long_text(question: Question, required: bool) -> Fields:
    field = forms.CharField(
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 4}),
        **_common(question, required),
    )
    return {question.key: field}


def _plain(question: Question, cleaned: Cleaned) -> Any:
    return cleaned.get(question.key) or None


def _fill_plain(question: Question, answer: Any) -> dict[str, Any]:
    return {question.key: answer}


MAKERS: dict[QuestionKind, Callable[[Question, bool], Fields]] = {
    QuestionKind.SINGLE: _single,
    QuestionKind.MULTIPLE: _multiple,
    QuestionKind.YES_NO: _yes_no,
    QuestionKind.SCALE: _scale,
    QuestionKind.MATRIX: _matrix,
    QuestionKind.RANKING: _ranking,
    QuestionKind.NUMBER: _number,
    QuestionKind.DATE: _date,
    QuestionKind.SHORT_TEXT: _short_text,
    QuestionKind.LONG_TEXT: _long_text,
    QuestionKind.CONSENT: _consent,
}
READERS: dict[QuestionKind, Callable[[Question, Cleaned], Any]] = {
    QuestionKind.SINGLE: _read_single,
    QuestionKind.MULTIPLE: _read_multiple,
    QuestionKind.YES_NO: _read_yes_no,
    QuestionKind.SCALE: _read_scale,
    QuestionKind.MATRIX: _read_matrix,
    QuestionKind.RANKING: _read_ranking,
    QuestionKind.NUMBER: _read_number,
    QuestionKind.DATE: _read_date,
    QuestionKind.CONSENT: _read_consent,
}
FILLERS: dict[QuestionKind, Callable[[Question, Any], dict[str, Any]]] = {
    QuestionKind.SINGLE: _fill_choices,
    QuestionKind.MULTIPLE: _fill_choices,
    QuestionKind.YES_NO: _fill_yes_no,
    QuestionKind.SCALE: _fill_scale,
    QuestionKind.MATRIX: _fill_matrix,
    QuestionKind.RANKING: _fill_ranking,
    QuestionKind.DATE: _fill_date,
}
