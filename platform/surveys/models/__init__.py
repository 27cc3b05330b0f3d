"""What the database keeps of questionnaires, surveys and answers."""

from surveys.models.collected import (
    AnswerTag,
    PersonalLink,
    Response,
    ResponseState,
    Survey,
)
from surveys.models.questionnaires import (
    KEY_PATTERN,
    TEXTS,
    WITH_OPTIONS,
    WITH_OTHER,
    Question,
    QuestionKind,
    Questionnaire,
    Section,
    Version,
    VersionState,
    valid_key,
)
from surveys.models.texts import Translated, label_in_language

__all__ = [
    "KEY_PATTERN",
    "TEXTS",
    "WITH_OPTIONS",
    "WITH_OTHER",
    "AnswerTag",
    "PersonalLink",
    "Question",
    "QuestionKind",
    "Questionnaire",
    "Response",
    "ResponseState",
    "Section",
    "Survey",
    "Translated",
    "Version",
    "VersionState",
    "label_in_language",
    "valid_key",
]
