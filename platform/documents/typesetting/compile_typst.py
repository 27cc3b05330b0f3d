"""Run as a process: compile one template with its files, as an order file says."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import typst


def main(order_path: str) -> None:
    """Do the order (a JSON file) and write its output files."""
    order = json.loads(Path(order_path).read_text(encoding="utf-8"))
    # The package's own types forget that it takes several files at once.
    files: Any = {name: Path(path).read_bytes() for name, path in order["files"].items()}
    output = typst.compile(
        files,
        format=order["format"],
        ppi=order["ppi"],
        font_paths=typst.Fonts(
            # The machine's own fonts would make the same report look different elsewhere.
            include_system_fonts=False,
            include_embedded_fonts=True,
            font_paths=order["fonts"],
        ),
        sys_inputs=order["inputs"],
        pdf_standards=order["standards"],
    )
    pages = output if isinstance(output, list) else [output]
    for page, name in zip(pages, order["outputs"], strict=True):
        Path(name).write_bytes(page)


if __name__ == "__main__":
    main(sys.argv[1])
