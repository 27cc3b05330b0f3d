"""Questions before the form: who answers no need not write a nomination in vain."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from surveys.models import QuestionKind, Version

_DECIDING = (QuestionKind.YES_NO, QuestionKind.CONSENT)


def unmet(version: Version, answers: Mapping[str, Any]) -> list[str]:
    """Texts of the deciding questions that were answered with no."""
    return [
        question.said("text")
        for question in version.questions_in_order()
        if question.kind in _DECIDING and answers.get(question.key) is not True
    ]
