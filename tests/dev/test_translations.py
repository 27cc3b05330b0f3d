"""Missing translations are found, and catalogs are compiled when they changed."""

import os
from pathlib import Path

from dev.check_translations import untranslated
from dev.translations import compile_catalogs

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
PLURALS = {
    "pl": "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
    "en": "nplurals=2; plural=(n != 1);",
}


def write_catalog(root: Path, language: str, body: str) -> Path:
    path = root / "locale" / language / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    path.write_text(f'{HEADER}"Plural-Forms: {PLURALS[language]}\\n"\n\n{body}')
    return path


def test_a_text_without_translation_is_named_with_its_place(tmp_path: Path) -> None:
    write_catalog(
        tmp_path,
        "en",
        '#: pages/home.py\nmsgid "Szukaj"\nmsgstr ""\n\n'
        'msgid "Zaloguj się"\nmsgstr "Sign in"\n\n'
        '#, fuzzy\nmsgid "Wyloguj się"\nmsgstr "Sign in"\n\n'
        '#~ msgid "Stare"\n#~ msgstr ""\n',
    )
    assert list(untranslated(tmp_path, "en")) == [
        "en: pages/home.py: 'Szukaj'",
        "en: ?: 'Wyloguj się'",
    ]


def test_polish_needs_its_plural_forms_only(tmp_path: Path) -> None:
    plural = 'msgid "%(n)s uwaga"\nmsgid_plural "%(n)s uwag"\n'
    complete = 'msgstr[0] "%(n)s uwaga"\nmsgstr[1] "%(n)s uwagi"\nmsgstr[2] "%(n)s uwag"\n'
    catalog = write_catalog(tmp_path, "pl", f'msgid "Szukaj"\nmsgstr ""\n\n{plural}{complete}')
    assert list(untranslated(tmp_path, "pl")) == []

    catalog.write_text(catalog.read_text().replace('msgstr[1] "%(n)s uwagi"', 'msgstr[1] ""'))
    assert list(untranslated(tmp_path, "pl")) == ["pl: ?: '%(n)s uwaga'"]


def test_only_changed_catalogs_are_compiled(tmp_path: Path) -> None:
    source = write_catalog(tmp_path, "en", 'msgid "Szukaj"\nmsgstr "Search"\n')
    target = source.with_suffix(".mo")

    assert compile_catalogs(tmp_path / "locale") == [target]
    assert b"Search" in target.read_bytes()
    assert compile_catalogs(tmp_path / "locale") == []

    later = target.stat().st_mtime + 5
    os.utime(source, (later, later))
    assert compile_catalogs(tmp_path / "locale") == [target]


def test_a_checkout_without_catalogs_has_nothing_to_compile(tmp_path: Path) -> None:
    assert compile_catalogs(tmp_path / "locale") == []
