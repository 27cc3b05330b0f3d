"""QR codes: a picture with a name, and one for print."""

from __future__ import annotations

import io

from PIL import Image

from documents.exports.qr import qr_png, qr_svg

ADDRESS = "https://portal.example.org/bilety/7f3c9e/"


def test_the_picture_on_a_page_has_a_name_and_takes_the_size_of_its_place() -> None:
    picture = qr_svg(ADDRESS, label="Kod biletu")

    assert picture.startswith('<svg role="img"')
    assert "<title>Kod biletu</title>" in picture
    assert "width=" not in picture.partition(">")[0]


def test_the_picture_for_print_is_large_and_has_its_quiet_margin() -> None:
    image = Image.open(io.BytesIO(qr_png(ADDRESS))).convert("L")

    assert min(image.size) > 300
    margin = image.crop((0, 0, image.width, 4 * 12))
    assert margin.getextrema() == (255, 255)
