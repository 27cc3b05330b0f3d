"""Rich text: what the editor sends becomes HTML that is safe and keeps to a few elements.

The list of elements is also the schema of ``static/js/rich-text-schema.js``. Without the editor
people write HTML or plain text; plain text is read as ``pages.plain_markup`` reads it.
"""

from __future__ import annotations

import re

import nh3
from django.utils.html import strip_tags

from pages.plain_markup import as_html

TAGS = {
    "a", "blockquote", "br", "em", "h2", "h3", "h4", "hr", "li", "ol", "p", "strong", "sub", "sup",
    "ul",
}  # fmt: skip
ATTRIBUTES = {"a": {"href"}, "ol": {"start"}}
SCHEMES = {"http", "https", "mailto", "tel"}
# Their text is kept as text of another element; the page's own title is the only h1.
_REPLACED = {"h1": "h2", "h5": "h4", "h6": "h4", "b": "strong", "i": "em", "div": "p"}
_TAG = re.compile(r"<(?P<slash>/?)(?P<name>h1|h5|h6|b|i|div)(?=[\s>/])", re.IGNORECASE)
_HAS_MARKUP = re.compile(r"<[a-zA-Z/!]")
_EMPTY = re.compile(r"<(p|h2|h3|h4|strong|em|sub|sup|blockquote)>(?:\s|&nbsp;|<br>)*</\1>")
_BLOCK_END = re.compile(r"</(?:p|h2|h3|h4|li|blockquote|ul|ol)>|<br>|<hr>")


def clean(text: str) -> str:
    """The text as safe HTML; scripts, styles, classes and unknown elements are gone."""
    if not _HAS_MARKUP.search(text):
        return as_html(text)
    known = _TAG.sub(lambda tag: f"<{tag['slash']}{_REPLACED[tag['name'].lower()]}", text)
    cleaned = nh3.clean(
        known,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel="noopener noreferrer",
    )
    return _without_empty(cleaned).strip()


def lines(html: str) -> list[str]:
    """The text of cleaned HTML, one line for each block."""
    marked = _BLOCK_END.sub("\n", html)
    plain = strip_tags(marked).replace("&nbsp;", " ")
    return [line for line in (_unescaped(row).strip() for row in plain.split("\n")) if line]


def _without_empty(html: str) -> str:
    """An empty heading is one more stop for people who listen to the page."""
    shorter = _EMPTY.sub("", html)
    return html if shorter == html else _without_empty(shorter)


def _unescaped(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
