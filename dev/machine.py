"""What a machine must have before anything can start, each with its sentence."""

import shutil
import subprocess
import sys
from pathlib import Path

from dev.problem import Problem

OLDEST_PYTHON = (3, 11)
OLDEST_NODE = 18
FREE_BYTES_NEEDED = 1_000_000_000
CHROMIUM_NAMES = (
    # Without windows and menus of its own it needs a third less of the processor.
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
CHROMIUM_ON_MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")


def require_python(version: tuple[int, int] = sys.version_info[:2]) -> None:
    """Stop with a sentence on a Python that is too old."""
    if version < OLDEST_PYTHON:
        shown = ".".join(str(part) for part in version)
        raise Problem(f"Python 3.11 or later is needed, and this is Python {shown}.")


def require_disk(folder: Path, needed: int = FREE_BYTES_NEEDED) -> None:
    """Stop with a sentence when the disk is nearly full."""
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise Problem(
            f"Only {free // 1_000_000} MB are free on the disk of {folder}, "
            f"and at least {needed // 1_000_000} MB are needed."
        )


def require_node() -> None:
    """Stop with a sentence when Node.js or npm is missing or too old."""
    for tool in ("node", "npm"):
        if shutil.which(tool) is None:
            raise Problem(
                f"The program “{tool}” is missing; install Node.js {OLDEST_NODE} or later with npm."
            )
    done = subprocess.run(["node", "--version"], check=False, capture_output=True, text=True)
    if node_major(done.stdout) < OLDEST_NODE:
        shown = done.stdout.strip() or "broken"
        raise Problem(f"Node.js {OLDEST_NODE} or later is needed, and this is {shown}.")


def node_major(text: str) -> int:
    """20 for “v20.20.2”, 0 for what is not a version."""
    number = text.strip().removeprefix("v").partition(".")[0]
    return int(number) if number.isdigit() else 0


def find_chromium(configured: str | None) -> str | None:
    """The browser for the journeys: the CONFIGURED one, or one that the machine has."""
    if configured:
        found = shutil.which(configured)
        if found is None:
            raise Problem(f"CHROMIUM is set to “{configured}”, which is not a program here.")
        return found
    for name in CHROMIUM_NAMES:
        if found := shutil.which(name):
            return found
    return str(CHROMIUM_ON_MAC) if CHROMIUM_ON_MAC.exists() else None
