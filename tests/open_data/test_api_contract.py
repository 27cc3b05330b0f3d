"""The API keeps the promises of its OpenAPI document, whatever it is asked."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, strategies
from hypothesis import settings as hypothesis_settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi import checks as openapi_checks

from open_data.public_api import api
from tests.consultations.factories import open_consultation, remark_on
from tests.organizations.factories import OrganizationFactory

CHECKS = [
    not_a_server_error,
    openapi_checks.status_code_conformance,
    openapi_checks.content_type_conformance,
    openapi_checks.response_schema_conformance,
]
PATHS = [
    "/api/v1/areas",
    "/api/v1/awards/editions",
    "/api/v1/awards/laureates",
    "/api/v1/calls",
    "/api/v1/consultations",
    "/api/v1/consultations/{slug}",
    "/api/v1/consultations/{slug}/remarks",
    "/api/v1/consultations/{slug}/units",
    "/api/v1/events",
    "/api/v1/events/{slug}",
    "/api/v1/events/{slug}/sessions",
    "/api/v1/initiatives",
    "/api/v1/kept-word",
    "/api/v1/news",
    "/api/v1/organizations",
    "/api/v1/organizations/{slug}",
    "/api/v1/partnership-calls",
    "/api/v1/public-bodies",
    "/api/v1/public-bodies/{slug}",
    "/api/v1/quality-index",
    "/api/v1/quality-index/{pk}",
    "/api/v1/standards",
    "/api/v1/standards/adoptions",
]


@pytest.fixture
def contract(db: None, settings: Any) -> Iterator[Any]:
    """The API as its document describes it, asked through WSGI without a network."""
    settings.API_REQUESTS_PER_MINUTE = 1_000_000
    # The end of a request would close the connection that holds this test's transaction;
    # Django's own test client does the same.
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield described()
    for signal in signals:
        signal.connect(close_old_connections)


@cache
def described() -> Any:
    """The document as read once; schemathesis also looks through our code for values to try."""
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())


def test_the_document_is_openapi_3_1_and_knows_every_address() -> None:
    document = api.get_openapi_schema()

    assert document["openapi"] == "3.1.0"
    assert sorted(document["paths"]) == PATHS
    assert {method for methods in document["paths"].values() for method in methods} == {"get"}


@pytest.mark.parametrize("path", PATHS)
def test_answers_are_as_described(contract: Any, path: str) -> None:
    organization = OrganizationFactory(county_id="1601", registered_on="2001-02-03")
    consultation = open_consultation()
    remark_on(consultation, "par_1")
    real = [organization.slug, consultation.slug, consultation.public_body.slug]

    @hypothesis_settings(
        max_examples=25,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=contract[path]["GET"].as_strategy(), slug=strategies.sampled_from([None, *real]))
    def ask(case: Any, slug: str | None) -> None:
        if slug and case.path_parameters:
            case.path_parameters["slug"] = slug
        # Schemathesis does not unpack what comes through WSGI.
        case.call_and_validate(checks=CHECKS, headers={"Accept-Encoding": "identity"})

    ask()
