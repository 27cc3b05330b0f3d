"""Lines of several programs in one terminal, each with the name of who wrote it."""

import contextlib
import os
import sys
import threading
from collections.abc import Mapping
from typing import TextIO

# Colours that can be told apart on dark and on light ground.
COLOURS = {"web": "36", "worker": "35", "beat": "34", "setup": "32", "portal": "1"}
WIDTH = max(len(name) for name in COLOURS)


def wants_colour(stream: TextIO, environ: Mapping[str, str] = os.environ) -> bool:
    """Colour on a terminal only, and never against NO_COLOR."""
    return not environ.get("NO_COLOR") and environ.get("TERM") != "dumb" and stream.isatty()


def prefixed(name: str, line: str, *, colour: bool) -> str:
    """The line with its writer's name in front."""
    label = f"{name:<{WIDTH}} |"
    if colour:
        label = f"\x1b[{COLOURS.get(name, '33')}m{label}\x1b[0m"
    return f"{label} {line}"


class LogPrinter:
    """Writes whole lines from many threads to one stream."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self.stream = stream or sys.stdout
        self.colour = wants_colour(self.stream)
        self._lock = threading.Lock()

    def line(self, name: str, text: str) -> None:
        """Print one line of a program."""
        self._write(prefixed(name, text, colour=self.colour) + "\n")

    def plain(self, text: str) -> None:
        """Print something of our own without a name in front."""
        self._write(text + "\n")

    def _write(self, text: str) -> None:
        # A reader that went away (make run | head) must not end the servers with a traceback.
        with self._lock, contextlib.suppress(BrokenPipeError):
            self.stream.write(text)
            self.stream.flush()
