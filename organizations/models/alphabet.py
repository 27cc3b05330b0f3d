"""The letter under which the alphabet lists an organization."""

from __future__ import annotations

from search.lemmas import WORD

# Words with which half of the directory begins; the alphabet looks past them.
FORM_WORDS = frozenset(
    [
        "fundacja",
        "stowarzyszenie",
        "zwykłe",
        "koło",
        "gospodyń",
        "wiejskich",
        "ochotnicza",
        "straż",
        "pożarna",
        "klub",
        "sportowy",
        "ludowy",
        "uczniowski",
        "spółdzielnia",
        "socjalna",
        "związek",
        "towarzystwo",
        "w",
        "we",
        "im",
        "na",
        "rzecz",
    ]
)


def initial_of(name: str) -> str:
    """The letter under which the alphabet lists ``name``; "#" stands for anything else."""
    words = WORD.findall(name)
    telling = next((word for word in words if word.lower() not in FORM_WORDS), "")
    letter = (telling or name.strip())[:1].upper()
    return letter if letter.isalpha() else "#"
