"""Finding organizations by words or by register numbers."""

from __future__ import annotations

import re
from dataclasses import replace

from django.db.models import Q, QuerySet

from organizations.models import Organization
from organizations.models.alphabet import FORM_WORDS
from organizations.models.register_numbers import compact_number
from search.domain.suggestions import query_of_alike_words
from search.lemmas import words
from search.matching import ENOUGH, NOTHING_TO_RANK, Matches, Narrow, match

NUMBER = re.compile(r"\d{4,14}")
KRS_DIGITS = 10


def find_organizations(rows: QuerySet[Organization], text: str) -> Matches:
    """The ``rows`` whose number or words match ``text``."""
    digits = compact_number(text)
    if NUMBER.fullmatch(digits):
        by_number = _by_number(digits)
        if by_number(rows).exists():
            return Matches(by_number(rows), by_number)
    matches = match(rows, text, ask_alike=query_of_alike_words)
    if not matches.is_fuzzy or matches.rows.order_by().values("pk")[:ENOUGH].count():
        return matches
    # Known words are gathered each night, so a name of today is compared letter by letter. Half
    # of all names are alike in their legal form, so it does not count then.
    telling = " ".join(word for word in words(text) if word not in FORM_WORDS) or text
    return replace(match(rows, telling), is_fuzzy=True)


def _by_number(digits: str) -> Narrow:
    # People leave out the zeros with which a KRS number begins.
    krs = Q(krs=digits.zfill(KRS_DIGITS)) if len(digits) <= KRS_DIGITS else Q(pk__in=[])
    number = krs | Q(nip=digits) | Q(regon=digits)
    return lambda rows: rows.filter(number).annotate(relevance=NOTHING_TO_RANK)
