"""One PostgreSQL server of our own: made, started and stopped without any client program."""

import locale
import os
import secrets
import shutil
import signal
import subprocess
import time
from pathlib import Path
from urllib.parse import quote

from dev.ports import LOOPBACK, free_port
from dev.postgres_binaries import PostgresBinaries
from dev.problem import Problem
from dev.process_records import start_mark
from dev.service_home import service_account, spawn_as

ROLE = DATABASE = "portal"
CTYPES = ("C.UTF-8", "pl_PL.UTF-8", "en_US.UTF-8", "UTF-8")
START_TRIES = 6
START_SECONDS = 90.0
# Loses data when the machine crashes, which is fine for data that lives as long as a test run.
FORGETFUL = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class PostgresServer:
    """A data folder, and the server on it that listens on the loopback address only."""

    def __init__(self, folder: Path, binaries: PostgresBinaries, *, durable: bool) -> None:
        self.folder = folder
        self.data = folder / "postgres"
        self.log = folder / "postgres.log"
        self.binaries = binaries
        self.durable = durable
        self.account = service_account()
        self.port = 0

    @property
    def url(self) -> str:
        """The address for DATABASE_URL."""
        password = quote((self.folder / "postgres.password").read_text())
        return f"postgres://{ROLE}:{password}@{LOOPBACK}:{self.port}/{DATABASE}"

    def start(self) -> subprocess.Popen[bytes]:
        """Make the data folder on the first start, then run the server until it answers."""
        if not (self.data / "PG_VERSION").exists():
            self._make_data()
        for _ in range(START_TRIES):
            self.port = free_port(self._last_port())
            process = self._spawn()
            if self._becomes_ready(process):
                (self.folder / "postgres.port").write_text(str(self.port))
                return process
            # After a kill -9 the last backends need a moment to let go of the shared memory.
            time.sleep(0.5)
        raise Problem(f"PostgreSQL did not start; {self.log} says why: {self._last_words()}")

    def _last_port(self) -> int | None:
        try:
            return int((self.folder / "postgres.port").read_text())
        except (OSError, ValueError):
            return None

    def _spawn(self) -> subprocess.Popen[bytes]:
        settings = {
            "listen_addresses": LOOPBACK,
            "port": str(self.port),
            "unix_socket_directories": "",
            "max_connections": "300",
            "log_timezone": "Europe/Warsaw",
            **({} if self.durable else FORGETFUL),
        }
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        with self.log.open("wb") as log:
            return subprocess.Popen(
                [self.binaries.folder / "postgres", "-D", self.data, *options],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                cwd="/",
                env=_plain_environment(),
                start_new_session=True,
                **spawn_as(self.account),  # type: ignore[call-overload]
            )

    def _becomes_ready(self, process: subprocess.Popen[bytes]) -> bool:
        deadline = time.monotonic() + START_SECONDS
        while process.poll() is None and time.monotonic() < deadline:
            if self._is_ready(process.pid):
                return True
            time.sleep(0.05)
        if process.poll() is None:
            process.send_signal(signal.SIGQUIT)
            process.wait()
        return False

    def _is_ready(self, pid: int) -> bool:
        # The server writes its id into the first line and its state into the eighth.
        lines = read_lines(self.data / "postmaster.pid")
        return len(lines) >= 8 and lines[0] == str(pid) and lines[7].strip() == "ready"

    def _last_words(self) -> str:
        lines = [line for line in read_lines(self.log) if line.strip()]
        return lines[-1] if lines else "(nothing)"

    def _make_data(self) -> None:
        """Build the cluster beside its place, so that an interrupted attempt leaves none behind."""
        fresh = self.folder / "postgres.new"
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(mode=0o700)
        if self.account:
            os.chown(fresh, self.account.pw_uid, self.account.pw_gid)
        self._run_initdb(fresh)
        password = secrets.token_urlsafe(18)
        self._run_single_user(fresh, password)
        (fresh / "pg_hba.conf").write_text(f"host all all {LOOPBACK}/32 scram-sha-256\n")
        write_private(self.folder / "postgres.password", password)
        shutil.rmtree(self.data, ignore_errors=True)
        fresh.rename(self.data)

    def _run_initdb(self, data: Path) -> None:
        self._run(
            [
                self.binaries.folder / "initdb",
                f"--pgdata={data}",
                f"--username={ROLE}",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale-provider=icu",
                "--icu-locale=pl",
                "--locale=C",
                # Full-text search and trigrams ask the C library what a letter is.
                f"--lc-ctype={utf8_ctype()}",
                *([] if self.durable else ["--no-sync"]),
            ]
        )

    def _run_single_user(self, data: Path, password: str) -> None:
        statements = f"ALTER ROLE {ROLE} PASSWORD '{password}';\nCREATE DATABASE {DATABASE};\n"
        program = self.binaries.folder / "postgres"
        self._run([program, "--single", "-D", data, "postgres"], statements)

    def _run(self, command: list[Path | str], text: str | None = None) -> None:
        try:
            done = subprocess.run(
                command,
                check=False,
                input=text or "",
                capture_output=True,
                text=True,
                cwd="/",
                env=_plain_environment(),
                **spawn_as(self.account),  # type: ignore[call-overload]
            )
        except PermissionError as error:
            raise Problem(f"PostgreSQL's programs cannot be run: {error}.") from error
        if done.returncode != 0 or "ERROR:" in done.stderr:
            words = (done.stderr.strip() or done.stdout.strip() or "no reason given").splitlines()
            raise Problem(f"PostgreSQL's data folder could not be made: {words[-1].strip()}")


def utf8_ctype() -> str:
    """The first locale of this machine that knows letters outside ASCII."""
    before = locale.setlocale(locale.LC_CTYPE)
    try:
        for name in CTYPES:
            try:
                locale.setlocale(locale.LC_CTYPE, name)
            except locale.Error:
                continue
            return name
    finally:
        locale.setlocale(locale.LC_CTYPE, before)
    raise Problem("This machine has no UTF-8 locale; install one, for example pl_PL.UTF-8.")


def running_postmaster(data: Path) -> int | None:
    """The id of the server that holds a data folder, whoever started it."""
    lines = read_lines(data / "postmaster.pid")
    if not lines or not lines[0].isdigit() or len(lines) < 2 or lines[1] != str(data):
        return None
    pid = int(lines[0])
    return pid if start_mark(pid) and _is_postgres(pid) else None


def read_lines(path: Path) -> list[str]:
    """Lines of a text file, none when it is not there."""
    try:
        return path.read_text(errors="replace").splitlines()
    except OSError:
        return []


def write_private(path: Path, text: str) -> None:
    """Write a file that only we can read."""
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as target:
        target.write(text)


def _is_postgres(pid: int) -> bool:
    shown = Path(f"/proc/{pid}/cmdline")
    if shown.exists():
        return b"postgres" in shown.read_bytes()
    asked = ["ps", "-o", "command=", "-p", str(pid)]
    done = subprocess.run(asked, check=False, capture_output=True, text=True)
    return "postgres" in done.stdout


def _plain_environment() -> dict[str, str]:
    # PG* variables and a broken LC_ALL of the person's shell must not steer our own server.
    kept = {name: os.environ[name] for name in ("PATH", "TZDIR", "TMPDIR") if name in os.environ}
    return {**kept, "LC_ALL": "C"}
