"""A form made of a version: what is asked, checked and handed over as a plain dict.

Callers keep the dict in a JSON column beside a PROTECTed reference to the version.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from surveys.domain.conditions import OTHER, only_asked
from surveys.domain.conditions import asked_keys as _asked_keys
from surveys.domain.fields import fields_of, initial_of, part_name, read_answer
from surveys.domain.showing import (
    ShownAnswer,
    columns,
    condition_text,
    flat_row,
    shown_answers,
)
from surveys.models import Question, QuestionKind, Section, Version

__all__ = ["AnswerForm", "ShownAnswer", "answer_form", "columns", "flat_row", "shown_answers"]

PREFIX = "pytania"


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question on a page: its fields and, in words, when it is to be answered."""

    question: Question
    parts: list[forms.BoundField]
    own_words: forms.BoundField | None
    condition: str

    @property
    def is_group(self) -> bool:
        """Whether the question stands above several fields."""
        return self.question.kind in (QuestionKind.MATRIX, QuestionKind.RANKING)

    @property
    def shown_values(self) -> str:
        """Answers that open the question, for the browser."""
        return " ".join(str(value) for value in self.question.shown_if_values)

    @property
    def anchor(self) -> str:
        """The id of the question on the page."""
        return f"pytanie-{self.question.key}"


@dataclass(frozen=True, slots=True)
class AskedSection:
    """A section on a page."""

    section: Section
    questions: list[AskedQuestion]


class AnswerForm(forms.Form):
    """The questions of one version."""

    use_required_attribute = False

    def __init__(
        self,
        version: Version,
        *args: Any,
        complete: bool = True,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.version = version
        self.questions = version.questions_in_order()
        self.complete = complete
        self._names: dict[str, list[str]] = {}
        for question in self.questions:
            fields = fields_of(question, complete=complete)
            self._names[question.key] = list(fields)
            self.fields.update(fields)

    def answers(self) -> dict[str, Any]:
        """Valid answers to the questions that are asked; complete only when the form is valid."""
        return only_asked(self.questions, self._read())

    def asked_sections(self) -> Iterator[AskedSection]:
        """What the page shows; also questions that depend on others, for the browser to open."""
        for section in self.version.outline():
            yield AskedSection(section, [self._asked(question) for question in section.asked])

    def _post_clean(self) -> None:
        """What is hidden is not wrong; what is shown may be wrong as a whole."""
        asked = _asked_keys(self.questions, self._read())
        for question in self.questions:
            if question.key not in asked:
                for name in self._names[question.key]:
                    self.errors.pop(name, None)
                    self.cleaned_data.pop(name, None)
            elif self.complete:
                self._check(question)

    def _check(self, question: Question) -> None:
        if question.has_other:
            self._check_own_words(question)
        if question.kind == QuestionKind.RANKING:
            self._check_places(question)
        most = question.most_choices
        if (
            question.kind == QuestionKind.MULTIPLE
            and most
            and len(read_answer(question, self.cleaned_data) or []) > most
        ):
            self.add_error(
                question.key,
                ngettext(
                    "Zaznacz najwyżej %(most)d odpowiedź.",
                    "Zaznacz najwyżej %(most)d odpowiedzi.",
                    most,
                )
                % {"most": most},
            )

    def _check_own_words(self, question: Question) -> None:
        name = part_name(question, OTHER)
        chosen = self.cleaned_data.get(question.key) or []
        words = self.cleaned_data.get(name, "")
        if words and question.key in self.errors:
            # Own words are an answer, even where nobody ticked the box before them.
            if not self.data.get(self.add_prefix(question.key)):
                del self.errors[question.key]
        elif OTHER in chosen and not words and name not in self.errors:
            self.add_error(name, _("Napisz, jaka to odpowiedź."))

    def _check_places(self, question: Question) -> None:
        taken: set[str] = set()
        for name in self._names[question.key]:
            place = self.cleaned_data.get(name)
            if place and place in taken:
                self.add_error(name, _("To miejsce jest już zajęte. Wybierz inne."))
            taken.add(place or "")

    def _read(self) -> dict[str, Any]:
        cleaned = getattr(self, "cleaned_data", {})
        answers = {question.key: read_answer(question, cleaned) for question in self.questions}
        return {key: answer for key, answer in answers.items() if answer is not None}

    def _asked(self, question: Question) -> AskedQuestion:
        own = part_name(question, OTHER)
        names = self._names[question.key]
        return AskedQuestion(
            question=question,
            parts=[self[name] for name in names if name != own or not question.has_other],
            own_words=self[own] if question.has_other else None,
            condition=condition_text(question, self.questions),
        )


def answer_form(
    version: Version,
    data: Any = None,
    files: Any = None,
    initial: Mapping[str, Any] | None = None,
    prefix: str = PREFIX,
    *,
    complete: bool = True,
) -> AnswerForm:
    """The form of a version; ``initial`` is a dict of stored answers.

    ``complete=False`` is for saving what somebody has so far: nothing is required then.
    """
    filled: dict[str, Any] = {}
    for question in version.questions_in_order():
        filled.update(initial_of(question, (initial or {}).get(question.key)))
    return AnswerForm(version, data, files, initial=filled, prefix=prefix, complete=complete)
