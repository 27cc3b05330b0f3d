"""The virtual environment is made of the Python that does most in a second."""

from pathlib import Path

import pytest

from dev.interpreter import chosen_python
from tests.dev.test_machine import make_program


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A Python 3.11 that takes a second for the work."""
    monkeypatch.delenv("PYTHON", raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    return str(make_program(tmp_path, "mine", "3 11 1.0"))


@pytest.mark.parametrize(
    ("told", "is_chosen"),
    [
        pytest.param("3 11 0.7", True, id="much faster"),
        pytest.param("3 11 0.9", False, id="little faster"),
        pytest.param("3 11 1.4", False, id="slower"),
        pytest.param("3 13 0.5", False, id="another version"),
    ],
)
def test_the_systems_python_of_the_same_version_is_taken_when_it_is_much_faster(
    mine: str, tmp_path: Path, told: str, is_chosen: bool
) -> None:
    systems = make_program(tmp_path, "systems", told)

    assert chosen_python(mine, systems) == (str(systems) if is_chosen else mine)


def test_a_python_that_is_missing_or_cannot_make_environments_is_not_taken(
    mine: str, tmp_path: Path
) -> None:
    broken = make_program(tmp_path, "broken")
    broken.write_text("#!/bin/sh\nexit 1\n")

    assert chosen_python(mine, broken) == mine
    assert chosen_python(mine, tmp_path / "missing") == mine


def test_whoever_names_a_python_gets_it(
    mine: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHON", mine)

    assert chosen_python(mine, make_program(tmp_path, "systems", "3 11 0.1")) == mine


def test_real_pythons_are_measured() -> None:
    assert Path(chosen_python()).exists()
