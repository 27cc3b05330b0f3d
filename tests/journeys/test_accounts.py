"""Accounts as people live them: another service vouches, an official is away, data are seen."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from accounts.external_sign_in import saml_app
from accounts.models import User
from organizations.models import PublicBody, PublicBodyRole
from tests.accounts.factories import AdministratorFactory, UserFactory
from tests.accounts.identity_provider import IdentityProvider, Keys, served
from tests.journeys.conftest import Visitor
from tests.organizations.factories import PublicBodyMembershipFactory

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_a_citizen_comes_in_by_the_national_node(
    transactional_db: None, visitor: Callable[..., Visitor], settings: Any
) -> None:
    with served(IdentityProvider(Keys.make())) as idp:
        app = saml_app(
            name="login.gov.pl",
            entity_id=idp.entity_id,
            sso_url=idp.url,
            certificate=idp.keys.certificate,
        )
        settings.SOCIALACCOUNT_PROVIDERS = {"saml": {"APPS": [app]}}
        policy = deepcopy(settings.CONTENT_SECURITY_POLICY)
        policy["DIRECTIVES"]["form-action"].append(idp.url.removesuffix("/sso"))
        settings.CONTENT_SECURITY_POLICY = policy
        citizen = visitor(width=390)

        citizen.go("/konto/login/")
        citizen.picture("logowanie")
        citizen.page.get_by_role("button", name="login.gov.pl").click()
        citizen.page.get_by_role("button", name="Potwierdzam, że to ja").click()
        citizen.page.wait_for_url("**/konto/3rdparty/signup/")
        citizen.look()
        assert citizen.page.input_value("[name=display_name]") == "Jadwiga Śląska"
        citizen.page.fill("[name=email]", "jadwiga@example.org")
        citizen.page.check("[name=accept_terms]")
        citizen.press("Załóż konto")
        code = re.search(r"^([A-Z0-9]{3,}-?[A-Z0-9]{3,})$", str(mail.outbox[0].body), re.MULTILINE)
        assert code
        citizen.page.fill("[name=code]", code[1])
        citizen.page.click("main button[type=submit]")
        citizen.page.wait_for_url("**/konto/")
        citizen.sees("Jadwiga Śląska")
        citizen.go("/konto/3rdparty/")
        citizen.sees("login.gov.pl")
    assert User.objects.get().display_name == "Jadwiga Śląska"


def test_an_official_on_leave_has_a_deputy(
    transactional_db: None, visitor: Callable[..., Visitor]
) -> None:
    office = PublicBody.objects.get(kind="marshal")
    absent = PublicBodyMembershipFactory(
        public_body=office,
        role=PublicBodyRole.COORDINATOR,
        user=UserFactory(display_name="Urszula Urlopowa", email="urlop@example.org"),
    ).user
    deputy = PublicBodyMembershipFactory(
        public_body=office,
        user=UserFactory(display_name="Zenon Zastępca", email="zastepca@example.org"),
    ).user
    official, colleague = visitor(), visitor(width=390)

    official.arrive_as(absent.email)
    official.go(office.get_absolute_url())
    official.press("Zastępstwa")
    official.page.select_option("[name=official]", str(absent.pk))
    official.page.select_option("[name=deputy]", str(deputy.pk))
    today = timezone.localdate().isoformat()
    official.page.fill("[name=starts_on]", today)
    official.page.fill("[name=ends_on]", today)
    official.press("Wyznacz")
    official.sees("Zenon Zastępca")
    official.picture("zastepstwa")

    colleague.sign_in(deputy.email)
    colleague.sees("Działasz w zastępstwie")
    colleague.look()
    official.press("Odwołaj")
    colleague.go("/konto/")
    assert "Działasz w zastępstwie" not in colleague.page.content()


def test_a_person_learns_who_saw_their_data_and_why_they_are_kept(
    transactional_db: None, visitor: Callable[..., Visitor]
) -> None:
    person = UserFactory(email="ktos@example.org")
    AdministratorFactory(email="admin@example.org", display_name="Alicja Adminowska")
    helper, owner = visitor(), visitor(width=390)

    helper.arrive_as("admin@example.org")
    helper.page.goto(f"{helper.base}/admin/accounts/user/{person.pk}/change/")
    owner.arrive_as("ktos@example.org")
    owner.go("/konto/prywatnosc/")
    owner.picture("prywatnosc")
    owner.press("Zobacz, kto i kiedy widział Twoje dane")
    owner.sees("Alicja Adminowska")
    owner.picture("kto-widzial")
    owner.go("/prywatnosc/")
    owner.page.get_by_role("link", name="Cały rejestr celów przetwarzania").click()
    owner.page.get_by_text("Wydarzenia i szkolenia").click()
    owner.sees("imię i nazwisko, adres e-mail, telefon, organizacja, powiat")
    owner.look()
    owner.picture("rejestr")
