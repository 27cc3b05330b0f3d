"""A quicker walk through all migrations of an empty database.

After each step Django renders anew all models that are related to the changed one. A model that
has just been made has nobody who knows it yet, and an index, a trigger or a plain column changes
nothing that others see of their neighbour, so rendering that one is enough; with some 300 models,
most of which lead to the user, the difference is minutes. Django renders all of them anew before
a data migration, where neighbours matter.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db.migrations.state import ProjectState


@contextmanager
def changed_models_alone() -> Iterator[None]:
    """Render a new or privately changed model without its neighbours, as long as this lasts."""
    states: Any = ProjectState
    with_related = states._find_reload_model

    def find(
        state: ProjectState, app_label: str, model_name: str, delay: bool = False
    ) -> set[tuple[str, str]]:
        name = model_name.lower()
        # Django's word for it: the others may wait until somebody looks at them.
        state.is_delayed = state.is_delayed or delay
        if delay or name not in state.apps.all_models[app_label]:
            return {(app_label, name)}
        found: set[tuple[str, str]] = with_related(state, app_label, model_name, delay)
        return found

    states._find_reload_model = find
    try:
        yield
    finally:
        states._find_reload_model = with_related
