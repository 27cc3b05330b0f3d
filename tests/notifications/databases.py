"""The test's database for programs that a test starts."""

from __future__ import annotations

from urllib.parse import quote

from django.db import connection


def database_url() -> str:
    """The address of the database that this test runs on."""
    place = connection.settings_dict
    user = place["USER"] + (f":{quote(place['PASSWORD'])}" if place["PASSWORD"] else "")
    return f"postgres://{user}@{place['HOST']}:{place['PORT']}/{place['NAME']}"
