"""The embedded PostgreSQL never runs as root and lies where its account can reach it."""

import os
from pathlib import Path

import pytest

from dev.postgres_server import utf8_ctype
from dev.problem import Problem
from dev.service_home import ensure_own_folder, is_reachable, service_account, spawn_as


def test_a_closed_folder_above_bars_the_way(tmp_path: Path) -> None:
    stranger = 54321
    inner = tmp_path / "closed" / "checkout"
    inner.mkdir(parents=True)
    (tmp_path / "closed").chmod(0o700)
    assert is_reachable(inner, os.getuid(), os.getgid())
    assert not is_reachable(inner, stranger, stranger)


def test_all_folders_open_to_all_are_reachable() -> None:
    assert is_reachable(Path("/usr/bin"), 54321, 54321)
    assert is_reachable(Path("/usr/not-there-yet"), 54321, 54321)


def test_root_gives_postgresql_to_an_unprivileged_account() -> None:
    account = service_account()
    if os.geteuid() == 0:
        assert account is not None
        assert account.pw_uid != 0
        assert spawn_as(account)["user"] == account.pw_uid
    else:
        assert account is None
        assert spawn_as(account) == {}


def test_a_folder_that_somebody_else_prepared_is_refused(tmp_path: Path) -> None:
    assert ensure_own_folder(tmp_path / "new").is_dir()
    (tmp_path / "link").symlink_to(tmp_path / "new")
    with pytest.raises(Problem, match="belongs to somebody else"):
        ensure_own_folder(tmp_path / "link")


def test_this_machine_knows_polish_letters() -> None:
    assert utf8_ctype().endswith("UTF-8")
