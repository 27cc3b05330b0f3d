"""From what people typed to HTML: paragraphs, quotes, lists, links, mentions; nothing else.

The text is escaped before anything is added, so no markup of an author reaches the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from django.utils.html import escape, urlize
from django.utils.safestring import SafeString, mark_safe

LONGEST_LINK_TEXT = 60


def as_html(text: str, mentioned: Iterable[str] = ()) -> SafeString:
    """The text as safe HTML; ``mentioned`` are names after ``@`` that are people."""
    names = sorted(mentioned, key=len, reverse=True)
    return mark_safe("".join(_blocks(text.replace("\r\n", "\n"), names)))  # noqa: S308 (escaped)


def quoted(text: str) -> str:
    """The text as a quotation; what it quotes itself is left out."""
    lines = [line for line in text.replace("\r\n", "\n").split("\n") if not line.startswith(">")]
    kept = "\n".join(lines).strip()
    return "\n".join(f"> {line}".rstrip() for line in kept.split("\n")) if kept else ""


def _blocks(text: str, names: list[str]) -> Iterator[str]:
    for kind, lines in groupby(text.split("\n"), key=_kind):
        rows = list(lines)
        if kind == "quote":
            inner = "\n".join(row[1:].removeprefix(" ") for row in rows)
            yield f'<blockquote class="quoted-text">{"".join(_blocks(inner, names))}</blockquote>'
        elif kind == "item":
            items = "".join(f"<li>{_inline(row[2:], names)}</li>" for row in rows)
            yield f"<ul>{items}</ul>"
        elif kind == "text":
            yield f"<p>{'<br>'.join(_inline(row, names) for row in rows)}</p>"


def _kind(line: str) -> str:
    if line.startswith(">"):
        return "quote"
    if line.startswith(("- ", "* ")):
        return "item"
    return "text" if line.strip() else "gap"


def _inline(line: str, names: list[str]) -> str:
    linked = str(urlize(line, trim_url_limit=LONGEST_LINK_TEXT, nofollow=True, autoescape=True))
    if not names:
        return linked
    pattern = "|".join(re.escape(str(escape(name))) for name in names)
    return re.sub(rf"(?<![\w@])@({pattern})", r'<strong class="called-name">@\1</strong>', linked)
