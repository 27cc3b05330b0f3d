"""The register of processing purposes (art. 30 RODO); each app registers its own in ``apps.py``.

Words come with the code, in three languages; the operator may put own words in their place in
the admin. Which purposes concern a person follows from the sources of personal data
(``accounts.privacy``) and how long from the rules of ``accounts.retention``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from accounts import privacy, retention
from accounts.models import ProcessingEntry, User
from accounts.retention import RetentionRule

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise


@dataclass(frozen=True, kw_only=True)
class Purpose:
    """One purpose: why, whose and which data, on what basis, for whom and how long.

    ``sources`` are keys of ``accounts.privacy``, ``rules`` keys of ``accounts.retention``.
    """

    key: str
    name: str | StrPromise
    people: str | StrPromise
    data: str | StrPromise
    legal_basis: str | StrPromise
    retention: str | StrPromise
    recipients: str | StrPromise
    sources: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()


@dataclass(frozen=True)
class Entry:
    """A purpose as it is in force now."""

    purpose: Purpose
    legal_basis: str
    retention: str
    recipients: str
    rules: list[RetentionRule]


_purposes: dict[str, Purpose] = {}


def register(purpose: Purpose) -> Purpose:
    """Make a purpose known; a key belongs to one purpose."""
    if _purposes.setdefault(purpose.key, purpose) is not purpose:
        raise ValueError(f"The purpose {purpose.key!r} is registered already.")
    return purpose


def purposes() -> list[Purpose]:
    """All purposes in the order of their registration: platform first, then activities."""
    return list(_purposes.values())


def name_of(key: str) -> str:
    """The name of a purpose; its key when the part that had it is gone."""
    purpose = _purposes.get(key)
    return str(purpose.name) if purpose else key


def delivered(key: str, field: str) -> str:
    """The words with which the portal comes for one field of a purpose."""
    purpose = _purposes.get(key)
    return str(getattr(purpose, field)) if purpose else ""


def entries() -> list[Entry]:
    """The whole register as it is in force; one query."""
    return [*_in_force(purposes())]


def entries_about(user: User) -> list[Entry]:
    """The purposes for which the portal holds something about the person."""
    holding = {source.key for source in privacy.sources() if _holds(source, user)}
    return [*_in_force(p for p in purposes() if holding.intersection(p.sources))]


def load_entries(using: str = "default", apps: Any = None, **kwargs: Any) -> None:
    """Give the operator a row to edit for each purpose; called after each migrate.

    A migration back to zero sends ``apps`` that no longer know the table.
    """
    if using != "default" or (apps and "processingentry" not in apps.all_models["accounts"]):
        return
    ProcessingEntry.objects.bulk_create(
        (ProcessingEntry(key=purpose.key) for purpose in purposes()), ignore_conflicts=True
    )


def _in_force(chosen: Iterable[Purpose]) -> Iterable[Entry]:
    own = {row.key: row for row in ProcessingEntry.objects.all()}
    rules = {rule.key: rule for rule in retention.rules()}
    for purpose in chosen:
        row = own.get(purpose.key) or ProcessingEntry()
        yield Entry(
            purpose=purpose,
            legal_basis=row.legal_basis or str(purpose.legal_basis),
            retention=row.retention or str(purpose.retention),
            recipients=row.recipients or str(purpose.recipients),
            rules=[rules[key] for key in purpose.rules if key in rules],
        )


def _holds(source: privacy.PersonalData, user: User) -> bool:
    return next(iter(source.export(user)), None) is not None
