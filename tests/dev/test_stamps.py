"""Installations run again exactly when their inputs changed."""

from pathlib import Path

from dev.stamps import Stamp, fingerprint


def test_a_success_is_remembered_until_an_input_changes(tmp_path: Path) -> None:
    lock = tmp_path / "lock.txt"
    lock.write_text("django==5.2.19")
    Stamp(tmp_path / "stamps" / "python", [lock]).save()

    assert Stamp(tmp_path / "stamps" / "python", [lock]).is_fresh()
    lock.write_text("django==5.2.20")
    assert not Stamp(tmp_path / "stamps" / "python", [lock]).is_fresh()


def test_an_interrupted_installation_leaves_no_success(tmp_path: Path) -> None:
    stamp = Stamp(tmp_path / "stamp", ["words"])
    stamp.save()
    stamp.clear()
    assert not stamp.is_fresh()
    stamp.clear()  # also when there was none


def test_text_cannot_move_from_one_input_to_the_next() -> None:
    assert fingerprint(["ab", "c"]) != fingerprint(["a", "bc"])
