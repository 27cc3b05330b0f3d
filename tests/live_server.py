"""The server of browser tests, which lets browsers keep style sheets and scripts.

Without that every page of a story loads about ninety small files again through Python.
"""

from __future__ import annotations

from typing import Any

from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.db import connection
from django.http import HttpRequest, HttpResponse
from pytest_django.live_server_helper import LiveServer

KEEP = "max-age=3600"  # longer than any run; files do not change under the tests


class KeptStaticFiles(StaticFilesHandler):
    """Static files from the source tree, read once and kept by whoever asked."""

    files: dict[str, tuple[bytes, str]] = {}  # shared by all servers of a run

    def get_response(self, request: HttpRequest) -> HttpResponse:
        """The file from memory, or found now; a missing one is answered as ever."""
        if request.path not in self.files:
            found: Any = super().get_response(request)
            if found.status_code != 200:
                return found  # type: ignore[no-any-return]
            self.files[request.path] = (b"".join(found), found.headers["Content-Type"])
        content, kind = self.files[request.path]
        return HttpResponse(content, content_type=kind, headers={"Cache-Control": KEEP})


def serve() -> LiveServer:
    """Start a server of this kind on a free port."""
    server = LiveServer("localhost", start=False)
    server.thread.static_handler = KeptStaticFiles
    server.start()
    return server


def stop(server: LiveServer) -> None:
    """Stop the server; sessions of browsers just gone would keep the database from its end."""
    server.stop()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
