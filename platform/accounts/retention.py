"""Registry of how long things are kept (art. 5(1)(e) RODO); apps register in ``apps.py``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.functional import Promise


@dataclass(frozen=True, kw_only=True)
class RetentionRule:
    """``remove`` deletes what is older than the moment given and says how much it was.

    It works in short transactions of its own and may be stopped and repeated at any time.
    """

    key: str
    label: str | Promise
    kept_for: timedelta
    remove: Callable[[datetime], int]


_rules: dict[str, RetentionRule] = {}


def register(rule: RetentionRule) -> RetentionRule:
    """Make a rule known; a key belongs to one rule."""
    if _rules.setdefault(rule.key, rule) is not rule:
        raise ValueError(f"The rule {rule.key!r} is registered already.")
    return rule


def rules() -> list[RetentionRule]:
    """All rules."""
    return list(_rules.values())
