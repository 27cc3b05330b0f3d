"""Filters of the pages of versions; no query and no rule lives here."""

from __future__ import annotations

from typing import Any

from django import template

from consultations.models import ActEdit, ChangeStatus
from documents.redline import Change, diff_words

register = template.Library()

ACT_FORMATS = ("html", "pdf", "docx", "xml")
_CHANGE_BADGES = {
    ChangeStatus.CHANGED: "warning",
    ChangeStatus.RENUMBERED: "info",
    ChangeStatus.MOVED: "info",
    ChangeStatus.ADDED: "success",
    ChangeStatus.REMOVED: "danger",
}
_WORDED_FIELDS = ("title", "preface", "label", "heading", "text")
# A removal takes many units at once; the first ones tell which.
_MOST_SHOWN = 5


@register.filter
def change_kind(status: ChangeStatus) -> str:
    """The look of a change's badge."""
    return _CHANGE_BADGES[status]


@register.filter
def edited_words(edit: ActEdit) -> list[list[Change]]:
    """What a correction did to the words, unit by unit."""
    keys = [*edit.before, *(key for key in edit.after if key not in edit.before)]
    redlines = (
        diff_words(_words(edit.before.get(key, {})), _words(edit.after.get(key, {})))
        for key in keys
    )
    return [words for words in redlines if words][:_MOST_SHOWN]


@register.simple_tag
def act_formats() -> tuple[str, ...]:
    """Formats in which an act can be had."""
    return ACT_FORMATS


def _words(row: dict[str, Any]) -> str:
    return " ".join(str(row[name]) for name in _WORDED_FIELDS if row.get(name))
