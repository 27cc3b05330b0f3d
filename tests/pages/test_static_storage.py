"""In production the style is one hashed file and modules find each other by hashed names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.core.management import call_command

from pages.static_storage import bundle

SOURCES = {
    "css/main.css": '@layer base, components;\n@import url("base/fonts.css") layer(base);\n',
    "css/base/fonts.css": '@font-face { src: url("../../vendor/a.woff2"); }\n',
}


def test_imports_are_put_in_their_places_and_addresses_move_along() -> None:
    assert bundle("css/main.css", SOURCES.__getitem__) == (
        "@layer base, components;\n"
        '@layer base {\n@font-face { src: url("../vendor/a.woff2"); }\n}\n'
    )


def test_a_missing_import_is_an_error() -> None:
    with pytest.raises(KeyError):
        bundle("css/main.css", {"css/main.css": SOURCES["css/main.css"]}.__getitem__)


def test_collected_files_refer_to_hashed_names_only(settings, tmp_path: Path) -> None:
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "pages.static_storage.PortalStaticFilesStorage"},
    }

    call_command("collectstatic", interactive=False, verbosity=0)

    [style] = (tmp_path / "css").glob("main.????????????.css")
    text = style.read_text(encoding="utf-8")
    addresses = re.findall(r'url\("([^"]+)"\)', text)
    assert "@import" not in text
    assert len(addresses) == 6
    assert all((style.parent / address).exists() for address in addresses)

    [script] = (tmp_path / "js").glob("main.????????????.js")
    imported = re.findall(r'from "([^"]+)"', script.read_text(encoding="utf-8"))
    assert len(imported) >= 10
    assert all(re.fullmatch(r"\./[\w-]+\.[0-9a-f]{12}\.js", name) for name in imported)
    assert all((script.parent / name).exists() for name in imported)
