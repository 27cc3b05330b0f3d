"""The logo and gallery of a profile."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from documents.models import StoredFile
from organizations.domain.pictures import MOST_PICTURES
from organizations.models import Organization
from tests.accounts.factories import UserFactory
from tests.organizations.factories import OrganizationMembershipFactory

pytestmark = pytest.mark.django_db
SignIn = Callable[..., Client]


def _png() -> SimpleUploadedFile:
    stream = io.BytesIO()
    Image.new("RGB", (4, 3), "navy").save(stream, "PNG")
    return SimpleUploadedFile("logo.png", stream.getvalue())


@pytest.fixture
def member() -> Any:
    return OrganizationMembershipFactory()


def _add(client: Client, organization: Organization, **values: Any) -> Any:
    data = {"upload": _png(), "description": "Nasze logo", "licence": "reserved", **values}
    return client.post(reverse("organizations:pictures", args=[organization.slug]), data)


def test_a_logo_stands_on_the_profile_and_a_new_one_replaces_it(
    member: Any, as_user: SignIn
) -> None:
    client = as_user(member.user)
    _add(client, member.organization, is_logo="on")
    _add(client, member.organization, is_logo="on", description="Nowe logo")

    logo = member.organization.pictures.get()
    page = as_user().get(member.organization.get_absolute_url()).content.decode()
    url = reverse("organizations:picture", args=[member.organization.slug, logo.pk])
    assert (logo.description, url in page) == ("Nowe logo", True)
    assert as_user().get(url)["Content-Type"] == "image/png"
    assert StoredFile.objects.count() == 1


def test_a_picture_needs_its_description_and_must_be_a_picture(
    member: Any, as_user: SignIn
) -> None:
    text = SimpleUploadedFile("zdjecie.png", b"to nie jest zdjecie")

    response = _add(as_user(member.user), member.organization, description="", upload=text)

    assert set(response.context["form"].errors) == {"description", "upload"}


def test_a_full_gallery_says_so(member: Any, as_user: SignIn) -> None:
    client = as_user(member.user)
    for number in range(MOST_PICTURES + 1):
        _add(client, member.organization, description=f"Zdjęcie {number}")

    assert member.organization.pictures.count() == MOST_PICTURES


def test_only_members_change_pictures(member: Any, as_user: SignIn) -> None:
    _add(as_user(member.user), member.organization)
    picture = member.organization.pictures.get()
    remove = reverse("organizations:remove_picture", args=[member.organization.slug, picture.pk])

    assert _add(as_user(UserFactory()), member.organization).status_code == 403
    assert as_user(UserFactory()).post(remove).status_code == 403
    assert as_user().post(remove).status_code == 302
    assert as_user(member.user).post(remove).status_code == 302
    assert not member.organization.pictures.exists()
    assert not StoredFile.objects.exists()
