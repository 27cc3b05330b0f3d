"""For which public body people speak, shown beside their names."""

from __future__ import annotations

from collections.abc import Iterable

from accounts.domain.memberships import membership_models


def affiliations(user_ids: Iterable[int | None]) -> dict[int, str]:
    """Names of public bodies by person; one query for each kind of official membership."""
    ids = {key for key in user_ids if key is not None}
    found: dict[int, str] = {}
    if not ids:
        return found
    for model in membership_models():
        if not model.is_official:
            continue
        held = model._default_manager.filter(user__in=ids, is_active=True)
        for membership in held.select_related(model.institution_field()):
            found.setdefault(membership.user_id, str(membership.institution))
    return found
