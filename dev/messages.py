"""Collect the texts of code and templates into the catalogs: `make messages`.

The texts in the code are Polish, so the Polish catalog needs the plural forms only.
"""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from dev.environment import prepare
from dev.lint_environment import NOWHERE
from dev.paths import ROOT, VENV_PYTHON
from dev.portal_environment import portal_environment
from dev.problem import Problem

LANGUAGES = ("pl", "en", "de")
NOT_OURS = (".venv", "node_modules", "var", "staticfiles", "tests", "dev", "docs")
GETTEXT = ("xgettext", "msguniq", "msgmerge", "msgattrib")


def main() -> int:
    """Bring the catalogs of this checkout up to date."""
    prepare(tests=True)
    collect(ROOT, portal_environment(NOWHERE))
    return 0


def collect(root: Path, environ: Mapping[str, str]) -> None:
    """Write new texts of a source tree into its own catalogs."""
    require_gettext()
    (root / "locale").mkdir(exist_ok=True)
    done = subprocess.run(
        [VENV_PYTHON, "manage.py", *arguments()],
        check=False,
        cwd=root,
        # The copy's own settings must win, since they name the folder of the catalogs.
        env={**environ, "PYTHONPATH": f"{root}:{root / 'platform'}"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    if done.returncode != 0:
        words = (done.stderr.strip() or done.stdout.strip()).splitlines()
        raise Problem(f"The texts could not be collected: {words[-1]}")


def arguments() -> list[str]:
    """The management command that collects."""
    languages = [part for language in LANGUAGES for part in ("-l", language)]
    ignored = [part for name in NOT_OURS for part in ("-i", name)]
    return ["makemessages", *languages, *ignored, "--add-location=file", "--no-obsolete"]


def require_gettext() -> None:
    """Stop with a sentence when GNU gettext is missing."""
    missing = [tool for tool in GETTEXT if shutil.which(tool) is None]
    if missing:
        raise Problem(f"GNU gettext is needed ({missing[0]} is missing); install “gettext”.")
