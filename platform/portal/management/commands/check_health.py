"""Health of one process, for containers: exit status 0 or 1."""

from __future__ import annotations

import socket
import time
import urllib.request
from pathlib import Path
from typing import Any

from celery import current_app
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

# Beat writes its schedule file at least this often; its tasks run twice a minute.
BEAT_SILENT_SECONDS = 300


class Command(BaseCommand):
    """``check_health web|worker|beat``."""

    help = "Checks that one process of the portal is alive."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("process", choices=["web", "worker", "beat"])
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *args: Any, **options: Any) -> None:
        check = {"web": self._web, "worker": self._worker, "beat": self._beat}[options["process"]]
        problem = check(options)
        if problem:
            raise CommandError(problem)
        self.stdout.write("ok")

    def _web(self, options: dict[str, Any]) -> str:
        # Only ever this machine's own server, by plain http.
        url = f"http://127.0.0.1:{options['port']}/zdrowie/"
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                return "" if answer.status == 200 else f"status {answer.status}"
        except OSError as error:
            return str(error)

    def _worker(self, options: dict[str, Any]) -> str:
        # Celery's own default name: each container is asked about its own worker only.
        name = f"celery@{socket.gethostname()}"
        return "" if current_app.control.ping([name], timeout=3) else f"{name} does not answer"

    def _beat(self, options: dict[str, Any]) -> str:
        files = Path(settings.CELERY_BEAT_SCHEDULE_FILENAME)
        written = [path.stat().st_mtime for path in files.parent.glob(f"{files.name}*")]
        if not written or time.time() - max(written) > BEAT_SILENT_SECONDS:
            return "beat has not written its schedule lately"
        return ""
