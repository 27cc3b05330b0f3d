"""Tickets, badges and certificates on paper: typeset from data, never from people's code."""

from __future__ import annotations

import io
import json
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import segno

from documents.exports.typography import printed
from documents.typesetting.orders import typeset

_HERE = Path(__file__).parent
TICKET = _HERE / "ticket.typ"
BADGES = _HERE / "badges.typ"
CERTIFICATES = _HERE / "certificates.typ"
# Name of a size, then width and height in millimetres.
BADGE_SIZES = {"a6": (105, 148), "karta": (86, 54), "duza": (90, 60)}
_QUIET_MODULES = 2


def print_pdf(template: Path, data: dict[str, Any]) -> bytes:
    """The PDF of a template with its data (PDF/UA-1)."""
    with tempfile.TemporaryDirectory(prefix="events-") as name:
        folder = Path(name)
        source = folder / "data.json"
        source.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        output = folder / "out.pdf"
        typeset({"main.typ": template, "data.json": source}, output, inputs={}, standards=["ua-1"])
        return output.read_bytes()


def qr_svg(text: str) -> str:
    """A QR code as a drawing."""
    stream = io.BytesIO()
    segno.make(text, error="m").save(
        stream, kind="svg", scale=4, border=_QUIET_MODULES, xmldecl=False, light="#ffffff"
    )
    return stream.getvalue().decode()


def qr_png(text: str, scale: int = 8) -> bytes:
    """A QR code as a picture, for phones."""
    stream = io.BytesIO()
    segno.make(text, error="m").save(stream, kind="png", scale=scale, border=4, light="#ffffff")
    return stream.getvalue()


def on_paper(values: dict[str, Any]) -> dict[str, Any]:
    """Texts in characters that the fonts have."""
    return {
        key: printed(value) if isinstance(value, str) and not value.startswith("<") else value
        for key, value in values.items()
    }


def badges_data(rows: Iterable[dict[str, Any]], size: str, language: str, title: str) -> Any:
    """Data of the template of badges."""
    width, height = BADGE_SIZES[size]
    return {
        "language": language,
        "title": title,
        "width": width,
        "height": height,
        "badges": [on_paper(row) for row in rows],
    }
