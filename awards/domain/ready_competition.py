"""The competition of the region, ready to use: "Opolskie Niezapominajki".

Three categories with nominations and a special prize without, as the region awards them:
Active NGO, "Społecznik Roku" (a natural person), Friendly Local Government. Nominators are
adults, NGOs and public bodies; laureates get a statuette, a diploma and a prize.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

DATA = Path(__file__).parents[1] / "data"
ELIGIBILITY = DATA / "eligibility_person.yaml"
NAME = "Opolskie Niezapominajki"
SUMMARY = "Nagroda województwa dla organizacji, społeczników i samorządów, które działają razem."
DESCRIPTION = (
    "Opolska Niezapominajka wyróżnia tych, dzięki którym mieszkańcy regionu żyją bliżej siebie:"
    " najaktywniejsze organizacje pozarządowe, społeczników i samorządy, które traktują"
    " organizacje jak partnerów.\n\n"
    "Kandydatów zgłaszają mieszkańcy, organizacje i samorządy. Każde zgłoszenie sprawdza urząd,"
    " a ocenia niezależna kapituła, według kryteriów ogłoszonych w regulaminie. Wyniki poznajemy"
    " wszyscy w tej samej chwili, na gali."
)


@dataclass(frozen=True, slots=True)
class ReadyCriterion:
    """A criterion of the template, scored from 0 to 10."""

    name: str
    description: str
    weight: int


@dataclass(frozen=True, slots=True)
class ReadyCategory:
    """A category of the template."""

    name: str
    slug: str
    description: str
    rules: dict[str, Any] = field(default_factory=dict)
    criteria: tuple[ReadyCriterion, ...] = ()
    form: str = ""


_ALL_NOMINATORS = ["anyone", "organization", "office"]
_ATTACHMENTS = "Odpis z rejestru, statut, rekomendacje, zdjęcia."

READY_CATEGORIES = (
    ReadyCategory(
        name="Aktywna organizacja pozarządowa",
        slug="aktywna-organizacja",
        description=(
            "Dla organizacji, która w ostatnim roku zrobiła dla mieszkańców coś ważnego"
            " i trwałego: nowe usługi, pomoc, kulturę, sport, edukację albo ochronę przyrody."
        ),
        rules={
            "nominee_kinds": ["organization", "group"],
            "nominator_kinds": _ALL_NOMINATORS,
            "nominations_limit": 3,
            "attachments_help": _ATTACHMENTS,
            "prizes": "Statuetka, dyplom i 10 000 zł na działalność statutową.",
            "shows_nominees": True,
            "has_public_vote": True,
        },
        form="form_organization.yaml",
        criteria=(
            ReadyCriterion(
                "Znaczenie dla mieszkańców",
                "Ilu osobom i w czym pomogła organizacja; jak trwała jest zmiana.",
                4,
            ),
            ReadyCriterion(
                "Współpraca",
                "Partnerstwa z samorządem, innymi organizacjami i firmami.",
                3,
            ),
            ReadyCriterion(
                "Zaangażowanie wolontariuszy",
                "Jak organizacja zaprasza ludzi do działania i jak o nich dba.",
                2,
            ),
            ReadyCriterion("Nowatorstwo", "Co zrobiono po raz pierwszy albo lepiej niż dotąd.", 1),
        ),
    ),
    ReadyCategory(
        name="Społecznik Roku",
        slug="spolecznik-roku",
        description=(
            "Dla osoby, która z własnej woli i bezinteresownie działa na rzecz innych, i której"
            " działanie porywa sąsiadów."
        ),
        rules={
            "nominee_kinds": ["person"],
            "nominator_kinds": _ALL_NOMINATORS,
            "nominations_limit": 2,
            "attachments_help": "Rekomendacje, zdjęcia z działań.",
            "prizes": "Statuetka, dyplom i 5 000 zł.",
            "tie_rule": "vote",
        },
        form="form_person.yaml",
        criteria=(
            ReadyCriterion(
                "Bezinteresowność i wytrwałość", "Jak długo i z jakim własnym wkładem.", 3
            ),
            ReadyCriterion("Wpływ na innych", "Kogo i do czego porwał przykład kandydata.", 3),
            ReadyCriterion("Efekty", "Co się zmieniło w miejscowości lub grupie.", 4),
        ),
    ),
    ReadyCategory(
        name="Samorząd przyjazny organizacjom",
        slug="przyjazny-samorzad",
        description=(
            "Dla gminy lub powiatu, który konsultuje, zleca zadania i daje organizacjom miejsce"
            " do działania."
        ),
        rules={
            "nominee_kinds": ["public_body"],
            "nominator_kinds": _ALL_NOMINATORS,
            "allows_self_nomination": True,
            "attachments_help": "Program współpracy, sprawozdanie, rekomendacje organizacji.",
            "prizes": "Statuetka i dyplom.",
        },
        criteria=(
            ReadyCriterion("Dialog", "Konsultacje, rady, zespoły, pełnomocnik.", 4),
            ReadyCriterion("Zlecanie zadań", "Konkursy, regranting, inicjatywa lokalna.", 3),
            ReadyCriterion("Warunki działania", "Lokale, centra, szkolenia, promocja.", 3),
        ),
    ),
    ReadyCategory(
        name="Nagroda specjalna kapituły",
        slug="nagroda-specjalna",
        description="Kapituła przyznaje ją sama, za dorobek, którego nie mieszczą kategorie.",
        rules={
            "nominee_kinds": [],
            "nominator_kinds": [],
            "without_nomination": True,
            "prizes": "Statuetka i dyplom.",
        },
    ),
)
