"""Filters about remarks: selected words, what changed, file sizes."""

from __future__ import annotations

from typing import Any

from django import template

from accounts.typed_numbers import typed_number
from consultations.acts.selectors import Selection, find_selection
from consultations.domain import selecting
from consultations.models import Provision, Remark
from documents.uploads import readable_size

register = template.Library()


@register.filter
def selected_words(remark: Remark) -> Selection | None:
    """The words that a remark is about, with what stood around them."""
    if not remark.selection:
        return None
    try:
        return Selection.from_json(remark.selection)
    except ValueError:
        return None


@register.filter
def marked(provision: Provision, remark: Remark) -> dict[str, str]:
    """The unit's text around and inside the words of a remark, as they stand now."""
    selection = selected_words(remark)
    span = find_selection(provision.text, selection) if selection else None
    return _parts(provision.text, span)


@register.filter
def marked_by_form(provision: Provision, form: Any) -> dict[str, str]:
    """The same for the words that the form names."""
    quote = form["quote"].value() if "quote" in form.fields else ""
    place = typed_number(str(form["quote_start"].value())) if quote else None
    selection = selecting.select_words(provision, quote, place) if quote else None
    return _parts(provision.text, (selection.start, selection.end) if selection else None)


@register.filter
def file_size(size: int) -> str:
    """ "1,2 MB"."""
    return str(readable_size(size))


def _parts(text: str, span: tuple[int, int] | None) -> dict[str, str]:
    start, end = span or (0, 0)
    return {"before": text[:start], "exact": text[start:end], "after": text[end:]}
