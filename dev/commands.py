"""Which command does what, and how trouble is told."""

import errno
import sys
from collections.abc import Callable, Sequence

from dev import lint, messages, run, services, test
from dev.bench import main as bench
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
    "bench": bench.main,
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
    except OSError as error:
        print(sentence_for(error), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130


def sentence_for(error: OSError) -> str:
    """What a person can do about a failure of the file system."""
    if error.errno == errno.ENOSPC:
        return "The disk is full; free some space and try again."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return (
            f"{error.filename or 'A file'} cannot be changed by this account; "
            "was the portal started as another account before?"
        )
    return f"The system refused: {error}."
