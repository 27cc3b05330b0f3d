"""Sign-in by SAML 2.0, against an identity provider that really signs."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from django.core.mail import EmailMultiAlternatives
from django.test import Client
from django.urls import reverse

from accounts.domain.erasure import erase_user
from accounts.external_sign_in import SAML_SLUG, saml_app
from accounts.models import Consent, User
from tests.accounts.factories import PASSWORD, AdministratorFactory, UserFactory
from tests.accounts.identity_provider import EMAIL, IdentityProvider, Keys, Mischief

pytestmark = pytest.mark.django_db

LOGIN = reverse("saml_login", args=[SAML_SLUG])
ACS = reverse("saml_acs", args=[SAML_SLUG])


def browser() -> Client:
    """A browser that says, as they all do, which host it asks; SAML signs the addresses."""
    return Client(headers={"host": "testserver"})


@pytest.fixture
def client() -> Client:
    """The person's browser."""
    return browser()


@pytest.fixture(scope="session")
def keys() -> Keys:
    """The provider's keys."""
    return Keys.make()


@pytest.fixture(scope="session")
def other_keys() -> Keys:
    """Keys of somebody else, and of the portal where it signs."""
    return Keys.make()


@pytest.fixture
def idp(keys: Keys, settings: Any) -> IdentityProvider:
    """A provider for which the portal is set up."""
    provider = IdentityProvider(keys)
    set_up(settings, provider)
    return provider


def set_up(settings: Any, provider: IdentityProvider, **options: Any) -> None:
    """Give the portal the provider's address and certificate."""
    app = saml_app(
        name="login.gov.pl",
        entity_id=provider.entity_id,
        sso_url=provider.url,
        certificate=provider.keys.certificate,
        **options,
    )
    settings.SOCIALACCOUNT_PROVIDERS = {"saml": {"APPS": [app]}}


def sign_in(
    client: Client, idp: IdentityProvider, mischief: Mischief | None = None, **query: str
) -> Any:
    """The whole way there and back; the last response."""
    there = client.post(f"{LOGIN}?process={query.get('process', 'login')}")
    return come_back(client, idp.answer(idp.read(there.url), mischief))


def come_back(client: Client, answer: str) -> Any:
    """The browser posts the provider's form and follows."""
    posted = client.post(ACS, {"SAMLResponse": answer})
    return client.get(posted.url)


def is_signed_in(client: Client) -> bool:
    """Whether the browser has a session of somebody."""
    return "_auth_user_id" in client.session


def finish(client: Client, mailoutbox: list[EmailMultiAlternatives]) -> User:
    """A newcomer gives the address, agrees, and confirms by the code."""
    answers = {"email": "jadwiga@example.org", "display_name": "Jadwiga Śląska"}
    client.post(reverse("socialaccount_signup"), answers | {"accept_terms": "on"})
    code = re.search(r"^([A-Z0-9]{3,}-?[A-Z0-9]{3,})$", str(mailoutbox[0].body), re.MULTILINE)
    assert code
    client.post(reverse("account_email_verification_sent"), {"code": code[1]})
    return User.objects.get(email="jadwiga@example.org")


def test_a_newcomer_makes_an_account_and_comes_in_again(
    client: Client, idp: IdentityProvider, mailoutbox: list[EmailMultiAlternatives]
) -> None:
    response = sign_in(client, idp)
    assert response.url == reverse("socialaccount_signup")
    form = client.get(response.url).context["form"]
    assert form["display_name"].value() == "Jadwiga Śląska"
    assert not is_signed_in(client)

    user = finish(client, mailoutbox)

    assert is_signed_in(client)
    assert user.display_name == "Jadwiga Śląska"
    assert Consent.objects.filter(user=user).exists()
    assert EmailAddress.objects.get(user=user).verified
    again = browser()
    assert sign_in(again, idp).url == reverse("accounts:dashboard")
    assert again.session["_auth_user_id"] == str(user.pk)


def test_neither_pesel_nor_the_assertion_is_kept(
    client: Client, idp: IdentityProvider, mailoutbox: list[EmailMultiAlternatives]
) -> None:
    sign_in(client, idp)
    finish(client, mailoutbox)

    account = SocialAccount.objects.get()
    kept = json.dumps([account.uid, account.extra_data, dict(client.session)], default=str)
    assert "85010112345" not in kept
    assert account.extra_data == {}
    assert len(account.uid) == 64


def test_another_person_is_another_account(client: Client, idp: IdentityProvider) -> None:
    user = UserFactory()
    connect(client, user, idp)

    other = IdentityProvider(idp.keys, person={**idp.person, next(iter(idp.person)): "900"})
    stranger = browser()
    assert sign_in(stranger, other).url == reverse("socialaccount_signup")


def connect(client: Client, user: User, idp: IdentityProvider) -> Any:
    """A signed-in person adds the service to their account."""
    client.force_login(user)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return sign_in(client, idp, process="connect")


def test_a_person_connects_the_service_and_takes_it_off(
    client: Client, idp: IdentityProvider
) -> None:
    user = UserFactory()
    assert "Zarządzaj usługami" not in client.get(reverse("account_login")).content.decode()

    connect(client, user, idp)

    account = SocialAccount.objects.get(user=user)
    page = client.get(reverse("socialaccount_connections")).content.decode()
    assert "login.gov.pl" in page
    elsewhere = browser()
    sign_in(elsewhere, idp)
    assert elsewhere.session["_auth_user_id"] == str(user.pk)
    client.post(reverse("socialaccount_connections"), {"account": account.pk})
    assert not SocialAccount.objects.exists()


def test_an_open_session_alone_cannot_add_a_way_of_sign_in(
    client: Client, idp: IdentityProvider
) -> None:
    client.force_login(UserFactory())

    sign_in(client, idp, process="connect")

    assert not SocialAccount.objects.exists()


