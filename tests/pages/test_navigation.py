"""The main menu shows what activities registered, in order, and where the reader is."""

from __future__ import annotations

import pytest

from pages import navigation


@pytest.fixture(autouse=True)
def _empty_menu(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(navigation, "_entries", {})


def test_entries_come_in_their_order() -> None:
    navigation.register("Prywatność", "pages:privacy", 20)
    navigation.register("O projekcie", "pages:about", 10)

    labels = [item.label for item in navigation.menu_for("/")]

    assert labels == ["O projekcie", "Prywatność"]


def test_registering_again_does_not_double_an_entry() -> None:
    navigation.register("Projekt", "pages:about", 10)
    navigation.register("O projekcie", "pages:about", 10)

    assert [item.label for item in navigation.menu_for("/")] == ["O projekcie"]


@pytest.mark.parametrize(
    ("path", "current"),
    [("/o-projekcie/", "page"), ("/o-projekcie/dalej/", "true"), ("/szukaj/", "")],
)
def test_menu_knows_where_the_reader_is(path: str, current: str) -> None:
    navigation.register("O projekcie", "pages:about", 10)

    assert [item.current for item in navigation.menu_for(path)] == [current]


def test_the_home_page_is_not_above_everything() -> None:
    navigation.register("Start", "pages:home", 1)

    assert [item.current for item in navigation.menu_for("/szukaj/")] == [""]
