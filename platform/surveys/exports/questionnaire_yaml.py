"""A version as content (plain data) and as YAML that reads back to the same content."""

from __future__ import annotations

from typing import Any

import yaml

from surveys.models import Question, Section, Version

Content = dict[str, Any]
QUESTION_COLUMNS = (
    "key", "kind", "text", "help_text", "lowest_label", "highest_label", "texts", "is_required",
    "options", "rows", "has_other", "lowest", "highest", "most_choices", "shown_if_key",
    "shown_if_values",
)  # fmt: skip


def content_of(version: Version) -> Content:
    """The canonical content of a version."""
    return {
        "key": version.questionnaire.key,
        "title": version.title,
        "introduction": version.introduction,
        "thanks": version.thanks,
        "texts": version.texts,
        "sections": [_section(section) for section in version.outline()],
    }


def _section(section: Section) -> Content:
    return {
        "title": section.title,
        "description": section.description,
        "texts": section.texts,
        "questions": [
            {column: getattr(question, column) for column in QUESTION_COLUMNS}
            for question in section.asked
        ],
    }


def write_questionnaire(version: Version) -> str:
    """The version as YAML."""
    data = {
        "key": version.questionnaire.key,
        **_texts(version, {"title": "title", "introduction": "introduction", "thanks": "thanks"}),
        "sections": [
            {
                **_texts(section, {"title": "title", "description": "description"}),
                "questions": [_question_data(question) for question in section.asked],
            }
            for section in version.outline()
        ],
    }
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=96)


def _question_data(question: Question) -> Content:
    data: Content = {"key": question.key, "kind": question.kind}
    data |= _texts(question, {"text": "text", "help_text": "help"})
    if question.is_required:
        data["required"] = True
    if question.options:
        data["options"] = [_option(option) for option in question.options]
    if question.rows:
        data["rows"] = [_option(row) for row in question.rows]
    if question.has_other:
        data["other"] = True
    scale = {"from": question.lowest, "to": question.highest}
    scale = {name: value for name, value in scale.items() if value is not None}
    scale |= _texts(question, {"lowest_label": "low", "highest_label": "high"})
    if scale:
        data["scale"] = scale
    if question.most_choices:
        data["most"] = question.most_choices
    if question.shown_if_key:
        data["shown_if"] = {"question": question.shown_if_key, "values": question.shown_if_values}
    return data


def _option(option: dict[str, Any]) -> dict[str, Any]:
    others: dict[str, Any] = {name: option[name] for name in ("en", "de") if name in option}
    return {"key": option["key"], "pl": option["label"], **others}


def _texts(row: Version | Section | Question, names: dict[str, str]) -> Content:
    said: Content = {}
    for column, name in names.items():
        text = getattr(row, column)
        others: Content = {
            code: texts[column] for code, texts in row.texts.items() if column in texts
        }
        if text:
            said[name] = {"pl": text, **others} if others else text
    return said
