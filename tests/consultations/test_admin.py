"""The admin shows the traces of consultations and lets nobody rewrite legal facts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from consultations.models import (
    AbuseReport,
    Position,
    Provision,
    Remark,
    RemarkGroup,
    RemarkNote,
    ReplyTemplate,
    ReportFile,
    StageChange,
)
from tests.accounts.factories import AdministratorFactory, UserFactory
from tests.consultations import factories as make

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]
# Only their authors may read drafts; heads and lists of people stand with their meetings.
WITHOUT_PAGE = {"RemarkDraft", "MeetingHeadcount", "MeetingAttendee", "Invitation"}
EDITED = {"Consultation", "ReplyTemplate", "ConsultationRule"}


def ours() -> set[Any]:
    models = apps.get_app_config("consultations").get_models()
    return {model for model in models if not model.__name__.endswith("Event")}


def test_every_model_has_a_page() -> None:
    missing = {model.__name__ for model in ours() if model not in admin.site._registry}

    assert missing == WITHOUT_PAGE


def test_legal_facts_are_for_reading_only(rf: Any) -> None:
    request = rf.get("/")
    request.user = AdministratorFactory()

    changeable = {
        model.__name__
        for model in ours() & set(admin.site._registry)
        if admin.site._registry[model].has_change_permission(request)
    }

    assert changeable == EDITED


def test_an_announced_consultation_is_not_deleted(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    url = reverse("admin:consultations_consultation_delete", args=[consultation.pk])

    assert as_user(AdministratorFactory()).post(url, {"post": "yes"}).status_code == 403


def fill(consultation: Any, count: int) -> None:
    for _ in range(count):
        remark = make.remark_on(consultation, "par_1")
        make.answer(remark)
        AbuseReport.objects.create(remark=remark, reporter=UserFactory(), reason="spam")
        RemarkNote.objects.create(remark=remark, author=UserFactory(), text="Sprawdzić.")
        RemarkGroup.objects.create(consultation=consultation, title=f"Grupa {remark.number}")
        ReplyTemplate.objects.create(
            public_body=consultation.public_body, title=f"Szablon {remark.number}", text="Tekst"
        )
        ReportFile.objects.create(
            consultation=consultation, format="csv", content_key=str(remark.number)
        )


def test_lists_ask_the_same_number_of_queries_for_two_and_for_six_rows(as_user: SignIn) -> None:
    client = as_user(AdministratorFactory())
    consultation = make.open_consultation()
    models = [AbuseReport, Position, Provision, Remark, RemarkGroup, RemarkNote]
    models += [ReplyTemplate, ReportFile, StageChange]
    urls = [reverse(f"admin:consultations_{m._meta.model_name}_changelist") for m in models]

    def costs() -> list[int]:
        counted = []
        for url in urls:
            client.get(url)
            with CaptureQueriesContext(connection) as queries:
                assert client.get(url).status_code == 200
            counted.append(len(queries))
        return counted

    fill(consultation, 2)
    few = costs()
    fill(consultation, 4)

    assert costs() == few
