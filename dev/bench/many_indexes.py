"""Large data for the benchmark: 2,500 bodies, 10 years, 60 indicators agreed on in each.

Run by `make bench` with the portal's settings; the million and a half agreed scores are written
by the database itself.
"""

from decimal import Decimal

import django

django.setup()

from django.db import connection, transaction  # noqa: E402 (Django must be set up first)

from organizations.models import PublicBody, PublicBodyKind  # noqa: E402
from quality_index.domain.questionnaires import add_version, publish_version  # noqa: E402
from quality_index.imports.questionnaire import PartText, QuestionnaireText  # noqa: E402
from quality_index.models import QuestionnaireVersion  # noqa: E402
from territory.models import Area, AreaKind  # noqa: E402

BODIES, FIRST_YEAR, YEARS = 2_500, 2015, 10
PLANES, AREAS, INDICATORS = 3, 4, 5
TITLE = "Kwestionariusz do pomiaru"

_ASSESSMENTS = """
INSERT INTO quality_index_assessment
    (body_id, version_id, year, purpose, minimum_administration, minimum_ngo, stage,
     is_imported, total, published_at, created_at, updated_at)
SELECT b.id, %(version)s, y, '', 1, 1, 'consensus', true,
    round((20 + (b.id * 37 + y * 13) %% 700 / 10.0)::numeric, 1), now(), now(), now()
FROM organizations_publicbody b, generate_series(%(first)s, %(last)s) y
WHERE b.area_id LIKE '99%%'
"""
_RESULTS = """
INSERT INTO quality_index_result (assessment_id, level, key, value)
SELECT a.id, 'area', r.key, ((a.id * 7 + r.id * 11) %% 1000) / 10.0
FROM quality_index_assessment a JOIN quality_index_indexarea r ON r.version_id = a.version_id
WHERE a.version_id = %(version)s
UNION ALL
SELECT a.id, 'plane', p.key, ((a.id * 5 + p.id * 17) %% 1000) / 10.0
FROM quality_index_assessment a JOIN quality_index_plane p ON p.version_id = a.version_id
WHERE a.version_id = %(version)s
"""
_AGREED = """
INSERT INTO quality_index_agreedscore
    (assessment_id, indicator_id, value, not_applicable, reasons, dissent, revision, updated_at)
SELECT a.id, i.id, (a.id + i.id) %% 5, false, '', '', 1, now()
FROM quality_index_assessment a JOIN quality_index_indicator i ON i.version_id = a.version_id
WHERE a.version_id = %(version)s
"""


_PUBLISH = """
UPDATE quality_index_assessment SET stage = 'published' WHERE version_id = %(version)s
"""


def main() -> None:
    """Create everything unless it is there."""
    if QuestionnaireVersion.objects.filter(title=TITLE).exists():
        return
    version = publish_version(add_version(_questionnaire()))
    _write_bodies()
    values = {"version": version.pk, "first": FIRST_YEAR, "last": FIRST_YEAR + YEARS - 1}
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in (_ASSESSMENTS, _RESULTS, _AGREED, _PUBLISH):
            cursor.execute(statement, values)


def _questionnaire() -> QuestionnaireText:
    planes = [
        _part(
            f"p{plane}",
            [
                _part(
                    f"p{plane}a{area}",
                    [_indicator(f"p{plane}a{area}i{row}") for row in range(INDICATORS)],
                )
                for area in range(AREAS)
            ],
        )
        for plane in range(PLANES)
    ]
    return QuestionnaireText(TITLE, "", planes)


def _part(key: str, parts: list[PartText]) -> PartText:
    names = {"name": f"Część {key}", "name_en": "", "name_de": ""}
    return PartText(key=key, names=names, weight=Decimal(1), parts=parts)


def _indicator(key: str) -> PartText:
    part = _part(key, [])
    part.fields = {"question": "Jak jest?", "levels": [f"Poziom {level}." for level in range(5)]}
    return part


def _write_bodies() -> None:
    areas = [
        Area(teryt=f"99{number:05}", kind=AreaKind.RURAL_GMINA, name=f"Gmina {number}")
        for number in range(BODIES)
    ]
    Area.objects.bulk_create(areas, batch_size=500)
    bodies = [
        PublicBody(
            name=f"Urząd Gminy {number}",
            slug=f"urzad-gminy-pomiar-{number}",
            kind=PublicBodyKind.GMINA,
            area=area,
        )
        for number, area in enumerate(areas)
    ]
    for body in bodies:
        body.set_search_columns()
    PublicBody.objects.bulk_create(bodies, batch_size=500)


if __name__ == "__main__":
    main()
