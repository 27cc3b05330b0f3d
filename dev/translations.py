"""Compile the catalogs of translations that changed since the last time."""

from pathlib import Path

from dev.environment import run
from dev.paths import ROOT, VENV_PYTHON


def compile_catalogs(root: Path = ROOT / "locale") -> list[Path]:
    """Write a `.mo` beside each `.po` that is newer than its own; returns what was written."""
    written = []
    for source in sorted(root.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        compiler = [str(VENV_PYTHON), "-m", "babel.messages.frontend", "compile"]
        language = source.parent.parent.name
        run([*compiler, "-i", str(source), "-o", str(target), "-l", language])
        written.append(target)
    return written
