"""The styleguide shows every component, so nobody has to guess."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from pages.styleguide import icon_names
from tests.accounts.factories import UserFactory

TEMPLATES = Path(settings.BASE_DIR) / "templates"


@pytest.mark.django_db
def test_every_component_is_shown(as_user: Callable[[Any], Client]) -> None:
    response = as_user(UserFactory()).get(reverse("pages:styleguide"))

    shown = {template.name for template in response.templates}
    components = {f"components/{path.name}" for path in (TEMPLATES / "components").glob("*.html")}
    assert components - shown == set()


def test_every_icon_that_a_template_names_is_drawn() -> None:
    named = set()
    for path in TEMPLATES.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        named |= set(re.findall(r'icon\.html" with name="([^"]+)"', text))
        named |= set(re.findall(r'\bicon="([^"]+)"', text))

    assert named - set(icon_names()) == set()


@pytest.mark.django_db
def test_styleguide_asks_nothing_of_the_database(
    client: Client, django_assert_num_queries: Callable[[int], Any]
) -> None:
    with django_assert_num_queries(0):
        assert client.get(reverse("pages:styleguide")).status_code == 200
