"""Which command does what, and how trouble is told."""

import sys
from collections.abc import Callable, Sequence

from dev import lint, messages, run, services, test
from dev.environment import prepare
from dev.problem import Problem


def prepare_all() -> int:
    """Install everything that development needs."""
    prepare(tests=True)
    return 0


COMMANDS: dict[str, Callable[[], int]] = {
    "run": run.main,
    "test": test.main,
    "lint": lint.main,
    "fmt": lint.format_code,
    "messages": messages.main,
    "env": prepare_all,
    "services": services.start,
    "stop": services.stop,
}


def run_command(arguments: Sequence[str]) -> int:
    """Run the command that the arguments name; returns the exit status."""
    if len(arguments) != 1 or arguments[0] not in COMMANDS:
        print(f"Usage: python3 -m dev {'|'.join(COMMANDS)}", file=sys.stderr)
        return 2
    try:
        return COMMANDS[arguments[0]]()
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130
