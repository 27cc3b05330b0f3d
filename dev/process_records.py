"""Remember which processes we started, to find those that a killed session left behind.

A process id alone may belong to a stranger by now, so its moment of start is kept beside it.
"""

import json
import os
import signal
import subprocess
import time
from pathlib import Path


def start_mark(pid: int) -> str | None:
    """A text that differs between two processes that had the same id; None for a dead process."""
    proc = Path("/proc")
    if (proc / "self" / "stat").exists():
        try:
            fields = (proc / str(pid) / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            return None
        return None if fields[0] in "ZX" else fields[19]
    asked = ["ps", "-o", "lstart=", "-p", str(pid)]
    shown = subprocess.run(asked, check=False, capture_output=True, text=True)
    return shown.stdout.strip() or None


class ProcessRecords:
    """Names, ids and start marks of our processes in one small file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def note(self, name: str, pid: int) -> None:
        """Remember a process that was just started."""
        records = self._read()
        records[name] = (pid, start_mark(pid))
        self._write(records)

    def forget(self, name: str) -> None:
        """Drop a process that was stopped."""
        records = self._read()
        if records.pop(name, None) is not None:
            self._write(records)

    def alive(self) -> dict[str, int]:
        """Ids of the remembered processes that still run, by name."""
        return {
            name: pid
            for name, (pid, mark) in self._read().items()
            if mark is not None and start_mark(pid) == mark
        }

    def _read(self) -> dict[str, tuple[int, str | None]]:
        try:
            return {
                name: (pid, mark) for name, (pid, mark) in json.loads(self.path.read_text()).items()
            }
        except (OSError, ValueError):
            return {}

    def _write(self, records: dict[str, tuple[int, str | None]]) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self.path.with_suffix(".new")
        fresh.write_text(json.dumps(records))
        fresh.replace(self.path)


def stop_process(pid: int, gentle: signal.Signals, patience: float = 10.0) -> None:
    """Ask a process to stop; end its whole group when it does not in time."""
    mark = start_mark(pid)
    if mark is None:
        return
    try:
        os.kill(pid, gentle)
        deadline = time.monotonic() + patience
        while start_mark(pid) == mark:
            if time.monotonic() > deadline:
                os.killpg(pid, signal.SIGKILL)
                return
            time.sleep(0.05)
    except ProcessLookupError:
        return
