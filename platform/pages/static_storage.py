"""How static files go out in production: hashed, compressed, the style as one file.

The style is written as one file per component (``css/main.css`` imports them). Over HTTP that
would be some sixty requests before the first paint, so collectstatic hashes ``main.css`` with
its imports put in their places. Nothing is generated in the sources, and ``make run`` serves
the files as they are written.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

STYLESHEET = "css/main.css"
_IMPORT = re.compile(r'@import url\("(?P<url>[^"]+)"\) layer\((?P<layer>[\w-]+)\);')
OWN_MODULES = (
    "js/*.js",
    (
        (
            r'(?P<matched>import (?P<names>\{[^}]+\}) from "(?P<url>\./[^"]+)";)',
            'import %(names)s from "%(url)s";',
        ),
    ),
)
_URL = re.compile(r'url\("(?P<url>\.[^"]+)"\)')


class _BundledSource:
    """Stands for the storage of one file whose text is already at hand."""

    def __init__(self, text: str) -> None:
        self.text = text

    def open(self, path: str) -> ContentFile[bytes]:
        """The text as a file."""
        return ContentFile(self.text.encode())


class PortalStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Manifest storage that also follows imports of ES modules and bundles the style."""

    # Django's own support for modules would also rewrite libraries' files, some of which
    # import what they do not bring along.
    patterns = (*CompressedManifestStaticFilesStorage.patterns, OWN_MODULES)

    def post_process(
        self, paths: dict[str, Any], dry_run: bool = False, **options: Any
    ) -> Iterator[Any]:
        """Give the manifest the bundled style in place of its list of imports."""
        if STYLESHEET in paths and not dry_run:
            bundled = bundle(STYLESHEET, lambda name: _read(paths, name))
            paths = {**paths, STYLESHEET: (_BundledSource(bundled), STYLESHEET)}
        yield from super().post_process(paths, dry_run=dry_run, **options)


def bundle(name: str, read: Callable[[str], str]) -> str:
    """The stylesheet ``name`` with every layered import replaced by the imported text."""

    def put_in_place(match: re.Match[str]) -> str:
        imported = posixpath.normpath(posixpath.join(posixpath.dirname(name), match["url"]))
        text = _move_urls(read(imported), imported, name)
        return f"@layer {match['layer']} {{\n{text}}}"

    return _IMPORT.sub(put_in_place, read(name))


def _move_urls(text: str, source: str, target: str) -> str:
    """Relative addresses of ``source`` as they read from the place of ``target``."""

    def move(match: re.Match[str]) -> str:
        absolute = posixpath.normpath(posixpath.join(posixpath.dirname(source), match["url"]))
        return f'url("{posixpath.relpath(absolute, posixpath.dirname(target))}")'

    return _URL.sub(move, text)


def _read(paths: dict[str, Any], name: str) -> str:
    storage, path = paths[name]
    with storage.open(path) as file:
        return str(file.read().decode())
