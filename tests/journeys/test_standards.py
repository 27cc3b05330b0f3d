"""A standard from its team to a county, and a secret vote, as people live them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.db import transaction
from django.urls import reverse

from consultations.domain.demo import SAMPLES
from standards.models import Function, Phase, Stage
from tests.accounts.factories import PASSWORD
from tests.journeys.conftest import Visitor
from tests.standards import elections
from tests.standards import factories as make

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
Come = Callable[..., Visitor]


def test_the_four_standards_walk_the_road_and_reach_a_county(visitor: Come) -> None:
    paper = SAMPLES / "projekt-uchwaly.docx"
    with transaction.atomic():
        group = make.new_group()
        secretary = make.seat(group, function=Function.SECRETARY).user
        standard = make.at_stage(Stage.TEAM, group=group)
        others = [
            make.at_stage(Stage.IN_USE, title=title, subject=subject)
            for title, subject in (
                ("Zadania publiczne", "public_tasks"),
                ("Partnerstwa", "partnership"),
                ("RCOP", "rcop"),
            )
        ]
        official = make.official()
        nysa = make.official(make.PublicBody.objects.get(area_id="1607", kind="county"))

    team = visitor()
    team.sign_in(secretary.email)
    for step in ("projekt gotowy", "zaopiniowany wewnętrznie"):
        team.go(standard.get_absolute_url())
        team.press(f"Krok: {step}")
        team.page.set_input_files("[name=file]", paper)
        team.press("Potwierdź krok")
    team.sees("Etap: zaopiniowany wewnętrznie.")

    with transaction.atomic():
        make.consulted(standard)
    office = visitor()
    office.arrive_as(official.email)
    office.go(standard.get_absolute_url())
    office.press("Krok: skonsultowany")
    office.page.select_option("[name=consultation]", index=1)
    office.press("Potwierdź krok")
    for step, number in (("zaopiniowany przez radę", "7/2026"), ("przyjęty uchwałą", "12/2026")):
        office.press(f"Krok: {step}")
        office.page.fill("[name=number]", number)
        office.page.set_input_files("[name=file]", paper)
        office.press("Potwierdź krok")
    office.picture("standard")

    county = visitor(width=390)
    county.arrive_as(nysa.email)
    county.go(reverse("standards:declare", args=[standard.slug]))
    county.page.fill("[name=number]", "XII/85/2026")
    county.page.fill("[name=adopted_on]", "2026-05-01")
    county.page.select_option("[name=public_body]", index=1)
    county.press("Zgłoś")
    county.sees("XII/85/2026")

    standard.refresh_from_db()
    assert standard.stage == Stage.ADOPTED
    assert {other.stage for other in others} == {Stage.IN_USE}


def test_an_organization_votes_in_secret(visitor: Come) -> None:
    with transaction.atomic():
        election = elections.announced()
        first = elections.candidate(election)
        elections.candidate(election)
        mandate = elections.mandate(election)
        secret = generate_totp_secret()
        TOTP.activate(mandate.user, secret)
        elections.move_to(election, Phase.VOTING)

    voter = visitor()
    voter.go("/konto/login/")
    voter.page.fill("[name=login]", mandate.user.email)
    voter.page.fill("[name=password]", PASSWORD)
    voter.page.click("main button[type=submit]")
    voter.page.fill("[name=code]", code_of(secret))
    voter.page.click("main form:has([name=code]) button[type=submit]")
    voter.page.wait_for_url("**/konto/")
    voter.go(election.get_absolute_url())
    voter.press("Głosuj")
    voter.page.get_by_label(first.name).check()
    voter.press("Oddaj głos")
    receipt = voter.page.locator("code").first.inner_text()
    voter.picture("receipt")

    anybody = visitor(javascript=False, width=390)
    anybody.page.goto(f"{anybody.base}{reverse('standards:check_receipt', args=[election.slug])}")
    anybody.page.fill("[name=receipt]", receipt.lower())
    anybody.page.get_by_role("button", name="Sprawdź", exact=True).click()
    anybody.sees("Jest w urnie")


def code_of(secret: str) -> str:
    """What the person's telephone shows now."""
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))
