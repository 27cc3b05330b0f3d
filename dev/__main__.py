"""The commands behind the Makefile: python3 -m dev run|test|services|stop|env."""

import os
import shutil
import sys

NEWER = ("python3.14", "python3.13", "python3.12", "python3.11")


def main():  # type: ignore[no-untyped-def]  # no syntax here that an old Python cannot read
    """Run one command; a Problem becomes one sentence and exit status 1."""
    if sys.version_info < (3, 11):
        use_newer_python()
    from dev.commands import run_command

    return run_command(sys.argv[1:])


def use_newer_python():  # type: ignore[no-untyped-def]
    """Start again with a Python that is new enough, or say that none is here."""
    for name in NEWER:
        found = shutil.which(name)
        if found:
            os.execv(found, [found, "-m", "dev", *sys.argv[1:]])
    shown = "%d.%d" % sys.version_info[:2]  # noqa: UP031 - must run on any Python 3
    sys.exit("Python 3.11 or later is needed, and this is Python " + shown + ".")


if __name__ == "__main__":
    sys.exit(main())
