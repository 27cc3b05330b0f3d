"""Outbox, subscriptions, inbox, e-mail, digests and feeds.

What other apps call is offered here by name, loaded on first use because this module is
imported before the models are ready: ``notifications.publish(...)``.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from notifications.domain.publishing import publish, publish_many, publish_to_address
    from notifications.domain.subscriptions import follow, is_following, unfollow

__all__ = ["follow", "is_following", "publish", "publish_many", "publish_to_address", "unfollow"]

_HOMES = {
    "publish": "notifications.domain.publishing",
    "publish_many": "notifications.domain.publishing",
    "publish_to_address": "notifications.domain.publishing",
    "follow": "notifications.domain.subscriptions",
    "unfollow": "notifications.domain.subscriptions",
    "is_following": "notifications.domain.subscriptions",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(_HOMES[name]), name)
