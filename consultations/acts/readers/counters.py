"""How counters of automatic lists are written: 3, c, C, iii, III."""

from __future__ import annotations

from ..parser.numbers import to_roman

# Bullets that fonts such as Symbol and Wingdings keep in the private area, as they look.
BULLETS = {
    "\uf0b7": "•", "\uf0a7": "▪", "\uf06f": "◦", "\uf0fc": "✓", "\uf0d8": "➢", "\uf0a8": "◦",
    "\uf02d": "–", "\uf0be": "–", "o": "◦", "-": "–", "−": "–", "\uf071": "◦", "\ue00a": "•",
    "\ue009": "•", "\uf09f": "•", "\uf076": "•", "*": "•",
}  # fmt: skip


def _letters(number: int) -> str:
    """1 → a, 26 → z, 27 → aa, 28 → bb, as word processors count."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def format_number(number: int, style: str) -> str:
    """A counter in a number format, named as in WordprocessingML."""
    if style in ("lowerLetter", "upperLetter") and number > 0:
        letters = _letters(number)
        return letters.upper() if style == "upperLetter" else letters
    if style in ("lowerRoman", "upperRoman") and number > 0:
        numeral = to_roman(number)
        return numeral.lower() if style == "lowerRoman" else numeral
    if style == "decimalZero":
        return f"{number:02d}"
    return "" if style == "none" else str(number)


def shown_bullet(sign: str) -> str:
    """The bullet that a reader sees for the sign that the file stores."""
    return BULLETS.get(sign, sign)
