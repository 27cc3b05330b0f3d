"""PostgreSQL and Redis in the background, for people who run single tests again and again."""

import os
import shlex
from collections.abc import Mapping

from dev.environment import one_at_a_time, prepare
from dev.instance import POSTGRES, REDIS, Instance
from dev.paths import VAR
from dev.portal_environment import portal_environment
from dev.postgres_server import write_private

EXPORTS = VAR / "services.env"
EXPORTED = ("DATABASE_URL", "REDIS_URL", "SECRET_KEY", "DEBUG", "EMAIL_URL")


def start() -> int:
    """Start the pair unless it runs, and print the exports for the shell."""
    prepare(tests=True)
    instance = Instance("services", durable=False)
    with one_at_a_time("services"):
        if not (EXPORTS.exists() and {POSTGRES, REDIS} <= instance.records.alive().keys()):
            environ = portal_environment(instance.start({}))
            write_private(EXPORTS, exports({name: environ[name] for name in EXPORTED}))
    print(EXPORTS.read_text(), end="")
    print(f"# also in {os.path.relpath(EXPORTS)}; stop both with: make stop")
    return 0


def stop() -> int:
    """Stop the pair and throw its data away."""
    with one_at_a_time("services"):
        Instance("services", durable=False).erase()
        EXPORTS.unlink(missing_ok=True)
    print("PostgreSQL and Redis are stopped.")
    return 0


def exports(variables: Mapping[str, str]) -> str:
    """Lines that a shell reads with `source`."""
    return "".join(f"export {name}={shlex.quote(value)}\n" for name, value in variables.items())
