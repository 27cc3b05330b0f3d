"""Words for the preview of filled forms."""

from __future__ import annotations

from django import template

from consultations.domain.import_preview import FAILURES, PROBLEMS

register = template.Library()

_BADGES = {
    "new": "success",
    "same": "muted",
    "choose": "warning",
    "wrong": "danger",
    "skipped": "muted",
    "written": "info",
}


@register.filter
def row_badge(status: str) -> str:
    """The look of a row's badge."""
    return _BADGES.get(status, "")


@register.filter
def row_problem(code: str) -> str:
    """What is the matter with a row."""
    return str(PROBLEMS.get(code, ""))


@register.filter
def file_failure(code: str) -> str:
    """Why a form could not be read."""
    return str(FAILURES.get(code, ""))
