"""Partnerships: calls, matching, answers and private talk, the agreement and its steps."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from notifications.models import OutboxEvent
from organizations.domain import partnership_calls, partnership_interests, partnerships
from organizations.domain.errors import (
    AlreadyAnswered,
    AlreadyInterested,
    CallOver,
    OwnCall,
    ReasonMissing,
    StepRefused,
)
from organizations.domain.partnership_matching import candidates
from organizations.models import (
    CallOutcome,
    Initiative,
    Partnership,
    PartnershipCall,
    PartnershipStage,
)
from tests.accounts.factories import AdministratorFactory, UserFactory
from tests.organizations.factories import (
    OrganizationFactory,
)
from tests.organizations.partnership_world import World

pytestmark = pytest.mark.django_db
SignIn = Callable[..., Client]


@pytest.fixture
def world() -> World:
    return World()


def _kinds() -> list[str]:
    return list(OutboxEvent.objects.order_by("pk").values_list("kind", flat=True))


CALL = {
    "title": "Wspólny magazyn",
    "idea": "Jeden magazyn sprzętu.",
    "offered": "Lokal.",
    "sought": "Kierowcy.",
    "benefit_fields": ["14"],
}


def test_somebody_who_acts_for_an_organization_announces_a_call(
    world: World, as_user: SignIn, client: Client
) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    response = as_user(world.caller).post(
        reverse("organizations:announce_call"),
        {**CALL, "side": f"organization-{world.side.pk}", "closes_on": tomorrow.isoformat()},
    )

    assert response.status_code == 302, response.context["form"].errors
    call = PartnershipCall.objects.get(title="Wspólny magazyn")
    assert (call.side, timezone.localtime(call.closes_at).date()) == (world.side, tomorrow)
    assert (
        "Wspólny magazyn" in client.get(reverse("organizations:partnership_calls")).content.decode()
    )


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"closes_on": "2020-01-01"}, "closes_on"),
        ({"closes_on": "kiedyś"}, "closes_on"),
        ({"side": "organization-0"}, "side"),
        ({"benefit_fields": []}, "benefit_fields"),
        ({"sought": ""}, "sought"),
    ],
)
def test_what_is_wrong_with_a_call_is_said_at_its_field(
    change: dict[str, Any], field: str, world: World, as_user: SignIn
) -> None:
    day = (timezone.localdate() + timedelta(days=5)).isoformat()
    data = {**CALL, "side": f"organization-{world.side.pk}", "closes_on": day, **change}

    response = as_user(world.caller).post(reverse("organizations:announce_call"), data)

    assert response.status_code == 200
    assert field in response.context["form"].errors
    assert "Jeden magazyn sprzętu." in response.content.decode()


def test_an_answer_is_read_by_both_sides_only(world: World, as_user: SignIn) -> None:
    interest = world.interest()
    url = interest.get_absolute_url()

    seen = {
        name: as_user(person).get(url).status_code
        for name, person in {
            "caller": world.caller,
            "partner": world.partner,
            "stranger": UserFactory(),
            "official": world.official,
            "administrator": AdministratorFactory(),
            "nobody": None,
        }.items()
    }

    assert seen == {
        "caller": 200,
        "partner": 200,
        "stranger": 403,
        "official": 403,
        "administrator": 403,
        "nobody": 302,
    }


def test_both_sides_talk_and_each_hears_of_the_other(world: World, as_user: SignIn) -> None:
    interest = world.interest()
    as_user(world.caller).post(interest.get_absolute_url(), {"text": "Kiedy?"})
    as_user(world.partner).post(interest.get_absolute_url(), {"text": "Jutro."})

    talk = [(message.text, message.is_from_caller) for message in interest.messages.all()]
    assert talk == [("Kiedy?", True), ("Jutro.", False)]
    told = OutboxEvent.objects.filter(kind="organizations.partnership_message")
    assert [event.context["to_caller"] for event in told.order_by("pk")] == [False, True]


def test_nobody_answers_twice_or_their_own_call(world: World) -> None:
    world.interest()

    with pytest.raises(AlreadyInterested):
        world.interest()
    with pytest.raises(OwnCall):
        partnership_interests.express_interest(
            world.call, side=world.side, message="Ja.", by=world.caller
        )


def test_after_the_deadline_the_answer_is_refused_and_kept_on_the_page(
    world: World, as_user: SignIn
) -> None:
    PartnershipCall.objects.update(closes_at=timezone.now() - timedelta(seconds=1))

    response = as_user(world.partner).post(
        reverse("organizations:answer_call", args=[world.call.slug]),
        {"side": f"organization-{world.other.pk}", "message": "Mamy kuchnię."},
    )

    assert "Mamy kuchnię." in response.content.decode()
    assert not world.call.interests.exists()
    with pytest.raises(CallOver):
        world.interest()


def test_a_refusal_needs_a_reason_and_stands_once(world: World) -> None:
    interest = world.interest()
    with pytest.raises(ReasonMissing):
        partnership_interests.decline_interest(interest, by=world.caller, reason=" ")
    partnership_interests.decline_interest(interest, by=world.caller, reason="Mamy już kuchnię.")

    with pytest.raises(AlreadyAnswered):
        partnership_interests.accept_interest(interest, by=world.caller)


def test_candidates_share_a_field_and_say_why(world: World) -> None:
    world.call.target_groups.set(["seniors"])
    world.call.counties.set(["1607"])
    best = OrganizationFactory(name="Senior Nysa", county_id="1607", mission="Kuchnia dla każdego.")
    best.benefit_fields.set(["14"])
    best.target_groups.set(["seniors"])
    plain = OrganizationFactory(name="Też oświata")
    plain.benefit_fields.set(["14"])
    OrganizationFactory(name="Inna sfera").benefit_fields.set(["1"])

    found = candidates(world.call)

    assert [candidate.organization for candidate in found] == [best, plain]
    assert len(found[0].reasons) == 4
    assert "kuchnią" in found[0].reasons[-1]


def test_the_caller_invites_a_candidate_once(world: World, as_user: SignIn) -> None:
    world.other.benefit_fields.set(["14"])
    url = reverse("organizations:invite_to_call", args=[world.call.slug, world.other.slug])

    as_user(world.caller).post(url)
    as_user(world.caller).post(url)

    assert _kinds().count("organizations.invited_to_call") == 1
    assert [candidate.is_invited for candidate in candidates(world.call)] == [True]


def test_a_closed_call_says_what_came_of_it(world: World, client: Client) -> None:
    world.interest()
    partnership_calls.close_call(
        world.call, outcome=CallOutcome.NOTHING, outcome_text="Zabrakło kuchni.", by=world.caller
    )

    assert "Zabrakło kuchni." in client.get(world.call.get_absolute_url()).content.decode()
    with pytest.raises(CallOver):
        partnership_interests.express_interest(
            world.call, side=world.body, message="My.", by=world.official
        )


def test_the_database_keeps_closed_calls_with_an_outcome(world: World) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        PartnershipCall.objects.update(state="closed")


def test_a_hidden_call_is_seen_by_its_caller_and_moderators_with_the_reason(
    world: World, as_user: SignIn
) -> None:
    administrator = AdministratorFactory()
    url = reverse("organizations:moderate_call", args=[world.call.slug])
    assert as_user(world.caller).post(url, {"reason": "x"}).status_code == 403

    as_user(administrator).post(url, {"reason": "To reklama."})

    page = world.call.get_absolute_url()
    codes = [as_user(person).get(page).status_code for person in (None, world.partner)]
    assert codes == [404, 404]
    assert "To reklama." in as_user(world.caller).get(page).content.decode()


def test_callers_are_asked_once_what_came_of_an_ended_call(world: World) -> None:
    assert partnership_calls.remind_of_ended_calls() == 0
    PartnershipCall.objects.update(closes_at=timezone.now() - timedelta(hours=1))

    assert partnership_calls.remind_of_ended_calls() == 1
    assert partnership_calls.remind_of_ended_calls() == 0


def test_a_partnership_is_agreed_when_all_confirmed_and_signed(world: World) -> None:
    made = world.partnership()
    with pytest.raises(StepRefused):
        partnerships.take_step(made, PartnershipStage.AGREED, by=world.caller)
    member = made.members.get(organization=world.other)
    partnerships.confirm_membership(member, contribution="Kuchnia", by=world.partner)
    with pytest.raises(StepRefused):
        partnerships.take_step(made, PartnershipStage.AGREED, by=world.caller)
    partnerships.write_agreement(
        made, signed_on=timezone.localdate(), number="1", upload=None, by=world.caller
    )

    made = partnerships.take_step(made, PartnershipStage.AGREED, by=world.caller)

    assert made.stage == PartnershipStage.AGREED
    assert [step.target for step in made.steps.all()] == ["agreed"]
    with pytest.raises(StepRefused):
        partnerships.take_step(made, PartnershipStage.ENDED, by=world.caller)


def test_a_step_that_lacks_something_keeps_the_note(world: World, as_user: SignIn) -> None:
    made = world.partnership()
    step = reverse("organizations:partnership_step", args=[made.slug])

    page = as_user(world.caller).post(step, {"target": "agreed", "note": "Pisane długo"})

    assert page.context["step_form"].non_field_errors()
    assert "Pisane długo" in page.text
    assert not made.steps.exists()


def test_a_contribution_that_is_too_long_stays(world: World, as_user: SignIn) -> None:
    made = world.partnership()
    member = made.members.get(organization=world.other)
    address = reverse("organizations:confirm_partner", args=[made.slug, member.pk])

    page = as_user(world.partner).post(address, {"contribution": "Pisane długo" + "!" * 400})

    assert "Pisane długo!" in page.text
    assert as_user(world.partner).get(address).url == made.get_absolute_url()
    member.refresh_from_db()
    assert member.confirmed_at is None


def test_a_partnership_is_public_from_its_agreement(world: World, as_user: SignIn) -> None:
    made = world.partnership()
    url = made.get_absolute_url()
    assert [as_user(person).get(url).status_code for person in (None, world.official)] == [404, 404]
    assert as_user(world.partner).get(url).status_code == 200

    Partnership.objects.update(agreement_on=timezone.localdate())

    assert as_user().get(url).status_code == 200
    assert "Razem" in as_user().get(world.other.get_absolute_url()).content.decode()


@pytest.mark.parametrize("name", ["write_agreement", "partnership_step", "put_on_map"])
def test_only_the_leader_leads(name: str, world: World, as_user: SignIn) -> None:
    made = world.partnership()
    url = reverse(f"organizations:{name}", args=[made.slug])

    codes = {
        who: as_user(person).post(url, {"target": "agreed"}).status_code
        for who, person in {"partner": world.partner, "stranger": UserFactory()}.items()
    }

    assert codes == {"partner": 403, "stranger": 404}
    assert as_user(world.caller).post(url, {"target": "agreed"}).status_code in {200, 302}


def test_the_partnership_stands_on_the_map_with_all_its_partners(
    world: World, as_user: SignIn
) -> None:
    made = world.partnership()
    response = as_user(world.caller).post(
        reverse("organizations:put_on_map", args=[made.slug]),
        {"title": "Razem", "summary": "Dzieci.", "stage": "planned", "gmina": "1607053"},
    )

    assert response.status_code == 302, response.context["form"].errors
    initiative = Initiative.objects.get()
    assert set(initiative.organizations.all()) == {world.side, world.other}
    made.refresh_from_db()
    assert made.initiative == initiative


def test_the_list_of_calls_asks_the_same_number_of_queries_however_long(
    world: World, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(15):
        world.announce(title=f"Ogłoszenie {number}")

    with django_assert_max_num_queries(8):
        assert client.get(reverse("organizations:partnership_calls")).status_code == 200
