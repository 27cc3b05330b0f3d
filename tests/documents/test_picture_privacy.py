"""What cameras write into pictures goes no further."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from documents.uploads import check_upload
from tests.documents.uploaded import upload

GPS, CAMERA, TURN = 0x8825, 0x0110, 0x0112


def checked_picture(content: bytes) -> Image.Image:
    checked = check_upload(upload(content, "zdjęcie"), {"jpeg", "png", "webp"}, 10_000_000)
    return Image.open(io.BytesIO(checked.file.read()))


def photo(format: str, *, turn: int = 1, **more: Any) -> bytes:
    """A picture, red on its left half, with camera, place and turning noted in it."""
    picture = Image.new("RGB", (64, 32), "white")
    picture.paste((255, 0, 0), (0, 0, 32, 32))
    exif = Image.Exif()
    exif[CAMERA], exif[TURN] = "Aparat Anny", turn
    exif.get_ifd(GPS)[1] = "N"
    stream = io.BytesIO()
    picture.save(stream, format, exif=exif, **more)
    return stream.getvalue()


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_place_and_camera_are_gone(format: str) -> None:
    before = photo(format)
    assert b"Aparat Anny" in before

    after = checked_picture(before)

    assert dict(after.getexif()) == {}
    assert after.format == format
    assert after.size == (64, 32)


def test_comments_and_xmp_are_gone() -> None:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", "Anna")
    info.add_itxt("XML:com.adobe.xmp", "<x>Anna</x>")

    assert checked_picture(photo("PNG", pnginfo=info)).info.keys() <= {"icc_profile"}
    assert "comment" not in checked_picture(photo("JPEG", comment=b"Anna")).info


def test_a_picture_taken_on_its_side_stands_upright() -> None:
    after = checked_picture(photo("PNG", turn=6))

    assert after.size == (32, 64)
    assert after.convert("RGB").getpixel((16, 5)) == (255, 0, 0)
    assert after.convert("RGB").getpixel((16, 60)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_png_pixels_stay_as_they_were(mode: str) -> None:
    picture = Image.new("RGBA", (4, 4), (200, 100, 50, 120)).convert(
        "RGB" if mode == "P" else "RGBA"
    )
    picture = picture.convert("L").convert("I;16") if mode == "I;16" else picture.convert(mode)
    stream = io.BytesIO()
    picture.save(stream, "PNG")

    after = checked_picture(stream.getvalue())

    assert after.convert("RGBA").tobytes() == picture.convert("RGBA").tobytes()


def test_transparency_of_a_palette_stays() -> None:
    picture = Image.new("P", (4, 4), 0)
    picture.putpalette([255, 0, 0, 0, 255, 0])
    stream = io.BytesIO()
    picture.save(stream, "PNG", transparency=0)

    after = checked_picture(stream.getvalue())

    assert after.convert("RGBA").getpixel((0, 0)) == (255, 0, 0, 0)


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_what_was_hidden_behind_the_picture_is_gone(format: str) -> None:
    content = photo(format) + b"<script>alert(1)</script>"

    checked = check_upload(upload(content, "a"), {"jpeg", "png", "webp"}, 10_000_000)

    assert b"script" not in checked.file.read()


def test_a_colour_profile_stays() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()

    assert checked_picture(photo("JPEG", icc_profile=profile)).info["icc_profile"] == profile
