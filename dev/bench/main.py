"""The benchmark itself: one server, the same flags, pages in turn, ratios at the end."""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

from dev.bench.load import Figures, ask, validators
from dev.environment import prepare
from dev.instance import Instance, sole_use
from dev.paths import ROOT, VAR, VENV_BIN, VENV_PYTHON
from dev.portal_environment import portal_environment
from dev.ports import LOOPBACK, free_port
from dev.problem import Problem
from dev.translations import compile_catalogs

WORKERS, THREADS, CLIENTS, MANY_CLIENTS = 2, 4, 8, 32
SECONDS = float(os.environ.get("BENCH_SECONDS", "5"))
LARGE = "/konsultacje/wielki-projekt/"
CONFERENCE = "/wydarzenia/wielka-konferencja/"
YARDSTICK = "/bench/row/"
PAGES = [
    ("empty view", "/bench/empty/"),
    ("one-row query", YARDSTICK),
    ("home", "/"),
    ("consultations", "/konsultacje/"),
    ("reader, demo draft", "DEMO"),
    ("reader, 300 units, 10,000 remarks", LARGE),
    ("one unit with remarks", f"{LARGE}jednostka/par_7/"),
    ("remarks, page 1", f"{LARGE}uwagi/"),
    ("remarks, page 400", f"{LARGE}uwagi/?page=400"),
    ("programme, 320 sessions, list", f"{CONFERENCE}program/"),
    ("programme, 320 sessions, grid", f"{CONFERENCE}program/?widok=siatka"),
    ("programme, 320 sessions, JSON", f"{CONFERENCE}program.json"),
    ("directory", "/organizacje/"),
    ("directory, search", "/organizacje/?q=stowarzysze%C5%84"),
]
# With BENCH_MANY=1 also 150,000 organizations, 50,000 initiatives, 500,000 documents of the search
# and the index of 2,500 bodies over 10 years; filling takes many minutes. BENCH_MANY=search is for
# the search alone.
MANY = os.environ.get("BENCH_MANY", "")
SEARCH_PAGES = [
    ("search, two words", "/szukaj/?q=fundacja+nysa"),
    ("search, inflected", "/szukaj/?q=stowarzysze%C5%84+wolontariuszy"),
    ("search, one rare word", "/szukaj/?q=jad%C5%82odzielnia"),
    ("search, a number", "/szukaj/?q=123456"),
    ("search, narrowed", "/szukaj/?q=fundacja&powiat=1607&rodzaj=organizacje"),
    ("search, newest first", "/szukaj/?q=fundacja+nysa&kolejnosc=najnowsze"),
    ("search, page 20", "/szukaj/?q=fundacja+nysa&page=20"),
    ("search, a common word", "/szukaj/?q=stowarzyszenie"),
    ("search, a typing error", "/szukaj/?q=fundcaja+nysa"),
    ("search, nothing there", "/szukaj/?q=hulajnoga"),
]
MANY_PAGES = [
    ("150,000 organizations, filtered", "/organizacje/?powiat=1607&sfera=14"),
    ("150,000 organizations, search", "/organizacje/?q=fundacja+nysa"),
    (
        "150,000 organizations, three filters",
        "/organizacje/?forma=foundation&odbiorcy=youth&opp=tak",
    ),
    ("150,000 organizations, page 400", "/organizacje/?page=400"),
    ("50,000 initiatives, map of all", "/organizacje/inicjatywy/punkty.json?skala=8"),
    (
        "50,000 initiatives, map of a town",
        "/organizacje/inicjatywy/punkty.json?skala=14&obszar=17.3,50.4,17.4,50.5",
    ),
    ("index, region", "/indeks/?rok=2020"),
    ("index, a body, 10 years", "/indeks/urzad/urzad-gminy-pomiar-7/"),
    ("index, results beside 2,499 peers", "INDEX"),
]
SEARCH_FILLERS = [["-m", "dev.bench.many_documents"]]
MANY_FILLERS = [
    ["-m", "dev.bench.many_indexes"],
    ["-m", "dev.bench.many_organizations"],
    ["-m", "dev.bench.many_initiatives"],
]


def main() -> int:
    """Measure everything and print one table."""
    prepare(tests=False)
    compile_catalogs()
    with sole_use("bench"):
        instance = Instance("bench", durable=False)
        instance.erase()
        try:
            environ = _environment(instance)
            _fill(environ)
            with _server(environ) as port:
                known = {"DEMO": _demo_address(environ)}
                if MANY == "1":
                    known["INDEX"] = _index_address(environ)
                _print_table(port, known)
        finally:
            instance.erase()
    return 0


