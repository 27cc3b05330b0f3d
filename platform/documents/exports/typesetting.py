"""Orders to the typesetter and the joiner, each carried out by a process of its own."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).parent
_SECONDS = 300


class TypesettingFailed(RuntimeError):
    """The typesetter refused or broke; its own words are the message."""


def typeset(
    files: dict[str, Path],
    output: Path,
    *,
    inputs: dict[str, str],
    standards: Sequence[str] = (),
    picture_ppi: int | None = None,
) -> None:
    """Compile ``files`` (``main.typ`` and what it reads) to a PDF, or to a PNG picture."""
    order = {
        "files": {name: str(path) for name, path in files.items()},
        "output": str(output),
        "format": "png" if picture_ppi else "pdf",
        "ppi": picture_ppi,
        "fonts": _font_folders(),
        "inputs": inputs,
        "standards": list(standards),
    }
    _carry_out("compile_typst.py", order, output)


def join(parts: Sequence[Path], output: Path) -> None:
    """Join tagged PDF files into one that is tagged as a whole."""
    order = {"parts": [str(path) for path in parts], "output": str(output)}
    _carry_out("join_pdf.py", order, output)


def _carry_out(script: str, order: dict[str, object], output: Path) -> None:
    order_path = output.with_suffix(".order.json")
    order_path.write_text(json.dumps(order), encoding="utf-8")
    # Fixed program and script; everything that came from people is inside the order file.
    command = [sys.executable, "-I", str(HERE / script), str(order_path)]
    try:
        done = subprocess.run(  # noqa: S603 - no shell, no outside words in the command
            command, capture_output=True, text=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise TypesettingFailed(f"{script} took over {_SECONDS} s.") from error
    if done.returncode:
        raise TypesettingFailed(done.stderr.strip()[-2000:])


def _font_folders() -> list[str]:
    """The sans-serif of print comes as a Python package; Typst brings only serifs itself."""
    package = importlib.util.find_spec("font_source_sans_pro")
    locations = package.submodule_search_locations if package else None
    return [str(Path(location) / "files") for location in locations or ()]
