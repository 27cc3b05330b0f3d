"""Demo initiatives of demo organizations."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from random import Random

from django.utils import timezone

from organizations.domain.initiatives import place_initiative
from organizations.domain.slugs import slug_stem
from organizations.models import Initiative, InitiativeStage, Organization, Publication

# Title, sentence, whom they look for.
IDEAS = [
    ("Jadłodzielnia przy rynku", "Półka, z której każdy może wziąć i na którą może odłożyć.", ""),
    (
        "Sobotni repair café",
        "Naprawiamy razem sprzęty, zamiast je wyrzucać.",
        "Dwie osoby z lutownicą.",
    ),
    (
        "Ogród sąsiedzki za biblioteką",
        "Grządki, kompostownik i ławka dla wszystkich.",
        "Osoby do podlewania.",
    ),
    (
        "Telefon życzliwości",
        "Wolontariusze dzwonią do samotnych seniorów.",
        "Trzy osoby raz w tygodniu.",
    ),
    ("Sprzątamy rzekę", "Cztery soboty, kajaki i worki.", "Załogi kajaków."),
    ("Archiwum rodzinnych fotografii", "Skanujemy zdjęcia i spisujemy opowieści.", ""),
    ("Świetlica pod chmurką", "Gry i zajęcia dla dzieci na podwórkach.", "Animatorzy na lipiec."),
    ("Polski przy herbacie", "Rozmowy po polsku dla nowych sąsiadów.", "Prowadzący rozmowy."),
    ("Aleja stu lip", "Dosadzamy drzewa wzdłuż starej drogi.", "Ręce do łopaty w listopadzie."),
    ("Kino w stodole", "Latem wyświetlamy filmy, o których potem rozmawiamy.", ""),
]


def seed_initiatives(organizations: Sequence[Organization], count: int = 30) -> list[Initiative]:
    """Published initiatives in all corners of the region; safe to repeat."""
    return [_initiative(number, organizations) for number in range(count)]


def _initiative(number: int, organizations: Sequence[Organization]) -> Initiative:
    random = Random(number)  # noqa: S311 - demo data, no secret
    organization = organizations[(number * 7) % len(organizations)]
    name, summary, needed = IDEAS[number % len(IDEAS)]
    title = f"{name} – {organization.town}"
    slug = f"{slug_stem(title)[:90]}-{number}"
    existing = Initiative.objects.filter(slug=slug).first()
    if existing or organization.gmina is None:
        return existing or Initiative()
    initiative = Initiative(
        slug=slug,
        title=title,
        summary=summary,
        story=f"{summary} Zaczęliśmy we troje, dziś jest nas kilkanaścioro. Zapraszamy.",
        volunteers_needed=needed,
        gmina=organization.gmina,
        place=organization.town,
        stage=random.choice(
            [InitiativeStage.RUNNING, InitiativeStage.RUNNING, InitiativeStage.PLANNED]
        ),
        publication=Publication.PUBLISHED,
        contact=organization.email,
        confirmed_at=timezone.now() - timedelta(days=random.randint(1, 450)),
    )
    initiative.latitude = (organization.latitude or 50.67) + random.uniform(-0.02, 0.02)
    initiative.longitude = (organization.longitude or 17.92) + random.uniform(-0.03, 0.03)
    place_initiative(initiative)
    initiative.save()
    initiative.organizations.set([organization])
    initiative.benefit_fields.set(organization.benefit_fields.all())
    return initiative
