"""The processes of a test run take memory in huge pages where the kernel gives them."""

from pathlib import Path

import pytest

from dev.test import in_huge_pages


@pytest.mark.parametrize(
    ("switch", "asks"),
    [
        ("always [madvise] never", True),
        ("[always] madvise never", True),
        ("always madvise [never]", False),
    ],
)
def test_they_are_asked_for_unless_the_kernel_has_none(
    tmp_path: Path, switch: str, asks: bool
) -> None:
    (tmp_path / "enabled").write_text(f"{switch}\n")

    assert bool(in_huge_pages(tmp_path / "enabled")) == asks


def test_a_kernel_without_the_switch_is_left_alone(tmp_path: Path) -> None:
    assert in_huge_pages(tmp_path / "enabled") == {}
