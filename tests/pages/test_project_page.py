"""The page about the project: its partners, and its goals beside what the portal counts."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from events.models import EventKind
from pages import progress
from pages.models import Partner
from standards.models import Stage
from tests.accounts.factories import AdministratorFactory
from tests.events import factories as events
from tests.standards import factories as standards

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


def main_of(client: Client, language: str = "pl") -> BeautifulSoup:
    response = client.get(reverse("pages:about"), headers={"accept-language": language})
    return BeautifulSoup(response.content, "html.parser").main


def reached() -> dict[str, int]:
    return {str(goal.label): goal.reached for goal in progress.goals()}


def logo() -> SimpleUploadedFile:
    picture = io.BytesIO()
    Image.new("RGB", (20, 10)).save(picture, "PNG")
    return SimpleUploadedFile("logo.png", picture.getvalue(), "image/png")


def partner_form(**fields: Any) -> dict[str, Any]:
    values = {"name": "Fundacja Most", "role": "partner", "position": "1", "is_shown": "on"}
    return values | fields


def test_the_founders_are_named_until_partners_are_entered(client: Client) -> None:
    assert "Dom Współpracy Polsko-Niemieckiej" in main_of(client).get_text()

    Partner.objects.create(name="Fundacja Most", text_pl="Łączy", text_en="Connects")
    Partner.objects.create(name="Ukryty", is_shown=False)

    items = main_of(client, "en").find(class_="partners").find_all("li")
    assert [item.h3.get_text() for item in items] == ["Fundacja Most"]
    assert "Connects" in items[0].get_text()


def test_a_logo_is_uploaded_with_words_for_those_who_do_not_see_it(
    as_user: SignIn, client: Client
) -> None:
    administrator = as_user(AdministratorFactory(is_superuser=True))
    address = reverse("admin:pages_partner_add")

    refused = administrator.post(address, partner_form(logo_file=logo()))
    assert "Opisz logo" in refused.content.decode()
    administrator.post(address, partner_form(logo_file=logo(), logo_text="Logo: most"))

    image = main_of(client).find("img", class_="partners__logo")
    assert image["alt"] == "Logo: most"
    assert client.get(image["src"])["Content-Type"] == "image/png"
    Partner.objects.update(is_shown=False)
    assert client.get(image["src"]).status_code == 404


def test_what_is_not_a_picture_is_no_logo(as_user: SignIn) -> None:
    fake = SimpleUploadedFile("logo.png", b"<script>", "image/png")

    as_user(AdministratorFactory(is_superuser=True)).post(
        reverse("admin:pages_partner_add"), partner_form(logo_file=fake, logo_text="Logo")
    )

    assert not Partner.objects.exists()


def test_goals_count_what_was_held_and_nothing_else() -> None:
    kind = EventKind.INFORMATION_MEETING
    events.over(events.announced(kind=kind, hours=3))
    events.over(events.new_event(kind=kind, hours=3))  # never announced
    events.announced(kind=kind, hours=3)  # still to come
    standards.at_stage(Stage.IN_USE)
    standards.at_stage(Stage.TEAM, title="W drodze")

    counted = reached()

    assert (counted["spotkania w powiatach"], counted["godziny debat"]) == (1, 3)
    assert counted["przyjęte standardy współpracy"] == 1


def test_goals_are_shown_with_their_targets(client: Client) -> None:
    bars = main_of(client).find_all("progress")

    targets = [bar["max"] for bar in bars]
    assert targets == ["5", "4", "18", "54", "270", "12", "96", "120", "2", "1"]
