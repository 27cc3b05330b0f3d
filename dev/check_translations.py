"""Report every text that has no translation: python -m dev.check_translations.

Runs inside the virtual environment, on a copy of the source tree, so that nothing here changes.
"""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from dev.lint_environment import NOWHERE
from dev.messages import LANGUAGES, NOT_OURS, collect
from dev.paths import ROOT
from dev.portal_environment import portal_environment
from dev.problem import Problem

SOURCE_LANGUAGE = "pl"
SHOWN = 40


def main() -> int:
    """Collect into a copy and list what is missing; returns 1 when anything is."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "portal"
        copy_sources(ROOT, copy)
        collect(copy, portal_environment(NOWHERE))
        missing = [line for language in LANGUAGES for line in untranslated(copy, language)]
    for line in missing[:SHOWN]:
        print(line)
    if missing:
        print(f"{len(missing)} translations are missing; `make messages` adds their texts.")
    return 1 if missing else 0


def copy_sources(root: Path, target: Path) -> None:
    """Copy what texts are collected from, with the catalogs."""
    left_out = shutil.ignore_patterns(*NOT_OURS, ".*", "__pycache__", "*.mo")
    shutil.copytree(root, target, ignore=left_out)


def untranslated(root: Path, language: str) -> Iterator[str]:
    """One line for each text of a language's catalogs that a reader would miss."""
    for path in sorted((root / "locale" / language).glob("LC_MESSAGES/*.po")):
        with path.open("rb") as source:
            catalog = read_po(source, locale=language)
        for message in missing_messages(catalog, language):
            place = message.locations[0][0] if message.locations else "?"
            text = message.id if isinstance(message.id, str) else message.id[0]
            yield f"{language}: {place}: {text[:90]!r}"


def missing_messages(catalog: Catalog, language: str) -> Iterator[Message]:
    """Texts without translation, or with one that only msgmerge guessed."""
    for message in catalog:
        if not message.id:
            continue
        if message.fuzzy or (needs_translation(message, language) and not is_complete(message)):
            yield message


def needs_translation(message: Message, language: str) -> bool:
    """The source language needs its plural forms only."""
    return language != SOURCE_LANGUAGE or message.pluralizable


def is_complete(message: Message) -> bool:
    """Whether all forms have a text."""
    forms = message.string if isinstance(message.string, (list, tuple)) else [message.string]
    return bool(forms) and all(forms)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Problem as problem:
        sys.exit(str(problem))
