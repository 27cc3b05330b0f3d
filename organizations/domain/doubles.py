"""Organizations that stand in the directory twice, or would."""

from __future__ import annotations

from organizations.models import Organization, Publication


def find_same(
    *, krs: str | None = "", nip: str | None = "", regon: str | None = ""
) -> Organization | None:
    """The organization with one of these numbers; KRS is the surest, then NIP, then REGON."""
    for column, number in (("krs", krs), ("nip", nip), ("regon", regon)):
        if number:
            rows = Organization.objects.exclude(publication=Publication.MERGED)
            found = rows.filter(**{column: number}).first()
            if found:
                return found
    return None
