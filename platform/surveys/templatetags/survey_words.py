"""Texts of questionnaires in the reader's language."""

from __future__ import annotations

from django import template

from surveys.models import Translated

register = template.Library()


@register.filter
def said(row: Translated, name: str) -> str:
    """``{{ question|said:"text" }}``: the column in the language now active."""
    return row.said(name)
