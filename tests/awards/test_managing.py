"""The office sets a competition up on its pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from awards.models import Edition, EditionStage
from tests.accounts.factories import UserFactory
from tests.awards import factories as make
from tests.events import factories as make_events

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


def address(name: str, edition: Edition, *more: Any) -> str:
    return reverse(f"awards:{name}", args=[edition.competition.slug, edition.year, *more])


def test_from_the_template_to_an_announced_edition(as_user: SignIn) -> None:
    client = as_user(make.official())
    today = timezone.localdate()
    client.post(
        reverse("awards:create"),
        {
            "gotowy-public_body": make.marshal_office().pk,
            "gotowy-contact_email": "nagrody@example.org",
            "gotowy-first_day": today.isoformat(),
        },
    )
    edition = Edition.objects.get()
    event = make_events.announced(title="Gala w filharmonii")

    when = timezone.localtime() + timedelta(days=90)
    dates = {
        "year": edition.year,
        "opens_on": today.isoformat(),
        "closes_on": (today + timedelta(days=30)).isoformat(),
        "scoring_until": (today + timedelta(days=60)).isoformat(),
        "results_at": when.strftime("%Y-%m-%dT%H:%M"),
        "consent_days": 14,
        "completion_days": 7,
        "appeal_days": 7,
        "event": event.pk,
    }
    wrong = client.post(address("settings", edition), dates | {"results_at": "2020-01-01T10:00"})
    assert "results_at" in wrong.context["form"].errors
    assert client.post(address("settings", edition), dates).status_code == 302
    edition.refresh_from_db()
    assert edition.gala_event.endswith(event.get_absolute_url())

    client.post(address("add_regulations", edition), {"note": "Pierwsza"})
    assert client.get(edition.regulations.get().get_absolute_url()).status_code == 200
    client.post(address("change_stage", edition, "announced"))
    edition.refresh_from_db()
    assert edition.stage == EditionStage.OPEN
    assert "Gala" in as_user(None).get(edition.get_absolute_url()).text


def test_a_category_of_ones_own(as_user: SignIn) -> None:
    edition = make.draft_edition()
    client = as_user(make.official())
    data = {
        "name": "Młodzi działają",
        "description": "Dla grup do 25 lat.",
        "position": 2,
        "nominee_kinds": ["group"],
        "nominator_kinds": ["anyone", "organization"],
        "nominations_limit": 2,
        "attachments_limit": 3,
        "recommendations_limit": 1,
        "jury_size": 3,
        "least_evaluations": 3,
        "least_score": 40,
        "ranking": "normalised",
        "tie_rule": "chair",
        "laureates_limit": 2,
        "kryteria-TOTAL_FORMS": 1,
        "kryteria-INITIAL_FORMS": 0,
        "kryteria-0-name": "Pomysł",
        "kryteria-0-weight": 2,
        "kryteria-0-scale_min": 1,
        "kryteria-0-scale_max": 5,
        "kryteria-0-position": 1,
    }

    wrong = client.post(address("new_category", edition), data | {"nominee_kinds": []})
    assert "nominee_kinds" in wrong.context["form"].errors
    assert client.post(address("new_category", edition), data).status_code == 302

    category = edition.categories.get(slug="mlodzi-dzialaja")
    assert (category.criteria.get().scale_max, category.tie_rule) == (5, "chair")
    assert "Pomysł" in client.get(category.get_absolute_url()).text


def test_rules_stand_still_once_people_nominate_by_them(as_user: SignIn) -> None:
    edition = make.open_edition()
    page = address("edit_category", edition, "spolecznik-roku")

    assert as_user(make.official()).get(page).status_code == 403
    assert as_user(UserFactory()).get(page).status_code == 403
