"""`make test`: the whole suite with its own PostgreSQL and Redis."""

import os
import shlex
import subprocess
from pathlib import Path

from dev.environment import prepare
from dev.instance import Instance, sole_use
from dev.machine import find_chromium
from dev.paths import ROOT, VENV_PYTHON
from dev.portal_environment import portal_environment
from dev.problem import Problem
from dev.supervisor import interrupt_on_terminate
from dev.translations import compile_catalogs

JOURNEYS = ROOT / "tests" / "journeys"
HUGE_PAGES = Path("/sys/kernel/mm/transparent_hugepage/enabled")


def main() -> int:
    """Prepare what is missing, run pytest, and return its exit status."""
    interrupt_on_terminate()
    chromium = find_chromium(os.environ.get("CHROMIUM"))
    selection = [] if chromium else skip_journeys(in_ci=is_ci())
    prepare(tests=True)
    compile_catalogs()
    with sole_use("test"):
        instance = Instance("test", durable=False)
        instance.erase()
        try:
            environ = portal_environment(instance.start(os.environ))
            if chromium:
                environ["CHROMIUM"] = chromium
            # Some twenty processes of a run would each compile all our code again.
            environ.pop("PYTHONDONTWRITEBYTECODE", None)
            environ = in_huge_pages() | environ
            return run_pytest([*selection, *shlex.split(os.environ.get("ARGS", ""))], environ)
        finally:
            instance.erase()


def in_huge_pages(switch: Path = HUGE_PAGES) -> dict[str, str]:
    """Variables that make Python and the C library take memory in pages of two megabytes.

    Where the kernel gives such pages to whoever asks: in a virtual machine the processes of a run
    spend a fifth of their time on finding out where small pages lie. Python's own allocator does
    not ask.
    """
    if not switch.exists() or "[never]" in switch.read_text():
        return {}
    return {"PYTHONMALLOC": "malloc", "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1"}


def is_ci() -> bool:
    """Whether this is a run on a server, where nothing may be left out in silence."""
    return os.environ.get("CI", "").lower() in ("1", "true", "yes")


def skip_journeys(*, in_ci: bool, folder: Path = JOURNEYS) -> list[str]:
    """Arguments that leave the browser journeys out, after saying which; never in CI."""
    names = sorted(path.stem.removeprefix("test_") for path in folder.glob("test_*.py"))
    if in_ci:
        raise Problem("CI must play the browser journeys, and no Chromium was found.")
    print(
        f"No Chromium was found (CHROMIUM=…), skipped journeys: {', '.join(names) or 'none'}.",
        flush=True,
    )
    return ["-m", "not journey"]


def run_pytest(arguments: list[str], environ: dict[str, str]) -> int:
    """Run pytest on all cores; Ctrl-C reaches it too, and it sums up before it ends."""
    # Not one more: what a worker waits for (a browser, the database) runs on the same cores, and
    # each worker more makes all of them a tenth slower.
    workers = str(os.cpu_count() or 1)
    process = subprocess.Popen(
        [VENV_PYTHON, "-m", "pytest", "-n", workers, *arguments], cwd=ROOT, env=environ
    )
    try:
        return process.wait()
    except KeyboardInterrupt:
        process.terminate()
        process.wait(timeout=20)
        raise
