"""One thread at a time inside PDFium."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from threading import RLock
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

_lock = RLock()


def alone_in_pdfium(function: Callable[P, R]) -> Callable[P, R]:
    """Let nobody else use PDFium while ``function`` does.

    The library keeps global state; two threads inside it crash the process.
    """

    @wraps(function)
    def alone(*args: P.args, **kwargs: P.kwargs) -> R:
        with _lock:
            return function(*args, **kwargs)

    return alone
