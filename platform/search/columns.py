"""Columns by which a model is searched, mixed into models of any app.

Polish inflection is resolved in Python (`search.lemmas`) and kept as plain words; PostgreSQL
makes the weighted ``tsvector`` of them itself, so that it can never be stale.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.utils.translation import gettext_lazy as _

from search.lemmas import lemmas, plain

# PostgreSQL refuses a tsvector of over 1 MB; a description is never searched beyond this.
MAX_TEXT = 20_000


class SearchColumns(models.Model):
    """What search reads of a row; the owner fills it with ``search_columns_from``."""

    COLUMNS = ("search_names", "search_texts", "search_plain")

    search_names = models.TextField(_("słowa nazw"), default="", editable=False)
    search_texts = models.TextField(_("słowa treści"), default="", editable=False)
    search_plain = models.TextField(_("nazwy bez znaków"), default="", editable=False)
    search_vector = models.GeneratedField(
        expression=SearchVector("search_names", config="simple", weight="A")
        + SearchVector("search_texts", config="simple", weight="C"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        abstract = True


def search_columns_from(*, names: Iterable[str], texts: Iterable[str]) -> tuple[str, str, str]:
    """Values of ``SearchColumns.COLUMNS`` for a row with these names and texts."""
    name_text = " ".join(filter(None, names))
    text = " ".join(filter(None, texts))[:MAX_TEXT]
    return " ".join(lemmas(name_text)), " ".join(lemmas(text)), plain(name_text)
