"""Every role × every address: nobody sees or does what is not theirs.

An address that is not named below belongs to the office; one that shows itself to others fails.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from standards.models import Stage
from standards.web.urls import urlpatterns
from tests.accounts.factories import AdministratorFactory
from tests.standards import factories as make
from tests.standards.addresses import Places, address_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_refusals")]
SignIn = Callable[[Any], Client]

# Everybody, signed in or not.
PUBLIC = {
    "list", "groups", "group", "appointment", "trainings", "detail", "evidence_file", "text",
    "text_changes", "unit", "text_file", "group_calendar", "statistics", "statistics_file",
    "meetings", "meeting", "meeting_file", "meeting_calendar", "call",
    "opinions", "opinion", "opinion_file", "election", "check_receipt", "adoptions",
    "adoption_act", "project", "project_file", "materials", "material", "download", "collection",
    "practices", "practice", "preview",
}  # fmt: skip
# Whoever is signed in; a GET answers 405.
ACTIONS = {
    "follow", "invite", "cancel_meeting", "finish_action", "begin_minutes", "approve_minutes",
    "add_comment", "settle_comment", "choose_date", "withdraw", "announce_election",
    "cancel_election", "consent", "draw_lots", "confirm_adoption", "invite_offices", "ask",
    "ask_for_alternative",
}  # fmt: skip
# What anybody signed in may do about their own.
ANYBODYS = {"follow", "withdraw", "apply", "ask", "ask_for_alternative"}
# Those who represent an organization, and what time decides: see test_voting, test_meetings.
ELSEWHERE = {"propose", "mandate", "complain", "cast", "protocol", "minutes_file"}
# Pages of whoever is signed in.
SIGNED_IN = {"apply"}
# Officials of any office.
OFFICIALS = {
    "create", "create_group", "record_training", "create_project", "declare", "share_material",
    "share_practice",
}  # fmt: skip
# Administrators of the portal.
ADMINISTRATORS = {
    "moderate_material", "moderate_practice", "new_collection", "edit_collection",
    "new_material_version", "answer", "give_alternative",
}  # fmt: skip
# The team beside the office.
TEAM = {
    "workspace", "new_document", "document", "edit_document", "compare_document", "version_file",
    "vote", "poll",
}  # fmt: skip
# The office, and those who lead the team.
LEADERS = {
    "plan_meeting", "edit_meeting", "attendance", "add_decision", "add_action",
    "add_meeting_file", "new_vote", "new_poll", "new_opinion",
}  # fmt: skip
ROLES = ["nobody", "participant", "member", "secretary", "other office", "office", "administrator"]
NAMES = [pattern.name for pattern in urlpatterns]


def may_see(role: str, name: str) -> bool:
    """Who reads a page, in one place."""
    if name in PUBLIC:
        return True
    if role == "nobody" or name in ACTIONS | ELSEWHERE:
        return False
    if name in ADMINISTRATORS:
        return role == "administrator"
    if role in ("office", "administrator") or name in SIGNED_IN:
        return True
    if name in OFFICIALS:
        return role == "other office"
    if name in TEAM | LEADERS:
        return role == "secretary" or (role == "member" and name in TEAM)
    return False


@pytest.fixture
def places() -> Places:
    """One of everything."""
    return Places.made()


def test_the_named_addresses_exist() -> None:
    assert (PUBLIC | ACTIONS | SIGNED_IN | OFFICIALS | TEAM | LEADERS) - set(NAMES) == set()


@pytest.mark.parametrize("role", ROLES)
def test_reading(as_user: SignIn, role: str, places: Places) -> None:
    people = make.people(places.group) | {"administrator": AdministratorFactory()}
    client = as_user(people[role])

    for name in NAMES:
        status = client.get(address_of(name, places)).status_code
        assert status < 500, (name, status)
        assert (status == 200) == may_see(role, name), (name, status)


@pytest.mark.parametrize("role", ["nobody", "participant", "other office"])
def test_others_change_nothing(as_user: SignIn, role: str, places: Places) -> None:
    client = as_user(make.people(places.group)[role])
    before = places.state()

    for name in set(NAMES) - OFFICIALS - PUBLIC - ANYBODYS:
        status = client.post(address_of(name, places)).status_code
        assert status in (302, 403, 404, 405), (name, status)

    assert places.state() == before


@pytest.mark.parametrize("role", ROLES)
def test_what_is_not_listed(as_user: SignIn, role: str) -> None:
    group = make.new_group(is_listed=False)
    standard = make.at_stage(Stage.DRAFT, is_listed=False, group=group)
    people = make.people(group) | {"administrator": AdministratorFactory()}
    client = as_user(people[role])
    inside = role in ("member", "secretary", "office", "administrator")

    for row in (group, standard):
        status = client.get(row.get_absolute_url()).status_code
        assert status == (200 if inside else 404)
    assert (standard.title in client.get(reverse("standards:list")).content.decode()) == inside


@pytest.mark.parametrize("role", ROLES)
def test_internal_documents(as_user: SignIn, role: str) -> None:
    group = make.new_group()
    standard = make.at_stage(Stage.TEAM, group=group)
    secret = make.Proof(dated_on=make.timezone.localdate(), file=make.paper(), is_public=False)
    make.take(standard, Stage.DRAFT, proof=secret)
    people = make.people(group) | {"administrator": AdministratorFactory()}
    client = as_user(people[role])
    inside = role in ("member", "secretary", "office", "administrator")
    address = standard.evidence.get(kind="draft").get_absolute_url()

    assert client.get(address).status_code == (200 if inside else 403)
    assert (address in client.get(standard.get_absolute_url()).content.decode()) == inside
