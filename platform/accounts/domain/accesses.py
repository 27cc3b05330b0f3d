"""Reads of the access log."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Exists, OuterRef, QuerySet

from accounts.models import AccessRecord, SeenPerson, User

# § 20 of the regulation on the National Interoperability Framework: two years.
KEPT_FOR = timedelta(days=2 * 365)


def accesses_to(person: User) -> QuerySet[AccessRecord]:
    """Looks at the person's data by others, newest first."""
    seen = SeenPerson.objects.filter(person=person, record=OuterRef("pk"))
    return AccessRecord.objects.filter(Exists(seen)).select_related("viewer")
