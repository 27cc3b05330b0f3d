"""Finding organizations by words or by register numbers."""

from __future__ import annotations

import re

from django.db.models import Q, QuerySet

from organizations.models import Organization
from organizations.models.register_numbers import compact_number
from search.matching import NOTHING_TO_RANK, Matches, Narrow, match

NUMBER = re.compile(r"\d{4,14}")
KRS_DIGITS = 10


def find_organizations(rows: QuerySet[Organization], text: str) -> Matches:
    """The ``rows`` whose number or words match ``text``."""
    digits = compact_number(text)
    if NUMBER.fullmatch(digits):
        by_number = _by_number(digits)
        if by_number(rows).exists():
            return Matches(by_number(rows), by_number)
    return match(rows, text)


def _by_number(digits: str) -> Narrow:
    # People leave out the zeros with which a KRS number begins.
    krs = Q(krs=digits.zfill(KRS_DIGITS)) if len(digits) <= KRS_DIGITS else Q(pk__in=[])
    number = krs | Q(nip=digits) | Q(regon=digits)
    return lambda rows: rows.filter(number).annotate(relevance=NOTHING_TO_RANK)
