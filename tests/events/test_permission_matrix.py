"""Every role × every stage × every address: nobody sees or does what is not theirs.

An address that is not named below belongs to those who organise.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, reverse

from events.domain import fair, organising, proposals
from events.domain.links import key_of
from events.models import Event, EventStage, Exhibitor, Proposal, Stand, TeamRole
from events.web.urls import urlpatterns
from tests.accounts.factories import AdministratorFactory, UserFactory
from tests.events import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_refusals")]
SignIn = Callable[[Any], Client]

PUBLIC = {
    "detail", "event_file", "programme", "programme_file", "schedule", "embedded", "session",
    "register", "embedded_registration", "plan", "stand",
}  # fmt: skip
SIGNED_IN = {"my_programme", "own_proposals"}
REPRESENTATIVES = {"apply", "propose", "register_group"}
POST_ONLY = {"star", "follow"}
MANAGERS = {
    "edit", "copy", "change_stage", "remove_member", "report", "report_file", "evaluation_file",
    "exhibitors", "exhibitor", "edit_plan",
}  # fmt: skip
PROGRAMMERS = {
    "editor", "place", "publish", "versions", "import_schedule", "proposals", "proposal",
}  # fmt: skip
ATTENDANTS = {
    "participants", "participant", "approve", "reject", "cancel_participant",
    "participants_file", "needs_file", "badges", "certificates", "mailings", "call_off_mailing",
}  # fmt: skip
DOORKEEPERS = {
    "attendance_file", "door", "scanner", "check_in", "door_data", "sync", "walk_in",
    "undo_entry",
}  # fmt: skip
HELPERS = {"backstage", "team", "finish_task"}
# The row pages ask per kind of row; see test_rows_belong_to_their_role.
ROWS = {"rows", "add_row", "edit_row", "delete_row"}
ELSEWHERE = {"application", "material"}
# Take a form of another page; a GET leads there, and that page asks who may see it.
LED_BACK = {"publish"}

PATTERNS = {
    str(pattern.name): pattern
    for pattern in urlpatterns
    if isinstance(pattern, URLPattern) and "slug" in pattern.pattern.regex.groupindex
    and "serie" not in str(pattern.pattern)
}  # fmt: skip
NEEDED = {
    "manager": MANAGERS | PROGRAMMERS | ATTENDANTS | DOORKEEPERS | HELPERS,
    "office": MANAGERS | PROGRAMMERS | ATTENDANTS | DOORKEEPERS | HELPERS,
    "administrator": MANAGERS | PROGRAMMERS | ATTENDANTS | DOORKEEPERS | HELPERS,
    "programmer": PROGRAMMERS | HELPERS,
    "attendant": ATTENDANTS | DOORKEEPERS | HELPERS,
    "doorkeeper": DOORKEEPERS | HELPERS,
    "other office": set(),
    "representative": set(),
    "participant": set(),
    "nobody": set(),
}
ROLES = list(NEEDED)


def person(role: str, event: Event) -> Any:
    """Somebody in the role."""
    if role == "nobody":
        return None
    made: dict[str, Callable[[], Any]] = {
        "office": make.official,
        "other office": lambda: make.official(make.other_office()),
        "administrator": AdministratorFactory,
        "manager": lambda: make.helper(event, TeamRole.MANAGER),
        "programmer": lambda: make.helper(event, TeamRole.PROGRAMME),
        "attendant": lambda: make.helper(event, TeamRole.PARTICIPANTS),
        "doorkeeper": lambda: make.helper(event, TeamRole.DOOR),
        "representative": lambda: make.representative()[0],
        "participant": UserFactory,
    }
    return made[role]()


def staged(stage: str) -> tuple[Event, dict[str, Any]]:
    """An event in ``stage`` with something on every page, and the keys of its addresses."""
    event = make.new_event(
        title="Targi", proposals_until=make.in_days(5), exhibitors_until=make.in_days(5)
    )
    session = make.session(event, capacity=5)
    make.published_programme(event)
    organising.change_stage(event=event, target=EventStage.PUBLISHED, actor=None)
    registration = make.registered(event)
    user, organization = make.representative()
    exhibitor = fair.apply(
        exhibitor=Exhibitor(
            event=event, organization=organization, offer="Pokaz", people="Ala", contact_phone="1"
        ),
        actor=user,
    )
    exhibitor = fair.decide(exhibitor=exhibitor, target="accepted", note="", actor=None)
    stand = Stand.objects.create(event=event, label="A1", x=1, y=1)
    fair.give_stand(exhibitor=exhibitor, stand=stand)
    proposal = proposals.propose(
        proposal=Proposal(
            event=event, organization=organization, title="Warsztat", abstract="Opis",
            speaker_name="Ala",
        ),
        actor=user,
    )  # fmt: skip
    if stage == EventStage.DRAFT:
        Event.objects.filter(pk=event.pk).update(stage=EventStage.DRAFT)
    if stage == EventStage.CANCELLED:
        organising.change_stage(event=event, target=stage, actor=None, reason="Burza")
    event.refresh_from_db()
    keys = {
        "slug": event.slug,
        "kind": "zadania",
        "target": "cancelled",
        "format": "json",
        "key": key_of(registration),
    }
    own = {
        "session": session.pk, "star": session.pk, "place": session.pk, "stand": exhibitor.pk,
        "exhibitor": exhibitor.pk, "application": exhibitor.pk, "proposal": proposal.pk,
        "participant": registration.pk,
    }  # fmt: skip
    return event, keys | {"own": own}


@pytest.fixture
def status_of() -> Callable[..., int]:
    def ask(client: Client, name: str, keys: dict[str, Any], method: str = "get") -> int:
        values = keys | {"pk": keys["own"].get(name, 999_999)}
        if name.endswith("_file"):
            values |= {"format": "csv"}
        wanted = PATTERNS[name].pattern.regex.groupindex
        url = reverse(f"events:{name}", kwargs={key: values[key] for key in wanted})
        return getattr(client, method)(url).status_code

    return ask


def test_every_address_is_named() -> None:
    named = PUBLIC | SIGNED_IN | REPRESENTATIVES | POST_ONLY | NEEDED["office"] | ROWS | ELSEWHERE

    assert set(PATTERNS) == named


@pytest.mark.parametrize("stage", EventStage.values)
def test_reading(as_user: SignIn, status_of: Callable[..., int], stage: str) -> None:
    event, keys = staged(stage)
    # Roles differ in what they may do; whether they may see is the same for all who are outside.
    is_whole = stage == EventStage.PUBLISHED
    names = sorted(PATTERNS) if is_whole else sorted(PUBLIC | SIGNED_IN | HELPERS)

    for role in ROLES if is_whole else ["nobody", "participant", "doorkeeper", "office"]:
        client = as_user(person(role, event))
        inside = bool(NEEDED[role])
        visible = inside or stage != EventStage.DRAFT
        for name in names:
            status = status_of(client, name, keys)
            where = (role, name, status)
            assert status < 500, where
            if name in PUBLIC:
                assert status == (200 if visible else 404), where
            elif name in SIGNED_IN and role == "nobody":
                assert status == 302, where
            elif name in SIGNED_IN:
                assert status == (200 if visible else 404), where
            elif name in REPRESENTATIVES:
                assert status != 200 or role == "representative", where
            elif name in LED_BACK:
                assert status == 302, where
            elif name in NEEDED["office"]:
                if name in NEEDED[role]:
                    # 404: a row that is not there; 302: nothing to print yet.
                    assert status in (200, 405, 404, 302), where
                else:
                    assert status in (302 if role == "nobody" else 403, 404, 405), where
            elif name in ELSEWHERE:
                assert status != 200, where


def test_others_cannot_write(as_user: SignIn, status_of: Callable[..., int]) -> None:
    event, keys = staged(EventStage.PUBLISHED)
    before = state_of(event)

    for role in ROLES:
        client = as_user(person(role, event))
        for name in sorted(NEEDED["office"] - NEEDED[role]):
            status = status_of(client, name, keys, "post")
            assert status in (302 if role == "nobody" else 403, 404, 405), (role, name, status)

    assert state_of(event) == before


ROLE_OF_ROWS = {
    "sale": PROGRAMMERS, "sciezki": PROGRAMMERS, "osoby": PROGRAMMERS, "sesje": PROGRAMMERS,
    "materialy": PROGRAMMERS, "pule": MANAGERS, "stoiska": MANAGERS, "rozladunek": MANAGERS,
    "zaproszenia": ATTENDANTS, "zadania": HELPERS,
}  # fmt: skip


def test_rows_belong_to_their_role(as_user: SignIn) -> None:
    event = make.announced()

    for role in ROLES:
        client = as_user(person(role, event))
        for kind, needed in ROLE_OF_ROWS.items():
            status = client.get(reverse("events:add_row", args=[event.slug, kind])).status_code
            refused = 302 if role == "nobody" else 403
            expected = 200 if needed <= NEEDED[role] else refused
            assert status == expected, (role, kind, status)
    listed = as_user(make.official()).get(reverse("events:rows", args=[event.slug, "pule"]))
    assert listed.status_code == 200


def state_of(event: Event) -> list[Any]:
    """What only those who organise may change."""
    event.refresh_from_db()
    return [
        event.stage,
        event.title,
        event.programme_id,
        list(event.registrations.values_list("pk", "state").order_by("pk")),
        list(event.exhibitors.values_list("pk", "state", "stand").order_by("pk")),
        list(event.proposals.values_list("pk", "state").order_by("pk")),
        list(event.sessions.values_list("pk", "room", "starts_at").order_by("pk")),
    ]


def test_a_letters_link_is_a_key_that_cannot_be_guessed(as_user: SignIn) -> None:
    event, keys = staged(EventStage.PUBLISHED)
    client = as_user(None)
    right = reverse("events:registration", args=[keys["key"]])
    number = event.registrations.get().pk

    assert client.get(right).status_code == 200
    assert client.get(right.replace(keys["key"], str(number))).status_code == 404
    assert client.get(right.replace(keys["key"], keys["key"][:-2] + "AA")).status_code == 404
