"""The variables with which the portal's own programs run on a developer's machine."""

import os
import secrets
from collections.abc import Mapping
from pathlib import Path

from dev.paths import VAR
from dev.postgres_server import write_private


def portal_environment(urls: Mapping[str, str], **defaults: str) -> dict[str, str]:
    """The person's own variables, the services' addresses, and defaults for what is not set."""
    wanted = {
        "DJANGO_SETTINGS_MODULE": "portal.settings",
        "DEBUG": "1",
        "EMAIL_URL": "console://",
        "PYTHONUNBUFFERED": "1",
        **defaults,
    }
    environ = {**wanted, **os.environ, **urls}
    if not environ.get("SECRET_KEY"):
        environ["SECRET_KEY"] = kept_secret(VAR / "secret_key")
    return environ


def kept_secret(path: Path) -> str:
    """A random key that stays the same, so that a restart signs nobody out."""
    try:
        return path.read_text()
    except OSError:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_private(path, secrets.token_urlsafe(50))
        return path.read_text()