@pytest.mark.parametrize("vouched", [True, False])
def test_only_a_vouched_address_links_to_its_account(
    client: Client, idp: IdentityProvider, settings: Any, vouched: bool
) -> None:
    set_up(settings, idp, email_is_verified=vouched)
    user = UserFactory(email="urzad@example.org")
    idp.person[EMAIL] = user.email

    sign_in(client, idp)

    assert is_signed_in(client) is vouched
    assert SocialAccount.objects.filter(user=user).exists() is vouched


REFUSED = {
    "no signature": Mischief(signs_assertion=False, signs_response=False),
    "assertion not signed": Mischief(signs_assertion=False),
    "message not signed": Mischief(signs_response=False),
    "for another portal": Mischief(audience="https://inny.example.org"),
    "sent elsewhere": Mischief(destination="https://inny.example.org/acs"),
    "too old": Mischief(age=timedelta(hours=1)),
    "from the future": Mischief(age=-timedelta(hours=1)),
    "not asked for": Mischief(in_response_to="_nikt-nie-pytal"),
    "changed on the way": Mischief(changes_name=True, signs_response=False),
    "changed before the outer signature": Mischief(changes_name=True),
    "of another service": Mischief(issuer="https://inny.example.org/idp"),
}


@pytest.mark.parametrize("mischief", REFUSED.values(), ids=REFUSED.keys())
def test_a_wrong_answer_is_refused(
    client: Client, idp: IdentityProvider, mischief: Mischief
) -> None:
    user = UserFactory()
    connect(browser(), user, idp)

    response = sign_in(client, idp, mischief)

    assert not is_signed_in(client)
    # An answer to no question of this browser is forbidden, a wrong one not believed.
    assert response.status_code == (403 if mischief == REFUSED["not asked for"] else 401)


def test_a_signature_by_other_keys_is_refused(
    client: Client, idp: IdentityProvider, other_keys: Keys
) -> None:
    connect(browser(), UserFactory(), idp)

    response = sign_in(client, idp, Mischief(assertion_key=other_keys))

    assert "Logowanie się nie powiodło" in response.content.decode()
    assert not is_signed_in(client)


def test_an_answer_works_once_and_only_where_it_was_asked_for(
    client: Client, idp: IdentityProvider
) -> None:
    connect(browser(), UserFactory(), idp)
    answer = idp.answer(idp.read(client.post(f"{LOGIN}?process=login").url))

    thief = browser()
    come_back(thief, answer)
    assert not is_signed_in(thief)
    come_back(client, answer)
    assert is_signed_in(client)
    client.logout()
    come_back(client, answer)
    assert not is_signed_in(client)


@pytest.mark.parametrize("answer", ["", "to nie base64", "PHhtbC8+"])
def test_rubbish_is_told_in_plain_words(client: Client, idp: IdentityProvider, answer: str) -> None:
    response = come_back(client, answer)

    assert response.status_code == 401
    assert "Logowanie się nie powiodło" in response.content.decode()
    assert not is_signed_in(client)


def test_the_portal_describes_itself_and_signs_when_it_has_a_key(
    client: Client, idp: IdentityProvider, settings: Any, other_keys: Keys
) -> None:
    set_up(
        settings,
        idp,
        sp_entity_id="https://portal.example.org/sp",
        sp_certificate=other_keys.certificate,
        sp_private_key=other_keys.pem,
    )

    metadata = client.get(reverse("saml_metadata", args=[SAML_SLUG]))
    request = idp.read(client.post(f"{LOGIN}?process=login").url)

    text = metadata.content.decode()
    assert metadata["Content-Type"] == "text/xml"
    assert 'entityID="https://portal.example.org/sp"' in text
    assert f"http://testserver{ACS}" in text
    assert 'WantAssertionsSigned="true"' in text
    assert request.is_signed
    assert request.audience == "https://portal.example.org/sp"


def test_the_service_ends_the_session_and_nobody_else_does(
    client: Client, idp: IdentityProvider, settings: Any, other_keys: Keys
) -> None:
    set_up(settings, idp, slo_url="https://probny.login.gov.pl/slo")
    connect(client, UserFactory(), idp)
    sls = f"http://testserver{reverse('saml_sls', args=[SAML_SLUG])}"

    assert client.get(idp.logout_request(sls, keys=other_keys)).status_code == 400
    unsigned = idp.logout_request(sls).partition("&SigAlg")[0]
    assert client.get(unsigned).status_code == 400
    assert is_signed_in(client)

    answer = client.get(idp.logout_request(sls))

    assert answer.url.startswith("https://probny.login.gov.pl/slo?SAMLResponse=")
    assert not is_signed_in(client)


def test_a_second_factor_is_asked_for_after_it(
    client: Client, idp: IdentityProvider, settings: Any
) -> None:
    settings.REQUIRE_SECOND_FACTOR = True
    administrator = AdministratorFactory()
    connect(browser(), administrator, idp)
    settings.REQUIRE_SECOND_FACTOR = True

    sign_in(client, idp)

    assert client.get(reverse("admin:index")).url == reverse("accounts:security")


def test_erasure_takes_the_service_off(client: Client, idp: IdentityProvider) -> None:
    user = UserFactory()
    connect(client, user, idp)

    erase_user(user)

    assert not SocialAccount.objects.exists()


def test_without_configuration_there_is_no_trace_of_it(client: Client) -> None:
    page = client.get(reverse("account_login")).content.decode()

    assert "albo przez" not in page
    assert client.get(LOGIN).status_code == 404
    assert client.get(reverse("saml_metadata", args=[SAML_SLUG])).status_code == 404
