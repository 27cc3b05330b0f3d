"""Words of the counts in templates."""

from __future__ import annotations

from django import template

from insight import promises
from insight.models import KeptPromise

register = template.Library()


@register.filter
def kind_of_matter(row: KeptPromise) -> str:
    """What kind of promise a matter is."""
    source = promises.find(row.source)
    return str(source.label) if source is not None else row.source
