"""150,000 organizations for the benchmark.

Run by `BENCH_MANY=1 make bench` with the portal's settings; writes its rows in bulk.
"""

import django

django.setup()

from datetime import date, timedelta  # noqa: E402 (Django must be set up first)
from itertools import islice  # noqa: E402
from random import Random  # noqa: E402

from dev.bench import places  # noqa: E402
from dev.bench.register_numbers import (  # noqa: E402
    invented_krs,
    invented_nip,
    invented_regon,
)
from organizations.domain.demo_names import THEMES  # noqa: E402
from organizations.domain.slugs import slug_stem  # noqa: E402
from organizations.models import (  # noqa: E402
    LegalForm,
    Organization,
    PublicBenefitField,
    TargetGroup,
)
from territory.models import Area  # noqa: E402

ORGANIZATIONS = 150_000
BATCH = 2000
FIRST_DAY = date(2001, 1, 1)
WORDS = [
    "Nowa",
    "Stara",
    "Górna",
    "Dolna",
    "Zielona",
    "Biała",
    "Wesoła",
    "Dobra",
    "Jasna",
    "Wspólna",
    "Leśna",
    "Polna",
]


def main() -> None:
    """Create what is missing."""
    have = Organization.objects.count()
    if have < ORGANIZATIONS:
        _write(have, ORGANIZATIONS - have)


def _write(start: int, count: int) -> None:
    gminas = list(places.gminas())
    fields = list(PublicBenefitField.objects.values_list("pk", flat=True))
    groups = list(TargetGroup.objects.values_list("pk", flat=True))
    numbers = iter(range(start, start + count))
    while batch := list(islice(numbers, BATCH)):
        rows = Organization.objects.bulk_create(_organization(n, gminas) for n in batch)
        _tie(Organization.benefit_fields.through, "publicbenefitfield_id", rows, fields)
        _tie(Organization.target_groups.through, "targetgroup_id", rows, groups)


def _organization(number: int, gminas: list[Area]) -> Organization:
    random = Random(number)
    theme = random.choice(THEMES)
    form, stem = random.choice(theme.names)
    gmina = gminas[number % len(gminas)]
    name = f"{stem} {random.choice(WORDS)} {gmina.name} {number}"
    row = Organization(
        name=name,
        slug=f"{slug_stem(name)[:90]}-{number}",
        legal_form=form if form in LegalForm.values else LegalForm.OTHER,
        mission=theme.mission,
        description=theme.story,
        gmina=gmina,
        county=gmina.parent,
        town=gmina.seat or gmina.name,
        latitude=gmina.latitude,
        longitude=gmina.longitude,
        krs=invented_krs(number),
        nip=invented_nip(number),
        regon=invented_regon(number),
        registered_on=FIRST_DAY + timedelta(days=random.randrange(9000)),
        # About as many of all as in Poland: one in fifteen.
        opp_since=date(2015, 1, 1) if number % 15 == 0 else None,
    )
    row.set_search_columns()
    return row


def _tie(through: type, column: str, rows: list[Organization], keys: list[str]) -> None:
    """Two values for each row."""
    ties = (
        through(organization_id=row.pk, **{column: keys[(row.pk * 7 + shift * 11) % len(keys)]})
        for row in rows
        for shift in (0, 1)
    )
    through.objects.bulk_create(ties, ignore_conflicts=True, batch_size=BATCH)  # type: ignore[attr-defined]


if __name__ == "__main__":
    main()
