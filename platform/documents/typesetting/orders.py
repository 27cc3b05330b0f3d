"""Orders to the typesetter and the joiner, each carried out by a process of its own.

Alone, because typesetting takes memory that a web or task worker would never give back, can
be stopped when it takes too long, and sees nothing but the files it is handed.
"""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

TEMPLATE = Path(__file__).parent / "report.typ"
PICTURE_TEMPLATE = Path(__file__).parent / "picture.typ"
POSTER_TEMPLATE = Path(__file__).parent / "poster.typ"
LABELS_TEMPLATE = Path(__file__).parent / "labels.typ"
_IMPORT_ROOT = Path(__file__).parents[2]
_SECONDS = 300


class TypesettingFailed(RuntimeError):
    """The typesetter refused or broke; its own words are the message."""


def typeset(
    files: dict[str, Path],
    output: Path,
    *,
    inputs: dict[str, str],
    standards: Sequence[str] = (),
) -> None:
    """Compile ``files`` (``main.typ`` and what it reads) to a PDF."""
    _compile(files, [output], format="pdf", inputs=inputs, standards=standards)


def picture(svg: Path, output: Path) -> None:
    """Draw ``svg`` as a PNG that is sharp enough for print."""
    pictures({svg: output})


def pictures(outputs: Mapping[Path, Path]) -> None:
    """Draw each SVG file as its PNG file.

    One process draws them all: starting it takes longer than drawing.
    """
    if not outputs:
        return
    files = {f"picture-{number}.svg": drawing for number, drawing in enumerate(outputs)}
    _compile(
        {"main.typ": PICTURE_TEMPLATE} | files,
        list(outputs.values()),
        format="png",
        inputs={"count": str(len(outputs))},
        ppi=200,
    )


def join(parts: Sequence[Path], output: Path) -> None:
    """Join tagged PDF files into one that is tagged as a whole."""
    order = {"parts": [str(path) for path in parts], "output": str(output)}
    _carry_out("documents.typesetting.join_pdf", order, output)


def _compile(
    files: dict[str, Path],
    outputs: Sequence[Path],
    *,
    format: str,
    inputs: dict[str, str],
    standards: Sequence[str] = (),
    ppi: int | None = None,
) -> None:
    """One file for a whole PDF, one for each page of pictures."""
    order = {
        "files": {name: str(path) for name, path in files.items()},
        "outputs": [str(output) for output in outputs],
        "format": format,
        "ppi": ppi,
        "fonts": _font_folders(),
        "inputs": inputs,
        "standards": list(standards),
    }
    _carry_out("documents.typesetting.compile_typst", order, outputs[0])


def _carry_out(module: str, order: Mapping[str, object], output: Path) -> None:
    order_path = output.with_suffix(".order.json")
    order_path.write_text(json.dumps(order), encoding="utf-8")
    # -P keeps the current folder off the import path.
    command = [sys.executable, "-P", "-m", module, str(order_path)]
    try:
        done = subprocess.run(  # noqa: S603 - no shell; people's words are only in the file
            command,
            env={"PYTHONPATH": str(_IMPORT_ROOT), "PATH": os.environ.get("PATH", "")},
            capture_output=True,
            text=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise TypesettingFailed(f"{module} took over {_SECONDS} s.") from error
    if done.returncode:
        raise TypesettingFailed(done.stderr.strip()[-2000:])


def _font_folders() -> list[str]:
    """The sans-serif of print comes as a Python package; Typst itself brings serifs only."""
    package = importlib.util.find_spec("font_source_sans_pro")
    locations = package.submodule_search_locations if package else None
    return [str(Path(location) / "files") for location in locations or ()]
