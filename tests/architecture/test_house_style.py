"""Rooms stay small enough to find one's way in."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

LONGEST_FILE = 500
DRAWERS = {"utils", "helpers", "common", "misc"}


def python_files() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "*.py"],
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=True,
    )
    files = [settings.BASE_DIR / name for name in listed.stdout.splitlines()]
    return [path for path in files if path.exists() and "migrations" not in path.parts]


def first_statement(path: Path) -> str:
    """The file without the line that names its interpreter."""
    text = path.read_text(encoding="utf-8")
    return text.split("\n", 1)[1] if text.startswith("#!") else text


def test_no_file_is_longer_than_a_newcomer_can_read() -> None:
    long = {
        str(path.relative_to(settings.BASE_DIR)): lines
        for path in python_files()
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE
    }

    assert long == {}


def test_there_is_no_drawer_for_everything() -> None:
    drawers = [path for path in python_files() if DRAWERS & {path.stem, *path.parts}]

    assert drawers == []


def test_every_package_says_what_lives_in_it() -> None:
    silent = [
        str(path.relative_to(settings.BASE_DIR))
        for path in python_files()
        if "tests" not in path.parts
        and path.name != "__init__.py"
        and not first_statement(path).startswith('"""')
    ]

    assert silent == []


def test_views_leave_typed_numbers_to_one_place() -> None:
    """``int`` after ``isdigit`` fails for "²" and for 5,000 digits; ``typed_number`` does not."""
    readers = {"isdigit", "isdecimal", "isnumeric"}
    own = {
        name
        for name, function in _functions_of_views()
        if "int" in (words := _names(function)) and readers & words
    }

    assert own == set()


def test_what_is_refused_stays_in_its_form() -> None:
    """A message and a redirect after a refusal of the domain throw away what was typed."""
    lossy = {
        name
        for name, function in _functions_of_views()
        for branch in ast.walk(function)
        if isinstance(branch, ast.If) and ".is_valid()" in ast.unparse(branch.test)
        for step in ast.walk(branch)
        if _only_tells(step)
    }

    # Nothing is typed there: the form asks for the word of a person who is no robot.
    assert lossy == {"organizations/web/initiative_reports.py:confirm"}


def _functions_of_views() -> Iterator[tuple[str, ast.FunctionDef]]:
    """All functions beside views, each with its file and name."""
    for path in python_files():
        if {"web", "views"} & set(path.parts):
            for step in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(step, ast.FunctionDef):
                    yield f"{path.relative_to(settings.BASE_DIR)}:{step.name}", step


def _only_tells(step: ast.AST) -> bool:
    """Whether it answers a refusal with a message, and not with a mistake of the form."""
    if isinstance(step, ast.ExceptHandler):
        return any("messages.error" in ast.unparse(line) for line in step.body)
    if not isinstance(step, ast.With):
        return False
    calls = [item.context_expr for item in step.items if isinstance(item.context_expr, ast.Call)]
    return any(
        ast.unparse(call.func) == "Told"
        and len(call.args) < 3
        and not any(word.arg == "form" for word in call.keywords)
        for call in calls
    )


def _names(function: ast.FunctionDef) -> set[str]:
    """What is called in it: names and methods."""
    calls = [node.func for node in ast.walk(function) if isinstance(node, ast.Call)]
    return {call.id if isinstance(call, ast.Name) else getattr(call, "attr", "") for call in calls}
