"""Finding organizations by words or by register numbers."""

from __future__ import annotations

import re
from typing import Any

from django.db.models import FloatField, Q, QuerySet, Value

from organizations.models import Organization
from organizations.models.register_numbers import compact_number
from search.matching import Matches, match

NUMBER = re.compile(r"\d{4,14}")
KRS_DIGITS = 10


def find_organizations(rows: QuerySet[Organization], text: str) -> Matches:
    """The ``rows`` whose number or words match ``text``."""
    digits = compact_number(text)
    if NUMBER.fullmatch(digits):
        by_number = _by_number(rows, digits)
        if by_number.exists():
            return Matches(by_number)
    return match(rows, text)


def _by_number(rows: QuerySet[Organization], digits: str) -> QuerySet[Any]:
    # People leave out the zeros with which a KRS number begins.
    krs = Q(krs=digits.zfill(KRS_DIGITS)) if len(digits) <= KRS_DIGITS else Q(pk__in=[])
    return rows.filter(krs | Q(nip=digits) | Q(regon=digits)).annotate(
        relevance=Value(1.0, output_field=FloatField())
    )
