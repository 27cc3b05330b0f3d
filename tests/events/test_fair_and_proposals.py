"""The fair and the call for proposals: from application to stand, vote and session."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from events.domain import fair, proposals, standplan
from events.domain.errors import (
    AlreadyRegistered,
    CallClosed,
    EventError,
    SlotFull,
    StandTaken,
    VotedAlready,
)
from events.models import (
    Event,
    Exhibitor,
    LoadInSlot,
    Proposal,
    ProposalReview,
    Stand,
    StandVote,
)
from tests.events import factories as make

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


@pytest.fixture
def event() -> Event:
    return make.announced(
        title="Targi", kind="fair", exhibitors_until=make.in_days(5),
        proposals_until=make.in_days(5), votes_for_stands=True,
    )  # fmt: skip


def exhibitor(event: Event, accepted: bool = True) -> Exhibitor:
    user, organization = make.representative()
    made = fair.apply(
        exhibitor=Exhibitor(
            event=event, organization=organization, offer="Miód", people="Ala", contact_phone="1"
        ),
        actor=user,
    )
    if accepted:
        made = fair.decide(exhibitor=made, target="accepted", note="", actor=None)
    return made


def test_an_organization_applies_and_gets_a_stand(as_user: SignIn, event: Event) -> None:
    user, organization = make.representative()
    ngo, office = as_user(user), as_user(make.official())
    ngo.post(
        reverse("events:apply", args=[event.slug]),
        {"organization": organization.pk, "offer": "Miód z łąki", "space": 6, "people": "Ala",
         "contact_phone": "500600700", "needs_table": "on"},
    )  # fmt: skip
    made = Exhibitor.objects.get()
    office.post(
        reverse("events:edit_plan", args=[event.slug]),
        {"width": 20, "height": 10, "handbook": "Rozładunek od 7.",
         "table": "A1; Rynek; 1; 1; 3; 2; tak\nA2;Rynek;5;1;3,5;2"},
    )  # fmt: skip
    url = reverse("events:exhibitor", args=[event.slug, made.pk])

    no_reason = office.post(url, {"form": "decision", "decyzja-target": "rejected"})
    office.post(url, {"form": "decision", "decyzja-target": "accepted"})
    office.post(url, {"form": "stand", "stoisko-stand": Stand.objects.get(label="A1").pk})

    assert "Podaj powód" in no_reason.content.decode()
    made.refresh_from_db()
    assert (made.state, made.stand.label) == ("accepted", "A1")
    own = ngo.get(reverse("events:application", args=[event.slug, made.pk])).content.decode()
    plan = as_user(None).get(reverse("events:plan", args=[event.slug])).content.decode()
    assert "Rozładunek od 7." in own
    assert f'aria-label="A1: {organization.name}"' in plan.replace("&quot;", '"')
    assert "Miód z łąki" in plan


def test_nobody_stands_where_another_is(event: Event) -> None:
    stand = Stand.objects.create(event=event, label="A1", x=0, y=0)
    first, second = exhibitor(event), exhibitor(event)
    fair.give_stand(exhibitor=first, stand=stand)

    with pytest.raises(StandTaken):
        fair.give_stand(exhibitor=second, stand=stand)
    with pytest.raises(IntegrityError), transaction.atomic():
        Exhibitor.objects.filter(pk=second.pk).update(stand=stand)
    with pytest.raises(IntegrityError), transaction.atomic():
        Exhibitor.objects.filter(pk=first.pk).update(state="withdrawn")


def test_an_organization_applies_once_and_in_time(event: Event) -> None:
    first = exhibitor(event)
    again = Exhibitor(event=event, organization=first.organization, offer="x", people="x")

    with pytest.raises(AlreadyRegistered):
        fair.apply(exhibitor=again, actor=None)
    event.exhibitors_until = timezone.now() - timedelta(minutes=1)
    with pytest.raises(CallClosed):
        fair.apply(exhibitor=Exhibitor(event=event, organization=first.organization), actor=None)


def test_load_in_slots_hold_as_many_as_fit(event: Event) -> None:
    slot = LoadInSlot.objects.create(
        event=event, starts_at=event.starts_at, ends_at=event.ends_at, places=1
    )
    first, second = exhibitor(event), exhibitor(event)
    fair.choose_load_in(exhibitor=first, slot=slot)

    with pytest.raises(SlotFull):
        fair.choose_load_in(exhibitor=second, slot=slot)
    fair.decide(exhibitor=first, target="withdrawn", note="", actor=None)
    fair.choose_load_in(exhibitor=second, slot=slot)

    slot.refresh_from_db()
    assert slot.taken == 1


def test_each_ticket_votes_once_and_only_while_the_fair_goes_on(event: Event) -> None:
    best, other = exhibitor(event), exhibitor(event)
    registration = make.registered(event)
    with pytest.raises(EventError):
        fair.vote(registration=registration, exhibitor=best)
    make.moved(event, timezone.now() - timedelta(hours=1))
    registration.refresh_from_db()

    fair.vote(registration=registration, exhibitor=best)
    with pytest.raises(VotedAlready):
        fair.vote(registration=registration, exhibitor=other)

    best.refresh_from_db()
    assert (best.vote_count, StandVote.objects.count()) == (1, 1)


def test_a_plan_that_cannot_be_read_changes_nothing(event: Event) -> None:
    for table in ("A1; Rynek; x; 1; 3; 2", "A1; Rynek", "A1;;1;1;0;2", "A1;;1;1;NaN;2"):
        with pytest.raises(EventError, match="Linia 2"):
            standplan.draw_from_table(event=event, text=f"B1;;1;1;3;2\n{table}")
    assert not Stand.objects.exists()


def drawing(inside: str) -> bytes:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40" '
        f'xmlns:xlink="http://www.w3.org/1999/xlink">{inside}</svg>'
    ).encode()


def test_an_own_drawing_is_cleaned_and_its_stands_are_links(as_user: SignIn, event: Event) -> None:
    standplan.draw_from_table(event=event, text="A1;Rynek;1;1;3;2\nZ9;Rynek;9;9;3;2")
    made = exhibitor(event)
    fair.give_stand(exhibitor=made, stand=Stand.objects.get(label="A1"))
    office, address = as_user(make.official()), reverse("events:edit_plan", args=[event.slug])
    source = drawing(
        '<style>@import url(https://zly.example/x.css); .st0 { fill: #eee }</style>'
        '<script>alert(1)</script><foreignObject><body/></foreignObject>'
        '<image xlink:href="https://zly.example/a.png"/><use xlink:href="#stoisko-A1"/>'
        '<a href="https://zly.example/"><text>klik</text></a>'
        '<g id="stoisko-A1" onclick="alert(2)"><rect class="st0" x="1" y="1" width="3" height="2"/>'
        '<text x="1" y="2" style="font-size:1px;background:url(//zly.example)">A1</text></g>'
        '<path id="stoisko-B7" d="M5 5h3v2z" fill="url(https://zly.example/f)"/>'
    )  # fmt: skip

    sent = office.post(
        address,
        {"width": 60, "height": 40, "handbook": "", "table": "",
         "own_drawing": SimpleUploadedFile("plan.svg", source)},
        follow=True,
    )  # fmt: skip
    page = as_user(None).get(reverse("events:plan", args=[event.slug]), {"q": "miód"})

    told, text = sent.content.decode(), page.content.decode()
    assert "Na rysunku jest 2 stois" in told
    assert "Tych stoisk nie ma na rysunku: Z9." in told
    for word in ("foreignObject (1)", "image (1)", "onclick (1)", "script (1)", "use (1)"):
        assert word in told
    plan = text[text.index('<div class="plan') :]
    plan = plan[: plan.index("</svg>")]
    assert "zly.example" not in plan
    assert not re.search("script|onclick|style|<image|<use|foreign|klik", plan)
    stand = reverse("events:stand", args=[event.slug, made.pk])
    assert f'<a href="{stand}" class="plan__link plan__link--found"' in plan
    assert '<rect x="1" y="1" width="3" height="2" fill="#eee"/>' in plan
    assert set(event.stands.values_list("label", flat=True)) == {"A1", "B7", "Z9"}

    office.post(address, {"width": 60, "height": 40, "table": "", "drops_drawing": "on"})
    assert "plan--own" not in as_user(None).get(page.request["PATH_INFO"]).content.decode()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7", "To nie jest rysunek SVG."),
        (b"<html xmlns='http://www.w3.org/1999/xhtml'/>", "To nie jest rysunek SVG."),
        (
            b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
            b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>&a;</text></svg>',
            "Na rysunku nie ma stoisk",
        ),
        (drawing("<rect/>"), "Na rysunku nie ma stoisk"),
        (drawing('<rect id="stoisko-A1"/><rect id="stand_a1"/>'), "Stoisko A1 jest na rysunku dwa"),
        (drawing("<g>" * 50 + "</g>" * 50), "za duży"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" id="stoisko-1"/>', "nie ma rozmiaru"),
    ],
)  # fmt: skip
def test_what_is_no_plan_of_stands_is_refused(event: Event, data: bytes, words: str) -> None:
    with pytest.raises(EventError, match=words):
        standplan.use_drawing(event=event, data=data)
    assert not Stand.objects.exists()


def test_a_proposal_is_judged_apart_and_becomes_a_session(as_user: SignIn, event: Event) -> None:
    user, organization = make.representative()
    as_user(user).post(
        reverse("events:propose", args=[event.slug]),
        {"organization": organization.pk, "title": "Warsztat o rzece", "kind": "workshop",
         "language": "pl", "abstract": "Opis", "minutes": 45, "speaker_name": "Ala Rzeczna"},
    )  # fmt: skip
    proposal = Proposal.objects.get()
    one, two = make.helper(event, "programme"), make.helper(event, "programme")
    url = reverse("events:proposal", args=[event.slug, proposal.pk])
    as_user(one).post(
        url, {"form": "review", "ocena-score": 5, "ocena-comment": "Tajemnica jednej"}
    )

    before = as_user(two).get(url).content.decode()
    as_user(two).post(url, {"form": "review", "ocena-score": 3})
    after = as_user(two).get(url).content.decode()
    as_user(two).post(url, {"form": "decision", "decyzja-target": "accepted"})

    assert "Tajemnica jednej" not in before
    assert "Tajemnica jednej" in after
    assert proposals.for_team(event).get().average == 4
    proposal.refresh_from_db()
    assert proposal.session.people.get().speaker.name == "Ala Rzeczna"
    assert ProposalReview.objects.count() == 2
    mine = as_user(user).get(reverse("events:own_proposals", args=[event.slug]))
    assert "przyjęte" in mine.content.decode()
