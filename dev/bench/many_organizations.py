"""150,000 organizations and an index of 500,000 documents for the benchmark.

Run by `BENCH_MANY=1 make bench` with the portal's settings; writes its rows in bulk.
"""

import django

django.setup()

from itertools import islice  # noqa: E402 (Django must be set up first)
from random import Random  # noqa: E402

from django.db import connection  # noqa: E402

from organizations.domain.demo_names import THEMES  # noqa: E402
from organizations.domain.slugs import slug_stem  # noqa: E402
from organizations.models import (  # noqa: E402
    LegalForm,
    Organization,
    PublicBenefitField,
    TargetGroup,
)
from search import registry  # noqa: E402
from search.domain.indexing import rebuild  # noqa: E402
from search.domain.suggestions import collect_words  # noqa: E402
from search.models import SearchDocument  # noqa: E402
from territory.models import Area  # noqa: E402

ORGANIZATIONS, DOCUMENTS = 150_000, 500_000
BATCH = 2000
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
# Every document of an organization gives so many more that differ by kind and number.
COPIES = """
    INSERT INTO search_searchdocument
        (kind, object_id, title, summary, owner, url, county_id, topics, happens_on,
         search_names, search_texts, search_plain)
    SELECT 'kopie-' || copy, object_id, title, summary, owner, url, county_id, topics,
        happens_on - copy * 30, search_names, search_texts, search_plain
    FROM search_searchdocument, generate_series(1, %s) AS copy
    WHERE kind = 'organizacje'
    LIMIT %s
"""


def main() -> None:
    """Create what is missing."""
    have = Organization.objects.count()
    if have < ORGANIZATIONS:
        _write(have, ORGANIZATIONS - have)
    kind = registry.find("organizacje")
    if kind is not None and SearchDocument.objects.count() < DOCUMENTS:
        rebuild(kind)
        missing = DOCUMENTS - SearchDocument.objects.count()
        with connection.cursor() as cursor:
            cursor.execute(COPIES, [missing // ORGANIZATIONS + 1, missing])
        collect_words()


def _write(start: int, count: int) -> None:
    gminas = list(Area.objects.gminas().select_related("parent"))
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
