"""The table of defaults by role, and what comes of it."""

from __future__ import annotations

import pytest
from django.test import Client

from accounts.models import User
from notifications import defaults, kinds
from notifications.defaults import Default
from notifications.domain.choices import choices_of
from notifications.domain.preferences import Choice, choose, chosen_kinds
from notifications.models import EmailPace, KindPreference
from organizations.models import PublicBody
from portal.notification_defaults import COLUMNS, TABLE
from tests.accounts.factories import AdministratorFactory, UserFactory
from tests.organizations.factories import OrganizationMembershipFactory, PublicBodyMembershipFactory

OPENED = "consultations.opened"


def an_official(person: User | None = None) -> User:
    """Somebody who acts for a public body."""
    office = PublicBody.objects.get(kind="marshal")
    return PublicBodyMembershipFactory(public_body=office, user=person or UserFactory()).user


def test_every_row_is_a_kind_and_has_a_cell_for_each_role() -> None:
    assert [key for key in TABLE if kinds.find(key) is None] == []
    assert {len(cells) for cells in TABLE.values()} == {len(COLUMNS)}
    assert [role.key for role in defaults.all_roles()] == list(COLUMNS)


def test_each_role_hears_as_the_table_says(
    db: None, django_assert_max_num_queries: pytest.fixture
) -> None:
    nobody, administrator = UserFactory(), AdministratorFactory()
    member = OrganizationMembershipFactory().user
    official = an_official()
    people = [nobody, administrator, member, official]
    UserFactory.create_batch(5, password=None)

    with django_assert_max_num_queries(6):
        found = choices_of(kinds.get(OPENED), [*people, *User.objects.all()])

    assert [found[person.pk].email for person in people] == ["at_once", "never", "at_once", "daily"]


def test_two_roles_hear_by_the_quicker_one() -> None:
    both = defaults.default_for(kinds.get(OPENED), {"member", "official"})

    assert both == Default(inbox=True, email=EmailPace.AT_ONCE, push=True)


def test_a_closed_membership_is_no_role(db: None) -> None:
    member = OrganizationMembershipFactory(is_active=False).user

    assert defaults.roles_of([member.pk], ["member"]) == {member.pk: set()}


def test_the_page_shows_defaults_and_goes_back_to_them(client: Client, db: None) -> None:
    official = an_official()
    choose(official, {OPENED: Choice(inbox=False, email=EmailPace.NEVER)})
    client.force_login(official)

    page = client.get("/powiadomienia/ustawienia/").content.decode()
    assert "osoba z urzędu" in page
    assert "zmienione; domyślnie: skrzynka, e-mail raz dziennie" in page

    client.post("/powiadomienia/ustawienia/domyslne/")

    assert not KindPreference.objects.exists()
    page = client.get("/powiadomienia/ustawienia/").content.decode()
    assert "zmienione" not in page
    assert "Przywróć ustawienia domyślne" not in page


def test_a_choice_holds_when_the_role_changes(db: None) -> None:
    person = UserFactory()
    choose(person, {OPENED: Choice(inbox=False, email=EmailPace.WEEKLY)})
    an_official(person)

    (chosen,) = [row for row in chosen_kinds(person) if row.kind.key == OPENED]

    assert (chosen.choice.email, chosen.default.email) == ("weekly", "daily")
