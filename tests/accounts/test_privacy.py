"""A copy of one's data, and being forgotten."""

from __future__ import annotations

import io
import json
import zipfile

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse

from accounts import privacy
from accounts.domain.consents import give_consent, has_consented
from accounts.domain.erasure import CannotEraseYet, erase_user
from accounts.domain.export import write_export
from accounts.models import Consent, ConsentPurpose, User
from accounts.privacy import PersonalData
from notifications import follow
from notifications.models import Subscription
from tests.accounts.factories import PASSWORD, AdministratorFactory, UserFactory

pytestmark = pytest.mark.django_db


def sign_in(client: Client, user: User) -> None:
    """Sign in and repeat the password, as sensitive pages ask."""
    client.force_login(user)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})


def export_of(user: User) -> zipfile.ZipFile:
    """The archive as the person gets it."""
    target = io.BytesIO()
    write_export(user, target)
    return zipfile.ZipFile(target)


def test_the_copy_holds_what_the_portal_knows_and_nothing_of_others(client: Client) -> None:
    user = UserFactory(phone="77 111 22 33")
    other = UserFactory(email="ktos-inny@example.org")
    give_consent(user, ConsentPurpose.NEWS)
    give_consent(other, ConsentPurpose.NEWS)
    follow(user, other)
    sign_in(client, user)

    response = client.post(reverse("accounts:export"))

    assert response["Content-Disposition"].startswith('attachment; filename="moje-dane-')
    archive = zipfile.ZipFile(io.BytesIO(b"".join(response.streaming_content)))
    (account,) = json.loads(archive.read("konto.json"))
    assert (account["email"], account["phone"]) == (user.email, "77 111 22 33")
    assert len(json.loads(archive.read("zgody.json"))) == 1
    assert len(json.loads(archive.read("obserwowane.json"))) == 1
    names = archive.namelist()
    assert not any(b"ktos-inny@example.org" in archive.read(name) for name in names)


def test_the_copy_never_holds_secrets() -> None:
    user = UserFactory()
    Authenticator.objects.create(
        user=user, type=Authenticator.Type.TOTP, data={"secret": "NIKOMU-NIE-MOW"}
    )

    archive = export_of(user)

    everything = b"".join(archive.read(name) for name in archive.namelist())
    assert b"totp" in everything
    assert b"NIKOMU-NIE-MOW" not in everything
    assert user.password.encode() not in everything


def test_files_keep_inside_their_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(privacy, "_sources", {})
    privacy.register(
        PersonalData(
            key="pliki",
            label="Pliki",
            export=lambda user: [],
            files=lambda user: [("../zdjęcie.png", ContentFile(b"obraz"))],
        )
    )

    archive = export_of(UserFactory())

    assert archive.namelist() == ["pliki.json", "pliki/.._zdjęcie.png"]
    assert archive.read("pliki/.._zdjęcie.png") == b"obraz"


def test_a_key_belongs_to_one_source() -> None:
    with pytest.raises(ValueError, match="konto"):
        privacy.register(PersonalData(key="konto", label="", export=lambda user: []))


def test_consents_are_given_and_withdrawn_on_one_page(client: Client) -> None:
    user = UserFactory()
    give_consent(user, ConsentPurpose.TERMS)
    client.force_login(user)

    client.post(reverse("accounts:privacy"), {"zapisz": "1", "news": "on"})
    assert has_consented(user, ConsentPurpose.NEWS)

    client.post(reverse("accounts:privacy"), {"zapisz": "1"})
    assert not has_consented(user, ConsentPurpose.NEWS)
    assert has_consented(user, ConsentPurpose.TERMS)
    assert "wycofana" in client.get(reverse("accounts:privacy")).content.decode()


def test_erasing_empties_the_account_and_keeps_its_row() -> None:
    user = UserFactory(display_name="Maria Zapomniana", phone="77 111 22 33")
    give_consent(user, ConsentPurpose.TERMS)
    follow(user, UserFactory())

    erase_user(user)

    user.refresh_from_db()
    assert str(user) == "usunięty użytkownik"
    assert (user.is_active, user.phone, user.has_usable_password()) == (False, "", False)
    assert "Zapomniana" not in json.dumps(User.objects.filter(pk=user.pk).values()[0], default=str)
    assert not EmailAddress.objects.filter(user=user).exists()
    assert not Subscription.objects.filter(user=user).exists()
    assert Consent.objects.filter(user=user).count() == 1


def test_the_address_is_free_again_after_erasure() -> None:
    user = UserFactory(email="wolny@example.org")

    erase_user(user)

    assert UserFactory(email="wolny@example.org").pk != user.pk


def test_two_people_can_be_erased() -> None:
    erase_user(UserFactory())
    erase_user(UserFactory())

    assert User.objects.filter(erased_at__isnull=False).count() == 2


def test_the_last_administrator_cannot_go() -> None:
    only = AdministratorFactory()

    with pytest.raises(CannotEraseYet):
        erase_user(only)
    assert User.objects.get(pk=only.pk).is_active

    AdministratorFactory()
    erase_user(only)
    assert not User.objects.get(pk=only.pk).is_superuser


def test_a_person_erases_themselves_by_repeating_the_address(client: Client) -> None:
    user = UserFactory(email="koniec@example.org")
    sign_in(client, user)
    address = reverse("accounts:erase")

    assert client.post(address, {"email": "inny@example.org"}).context["form"].errors
    assert User.objects.get(pk=user.pk).is_active

    response = client.post(address, {"email": "Koniec@example.org"}, follow=True)
    assert "Usunęliśmy Twoje konto" in response.content.decode()
    assert not response.wsgi_request.user.is_authenticated
    assert User.objects.get(pk=user.pk).erased_at is not None


@pytest.mark.parametrize("name", ["export", "erase"])
def test_a_session_left_open_asks_for_the_password_again(client: Client, name: str) -> None:
    user = UserFactory(email="koniec@example.org")
    client.force_login(user)

    response = client.post(reverse(f"accounts:{name}"), {"email": "koniec@example.org"})

    assert response.url.startswith(reverse("account_reauthenticate"))
    assert User.objects.get(pk=user.pk).is_active
