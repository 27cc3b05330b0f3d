"""The server of browser tests, which lets browsers keep style sheets and scripts.

Without that every page of a story loads some thirty small files again through Python. The style
is one file, as in production. The server also has axe-core, which checks pages and is no part
of them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.db import connection
from django.http import HttpRequest, HttpResponse
from pytest_django.live_server_helper import LiveServer

from pages.static_storage import STYLESHEET, bundle

AXE = settings.BASE_DIR / "node_modules" / "axe-core" / "axe.min.js"
AXE_PATH = f"{settings.STATIC_URL}axe.min.js"
STYLE_PATH = f"{settings.STATIC_URL}{STYLESHEET}"
KEEP = "max-age=3600"  # longer than any run; files do not change under the tests


class KeptStaticFiles(StaticFilesHandler):
    """Static files from the source tree, read once and kept by whoever asked."""

    # Shared by all servers of a run.
    files: dict[str, tuple[bytes, str]] = {AXE_PATH: (AXE.read_bytes(), "text/javascript")}

    def get_response(self, request: HttpRequest) -> HttpResponse:
        """The file from memory, or found now; a missing one is answered as ever."""
        if request.path not in self.files:
            if request.path == STYLE_PATH:
                self.files[request.path] = (bundle(STYLESHEET, read_source).encode(), "text/css")
            else:
                found: Any = super().get_response(request)
                if found.status_code != 200:
                    return found  # type: ignore[no-any-return]
                self.files[request.path] = (b"".join(found), found.headers["Content-Type"])
        content, kind = self.files[request.path]
        return HttpResponse(content, content_type=kind, headers={"Cache-Control": KEEP})


def read_source(name: str) -> str:
    """The text of a static file, found by its name."""
    return Path(str(finders.find(name))).read_text(encoding="utf-8")


def serve() -> LiveServer:
    """Start a server of this kind on a free port."""
    server = LiveServer("localhost", start=False)
    server.thread.static_handler = KeptStaticFiles
    server.start()
    return server


def end_other_sessions() -> None:
    """Threads that served browsers just gone would keep the database from its end.

    So would a connection made before Playwright's loop began: Django keeps one for each context.
    """
    connection.close()  # it may be the one that the other context has ended
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
