"""Manual line breaks inside a paragraph: which of them begin a new provision in effect."""

from __future__ import annotations

from collections.abc import Sequence

from ..parser.labels import read_label
from ..parser.phrases import (
    annex_label,
    ends_sentence,
    is_justification,
    is_legal_basis,
    is_signature,
)


def _begins_anew(before: str, line: str) -> bool:
    if read_label(line) or annex_label(line) or is_justification(line) or is_legal_basis(line):
        return True
    if is_signature(before) and not ends_sentence(before):
        return is_signature(line) or not line[0].islower()
    label = read_label(before)
    if (label and not label.rest) or is_justification(before):
        return True
    return ends_sentence(before) and not line[0].islower()


def split_breaks(lines: Sequence[str]) -> list[str]:
    """Lines of a paragraph joined again, except where one opens a unit."""
    parts: list[str] = []
    for line in lines:
        if parts and not _begins_anew(parts[-1], line):
            parts[-1] += f" {line}"
        else:
            parts.append(line)
    return parts
