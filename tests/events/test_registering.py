"""Registering: places, pools, waiting list, offers, groups, invitations, approval."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from events.domain import ageing, organising, registering, rows, signups
from events.domain.errors import (
    AlreadyRegistered,
    InvitationInvalid,
    NothingToConfirm,
    RegistrationClosed,
    SessionsOverlap,
    TooFewPlaces,
)
from events.domain.links import key_of, registration_path
from events.models import (
    Event,
    Invitation,
    Needs,
    Pool,
    Registration,
    RegistrationState,
    Sector,
    SessionSignup,
)
from events.web import registering as web
from notifications.models import AddressLetter
from pages.limits import Limit
from surveys.domain.importing import load_questionnaire
from territory.models import Area
from tests.events import factories as make

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


def states(event: Event) -> list[str]:
    return list(event.registrations.order_by("number").values_list("state", flat=True))


def let_offers_lapse(event: Event) -> None:
    past = timezone.now() - timedelta(minutes=1)
    event.registrations.filter(state=RegistrationState.OFFERED).update(offer_expires_at=past)
    ageing.settle_due_events()


def posted(event: Event, **fields: Any) -> dict[str, Any]:
    values = {
        "full_name": "Ewa Zapisana",
        "email": "ewa@example.org",
        "sector": "ngo",
        "organization_name": "Fundacja Ewy",
        "county": Area.objects.counties().first().pk,
        "diet": "vegan",
        "flags": ["ramp"],
        "knows_privacy": "on",
    }
    return values | fields


def test_one_address_cannot_fill_the_hall_within_an_hour(
    as_user: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web, "REGISTRATIONS", Limit("event-registrations", 2))
    event = make.announced(capacity=10)
    address = reverse("events:register", args=[event.slug])
    for number in range(2):
        sent = posted(event, full_name=f"Robot {number}")
        assert as_user(None).post(address, sent).status_code == 302

    page = as_user(None).post(address, posted(event, full_name="Robot trzeci"))
    elsewhere = Client(REMOTE_ADDR="198.51.100.7").post(
        address, posted(event, full_name="Ewa z domu")
    )

    text = page.content.decode()
    assert "To już wiele zgłoszeń w krótkim czasie. Spróbuj ponownie za godzinę." in text
    assert 'value="Robot trzeci"' in text
    assert elsewhere.status_code == 302
    names = set(event.registrations.values_list("full_name", flat=True))
    assert names == {"Robot 0", "Robot 1", "Ewa z domu"}


def test_a_form_brings_a_place_a_ticket_and_a_letter(as_user: SignIn) -> None:
    event = make.announced(capacity=2)

    response = as_user(None).post(reverse("events:register", args=[event.slug]), posted(event))

    registration = event.registrations.get()
    assert response.url == registration_path(registration) or response.status_code == 302
    assert registration.state == RegistrationState.CONFIRMED
    assert registration.needs.words == ["wejście bez schodów", "wegańska"]
    letter = AddressLetter.objects.get()
    assert letter.address == "ewa@example.org"
    assert letter.event.kind == "events.registration_confirmed"
    page = as_user(None).get(letter.event.context["link"])
    assert registration.code in page.content.decode()


def test_a_wrong_form_says_why_and_keeps_what_was_typed(as_user: SignIn) -> None:
    event = make.announced()
    data = posted(event, organization_name="", email="bez-malpy")

    page = as_user(None).post(reverse("events:register", args=[event.slug]), data)

    text = page.content.decode()
    assert "Podaj nazwę organizacji lub urzędu." in text
    assert 'value="bez-malpy"' in text
    assert not event.registrations.exists()


def test_the_organisers_own_questions_are_kept_with_the_registration(as_user: SignIn) -> None:
    version = load_questionnaire(
        """
key: pytania-forum
title: Pytania
sections:
  - title: O Tobie
    questions:
      - key: temat
        kind: short_text
        text: O czym chcesz rozmawiać?
        required: true
