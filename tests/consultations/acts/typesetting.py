"""Typesets PDF files for tests: justified, hyphenated, with running headers as in an office."""

from __future__ import annotations

import re
from collections.abc import Sequence

import typst

_PAGE = """#set page(paper: "a4", margin: 2.5cm{header}{columns})
#set text(lang: "pl", size: {size}pt, hyphenate: {hyphenate})
#set par(justify: true, spacing: 0.9em)
"""


def escaped(text: str) -> str:
    """Text with everything that Typst would take for markup set verbatim."""
    return re.sub(r"([\\#$*_`<>@\[\]=\"'~/+-])", r"\\\1", text)


def typeset(
    paragraphs: Sequence[str],
    *,
    header: str = "",
    columns: int = 1,
    size: int = 11,
    hyphenate: bool = True,
) -> bytes:
    """A PDF of paragraphs; one that begins with "|" is centred bold, "#" marks raw Typst."""
    running = (
        f", header: [{escaped(header)} #h(1fr) #context counter(page).display()], "
        "footer: align(center)[Strona #context counter(page).display() z 9]"
        if header
        else ""
    )
    source = _PAGE.format(
        header=running,
        columns=f", columns: {columns}" if columns > 1 else "",
        size=size,
        hyphenate=str(hyphenate).lower(),
    )
    for paragraph in paragraphs:
        if paragraph.startswith("|"):
            source += f"\n#align(center)[*{escaped(paragraph[1:])}*]\n"
        elif paragraph.startswith("#"):
            source += f"\n{paragraph}\n"
        else:
            source += f"\n#[{escaped(paragraph)}]\n"
    return typst.compile(source.encode())
