"""A questionnaire written as YAML, read into plain checked content.

Texts are a string in Polish or a mapping of languages (``pl``, ``en``, ``de``). Content is the
canonical form: what ``exports.questionnaire_yaml`` writes and the two compare.
"""

from __future__ import annotations

from typing import Any

import yaml
from django.utils.text import slugify
from django.utils.translation import gettext as _

from surveys.models import QuestionKind

Content = dict[str, Any]
LONGEST_FILE = 300_000
LANGUAGES = ("pl", "en", "de")
TEXTS_OF_QUESTION = ("text", "help_text", "lowest_label", "highest_label")


class YamlWrong(ValueError):
    """The file cannot be read; ``str()`` is a sentence for people."""


class _PlainLoader(yaml.SafeLoader):
    """Without aliases: a few lines of them could stand for gigabytes."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.events.AliasEvent):
            raise YamlWrong(_("Plik nie może zawierać odwołań YAML (*)."))
        return super().compose_node(parent, index)


def read_questionnaire(text: str) -> Content:
    """Canonical content of a questionnaire; raises YamlWrong."""
    if len(text) > LONGEST_FILE:
        raise YamlWrong(_("Plik jest za długi."))
    try:
        data = yaml.load(text, Loader=_PlainLoader)  # noqa: S506 (a safe loader, made stricter)
    except yaml.YAMLError as error:
        raise YamlWrong(_("To nie jest poprawny YAML: %(error)s") % {"error": error}) from error
    except RecursionError as error:
        raise YamlWrong(_("Plik jest zagnieżdżony za głęboko.")) from error
    try:
        return _content(data)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        if isinstance(error, YamlWrong):
            raise
        raise YamlWrong(
            _("Brakuje pola albo ma zły rodzaj: %(error)s") % {"error": error}
        ) from error


def _content(data: Any) -> Content:
    if not isinstance(data, dict):
        raise YamlWrong(_("Plik musi zaczynać się od pól: key, title, sections."))
    head, texts = _texts(
        data, {"title": "title", "introduction": "introduction", "thanks": "thanks"}
    )
    return {
        "key": slugify(str(data["key"]))[:60],
        **head,
        "texts": texts,
        "sections": [_section(section) for section in data["sections"]],
    }


def _section(data: Any) -> Content:
    own, texts = _texts(data, {"title": "title", "description": "description"})
    return {
        **own,
        "texts": texts,
        "questions": [_question(question) for question in data.get("questions") or []],
    }


def _question(data: Any) -> Content:
    names = {name: name for name in TEXTS_OF_QUESTION} | {"help_text": "help"}
    scale = data.get("scale") or {}
    labels = {"lowest_label": scale.get("low"), "highest_label": scale.get("high")}
    own, texts = _texts({**data, **labels}, names)
    condition = data.get("shown_if") or {}
    return {
        "key": str(data["key"]),
        "kind": str(QuestionKind(data["kind"]).value),
        **own,
        "texts": texts,
        "is_required": bool(data.get("required", False)),
        "options": [_option(option) for option in data.get("options") or []],
        "rows": [_option(row) for row in data.get("rows") or []],
        "has_other": bool(data.get("other", False)),
        "lowest": _whole(scale.get("from", data.get("min"))),
        "highest": _whole(scale.get("to", data.get("max"))),
        "most_choices": _whole(data.get("most")),
        "shown_if_key": str(condition.get("question", "")),
        "shown_if_values": [_value(value) for value in condition.get("values") or []],
    }


def _option(data: Any) -> dict[str, str]:
    if isinstance(data, str):
        return {"key": option_key(data), "label": data}
    label = str(data.get("pl") or data["label"])
    option = {"key": str(data.get("key") or option_key(label)), "label": label}
    return option | {code: str(data[code]) for code in ("en", "de") if data.get(code)}


def option_key(label: str) -> str:
    """A key made of an option's label."""
    ascii_label = label.replace("ł", "l").replace("Ł", "L")
    return slugify(ascii_label).replace("-", "_")[:40].strip("_") or "x"


def _texts(data: Any, names: dict[str, str]) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    """Polish texts by column, and the other languages as the model keeps them."""
    own: dict[str, str] = {}
    others: dict[str, dict[str, str]] = {}
    for column, name in names.items():
        given = data.get(name) or ""
        if isinstance(given, dict):
            for code in ("en", "de"):
                if given.get(code):
                    others.setdefault(code, {})[column] = str(given[code]).strip()
            given = given["pl"]
        own[column] = str(given).strip()
    return own, others


def _whole(value: Any) -> int | None:
    return None if value is None else int(value)


def _value(value: Any) -> str:
    # YAML reads a bare "tak" as text, but "yes" and "no" as booleans.
    if isinstance(value, bool):
        return "tak" if value else "nie"
    return str(value)