"""
    )
    event = make.announced(questions=version)
    url = reverse("events:register", args=[event.slug])

    refused = as_user(None).post(url, posted(event))
    as_user(None).post(url, posted(event, **{"pytania-temat": "O wodzie"}))

    assert refused.status_code == 200
    assert event.registrations.get().answers == {"temat": "O wodzie"}


def test_pools_keep_places_for_their_side_until_they_are_released() -> None:
    event = make.announced()
    make.pool(event, Sector.NGO, 1)
    released = make.pool(event, Sector.ADMINISTRATION, 1, timezone.now() + timedelta(days=1))

    first, second = make.registered(event), make.registered(event)
    assert states(event) == ["confirmed", "waiting"]

    Pool.objects.filter(pk=released.pk).update(releases_at=timezone.now())
    ageing.settle_due_events()

    second.refresh_from_db()
    assert (second.state, second.pool) == (RegistrationState.OFFERED, released)
    assert first.pool.sectors == ["ngo"]


def test_an_offer_waits_its_time_and_then_goes_to_the_next() -> None:
    event = make.announced(capacity=1)
    first, second, third = (make.registered(event) for _number in range(3))

    registering.cancel(registration=first)
    assert states(event) == ["cancelled", "offered", "waiting"]

    let_offers_lapse(event)
    assert states(event) == ["cancelled", "lapsed", "offered"]
    with pytest.raises(NothingToConfirm):
        registering.confirm_offer(registration=second)

    registering.confirm_offer(registration=third)
    registering.wait_again(registration=second)
    second.refresh_from_db()
    assert second.state == RegistrationState.WAITING
    assert second.number == 4


def test_a_newcomer_never_takes_a_place_for_which_somebody_waits() -> None:
    event = make.announced(capacity=1)
    first, _second = make.registered(event), make.registered(event)
    Registration.objects.filter(pk=first.pk).update(state=RegistrationState.CANCELLED)

    make.registered(event)

    assert states(event) == ["cancelled", "offered", "waiting"]


def test_more_places_go_to_those_who_wait() -> None:
    event = make.announced(capacity=1)
    make.registered(event), make.registered(event)
    event.refresh_from_db()

    event.capacity = 2
    organising.save_changes(event=event, changed=["capacity"], actor=None)

    assert states(event) == ["confirmed", "offered"]
    event.capacity = 1
    with pytest.raises(TooFewPlaces):
        organising.save_changes(event=event, changed=["capacity"], actor=None)


def test_settings_saved_late_do_not_turn_the_numbers_back() -> None:
    opened_before = make.announced(capacity=5)
    make.registered(Event.objects.get(pk=opened_before.pk))

    organising.save_changes(event=opened_before, changed=["summary"], actor=None)
    make.registered(Event.objects.get(pk=opened_before.pk))

    event = Event.objects.get(pk=opened_before.pk)
    assert (event.last_number, event.free_places) == (2, 3)


def test_a_pool_never_shrinks_below_those_who_have_places() -> None:
    event = make.announced()
    pool = make.pool(event, Sector.NGO, 2)
    make.registered(event), make.registered(event)

    pool.places = 1
    with pytest.raises(TooFewPlaces):
        rows.save_pool(pool=pool)


def test_the_same_person_registers_once_but_may_come_back() -> None:
    event = make.announced()
    first = make.registered(event, full_name="Ewa Jedyna", email="ewa@example.org")

    with pytest.raises(AlreadyRegistered):
        make.registered(event, full_name="ewa jedyna", email="EWA@example.org")
    registering.cancel(registration=first)
    make.registered(event, full_name="Ewa Jedyna", email="ewa@example.org")

    assert states(event) == ["cancelled", "confirmed"]


def test_registration_ends_when_it_was_said_to() -> None:
    event = make.announced(registration_closes_at=make.in_days(2))
    Event.objects.filter(pk=event.pk).update(
        registration_closes_at=timezone.now() - timedelta(minutes=1)
    )

    with pytest.raises(RegistrationClosed):
        make.registered(event)


def test_a_group_of_an_organization_gets_places_in_its_order(as_user: SignIn) -> None:
    event = make.announced(capacity=2)
    user, organization = make.representative()
    data = {
        "organization": organization.pk,
        "county": Area.objects.counties().first().pk,
        "people": "Ala Pierwsza, ala@example.org\nOla Druga, ola@example.org\n"
        "Ela Trzecia, ela@example.org",
        "knows_privacy": "on",
    }
    url = reverse("events:register_group", args=[event.slug])

    as_user(user).post(url, data)
    again = as_user(user).post(url, data | {"people": "Bez adresu"})

    found = list(event.registrations.values_list("full_name", "state"))
    assert found == [
        ("Ala Pierwsza", "confirmed"),
        ("Ola Druga", "confirmed"),
        ("Ela Trzecia", "waiting"),
    ]
    assert len({row.group_key for row in event.registrations.all()}) == 1
    assert "Linia 1" in again.content.decode()


def test_a_closed_registration_opens_with_a_code_as_often_as_it_may_be_used() -> None:
    event = make.announced(registration_mode="invitation")
    Invitation.objects.create(event=event, code="FORUM", label="Rada", limit=1)

    with pytest.raises(InvitationInvalid):
        make.registered(event)
    registering.register(event=event, people=[make.newcomer()], invitation_code=" forum ")
    with pytest.raises(InvitationInvalid):
        registering.register(event=event, people=[make.newcomer()], invitation_code="FORUM")

    assert states(event) == ["confirmed"]


def test_where_the_organiser_approves_a_place_is_taken_only_then(as_user: SignIn) -> None:
    event = make.announced(registration_mode="approval", capacity=1)
    first, second, third = (make.registered(event) for _number in range(3))
    office = as_user(make.official())

    office.post(reverse("events:approve", args=[event.slug, first.pk]))
    office.post(reverse("events:approve", args=[event.slug, second.pk]))
    office.post(reverse("events:reject", args=[event.slug, third.pk]), {"reason": ""})
    assert states(event) == ["confirmed", "waiting", "pending"]

    office.post(reverse("events:reject", args=[event.slug, third.pk]), {"reason": "Inny termin"})
    assert states(event) == ["confirmed", "waiting", "rejected"]
    letter = AddressLetter.objects.get(event__kind="events.registration_rejected")
    assert letter.event.context["reason"] == "Inny termin"


def test_everything_is_done_by_the_link_alone(as_user: SignIn) -> None:
    event = make.announced(capacity=1)
    first, second = make.registered(event), make.registered(event)
    client = as_user(None)

    client.post(
        reverse("events:change", args=[key_of(first)]),
        posted(event, full_name="Ewa Nowa", email="nowa@example.org"),
    )
    client.post(reverse("events:cancel", args=[key_of(first)]))
    client.post(reverse("events:confirm", args=[key_of(second)]))

    first.refresh_from_db(), second.refresh_from_db()
    assert (first.full_name, first.state) == ("Ewa Nowa", RegistrationState.CANCELLED)
    assert second.state == RegistrationState.CONFIRMED
    assert Needs.objects.filter(registration=first, diet="vegan").exists()


def test_sessions_with_limits_have_waiting_lists_of_their_own() -> None:
    event = make.announced()
    workshop = make.session(event, capacity=1)
    beside = make.session(event, title="Obok", capacity=5)
    first, second = make.registered(event), make.registered(event)

    signups.sign_up(registration=first, session=workshop)
    waiting = signups.sign_up(registration=second, session=workshop)
    assert waiting.is_waiting
    with pytest.raises(SessionsOverlap):
        signups.sign_up(registration=first, session=beside)

    registering.cancel(registration=first)

    assert SessionSignup.objects.get(session=workshop).registration == second
    workshop.refresh_from_db()
    assert workshop.taken == 1
