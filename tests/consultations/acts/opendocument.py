"""Builds ODT files for tests as LibreOffice writes them."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

_NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("style", "style"), ("table", "table"),
        ("draw", "drawing"), ("fo", "xsl-fo-compatible"),
    )
)  # fmt: skip
_STYLES = """
<style:style style:name="Centred" style:family="paragraph">
<style:paragraph-properties fo:text-align="center"/>
<style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Centred"/>
<style:style style:name="T1" style:family="text">
<style:text-properties style:text-position="super 58%"/></style:style>
<text:list-style style:name="Act">
<text:list-level-style-number text:level="1" style:num-prefix="§ " style:num-suffix="."
 style:num-format="1"/>
<text:list-level-style-number text:level="2" style:num-suffix="." style:num-format="1"/>
<text:list-level-style-number text:level="3" style:num-suffix=")" style:num-format="1"/>
<text:list-level-style-number text:level="4" style:num-suffix=")" style:num-format="a"/>
<text:list-level-style-bullet text:level="5" text:bullet-char="–"/>
</text:list-style>"""
_MANIFEST = """<?xml version="1.0"?><manifest:manifest
 xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">{}</manifest:manifest>"""


def paragraph(text: str, style: str = "") -> str:
    """A paragraph of plain text."""
    return f'<text:p text:style-name="{style}">{escape(text)}</text:p>'


def items(*entries: tuple[int, str], list_attributes: str = "") -> str:
    """A list of the style "Act": (level from 1, text) for each item."""
    nested = []
    for level, text in entries:
        inner = f"<text:list-item>{paragraph(text)}</text:list-item>"
        for _ in range(level - 1):
            inner = f"<text:list-item><text:list>{inner}</text:list></text:list-item>"
        nested.append(inner)
    return f'<text:list text:style-name="Act" {list_attributes}>{"".join(nested)}</text:list>'


def opendocument(body: str, *, encrypted: bool = False) -> bytes:
    """An ODT file with this body, as XML."""
    content = (
        f'<?xml version="1.0"?><office:document-content {_NAMES}><office:automatic-styles>{_STYLES}'
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
        secret = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
        archive.writestr("META-INF/manifest.xml", _MANIFEST.format(secret if encrypted else ""))
    return stream.getvalue()
