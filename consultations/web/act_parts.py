"""The long parts of the reader: the text of the act and its table of contents.

A text grows to hundreds of units, but it is the same for all who may (or may not) remark.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from consultations.domain import queries
from consultations.domain.queries import ReaderUnit
from consultations.models import Consultation, DraftState, DraftVersion
from pages.fragments import remembered


@dataclass
class ActParts:
    """Both parts of the text in force; units are read only when one has to be rendered."""

    consultation: Consultation
    version: DraftVersion
    can_remark: bool

    @cached_property
    def text(self) -> SafeString:
        """All units with their tools; empty while there is nothing to read."""
        return self._part("units", "consultations/_units.html")

    @cached_property
    def contents(self) -> SafeString:
        """The entries of the table of contents."""
        return self._part("contents", "consultations/_contents.html")

    @cached_property
    def _tree(self) -> list[ReaderUnit]:
        return queries.reader_tree(self.version)

    def _part(self, name: str, template: str) -> SafeString:
        if self.version.state != DraftState.READY:
            return SafeString("")
        facts = (
            self.version.pk,
            self.version.revision,
            self.consultation.updated_at,
            self.consultation.last_remark_number,
            self.can_remark,
        )
        return remembered(f"act-{name}", facts, lambda: self._render(template))

    def _render(self, template: str) -> str:
        context = {
            "consultation": self.consultation,
            "version": self.version,
            "can_remark": self.can_remark,
            "units": queries.flat(self._tree),
            "contents": queries.contents(self._tree),
        }
        return render_to_string(template, context).strip()
