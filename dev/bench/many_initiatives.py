"""50,000 initiatives on the map for the benchmark.

Run by `BENCH_MANY=1 make bench` with the portal's settings; writes its rows in bulk.
"""

import django

django.setup()

from itertools import islice  # noqa: E402 (Django must be set up first)
from random import Random  # noqa: E402

from django.utils import timezone  # noqa: E402

from dev.bench import places  # noqa: E402
from organizations.domain.demo_names import THEMES  # noqa: E402
from organizations.models import (  # noqa: E402
    Initiative,
    InitiativeStage,
    Publication,
    PublicBenefitField,
)
from territory.models import Area  # noqa: E402

INITIATIVES = 50_000
BATCH = 2000
# About as far as a gmina reaches from its seat, in degrees.
SPREAD = 0.06


def main() -> None:
    """Create what is missing."""
    have = Initiative.objects.count()
    gminas = list(places.gminas())
    fields = list(PublicBenefitField.objects.values_list("pk", flat=True))
    numbers = iter(range(have, INITIATIVES))
    while batch := list(islice(numbers, BATCH)):
        rows = Initiative.objects.bulk_create(_initiative(n, gminas) for n in batch)
        through = Initiative.benefit_fields.through
        through.objects.bulk_create(
            through(initiative_id=row.pk, publicbenefitfield_id=fields[row.pk % len(fields)])
            for row in rows
        )


def _initiative(number: int, gminas: list[Area]) -> Initiative:
    random = Random(number)
    theme = random.choice(THEMES)
    gmina = gminas[number % len(gminas)]
    row = Initiative(
        title=f"{theme.mission[:100]} {gmina.name} {number}",
        slug=f"inicjatywa-{number}",
        summary=theme.mission,
        story=theme.story,
        stage=random.choice(InitiativeStage.values),
        informal_group="Grupa sąsiedzka",
        gmina=gmina,
        county=gmina.parent,
        place=gmina.seat or gmina.name,
        latitude=(gmina.latitude or 50.6) + random.uniform(-SPREAD, SPREAD),
        longitude=(gmina.longitude or 17.9) + random.uniform(-SPREAD, SPREAD),
        publication=Publication.PUBLISHED,
        confirmed_at=timezone.now(),
    )
    row.set_search_columns()
    return row


if __name__ == "__main__":
    main()
