"""A quicker `Client.force_login`: thousands of tests sign in, few are about it.

Django's makes an empty session, makes it anew under another key and fills it; here the full one
is written once. How people sign in has tests and stories of its own.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.cached_db import SessionStore
from django.test import Client

_through_all_steps = Client.force_login


def use_quick_sign_in() -> None:
    """Let all clients of this process sign in so."""
    Client.force_login = _at_once  # type: ignore[method-assign]


def _at_once(client: Client, user: Any, backend: str | None = None) -> None:
    if settings.SESSION_COOKIE_NAME in client.cookies:  # what the session holds goes on
        return _through_all_steps(client, user, backend)
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = backend or settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    return None
