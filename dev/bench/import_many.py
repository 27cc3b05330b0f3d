"""A register of 150,000 rows through the portal's own import: how long, and how much memory.

    set -a; . var/services.env; set +a
    ROWS=150000 .venv/bin/python -m dev.bench.import_many

Makes a database of its own beside the one of DATABASE_URL and drops it at the end. The same file
is brought in twice, then as the register stands a month later: every twentieth row changed.
"""

import os
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from dev.bench.register_numbers import invented_krs, invented_nip, invented_regon
from dev.bench.scratch import forget_peak, peak_mb, say, scratch_database, set_up_portal

ROWS = int(os.environ.get("ROWS", "150000"))
WRONG_EACH, CHANGED_EACH = 100, 20
FIRST_DAY = date(2001, 1, 1)
TITLES = (
    "Nazwa;KRS;NIP;REGON;Data wpisu;Ulica;Kod pocztowy;Miejscowość;Gmina;E-mail;Telefon;Strona www"
)
FILE_LIMIT = 300 * 1024 * 1024


def main() -> None:
    """Measure in a scratch database, with files in a scratch folder."""
    with scratch_database() as url, TemporaryDirectory() as folder:
        os.environ["MEDIA_ROOT"] = folder
        set_up_portal(url)
        from celery import current_app

        # Work is done here and now; no worker of the developer shall hear of it.
        current_app.conf.broker_url = "memory://"
        register, later = Path(folder, "register.csv"), Path(folder, "later.csv")
        write_register(register, changed=False)
        write_register(later, changed=True)
        size = register.stat().st_size / 1e6
        sys.stdout.write(f"{ROWS:,} rows, {size:.0f} MB; {peak_mb():.0f} MB before\n")
        for name, path in (("new", register), ("again", register), ("a month later", later)):
            bring_in(name, path)


def bring_in(name: str, path: Path) -> None:
    """Upload, check and import as the pages and the worker do."""
    from organizations.domain import importing

    run = upload(path)
    importing.map_columns(run, run.source.mapping)
    work(f"{name}: check", run)
    importing.agree(run)
    work(f"{name}: import", run)


def work(what: str, run: Any) -> None:
    """What the worker does with a run, with its time, memory and counts."""
    from organizations.tasks import work_on_import

    forget_peak()
    seconds = say(what, lambda: work_on_import(run.pk))
    run.refresh_from_db()
    kinds = ("new", "changed", "same", "wrong", "suggested")
    counts = ", ".join(f"{getattr(run, f'{kind}_count'):,} {kind}" for kind in kinds)
    rate = run.rows_done / seconds
    sys.stdout.write(
        f"    {run.stage}{run.failure}: {counts}; {rate:,.0f} rows a second; "
        f"peak {peak_mb():.0f} MB\n"
    )


def upload(path: Path) -> Any:
    """A run with the file, as the upload page makes it."""
    from django.core.files import File

    from accounts.models import User
    from documents.uploads import check_upload
    from organizations.domain import importing
    from organizations.models import ImportSource

    user, _created = User.objects.get_or_create(email="import@example.org")
    source, _created = ImportSource.objects.get_or_create(name="Rejestr do pomiaru")
    with path.open("rb") as stream:
        return importing.upload_register(
            source=source,
            upload=check_upload(File(stream, name=path.name), {"csv"}, FILE_LIMIT),
            checked_on=date(2026, 1, 1),
            user=user,
        )


def write_register(path: Path, *, changed: bool) -> None:
    """The file as an office would export it."""
    with path.open("w", encoding="utf-8") as file:
        file.write(f"{TITLES}\n")
        file.writelines(lines(changed=changed))


def lines(*, changed: bool) -> Iterator[str]:
    """Rows of the register; every hundredth has a mistake."""
    from organizations.domain.demo_names import THEMES
    from territory.models import Area

    gminas = list(Area.objects.gminas())
    for number in range(ROWS):
        random = Random(number)
        _form, stem = random.choice(random.choice(THEMES).names)
        gmina = gminas[number % len(gminas)]
        new = " (nowa siedziba)" if changed and number % CHANGED_EACH == 1 else ""
        day = FIRST_DAY + timedelta(days=random.randrange(9000))
        nip = invented_nip(number) if number % WRONG_EACH else "1111111112"
        yield (
            ";".join(
                [
                    f"{stem} {gmina.name} {number}",
                    invented_krs(number),
                    nip,
                    invented_regon(number),
                    f"{day:%d.%m.%Y}",
                    f"ul. Polna {number % 90 + 1}{new}",
                    f"45-{number % 1000:03d}",
                    gmina.seat or gmina.name,
                    gmina.pk,
                    f"biuro{number}@example.org",
                    f"77 {number % 1000:03d} {number % 90 + 10} {number % 80 + 10}",
                    f"https://organizacja{number}.example.org/",
                ]
            )
            + "\n"
        )


if __name__ == "__main__":
    main()
