"""Tags that components need where a template alone cannot say it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms, template
from django.core.paginator import Page
from django.http import QueryDict
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

register = template.Library()


@register.simple_tag
def elided_pages(page_obj: Page[Any]) -> Iterator[int | str]:
    """Page numbers around the current one, with gaps in long lists."""
    return page_obj.paginator.get_elided_page_range(page_obj.number, on_each_side=1, on_ends=1)


@register.simple_tag
def optional_url(name: str) -> str:
    """The address of a page, or nothing where this installation does not have it."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


@register.simple_tag
def active_filters(form: forms.Form, query: QueryDict) -> list[dict[str, str]]:
    """Chips of the filters in force: what each says and the address without it."""
    chips = []
    for bound in form.visible_fields():
        for value in query.getlist(bound.html_name):
            if value:
                label = f"{bound.label}: {_shown_value(bound.field, value)}"
                chips.append({"label": label, "url": _without(query, bound.html_name, value)})
    return chips


def _shown_value(field: forms.Field, value: str) -> str:
    for choice, label in getattr(field, "choices", ()):
        if str(choice) == value:
            return str(label)
    return _("tak") if value in {"on", "true", "True"} else value


def _without(query: QueryDict, name: str, value: str) -> str:
    rest = query.copy()
    rest.setlist(name, [kept for kept in query.getlist(name) if kept != value])
    rest.pop("page", None)
    return f"?{rest.urlencode()}"
