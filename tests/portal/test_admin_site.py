"""The admin is grouped by activity, searchable, and asks no query for each row."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import connection
from django.db.models import ForeignKey, Model
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.functional import Promise

from tests.accounts.factories import AdministratorFactory, UserFactory
from tests.consultations import factories as make

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]
OURS = [model for model in admin.site._registry if not model.__module__.startswith("django.")]
# Tables of at most a few dozen rows, which a plain select shows well.
SMALL_TABLES = {
    "Area",
    "Competition",
    "ContentType",
    "Group",
    "IndexArea",
    "NewsCategory",
    "Plane",
    "PublicBenefitField",
    "QuestionnaireVersion",
    "TargetGroup",
}


def address(model: type[Model], page: str = "changelist") -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}")


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_each_list_opens_and_can_be_searched(as_user: SignIn, model: type[Model]) -> None:
    client = as_user(AdministratorFactory())

    assert client.get(address(model)).status_code == 200
    if admin.site._registry[model].search_fields:
        assert client.get(address(model), {"q": "zażółć"}).status_code == 200


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_references_to_long_tables_are_found_by_typing(model: type[Model]) -> None:
    options = admin.site._registry[model]
    request = RequestFactory().get("/")
    request.user = AdministratorFactory()
    quick = {
        *options.autocomplete_fields,
        *options.raw_id_fields,
        *options.get_readonly_fields(request),
    }
    plain = {
        field.name
        for field in model._meta.fields
        if isinstance(field, ForeignKey)
        and field.editable
        and field.related_model.__name__ not in SMALL_TABLES
        and (options.fields is None or field.name in options.fields)
        and field.name not in (options.exclude or ())
    }
    if options.has_change_permission(request):
        assert plain - quick == set()


def test_columns_have_names_in_the_readers_language() -> None:
    nameless = [
        f"{model._meta.label}.{name}"
        for model in OURS
        if "site-packages" not in apps.get_app_config(model._meta.app_label).path
        for name in columns(admin.site._registry[model])
        if name in {field.name for field in model._meta.get_fields()} - {"id", "krs"}
        and not isinstance(model._meta.get_field(name).verbose_name, Promise)
    ]

    assert nameless == []


def columns(options: admin.ModelAdmin[Any]) -> set[str]:
    """Names of fields that the list or the form only shows, and of filters."""
    filters = [choice[0] if isinstance(choice, tuple) else choice for choice in options.list_filter]
    shown = [*options.list_display, *options.readonly_fields, *filters]
    return {name for name in shown if isinstance(name, str)}


def test_activities_stand_in_the_order_of_the_mission(as_user: SignIn) -> None:
    client = as_user(AdministratorFactory())

    groups = [app["app_label"] for app in client.get(reverse("admin:index")).context["app_list"]]

    assert groups[:2] == ["consultations", "organizations"]


def test_the_admin_is_for_administrators(as_user: SignIn) -> None:
    url = reverse("admin:index")

    assert as_user(None).get(url).status_code == 302
    assert as_user(make.official()).get(url).status_code == 302
    assert as_user(UserFactory()).get(url).status_code == 302


@pytest.mark.parametrize("name", ["consultation", "draftversion", "remark", "position"])
def test_lists_of_consultations_cost_the_same_however_long(as_user: SignIn, name: str) -> None:
    client = as_user(AdministratorFactory())
    url = reverse(f"admin:consultations_{name}_changelist")
    costs = []
    for count in (1, 4):
        for _ in range(count):
            consultation = make.open_consultation()
            make.answer(make.remark_on(consultation, "par_1"))
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            client.get(url)
        costs.append(len(queries))

    assert costs[0] == costs[1]
