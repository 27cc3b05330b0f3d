"""Texts in the languages in which their author gave them."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class Translated(models.Model):
    """A row whose Polish texts stand in its columns and other languages in ``texts``.

    ``texts`` looks like ``{"en": {"title": "…"}, "de": {"title": "…"}}``; what is missing there
    is said in Polish.
    """

    texts = models.JSONField(_("inne języki"), default=dict, blank=True)

    class Meta:
        abstract = True

    def said(self, name: str) -> str:
        """The text of the column ``name`` in the language now active, or in Polish."""
        given = self.texts.get((get_language() or "pl")[:2], {})
        return str(given.get(name) or getattr(self, name))


def label_in_language(entry: dict[str, Any]) -> str:
    """The label of an option or row (see ``Question.options``) in the language now active."""
    return str(entry.get((get_language() or "pl")[:2]) or entry["label"])
