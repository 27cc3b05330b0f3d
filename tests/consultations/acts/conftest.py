"""The room for formats knows no Django, so its tests ask for no cache and no media."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _own_media() -> None:
    """Nothing is stored here."""


@pytest.fixture(autouse=True)
def _own_cache() -> None:
    """Nothing is cached here."""
