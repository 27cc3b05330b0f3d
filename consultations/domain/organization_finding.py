"""The organization of the directory that a paper names."""

from __future__ import annotations

from django.db.models import Q

from organizations.models import Organization, Publication


def find_organization(words: str) -> Organization | None:
    """By KRS, NIP or REGON, or by its whole name; None when nothing or more than one fits."""
    asked = words.strip()
    if not asked:
        return None
    digits = "".join(sign for sign in asked if sign.isdigit())
    listed = Organization.objects.filter(publication=Publication.PUBLISHED)
    if digits and len(digits) >= 9 and not any(sign.isalpha() for sign in asked):
        found = listed.filter(Q(krs=digits.zfill(10)) | Q(nip=digits) | Q(regon=digits))
    else:
        found = listed.filter(name__iexact=asked)
    only = list(found[:2])
    return only[0] if len(only) == 1 else None
