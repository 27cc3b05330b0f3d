"""How long the office's working papers of a consultation are kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.domain.retention import apply_retention
from accounts.models import User
from consultations.models import RemarkImport
from documents.models import StoredFile
from tests.consultations import factories as make
from tests.consultations.filled_forms import bring, confirm, filled_docx, upload

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


@pytest.fixture
def office() -> User:
    return make.official()


def test_forms_go_after_a_year_and_their_remarks_stay(as_user: SignIn, office: User) -> None:
    consultation = make.open_consultation()
    client = as_user(office)
    old = bring(
        client, consultation, upload(filled_docx(consultation, {"§ 1": "Dawna"}), "a.docx")
    ).context["batch"]
    confirm(client, old)
    RemarkImport.objects.filter(pk=old.pk).update(created_at=timezone.now() - timedelta(days=366))
    kept = bring(
        client, consultation, upload(filled_docx(consultation, {"§ 3": "Nowa"}), "b.docx")
    ).context["batch"]

    apply_retention()

    assert list(RemarkImport.objects.all()) == [kept]
    assert not StoredFile.objects.filter(original_name="a.docx").exists()
    assert consultation.remarks.count() == 1
