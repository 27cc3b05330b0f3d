"""The log of who saw whose personal data; apps register the kinds of data that they show.

A view or an admin page says ``record(request, "events.participants", people=…)`` once it knows
that the person may see the page. Looking at one's own data is not recorded.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import transaction
from django.http import HttpRequest

from accounts.models import AccessRecord, SeenPerson, User

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

BATCH = 1000
_labels: dict[str, str | StrPromise] = {}


def register(kind: str, label: str | StrPromise) -> None:
    """Make a kind of personal data known; ``label`` is what the person seen will read."""
    if _labels.setdefault(kind, label) is not label:
        raise ValueError(f"The kind {kind!r} is registered already.")


def kinds() -> list[tuple[str, str]]:
    """Keys and names of all kinds, for filters."""
    return sorted(((key, str(label)) for key, label in _labels.items()), key=lambda row: row[1])


def label_of(kind: str) -> str:
    """The name of a kind; its key when the part that had it is gone."""
    return str(_labels.get(kind, kind))


@transaction.atomic
def record(
    request: HttpRequest,
    kind: str,
    people: Iterable[int | None],
    *,
    about: object = "",
    others: int = 0,
    was_taken: bool = False,
    reason: str = "",
) -> AccessRecord | None:
    """Write down that the request's person saw data of ``people`` (ids of accounts).

    ``None`` among the ids, and ``others``, are people without an account: they are counted.
    Nothing is written when nobody else's data were seen. An administrator who acts as
    somebody is named, with the reason that they gave.
    """
    if kind not in _labels:
        raise ValueError(f"The kind {kind!r} is not registered.")
    viewer = request.user
    if not isinstance(viewer, User):
        return None
    impersonation = getattr(request, "impersonation", None)
    if impersonation is not None:
        viewer, reason = impersonation.administrator, reason or impersonation.reason
    found = list(people)
    known = {pk for pk in found if pk is not None and pk != viewer.pk}
    count = len(known) + found.count(None) + others
    if not count:
        return None
    row = AccessRecord.objects.create(
        kind=kind,
        viewer=viewer,
        people_count=count,
        about=str(about)[:300],
        path=request.path[:500],
        was_taken=was_taken,
        reason=reason[:300],
    )
    SeenPerson.objects.bulk_create(
        (SeenPerson(record=row, person_id=pk) for pk in sorted(known)), batch_size=BATCH
    )
    return row
