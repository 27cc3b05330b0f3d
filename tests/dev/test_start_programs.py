"""What `make run` and `make test` would start, and with which variables."""

from pathlib import Path

import pytest

from dev.portal_environment import kept_secret, portal_environment
from dev.problem import Problem
from dev.run import environment_of, last_paragraph, programs, source_folders
from dev.test import is_ci, skip_journeys


def test_the_web_server_takes_the_port_and_watches_code_and_templates() -> None:
    command = programs(8001)["web"]
    assert "--port=8001" in command
    watched = {Path(part.partition("=")[2]).name for part in command if "reload-paths" in part}
    assert {"platform", "templates", "consultations"} <= watched
    assert "node_modules" not in watched


def test_threads_of_the_web_server_share_connections_unless_somebody_says_otherwise() -> None:
    assert environment_of("web", {"DEBUG": "1"}) == {"DATABASE_POOL_SIZE": "4", "DEBUG": "1"}
    assert environment_of("web", {"DATABASE_POOL_SIZE": "0"}) == {"DATABASE_POOL_SIZE": "0"}
    assert environment_of("worker", {"DEBUG": "1"}) == {"DEBUG": "1"}


def test_an_app_is_a_folder_with_apps_py(tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    (tmp_path / "events" / "apps.py").touch()
    (tmp_path / "docs").mkdir()
    names = [path.name for path in source_folders(tmp_path)]
    assert names == ["events", "platform", "templates"]


def test_a_persons_own_variables_win_over_our_defaults(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EMAIL_URL", "smtp://mail.example:25")
    monkeypatch.setenv("SECRET_KEY", "mine")
    monkeypatch.delenv("DEBUG", raising=False)
    environ = portal_environment({"REDIS_URL": "redis://x"}, BASE_URL="http://localhost:8001")
    assert environ["EMAIL_URL"] == "smtp://mail.example:25"
    assert environ["SECRET_KEY"] == "mine"
    assert environ["DEBUG"] == "1"
    assert environ["REDIS_URL"] == "redis://x"


def test_the_secret_key_stays_the_same_and_private(tmp_path: Path) -> None:
    path = tmp_path / "var" / "secret_key"
    first = kept_secret(path)
    assert len(first) > 50
    assert kept_secret(path) == first
    assert path.stat().st_mode & 0o077 == 0


def test_what_a_command_says_last_is_kept_for_the_end() -> None:
    assert last_paragraph("seeding\ndone\n\nann: secret\nben: word\n") == (
        "seeding\ndone",
        "ann: secret\nben: word",
    )
    assert last_paragraph("accounts only\n") == ("", "accounts only")
    assert last_paragraph("") == ("", "")


def test_skipped_journeys_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "test_main_story.py").touch()
    (tmp_path / "test_accessibility.py").touch()
    assert skip_journeys(in_ci=False, folder=tmp_path) == ["-m", "not journey"]
    assert "accessibility, main_story" in capsys.readouterr().out


def test_ci_does_not_skip_journeys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    assert is_ci()
    with pytest.raises(Problem, match="CI must play the browser journeys"):
        skip_journeys(in_ci=is_ci())
