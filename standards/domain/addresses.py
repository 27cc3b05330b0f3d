"""Addresses of pages made of titles."""

from __future__ import annotations

from collections.abc import Collection
from itertools import count
from typing import Any

from django.db import IntegrityError, models, transaction
from django.utils.text import slugify

from search.lemmas import plain

LONGEST_STEM = 80

# First words of addresses under /standardy/ that belong to other pages.
RESERVED = frozenset(
    ["rozpocznij", "grupy", "szkolenia", "wdrozenia", "biblioteka", "praktyki", "wybory",
     "projekty", "kolekcje", "nowy", "nowa", "dodaj", "opisz"]
)  # fmt: skip


def save_with_address(row: Any, title: str, reserved: Collection[str] = RESERVED) -> None:
    """Save a new row under a free address made of ``title``; parallel saves take turns."""
    model: type[models.Model] = type(row)
    stem = slugify(plain(title))[:LONGEST_STEM].strip("-") or "strona"
    for number in count(1):
        slug = stem if number == 1 else f"{stem}-{number}"
        if slug in reserved or model._default_manager.filter(slug=slug).exists():
            continue
        row.slug = slug
        try:
            with transaction.atomic():
                row.save()
        except IntegrityError as error:
            if "slug" not in str(error):
                raise
            continue  # taken by a parallel request
        return
