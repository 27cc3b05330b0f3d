"""Programs end together and leave no orphan."""

import io
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dev import supervisor as supervisor_module
from dev.log_prefixes import LogPrinter
from dev.process_records import ProcessRecords, start_mark, stop_process
from dev.supervisor import Supervisor

WAIT = "import signal; print('ready', flush=True); signal.pause()"
# A program with a child of its own, which does not listen to SIGTERM.
STUBBORN = """
import os, signal
signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = os.fork()
if child:
    print(child, flush=True)
while True:
    signal.pause()
"""


def spawn(code: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, start_new_session=True
    )


@pytest.fixture
def output() -> io.StringIO:
    return io.StringIO()


@pytest.fixture
def supervisor(tmp_path: Path, output: io.StringIO) -> Supervisor:
    return Supervisor(LogPrinter(output), ProcessRecords(tmp_path / "processes.json"))


def is_gone(pid: int) -> bool:
    """Whether the process dies; on a busy machine what was killed takes a moment."""
    enough = time.monotonic() + 10
    while start_mark(pid) is not None and time.monotonic() < enough:
        time.sleep(0.01)
    return start_mark(pid) is None


def start(supervisor: Supervisor, name: str, code: str) -> None:
    supervisor.start(name, [sys.executable, "-c", code], os.environ)


def test_the_first_that_ends_is_named_and_its_last_words_are_shown(
    supervisor: Supervisor, output: io.StringIO
) -> None:
    start(supervisor, "web", WAIT)
    start(supervisor, "worker", "import sys; print('no broker'); sys.exit(3)")
    ended = supervisor.wait_for_end()
    supervisor.stop()
    assert (ended.name, ended.status) == ("worker", 3)
    assert "worker | no broker\n" in output.getvalue()
    assert supervisor.records.alive() == {}


def test_programs_that_do_not_listen_are_ended_with_their_children(
    supervisor: Supervisor, output: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supervisor_module, "PATIENCE", 0.2)
    start(supervisor, "web", STUBBORN)
    while "\n" not in output.getvalue():
        supervisor.children[0].reader.join(timeout=0.05)
    grandchild = int(output.getvalue().split("|")[1])
    supervisor.stop()
    assert supervisor.children[0].process.returncode == -signal.SIGKILL
    assert is_gone(grandchild)


def test_what_a_killed_session_left_is_found_again(tmp_path: Path) -> None:
    records = ProcessRecords(tmp_path / "folder" / "processes.json")
    process = spawn(WAIT)
    assert process.stdout is not None
    process.stdout.readline()
    records.note("web", process.pid)
    assert ProcessRecords(records.path).alive() == {"web": process.pid}

    stop_process(process.pid, signal.SIGTERM)
    assert process.wait() == -signal.SIGTERM
    assert records.alive() == {}
    records.forget("web")
    assert records.path.read_text() == "{}"


def test_a_stranger_with_the_same_id_is_left_alone(tmp_path: Path) -> None:
    records = ProcessRecords(tmp_path / "processes.json")
    records.path.write_text(f'{{"web": [{os.getpid()}, "another start"]}}')
    assert records.alive() == {}


def test_a_damaged_record_is_as_good_as_none(tmp_path: Path) -> None:
    records = ProcessRecords(tmp_path / "processes.json")
    records.path.write_text("{")
    assert records.alive() == {}
