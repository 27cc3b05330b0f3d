"""An index of 500,000 documents for the benchmark, written by the database itself.

Run by `BENCH_MANY=1 make bench` with the portal's settings. Titles are put together of the demo's
names, of adjectives and of gminas, whose dictionary forms are looked up once; so words are as
common and as rare as in a real directory.
"""

import django

django.setup()

from django.db import connection  # noqa: E402 (Django must be set up first)

from dev.bench import places  # noqa: E402
from dev.bench.many_organizations import WORDS  # noqa: E402
from organizations.domain.demo_names import THEMES  # noqa: E402
from search import registry  # noqa: E402
from search.columns import search_columns_from  # noqa: E402
from search.domain.suggestions import collect_words  # noqa: E402
from search.models import SearchDocument  # noqa: E402

DOCUMENTS = 500_000
BATCH = 50_000
FIRST_ID = 1_000_000_000
_WRITE = """
    INSERT INTO search_searchdocument
        (kind, object_id, title, summary, owner, url, county_id, topics, happens_on,
         ended_on, found_since, search_names, search_texts, search_plain)
    SELECT k.kind, %(first)s + n,
        s.title || ' ' || a.title || ' ' || g.title || ' ' || n, s.summary, g.title,
        '/organizacje/?q=' || n, g.county, ARRAY[(1 + n %% 33)::text],
        current_date - (n * 7919 %% 5000)::int,
        CASE WHEN n %% 3 = 0 THEN current_date - (n %% 1000)::int END, now(),
        s.names || ' ' || a.names || ' ' || g.names || ' ' || n, s.texts,
        s.plain || ' ' || a.plain || ' ' || g.plain || ' ' || n
    FROM generate_series(%(start)s::bigint, %(end)s::bigint) AS n
    JOIN bench_stem s ON s.place = n * 31 %% %(stems)s
    JOIN bench_adjective a ON a.place = n * 17 %% %(adjectives)s
    JOIN bench_gmina g ON g.place = n * 13 %% %(gminas)s
    JOIN bench_kind k ON k.place = n %% %(kinds)s
"""
_PIECE = "(place bigint, title text, summary text, names text, texts text, plain text, county text)"


def main() -> None:
    """Create what is missing."""
    missing = DOCUMENTS - SearchDocument.objects.count()
    if missing <= 0:
        return
    with connection.cursor() as cursor:
        sizes = {
            "stems": _pieces(cursor, "stem", _stems()),
            "adjectives": _pieces(cursor, "adjective", [(name, "", "") for name in WORDS]),
            "gminas": _pieces(cursor, "gmina", _gminas()),
            "kinds": _kinds(cursor),
        }
        for start in range(1, missing + 1, BATCH):
            end = min(start + BATCH - 1, missing)
            cursor.execute(_WRITE, sizes | {"first": FIRST_ID, "start": start, "end": end})
    collect_words()


def _stems() -> list[tuple[str, str, str]]:
    return [
        (name, f"{theme.mission} {theme.story}", "")
        for theme in THEMES
        for _form, name in theme.names
    ]


def _gminas() -> list[tuple[str, str, str]]:
    return [(row.name, "", row.parent_id or "") for row in places.gminas()]


def _pieces(cursor, name: str, pieces: list[tuple[str, str, str]]) -> int:  # type: ignore[no-untyped-def]
    """A table of pieces of titles with the columns that search reads; how many there are."""
    cursor.execute(f"CREATE TEMP TABLE bench_{name} {_PIECE}")
    rows = []
    for place, (title, text, county) in enumerate(pieces):
        names, texts, plain = search_columns_from(names=[title], texts=[text])
        rows.append((place, title, text, names, texts, plain, county))
    cursor.executemany(f"INSERT INTO bench_{name} VALUES (%s, %s, %s, %s, %s, %s, %s)", rows)
    return len(rows)


def _kinds(cursor) -> int:  # type: ignore[no-untyped-def]
    """Kinds of things, organizations half of the time."""
    keys = [kind.key for kind in registry.kinds()]
    keys += ["organizacje"] * len(keys)
    cursor.execute("CREATE TEMP TABLE bench_kind (place bigint, kind text)")
    cursor.executemany("INSERT INTO bench_kind VALUES (%s, %s)", list(enumerate(keys)))
    return len(keys)


if __name__ == "__main__":
    main()
