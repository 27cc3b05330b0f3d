"""Addresses of profiles."""

from __future__ import annotations

from collections.abc import Container
from itertools import count

from django.utils.text import slugify

from organizations.models import Organization
from search.lemmas import plain

MAX_STEM = 100  # leaves room for a number under the column's 120
# First words of addresses under /organizacje/ that belong to other pages.
RESERVED = frozenset(
    [
        "adresy",
        "eksport",
        "import",
        "inicjatywy",
        "moderacja",
        "partnerstwa",
        "potrzeby",
        "prosby",
        "urzedy",
        "wyszukiwania",
        "zaproszenia",
        "zglos",
    ]
)


def slug_for(name: str, taken: Container[str]) -> str:
    """An address made of ``name`` that is not in ``taken``."""
    stem = slug_stem(name)
    if stem not in taken and stem not in RESERVED:
        return stem
    return next(slug for n in count(2) if (slug := f"{stem}-{n}") not in taken)


def free_slug(name: str) -> str:
    """An address made of ``name`` that no organization has."""
    similar = Organization.objects.filter(slug__startswith=slug_stem(name))
    return slug_for(name, set(similar.values_list("slug", flat=True)))


def slug_stem(name: str) -> str:
    """The address that ``name`` would have if nobody else had it."""
    # Django's slugify drops the Polish ł; the plain form keeps it as l.
    return slugify(plain(name))[:MAX_STEM].strip("-") or "organizacja"
