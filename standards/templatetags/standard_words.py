"""Filters of the pages of standards; no query and no rule lives here."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from standards.models import ROAD, Stage, Transition

register = template.Library()

_STAGE_BADGES = {
    Stage.ADOPTED: "success",
    Stage.PUBLISHED: "success",
    Stage.IN_USE: "success",
    Stage.REVIEWED: "success",
    Stage.REPLACED: "neutral",
    Stage.REPEALED: "neutral",
    Stage.PLANNED: "neutral",
}
_ITEM, _HEADING = "- ", "# "


@register.filter
def stage_kind(stage: str) -> str:
    """The look of a stage's badge."""
    return _STAGE_BADGES.get(Stage(stage), "info")


@register.filter
def steps_taken(stage: str) -> int:
    """How many steps of the road lie behind."""
    return list(Stage).index(Stage(stage)) if stage != Stage.REPEALED else len(ROAD)


@register.filter
def move_label(move: Transition) -> str:
    """What the button of a move says."""
    if move.source == Stage.REVIEWED and move.target == Stage.IN_USE:
        return _("Utrzymaj w mocy")
    if move.target == Stage.TEAM and move.is_back:
        return _("Zwróć do zespołu")
    return _("Krok: %(stage)s") % {"stage": move.target.label}


@register.filter
def plain_words(text: str) -> SafeString:
    """Paragraphs, headings (``# ``) and lists (``- ``) of a plain-language text as HTML."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    parts = groupby(lines, key=lambda line: line[:2] if line[:2] in (_ITEM, _HEADING) else "")
    blocks = (_block(mark, list(group)) for mark, group in parts)
    return format_html_join("\n", "{}", ((block,) for block in blocks))


def _block(mark: str, lines: list[str]) -> SafeString:
    if mark == _ITEM:
        return format_html(
            "<ul>{}</ul>", format_html_join("", "<li>{}</li>", ((line[2:],) for line in lines))
        )
    name = "h3" if mark == _HEADING else "p"
    rows = ((line.removeprefix(_HEADING),) for line in lines)
    return format_html_join("", f"<{name}>{{}}</{name}>", rows)


@register.filter
def lookup(mapping: Any, key: Any) -> Any:
    """``mapping[key]``, or nothing."""
    return mapping.get(key)
