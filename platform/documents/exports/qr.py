"""QR codes of addresses and tickets (ISO/IEC 18004), for pages and for print."""

from __future__ import annotations

import io

import segno

QUIET_ZONE = 4  # modules; what the standard asks for
PRINT_SCALE = 12  # pixels for each module


def qr_svg(text: str, *, label: str) -> str:
    """An SVG picture that takes the size and colour its surroundings give it.

    ``label`` names it for those who do not see it. Raises ``segno.DataOverflowError`` for a text
    of more than about 2,300 bytes.
    """
    code = segno.make_qr(text, error="m")
    picture: str = code.svg_inline(
        border=QUIET_ZONE, omitsize=True, svgclass="qr-code", title=label, light="#fff"
    )
    return picture.replace("<svg ", '<svg role="img" ', 1)


def qr_png(text: str) -> bytes:
    """A PNG picture, sharp in print up to about 10 cm."""
    stream = io.BytesIO()
    segno.make_qr(text, error="m").save(stream, kind="png", scale=PRINT_SCALE, border=QUIET_ZONE)
    return stream.getvalue()
