"""Find PostgreSQL programs that can carry the portal.

Needed: version 15 or later, ICU (Polish order of words) and the contrib extensions.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

OLDEST = 15
EXTENSIONS = ("btree_gist", "citext", "pg_trgm", "unaccent")
PLACES = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/opt/homebrew/opt/postgresql@*/bin",
    "/usr/local/opt/postgresql@*/bin",
    "/Applications/Postgres.app/Contents/Versions/*/bin",
)


@dataclass(frozen=True)
class PostgresBinaries:
    """A folder with `initdb` and `postgres`, and their major version."""

    folder: Path
    major: int


def ignores_system_services() -> bool:
    """Whether the person asked for the packaged servers although the system has its own."""
    return os.environ.get("PORTAL_IGNORE_SYSTEM_SERVICES", "") not in ("", "0")


def system_binaries() -> list[PostgresBinaries]:
    """Every usable installation on this machine, newest first."""
    if ignores_system_services():
        return []
    return usable(_folders())


def usable(folders: Iterable[Path]) -> list[PostgresBinaries]:
    """Those of the folders whose PostgreSQL has all that we need, newest first."""
    found = {}
    for folder in folders:
        real = (folder / "postgres").resolve().parent
        if real in found or not ((real / "postgres").exists() and (real / "initdb").exists()):
            continue
        major = major_version(_output(real / "postgres", "--version"))
        if major >= OLDEST and has_icu(real, major) and has_extensions(real):
            found[real] = PostgresBinaries(real, major)
    return sorted(found.values(), key=lambda binaries: -binaries.major)


def major_version(text: str) -> int:
    """15 for “postgres (PostgreSQL) 15.18 (Debian …)”, 0 for anything that is not a version."""
    match = re.search(r"PostgreSQL\)? (\d+)", text)
    return int(match[1]) if match else 0


def has_icu(folder: Path, major: int) -> bool:
    """Whether the server was built with ICU (the default since version 16)."""
    options = _output(folder / "pg_config", "--configure")
    if major >= 16:
        return "--without-icu" not in options
    return "--with-icu" in options


def has_extensions(folder: Path) -> bool:
    """Whether the contrib extensions are installed beside the server."""
    share = _output(folder / "pg_config", "--sharedir").strip()
    if not share:
        return False
    return all((Path(share) / "extension" / f"{name}.control").exists() for name in EXTENSIONS)


def _folders() -> Iterator[Path]:
    on_path = shutil.which("postgres")
    if on_path:
        yield Path(on_path).parent
    configured = shutil.which("pg_config")
    if configured:
        yield Path(_output(Path(configured), "--bindir").strip() or "/nowhere")
    for pattern in PLACES:
        yield from Path("/").glob(pattern.lstrip("/"))


def _output(program: Path, *arguments: str) -> str:
    try:
        shown = subprocess.run(
            [program, *arguments], check=False, capture_output=True, text=True, timeout=20
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return shown.stdout
