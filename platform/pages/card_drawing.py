"""Draws the picture of a shared link: 1200 × 630, as the networks show it whole."""

from __future__ import annotations

import importlib.util
import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from PIL import Image, ImageDraw, ImageFont

from documents.exports.typography import bound

Font = ImageFont.FreeTypeFont

WIDTH, HEIGHT = 1200, 630
MARGIN, BAR = 80, 20
# The longest title that is shown; the rest becomes an ellipsis.
MOST_LINES = 4
TITLE_SIZES = (76, 66, 58, 50)
TITLE_TOP, TITLE_HEIGHT = 186, 262
# Tokens blue-900, blue-700, muted, gold-400 of static/css/tokens/color.css and the card's ground.
INK, BLUE, MUTED = (16, 38, 83), (29, 74, 150), (76, 88, 112)
GOLD, GROUND = (249, 201, 50), (244, 247, 252)
WHITE = (255, 255, 255)
_ELLIPSIS = "…"
# Round corners are drawn so many times larger and made smaller: Pillow draws no smooth ones.
_SMOOTH = 4
# Where the flower stands on the portal's own card, from which it is taken.
_FLOWER = (100, 165, 400, 460)
_FLOWER_SIZE = (86, 85)


@dataclass(frozen=True, slots=True)
class Words:
    """What stands on a card."""

    kind: str
    title: str
    owner: str
    note: str
    portal: str


def draw(words: Words) -> bytes:
    """The card as PNG."""
    image = Image.new("RGB", (WIDTH, HEIGHT), GROUND)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, HEIGHT - BAR, WIDTH, HEIGHT), fill=GOLD)
    image.paste(_flower(), (MARGIN, 56))
    beside = MARGIN + _FLOWER_SIZE[0] + 24
    pen.text((beside, 99), words.portal, INK, _font("Bold", 38), anchor="lm")
    _write_at_right(image, words.kind, beside + pen.textlength(words.portal, _font("Bold", 38)))
    _write_title(pen, words.title)
    wide = WIDTH - 2 * MARGIN
    owner = shortened(words.owner, _font("Regular", 34), wide)
    note = shortened(words.note, _font("Semibold", 34), wide)
    lines = [(owner, MUTED, "Regular"), (note, BLUE, "Semibold")]
    bottom = HEIGHT - BAR - 44
    for text, colour, weight in reversed([line for line in lines if line[0]]):
        pen.text((MARGIN, bottom), text, colour, _font(weight, 34), anchor="ls")
        bottom -= 50
    return _as_png(image)


def wrapped(text: str, font: Font, wide: float) -> list[str]:
    """The text in lines no wider than given; a word longer than a line is cut.

    What belongs together stays so, such as "w" and the word after it.
    """
    lines: list[str] = []
    for word in bound(" ".join(text.split())).split(" "):
        line = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(line) <= wide:
            lines[-1] = line
        else:
            lines.append(shortened(word, font, wide))
    return lines


def shortened(text: str, font: Font, wide: float) -> str:
    """The text, or as much of its beginning as fits with an ellipsis."""
    if font.getlength(text) <= wide:
        return text
    while text and font.getlength(text + _ELLIPSIS) > wide:
        text = text[:-1]
    return text.rstrip(" ,.;:–-") + _ELLIPSIS


def _write_title(pen: ImageDraw.ImageDraw, title: str) -> None:
    lines, size = _fitting(title)
    top = TITLE_TOP + (0 if len(lines) > 2 else 24)
    for number, line in enumerate(lines):
        pen.text((MARGIN, top + number * _leading(size)), line, INK, _font("Bold", size))


def _fitting(title: str) -> tuple[Sequence[str], int]:
    """The title's lines in the largest letters in which it fits, else cut in the smallest."""
    wide = WIDTH - 2 * MARGIN
    for size in TITLE_SIZES:
        lines = wrapped(title, _font("Bold", size), wide)
        if len(lines) * _leading(size) <= TITLE_HEIGHT and len(lines) <= MOST_LINES:
            return lines, size
    kept, rest = lines[: MOST_LINES - 1], " ".join(lines[MOST_LINES - 1 :])
    return [*kept, shortened(rest, _font("Bold", size), wide)], size


def _leading(size: int) -> int:
    return round(size * 1.16)


def _write_at_right(image: Image.Image, kind: str, taken: float) -> None:
    """The kind in a label at the right edge; as much of it as there is place for."""
    font = _font("Semibold", 30)
    text = shortened(kind, font, WIDTH - MARGIN - taken - 100)
    wide, high = round(font.getlength(text)) + 48, 58
    label = Image.new("L", (wide * _SMOOTH, high * _SMOOTH))
    box = (0, 0, wide * _SMOOTH - 1, high * _SMOOTH - 1)
    ImageDraw.Draw(label).rounded_rectangle(box, high * _SMOOTH // 2, fill=255)
    shape = label.resize((wide, high), Image.Resampling.LANCZOS)
    image.paste(BLUE, (WIDTH - MARGIN - wide, 70), shape)
    pen = ImageDraw.Draw(image)
    pen.text((WIDTH - MARGIN - 24, 98), text, WHITE, font, anchor="rm")


def _as_png(image: Image.Image) -> bytes:
    output = io.BytesIO()
    # Few colours: a third of the size, and nobody sees the difference.
    image.quantize(colors=64, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(
        output, "PNG", optimize=True
    )
    return output.getvalue()


@lru_cache(maxsize=1)
def _flower() -> Image.Image:
    with Image.open(settings.BASE_DIR / "static" / "img" / "social-card.png") as card:
        return card.convert("RGB").crop(_FLOWER).resize(_FLOWER_SIZE, Image.Resampling.LANCZOS)


@lru_cache(maxsize=16)
def _font(weight: str, size: int) -> Font:
    """The sans-serif of print; it comes as a Python package and knows all Polish letters."""
    package = importlib.util.find_spec("font_source_sans_pro")
    folders = package.submodule_search_locations if package else None
    if not folders:  # a dependency of ours, so always there
        raise FileNotFoundError("font_source_sans_pro")
    file = Path(next(iter(folders))) / "files" / f"SourceSansPro-{weight}.ttf"
    return ImageFont.truetype(str(file), size, layout_engine=ImageFont.Layout.BASIC)
