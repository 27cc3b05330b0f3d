"""Variables for checks that import the settings and connect to nothing."""

import secrets

NOWHERE = {
    "DATABASE_URL": "postgres://nobody@127.0.0.1:1/nothing",
    "REDIS_URL": "redis://127.0.0.1:1/0",
}


def production() -> dict[str, str]:
    """A deployment as `manage.py check --deploy` should find it."""
    return {
        "DEBUG": "0",
        "SECRET_KEY": secrets.token_urlsafe(60),
        "BASE_URL": "https://portal.example",
        "ALLOWED_HOSTS": "portal.example",
        "EMAIL_URL": "smtp://mail.example:25",
    }
