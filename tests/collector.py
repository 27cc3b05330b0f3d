"""Python's garbage collector while the tests are read; loaded before all else (`pyproject.toml`).

Hundreds of modules are imported and thousands of tests collected: all of it stays, and looking
through it again and again finds nothing to free.
"""

from __future__ import annotations

import gc
from collections.abc import Generator

import pytest

gc.disable()


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Let the collector pass over what stays to the end: all code and all tests.

    Around the hook and not after it: the process that hands out tests to workers collects none.
    """
    collected = yield
    gc.freeze()
    gc.set_threshold(100_000, 20, 50)
    gc.enable()
    return collected