def _environment(instance: Instance) -> dict[str, str]:
    static = VAR / "bench" / "static"
    return portal_environment(
        instance.start(os.environ),
        DATABASE_POOL_SIZE=str(THREADS),
        STATIC_ROOT=str(static),
        MEDIA_ROOT=str(VAR / "bench" / "media"),
        LOG_LEVEL="ERROR",
        PYTHONPATH=str(ROOT),
        DJANGO_SETTINGS_MODULE="portal.settings",
    ) | {"DEBUG": "0"}


def _fill(environ: dict[str, str]) -> None:
    for arguments in (
        ["manage.py", "collectstatic", "--no-input", "-v", "0"],
        ["manage.py", "migrate", "--no-input", "-v", "0"],
        ["manage.py", "seed_demo"],
        ["-m", "dev.bench.large_data"],
        ["-m", "dev.bench.large_schedule"],
        *(MANY_FILLERS if MANY == "1" else []),
        *(SEARCH_FILLERS if MANY else []),
        ["manage.py", "shell", "-v", "0", "-c", _ANALYZE],
    ):
        done = subprocess.run(
            [str(VENV_PYTHON), *arguments],
            cwd=ROOT,
            env=environ,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise Problem(f"{' '.join(arguments[:2])} failed: {done.stderr.strip()[-600:]}")


_ANALYZE = "from django.db import connection; connection.cursor().execute('ANALYZE')"


def _demo_address(environ: dict[str, str]) -> str:
    """The address of the demo consultation that is open."""
    return _told_by_the_portal(
        environ,
        "from consultations.models import Consultation;"
        "print(Consultation.objects.filter(stage='open').exclude(slug='wielki-projekt')"
        ".first().get_absolute_url())",
    )


def _index_address(environ: dict[str, str]) -> str:
    """The address of the results of a body that has thousands to be compared with."""
    return _told_by_the_portal(
        environ,
        "from quality_index.models import Assessment;"
        "print(Assessment.objects.get(year=2024, body__slug='urzad-gminy-pomiar-7')"
        ".get_absolute_url() + 'wyniki/')",
    )


def _told_by_the_portal(environ: dict[str, str], code: str) -> str:
    done = subprocess.run(
        [str(VENV_PYTHON), "manage.py", "shell", "-v", "0", "-c", code],
        cwd=ROOT,
        env=environ,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip().splitlines()[-1]


@contextmanager
def _server(environ: dict[str, str]) -> Iterator[int]:
    port = free_port()
    command = [
        str(VENV_BIN / "granian"),
        "--interface=wsgi",
        f"--host={LOOPBACK}",
        f"--port={port}",
        f"--workers={WORKERS}",
        f"--blocking-threads={THREADS}",
        "--no-access-log",
        "--log-level=error",
        "dev.bench.wsgi:application",
    ]
    process = subprocess.Popen(command, cwd=ROOT, env=environ)
    try:
        _wait_until_it_answers(port)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait_until_it_answers(port: int) -> None:
    for _ in range(300):
        if ask(port, "/bench/empty/", clients=1, seconds=0.05).times:
            return
        time.sleep(0.2)
    raise Problem("The server of the benchmark did not answer.")


def _print_table(port: int, known: dict[str, str]) -> None:
    asked = PAGES[:2] if MANY == "search" else [*PAGES, *(MANY_PAGES if MANY == "1" else [])]
    asked = [*asked, *(SEARCH_PAGES if MANY else [])]
    pages = [(name, known.get(path, path)) for name, path in asked]
    for _name, path in pages:
        ask(port, path, clients=2, seconds=0.5)
    row = ask(port, YARDSTICK, clients=CLIENTS, seconds=SECONDS).rate
    print(f"{WORKERS} workers x {THREADS} threads, {CLIENTS} clients, {SECONDS:g} s a page")
    print(f"{'page':<36}{'per s':>9}{'of row':>8}{'p95 ms':>9}{'errors':>8}{'repeat':>8}")
    for name, path in pages:
        fresh = ask(port, path, clients=CLIENTS, seconds=SECONDS)
        print(_line(name, fresh, row, _repeat(port, path)))
    if MANY == "search":
        return
    many = ask(port, LARGE, clients=MANY_CLIENTS, seconds=SECONDS)
    print(_line(f"large reader, {MANY_CLIENTS} clients", many, row, None))


def _repeat(port: int, path: str) -> Figures | None:
    """The same page asked for by a reader who has it already."""
    headers = validators(port, path)
    if not headers:
        return None
    return ask(port, path, clients=CLIENTS, seconds=SECONDS, headers=headers)


def _line(name: str, figures: Figures, row: float, repeat: Figures | None) -> str:
    again = f"{repeat.rate / row:>8.2f}" if repeat else f"{'–':>8}"
    return (
        f"{name:<36}{figures.rate:>9.0f}{figures.rate / row:>8.2f}"
        f"{figures.percentile(95):>9.0f}{figures.errors:>8}{again}"
    )
