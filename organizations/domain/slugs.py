"""Addresses of profiles."""

from __future__ import annotations

from collections.abc import Container
from itertools import count

from django.utils.text import slugify

from search.lemmas import plain

MAX_STEM = 100  # leaves room for a number under the column's 120


def slug_for(name: str, taken: Container[str]) -> str:
    """An address made of ``name`` that is not in ``taken``."""
    # Django's slugify drops the Polish ł; the plain form keeps it as l.
    stem = slugify(plain(name))[:MAX_STEM].strip("-") or "organizacja"
    if stem not in taken:
        return stem
    return next(slug for n in count(2) if (slug := f"{stem}-{n}") not in taken)
