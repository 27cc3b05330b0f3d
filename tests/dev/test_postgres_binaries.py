"""Only an installation of PostgreSQL that has all we need is used."""

from pathlib import Path

import pytest

from dev.embedded_postgres import choose_binaries
from dev.postgres_binaries import EXTENSIONS, major_version, system_binaries, usable
from dev.problem import Problem


def install_fake(
    root: Path, version: str, *, configure: str = "--with-icu", extensions: tuple[str, ...]
) -> Path:
    """A folder of programs that answer as an installation of PostgreSQL would."""
    folder = root / version / "bin"
    folder.mkdir(parents=True)
    share = root / version / "share"
    (share / "extension").mkdir(parents=True)
    for name in extensions:
        (share / "extension" / f"{name}.control").touch()
    answers = {
        "postgres": f"echo 'postgres (PostgreSQL) {version}'",
        "initdb": "true",
        "pg_config": f'case "$1" in --sharedir) echo {share};; *) echo "{configure}";; esac',
    }
    for name, line in answers.items():
        (folder / name).write_text(f"#!/bin/sh\n{line}\n")
        (folder / name).chmod(0o755)
    return folder


def test_the_newest_complete_installation_comes_first(tmp_path: Path) -> None:
    folders = [
        install_fake(tmp_path, version, extensions=EXTENSIONS)
        for version in ("14.9", "15.18", "17.2")
    ]
    assert [found.major for found in usable([*folders, tmp_path / "nothing"])] == [17, 15]


def test_one_without_contrib_is_passed_over(tmp_path: Path) -> None:
    folder = install_fake(tmp_path, "16.1", extensions=("citext",))
    assert usable([folder]) == []


@pytest.mark.parametrize(
    ("version", "configure", "fits"),
    [
        ("15.2", "--prefix=/usr", False),
        ("15.3", "--with-icu --prefix=/usr", True),
        ("16.4", "--prefix=/usr", True),
        ("16.5", "--without-icu", False),
    ],
)
def test_icu_is_needed(tmp_path: Path, version: str, configure: str, fits: bool) -> None:
    folder = install_fake(tmp_path, version, configure=configure, extensions=EXTENSIONS)
    assert bool(usable([folder])) is fits


def test_the_same_installation_under_two_names_counts_once(tmp_path: Path) -> None:
    folder = install_fake(tmp_path, "15.1", extensions=EXTENSIONS)
    links = tmp_path / "links"
    links.mkdir()
    (links / "postgres").symlink_to(folder / "postgres")
    assert len(usable([links, folder])) == 1


def test_the_systems_own_servers_can_be_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_IGNORE_SYSTEM_SERVICES", "1")
    assert system_binaries() == []


def test_versions_are_read() -> None:
    assert major_version("postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)") == 15
    assert major_version("postgres (PostgreSQL) 18beta1") == 18
    assert major_version("sh: not found") == 0


def test_data_of_a_version_that_went_away_is_not_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PORTAL_IGNORE_SYSTEM_SERVICES", "1")
    data = tmp_path / "postgres"
    data.mkdir()
    (data / "PG_VERSION").write_text("15\n")
    with pytest.raises(Problem, match="made by PostgreSQL 15, which is not on this machine"):
        choose_binaries(tmp_path, data)
