"""`make run`: the whole portal with demo data in one terminal."""

import http.client
import os
import signal
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

from dev.environment import prepare
from dev.instance import Instance, sole_use
from dev.log_prefixes import LogPrinter
from dev.paths import ROOT, VENV_BIN, VENV_PYTHON
from dev.portal_environment import portal_environment
from dev.ports import LOOPBACK, parse_port, require_free
from dev.problem import Problem
from dev.supervisor import Supervisor, interrupt_on_terminate
from dev.translations import compile_catalogs

ANSWER_SECONDS = 60.0
WEB_THREADS = 4
# The web server's threads share connections, as in production: a new one costs each page 13 ms.
# Celery's children have one each.
DEFAULTS = {"web": {"DATABASE_POOL_SIZE": str(WEB_THREADS)}}


def main() -> int:
    """Prepare what is missing, start everything, and stop it all together."""
    interrupt_on_terminate()
    started = time.monotonic()
    port = parse_port(os.environ.get("PORT", "8000"))
    printer = LogPrinter()
    with sole_use("run"):
        instance = Instance("run", durable=True)
        instance.stop()
        require_free(port)
        prepare(tests=False)
        try:
            urls = instance.start(os.environ)
            environ = portal_environment(
                urls,
                BASE_URL=f"http://localhost:{port}",
                BEAT_SCHEDULE=str(instance.folder / "beat"),
                # A developer who works as root has decided so.
                PYTHONWARNINGS="ignore:You're running the worker with superuser",
            )
            accounts = fill_database(environ, printer)
            supervisor = Supervisor(printer, instance.records, instance.processes)
            return serve(port, environ, accounts, supervisor, started)
        finally:
            stop_services(instance)
            printer.plain("Everything is stopped; the data is kept.")


def fill_database(environ: dict[str, str], printer: LogPrinter) -> str:
    """Compile translations, migrate and seed; returns what the seed says about accounts."""
    compile_catalogs()
    show(manage(["migrate", "--no-input"], environ, printer), printer)
    # The seed ends with the accounts, which a person looks for at the very end of the start.
    progress, accounts = last_paragraph(manage(["seed_demo"], environ, printer))
    show(progress, printer)
    return accounts


def manage(arguments: list[str], environ: dict[str, str], printer: LogPrinter) -> str:
    """Run a management command and return what it wrote; show that when it fails."""
    printer.line("setup", f"manage.py {' '.join(arguments)}")
    command = [str(VENV_PYTHON), "manage.py", *arguments]
    done = subprocess.run(
        command,
        check=False,
        cwd=ROOT,
        env=environ,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode != 0:
        show(done.stdout, printer)
        raise Problem(f"manage.py {arguments[0]} failed; its output is above.")
    return done.stdout


def show(text: str, printer: LogPrinter) -> None:
    """Print lines of the preparation."""
    for line in filter(str.strip, text.splitlines()):
        printer.line("setup", line)


def last_paragraph(text: str) -> tuple[str, str]:
    """Split off what stands after the last empty line."""
    body, _, last = text.rstrip().rpartition("\n\n")
    return body, last


def serve(
    port: int, environ: dict[str, str], accounts: str, supervisor: Supervisor, started: float
) -> int:
    """Run web server, worker and beat until Ctrl-C or until one of them ends."""
    try:
        for name, command in programs(port).items():
            supervisor.start(name, command, environment_of(name, environ))
        wait_for_answer(port, supervisor)
        show_welcome(environ["BASE_URL"], accounts, supervisor.printer, started)
        ended = supervisor.wait_for_end()
    except KeyboardInterrupt:
        supervisor.printer.plain("\nStopping … (Ctrl-C again to stop at once)")
        return 0
    finally:
        supervisor.stop()
    raise Problem(
        f"“{ended.name}” ended by itself with status {ended.status}, so everything was stopped; "
        "the lines above say more."
    )


def programs(port: int) -> dict[str, list[str]]:
    """The three programs and their arguments."""
    celery = [str(VENV_BIN / "celery"), "--quiet", "-A", "portal"]
    quiet = ["--without-gossip", "--without-mingle"]
    return {
        "web": [
            str(VENV_BIN / "granian"),
            "--interface=wsgi",
            f"--host={LOOPBACK}",
            f"--port={port}",
            f"--blocking-threads={WEB_THREADS}",
            "--workers-kill-timeout=3",
            "--no-ws",
            "--reload",
            "--reload-ignore-worker-failure",
            *[f"--reload-paths={path}" for path in source_folders()],
            "--access-log",
            "portal.wsgi:application",
        ],
        "worker": [*celery, "worker", "--loglevel=warning", "--concurrency=2", *quiet],
        "beat": [*celery, "beat", "--loglevel=warning"],
    }


def environment_of(name: str, environ: Mapping[str, str]) -> dict[str, str]:
    """Variables of one of the programs: its own defaults under those of all."""
    return {**DEFAULTS.get(name, {}), **environ}


def source_folders(root: Path = ROOT) -> list[Path]:
    """Folders whose change makes the web server start anew: code, and templates it keeps."""
    apps = [path.parent for path in sorted(root.glob("*/apps.py"))]
    return [*apps, root / "platform", root / "templates"]


def wait_for_answer(port: int, supervisor: Supervisor) -> None:
    """Block until the web server answers its first request."""
    deadline = time.monotonic() + ANSWER_SECONDS
    while time.monotonic() < deadline:
        if supervisor.first_ended():
            return
        if answers(port):
            return
        time.sleep(0.1)
    raise Problem("The web server did not answer within a minute; its last lines are above.")


def answers(port: int) -> bool:
    """Whether a request for the home page gets any answer."""
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=10)
    try:
        connection.request("GET", "/")
        connection.getresponse().read()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
    return True


def show_welcome(address: str, accounts: str, printer: LogPrinter, started: float) -> None:
    """Say where the portal is and who may sign in."""
    took = time.monotonic() - started
    rule = "─" * 72
    parts = [rule, f"The portal is at {address} (ready in {took:.0f} s). Ctrl-C stops it."]
    printer.plain("\n".join([*parts, *(["", accounts] if accounts else []), rule]))


def stop_services(instance: Instance) -> None:
    """Stop PostgreSQL and Redis; impatience must not leave them running."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    instance.stop()
