"""An administrator writes a page in the editor and without it; a reader finds it and its news."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from pages import furniture
from pages.models import Banner, PageText, StaticPage
from tests.accounts.factories import AdministratorFactory
from tests.journeys.conftest import Visitor

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
Come = Callable[..., Visitor]


def test_a_page_is_written_in_the_editor_published_changed_and_read(visitor: Come) -> None:
    writer = visitor()
    writer.arrive_as(AdministratorFactory().email)
    writer.go("/strony/nowa/")
    writer.page.fill("[name=slug]", "zasady")
    writer.page.fill("[name=title_pl]", "Zasady rozmowy")
    writer.page.locator("[role=textbox][lang=pl]").click()
    keyboard = writer.page.keyboard
    keyboard.type("## Piszemy do ludzi")
    keyboard.press("Enter")
    keyboard.type("Pytamy, ")
    keyboard.press("Control+b")
    keyboard.type("zanim ocenimy")
    keyboard.press("Enter")
    keyboard.type("- punkt")
    writer.look()
    writer.press("Zapisz wersję")
    assert PageText.objects.get().body == (
        "<h2>Piszemy do ludzi</h2><p>Pytamy, <strong>zanim ocenimy</strong></p>"
        "<ul><li><p>punkt</p></li></ul>"
    )
    writer.press("Opublikuj tę wersję")
    writer.sees("Strona jest opublikowana.")

    writer.press("Zmień")
    writer.page.locator("[role=textbox][lang=pl]").click()
    keyboard.press("Control+End")
    keyboard.type(" i więcej")
    writer.page.fill("[name=slug]", "zasady-rozmowy")
    writer.press("Zapisz wersję")
    writer.press("Wersje")
    writer.press("Porównaj")
    writer.sees("Różnice: wersja 1 i 2")

    reader = visitor()
    reader.go("/strony/zasady/")
    assert reader.page.url.endswith("/strony/zasady-rozmowy/")
    reader.sees("zanim ocenimy")
    assert reader.page.get_by_text("i więcej").count() == 0
    assert StaticPage.objects.get().versions.count() == 2


def test_a_reader_closes_a_message_and_chooses_a_place(visitor: Come) -> None:
    moment = timezone.now()
    Banner.objects.create(
        level="warning",
        text_pl="W sobotę portal będzie przez godzinę niedostępny.",
        starts_at=moment - timedelta(hours=1),
        ends_at=moment + timedelta(hours=1),
    )
    cache.delete(furniture.KEY)

    reader = visitor()
    reader.go("/")
    reader.press("Zamknij komunikat")
    assert reader.page.get_by_text("W sobotę portal").count() == 0

    reader.page.select_option("[name=okolica]", "1607")
    reader.press("Pokaż")
    reader.sees("Blisko:")
    reader.go("/o-projekcie/")
