"""Run several programs until one of them ends, then stop them all and leave no orphan."""

import os
import signal
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dev.log_prefixes import LogPrinter
from dev.paths import ROOT
from dev.process_records import ProcessRecords

PATIENCE = 10.0


@dataclass(frozen=True)
class Child:
    """A program that runs, and the thread that copies its output."""

    name: str
    process: subprocess.Popen[str]
    reader: threading.Thread


@dataclass(frozen=True)
class Ended:
    """Which program ended by itself, and with which status."""

    name: str
    status: int


class Supervisor:
    """Starts programs in process groups of their own, so that Ctrl-C reaches only us."""

    def __init__(
        self,
        printer: LogPrinter,
        records: ProcessRecords,
        services: Mapping[str, subprocess.Popen[bytes]] | None = None,
    ) -> None:
        self.printer = printer
        self.records = records
        # Watched like the children, but stopped by whoever started them.
        self.services = services or {}
        self.children: list[Child] = []

    def start(self, name: str, command: Sequence[str], environ: Mapping[str, str]) -> None:
        """Start a program whose lines are shown under a name."""
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=dict(environ),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            start_new_session=True,
        )
        reader = threading.Thread(target=self._copy, args=(name, process), daemon=True)
        self.children.append(Child(name, process, reader))
        self.records.note(name, process.pid)
        reader.start()

    def first_ended(self) -> Ended | None:
        """A program or service that ended by itself, or None while all run."""
        for name, service in self.services.items():
            if service.poll() is not None:
                return Ended(name, service.returncode)
        for child in self.children:
            if child.process.poll() is not None:
                child.reader.join(timeout=2)
                return Ended(child.name, child.process.returncode)
        return None

    def wait_for_end(self) -> Ended:
        """Block until a program ends by itself."""
        while True:
            ended = self.first_ended()
            if ended:
                return ended
            time.sleep(0.1)

    def stop(self) -> None:
        """Ask all to stop, then end the groups of those that do not; a second Ctrl-C hurries."""
        try:
            self._signal_running(signal.SIGTERM)
            deadline = time.monotonic() + PATIENCE
            while self._running() and time.monotonic() < deadline:
                time.sleep(0.05)
        except KeyboardInterrupt:
            self.printer.plain("Stopping at once.")
        for child in self.children:
            # Also when the leader is gone: its own children may have stayed.
            signal_group(child.process.pid, signal.SIGKILL)
            child.process.wait()
            child.reader.join(timeout=2)
            self.records.forget(child.name)

    def _running(self) -> list[Child]:
        return [child for child in self.children if child.process.poll() is None]

    def _signal_running(self, number: signal.Signals) -> None:
        for child in self._running():
            # Leaders stop their own workers in order; the group is only for the end.
            child.process.send_signal(number)

    def _copy(self, name: str, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        for line in filter(str.strip, process.stdout):
            self.printer.line(name, line.rstrip("\n"))


def signal_group(leader: int, number: signal.Signals) -> None:
    """Signal a whole process group, if any of it is left."""
    try:
        os.killpg(leader, number)
    except (ProcessLookupError, PermissionError):
        return


def interrupt_on_terminate() -> None:
    """Let SIGTERM and a closed terminal end a command in the same clean way as Ctrl-C."""
    # SIGINT too: a shell that starts us in the background has it ignored.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _raise_interrupt)
    # nohup asks for the opposite.
    if signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:
        signal.signal(signal.SIGHUP, _raise_interrupt)


def _raise_interrupt(number: int, frame: object) -> None:
    raise KeyboardInterrupt
