"""Which Python the virtual environment is made of.

Distributions build theirs with profile-guided and link-time optimization; pyenv and most builds
of one's own do without and take a fifth to a half longer for the same work, of pages and tests.
"""

import os
import subprocess
import sys
from pathlib import Path

OF_THE_SYSTEM = Path("/usr/bin/python3")
MUCH_FASTER = 0.85  # of the other's time; less is chance
# What a portal does all day: strings, dictionaries, calls.
WORK = "d = {}\nfor n in range(1000): d[n % 97] = str(n) + '.'\nsorted(d.values(), key=len)"
# Whether environments can be made with it, its version, and the seconds of the work.
PROBE = f"""
import ensurepip, sys, timeit, venv
best = min(timeit.repeat({WORK!r}, number=20, repeat=15))
print(*sys.version_info[:2], best)
"""


def chosen_python(running: str = sys.executable, other: Path = OF_THE_SYSTEM) -> str:
    """The system's own Python when it has RUNNING's version and is much faster, else RUNNING.

    Whoever says ``make PYTHON=…`` gets that one. On a Mac the system's is a
    placeholder that offers an installation.
    """
    if "PYTHON" in os.environ or sys.platform != "linux":
        return running
    mine, others = _probed(running), _probed(str(other))
    if mine and others and mine[0] == others[0] and others[1] < MUCH_FASTER * mine[1]:
        return str(other)
    return running


def _probed(python: str) -> tuple[list[str], float] | None:
    """Version and seconds, or nothing where no environment can be made."""
    try:
        done = subprocess.run(
            [python, "-I", "-c", PROBE], check=False, capture_output=True, text=True
        )
    except OSError:
        return None
    if done.returncode != 0:
        return None
    *version, seconds = done.stdout.split()
    return version, float(seconds)
