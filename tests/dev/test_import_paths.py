"""The folder `platform/` adds the portal's packages and hides nothing of Python's own."""

import importlib
import platform
import sysconfig
from pathlib import Path

from dev.paths import ROOT


def test_pythons_own_platform_stays_reachable() -> None:
    assert Path(platform.__file__).parent == Path(sysconfig.get_path("stdlib"))
    assert platform.system()


def test_the_platforms_packages_are_importable_by_their_own_names() -> None:
    for name in ("portal", "accounts", "territory"):
        module = importlib.import_module(name)
        assert Path(module.__file__ or "").parent == ROOT / "platform" / name


def test_the_platform_folder_is_no_package() -> None:
    assert not (ROOT / "platform" / "__init__.py").exists()
