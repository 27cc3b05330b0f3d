"""No list of the admin asks one query a row."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib import admin
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from organizations.models import (
    Organization,
    OrganizationMembership,
    Plenipotentiary,
    PublicBody,
    PublicBodyMembership,
)
from tests.accounts.factories import AdministratorFactory
from tests.organizations.factories import (
    OrganizationFactory,
    OrganizationMembershipFactory,
    PlenipotentiaryFactory,
    PublicBodyMembershipFactory,
)

pytestmark = pytest.mark.django_db


def _fill(count: int) -> None:
    bodies = list(PublicBody.objects.all()[:count])
    for number, body in enumerate(bodies):
        PlenipotentiaryFactory(public_body=body)
        PublicBodyMembershipFactory(public_body=body)
        OrganizationMembershipFactory(
            organization=OrganizationFactory(county_id=["1607", "1601", "1602"][number % 3])
        )


@pytest.mark.parametrize(
    "model",
    [
        Organization,
        OrganizationMembership,
        Plenipotentiary,
        PublicBody,
        PublicBodyMembership,
    ],
)
def test_three_and_thirty_rows_cost_the_same(model: type, as_user: Callable[..., Client]) -> None:
    client = as_user(AdministratorFactory())
    address = reverse(f"admin:organizations_{model._meta.model_name}_changelist")
    costs = []
    for count in (3, 30):
        _fill(count)
        client.get(address)  # content types and the like are remembered after the first time
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(address).status_code == 200
        costs.append(len(queries))

    assert costs[0] == costs[1]


def test_every_model_of_the_directory_has_a_searchable_list(
    as_user: Callable[..., Client],
) -> None:
    client = as_user(AdministratorFactory())
    own = [m for m in admin.site._registry if m._meta.app_label in {"organizations", "territory"}]

    assert own
    for model in own:
        assert admin.site._registry[model].search_fields, model
        address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        assert client.get(address, {"q": "nysa"}).status_code == 200


def test_the_admin_searches_in_any_inflection(as_user: Callable[..., Client]) -> None:
    OrganizationFactory(name="Stowarzyszenie Wolontariuszy")
    OrganizationFactory(name="Fundacja Most")
    client = as_user(AdministratorFactory())

    answer = client.get(
        reverse("admin:autocomplete"),
        {
            "term": "wolontariuszom",
            "app_label": "organizations",
            "model_name": "organizationmembership",
            "field_name": "organization",
        },
    )

    assert [row["text"] for row in answer.json()["results"]] == ["Stowarzyszenie Wolontariuszy"]


def test_a_new_profile_gets_its_address(as_user: Callable[..., Client]) -> None:
    client = as_user(AdministratorFactory())
    form = {
        "name": "Fundacja Łódź i Żagiel",
        "legal_form": "foundation",
        "status": "active",
        "publication": "published",
        "register": "krs",
        "reach": "gmina",
    }
    for prefix in ("people", "projects", "annual_reports", "affiliations", "value_sources"):
        form |= {f"{prefix}-TOTAL_FORMS": "0", f"{prefix}-INITIAL_FORMS": "0"}

    response = client.post(reverse("admin:organizations_organization_add"), form)

    assert response.status_code == 302, response.context["errors"]
    assert Organization.objects.get().slug == "fundacja-lodz-i-zagiel"
