"""KRS, NIP and REGON are checked, kept in one form and unique."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from organizations.models import Organization
from tests.organizations.factories import OrganizationFactory

pytestmark = pytest.mark.django_db

RIGHT = {"krs": "0000 123 456", "nip": "PL 123-456-32-18", "regon": "123-456-785"}


def test_numbers_are_kept_without_separators() -> None:
    organization = OrganizationFactory.build(**RIGHT)

    organization.full_clean()
    organization.save()

    organization.refresh_from_db()
    assert (organization.krs, organization.nip, organization.regon) == (
        "0000123456",
        "1234563218",
        "123456785",
    )
    assert organization.nip_formatted == "123-456-32-18"


def test_writers_that_skip_validation_store_the_same_form() -> None:
    Organization.objects.bulk_create(
        [OrganizationFactory.build(nip="123-456-32-18", name="Bez walidacji")]
    )

    assert Organization.objects.filter(nip="123 456 32 18").count() == 1
    assert Organization.objects.get().nip == "1234563218"


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("krs", "123"),
        ("krs", "0000000000"),
        ("krs", "00001234AB"),
        ("nip", "1234563219"),
        ("nip", "123456321"),
        ("regon", "123456784"),
        ("regon", "12345678512346"),
    ],
)
def test_a_wrong_number_is_named(field: str, wrong: str) -> None:
    organization = OrganizationFactory.build(**{field: wrong})

    with pytest.raises(ValidationError) as error:
        organization.full_clean()

    assert list(error.value.message_dict) == [field]


@pytest.mark.parametrize("field", ["krs", "nip", "regon"])
def test_a_number_belongs_to_one_organization(field: str) -> None:
    OrganizationFactory(**{field: RIGHT[field]})
    twin = OrganizationFactory.build(**{field: RIGHT[field]})

    with pytest.raises(ValidationError):
        twin.full_clean()
    with pytest.raises(IntegrityError):
        twin.save()


def test_many_organizations_may_have_no_number() -> None:
    OrganizationFactory.create_batch(3)

    assert Organization.objects.filter(krs="", nip="", regon="").count() == 3


def test_public_benefit_status_cannot_end_before_it_began() -> None:
    organization = OrganizationFactory.build(opp_since="2024-05-01", opp_until="2024-04-30")

    with pytest.raises(ValidationError, match="OPP"):
        organization.full_clean()


@pytest.mark.parametrize(
    ("account", "is_right"),
    [("61 1090 1014 0000 0712 1981 2874", True), ("61 1090 1014 0000 0712 1981 2875", False)],
)
def test_bank_accounts_are_checked(account: str, is_right: bool) -> None:
    organization = OrganizationFactory.build(bank_account=account)

    if is_right:
        organization.full_clean()
    else:
        with pytest.raises(ValidationError, match="rachunku"):
            organization.full_clean()
