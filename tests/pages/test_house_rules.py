"""The rules of the house for templates, style and scripts, held by reading the files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
TEMPLATES = ROOT / "templates"
CSS = ROOT / "static" / "css"

# Mail programs know inline styles only; a content security policy does not reach them.
MAIL = ("mail", "email")
PAGES = [path for path in TEMPLATES.rglob("*.html") if not set(MAIL) & set(path.parts)]
STYLESHEETS = sorted(CSS.rglob("*.css"))
COLORS = CSS / "tokens" / "color.css"

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SCRIPT = re.compile(r"<script\b(?P<attributes>[^>]*)>(?P<body>.*?)</script>", re.DOTALL)


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def style_of(path: Path) -> str:
    return COMMENT.sub("", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_templates_have_nothing_inline(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert re.findall(r"\sstyle=|<style\b|\son[a-z]+=[\"']|javascript:", text) == []
    for script in SCRIPT.finditer(text):
        # An import map has to be inline; the policy lets it in by its nonce.
        is_data = re.search(
            r'type="(application/(ld\+)?json"|importmap" nonce="{{)', script["attributes"]
        )
        assert is_data or not script["body"].strip(), script[0]


def test_days_are_written_as_the_reader_writes_them() -> None:
    # "30 grudnia" but "30. Dezember": formats with names know it (portal/formats/).
    fixed = re.compile(r'date:"[^"]*\b[jd]\b[. ]*[EFmMnN][^"]*"')

    assert [named(path) for path in PAGES if fixed.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("path", STYLESHEETS, ids=named)
def test_style_is_plain(path: Path) -> None:
    style = style_of(path)

    assert "!important" not in style
    selectors = re.sub(r"\{[^{}]*\}", "{}", style)
    assert re.findall(r"#[a-zA-Z_][\w-]*(?=[^;{}]*\{)", selectors) == []


@pytest.mark.parametrize("path", [path for path in STYLESHEETS if path != COLORS], ids=named)
def test_colours_are_numbers_in_one_file_only(path: Path) -> None:
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch|lab)a?\(", style_of(path)) == []


def test_every_stylesheet_is_imported_into_its_layer() -> None:
    imports = re.findall(
        r'@import url\("([^"]+)"\) layer\((\w+)\);', (CSS / "main.css").read_text(encoding="utf-8")
    )
    layers = {"tokens", "base", "layout", "components", "utilities", "print"}

    written = {str(path.relative_to(CSS)) for layer in layers for path in (CSS / layer).glob("*")}
    assert sorted(url for url, _ in imports) == sorted(written)
    assert all(url.startswith(f"{layer}/") for url, layer in imports)


def test_used_tokens_exist() -> None:
    everything = "\n".join(style_of(path) for path in STYLESHEETS)
    given = set(re.findall(r"(--[\w-]+)\s*:", everything))
    wanted = set(re.findall(r"var\((--[\w-]+)\)", everything))

    assert wanted - given == set()


def test_scripts_are_small_modules() -> None:
    modules = list((ROOT / "static" / "js").glob("*.js"))

    assert {path.name for path in modules if len(path.read_text().splitlines()) > 120} == set()
    for path in modules:
        assert "eval(" not in path.read_text()
        assert ".innerHTML" not in path.read_text()
