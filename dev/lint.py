"""`make lint`: every check, each named, all of them even when one fails."""

import os
import subprocess
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from dev.environment import prepare
from dev.lint_environment import NOWHERE, production
from dev.paths import ROOT, VENV_BIN, VENV_PYTHON
from dev.portal_environment import portal_environment
from dev.translations import compile_catalogs


@dataclass(frozen=True)
class Check:
    """A command that must succeed, and the variables that it needs beyond the usual ones."""

    name: str
    command: list[str]
    environ: dict[str, str] = field(default_factory=dict)


def checks() -> list[Check]:
    """What the code is held to."""
    return [
        Check("ruff check", tool("ruff", "check", "--output-format=concise", ".")),
        Check("ruff format", tool("ruff", "format", "--check", "--output-format=concise", ".")),
        Check("djlint", tool("djlint", "templates", "--lint", "--quiet")),
        Check("import-linter", tool("lint-imports")),
        Check("mypy", tool("mypy", *typed_folders())),
        Check("missing migrations", manage("makemigrations", "--check", "--dry-run")),
        Check("missing translations", [str(VENV_PYTHON), "-m", "dev.check_translations"]),
        Check("deployment", manage("check", "--deploy", "--fail-level=WARNING"), production()),
    ]


def main() -> int:
    """Run all checks, two at a time; returns 1 when any failed."""
    prepare(tests=True)
    compile_catalogs()
    environ = portal_environment(NOWHERE)
    with ThreadPoolExecutor(max_workers=2) as pool:
        failed = report(pool.map(lambda check: run_check(check, environ), checks()))
    print(f"Failed: {', '.join(failed)}." if failed else "All checks passed.")
    return 1 if failed else 0


def format_code() -> int:
    """Write Python code the way `make lint` wants it."""
    prepare(tests=True)
    for arguments in (("check", "--fix-only", "."), ("format", ".")):
        subprocess.run(tool("ruff", *arguments), cwd=ROOT, check=False)
    return 0


def run_check(check: Check, environ: dict[str, str]) -> tuple[Check, int, str]:
    """Run one check and keep its output."""
    done = subprocess.run(
        check.command,
        check=False,
        cwd=ROOT,
        env={**environ, **check.environ},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    return check, done.returncode, done.stdout


def report(results: Iterable[tuple[Check, int, str]]) -> list[str]:
    """Print a line for each check, and the output of those that failed; returns their names."""
    failed = []
    for check, status, output in results:
        print(f"{'ok    ' if status == 0 else 'FAILED'} {check.name}", flush=True)
        if status != 0:
            failed.append(check.name)
            print(output, flush=True)
    return failed


def tool(name: str, *arguments: str) -> list[str]:
    """A program of the virtual environment."""
    return [str(VENV_BIN / name), *arguments]


def manage(*arguments: str) -> list[str]:
    """A management command, deaf to warnings about the database that is not there."""
    return [str(VENV_PYTHON), "-W", "ignore::RuntimeWarning", "manage.py", *arguments]


def typed_folders(root: Path = ROOT) -> list[str]:
    """The portal's own code: every app of the root, the platform and these scripts."""
    apps = [os.path.relpath(path.parent, root) for path in sorted(root.glob("*/apps.py"))]
    return [*apps, "platform", "dev", "manage.py"]
