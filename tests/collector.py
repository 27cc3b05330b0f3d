"""Python's garbage collector while the tests are read; loaded before all else (`pyproject.toml`).

Hundreds of modules are imported and thousands of tests collected: all of it stays, and looking
through it again and again finds nothing to free.
"""

from __future__ import annotations

import gc

gc.disable()


def pytest_collection_finish() -> None:
    """Let the collector pass over what stays to the end: all code and all tests."""
    gc.freeze()
    gc.set_threshold(100_000, 20, 50)
    gc.enable()
