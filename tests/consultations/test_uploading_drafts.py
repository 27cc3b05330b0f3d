"""A draft becomes units; what cannot be read is refused in one clear sentence."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from docx import Document
from pypdf import PdfWriter

from consultations.domain import drafts
from consultations.models import DraftState, DraftVersion, Provision, Stage
from consultations.web.forms import DraftForm
from documents.models import StoredFile
from tests.accounts.factories import UserFactory
from tests.consultations import factories as make

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


def docx_with(*paragraphs: str) -> bytes:
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def pdf_without_text(password: str = "") -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(width=595, height=842)
    if password:
        writer.encrypt(password)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def zip_of_nothing_known() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("obrazek.txt", "nic")
    return stream.getvalue()


def upload(client: Client, consultation: Any, name: str, content: bytes) -> Any:
    url = reverse("consultations:draft", args=[consultation.slug])
    return client.post(url, {"source": SimpleUploadedFile(name, content)})


def test_an_uploaded_docx_waits_for_the_worker_and_becomes_units(as_user: SignIn) -> None:
    consultation = make.new_consultation()
    office = as_user(make.official())

    response = upload(
        office,
        consultation,
        "projekt.docx",
        docx_with(*make.DRAFT_TEXT.splitlines()),
    )
    version = DraftVersion.objects.get()

    assert response.status_code == 302
    assert version.state == DraftState.QUEUED
    page = office.get(response["Location"]).content.decode()
    assert "Odczytujemy projekt" in page

    drafts.read_draft_version(version.pk)

    consultation.refresh_from_db()
    assert consultation.current_version == version
    assert version.provisions.filter(eid="par_2__ust_1__pkt_2__lit_b").exists()
    page = office.get(response["Location"]).content.decode()
    assert "Żadne słowo z pliku nie zginęło." in page


BAD_FILES = [
    ("obraz.gif", b"GIF89a" + b"\x00" * 100, "Takich plików tu nie przyjmujemy"),
    ("projekt.docx", b"To nie jest Word", "nie"),
    ("projekt.docx", zip_of_nothing_known(), "archiwum"),
    ("skan.pdf", pdf_without_text(), "skan bez tekstu"),
    ("tajny.pdf", pdf_without_text("haslo"), "hasłem"),
    ("pusty.txt", b"", "pusty"),
    ("puste.docx", docx_with(""), "nie ma żadnego tekstu"),
]


@pytest.mark.parametrize(("name", "content", "sentence"), BAD_FILES)
def test_a_file_that_cannot_be_consulted_is_refused_and_leaves_nothing(
    as_user: SignIn, name: str, content: bytes, sentence: str
) -> None:
    consultation = make.new_consultation()

    response = upload(as_user(make.official()), consultation, name, content)

    errors = response.context["form"].errors["source"]
    assert len(errors) == 1
    assert sentence in errors[0]
    assert not DraftVersion.objects.exists()
    assert not StoredFile.objects.exists()


def test_a_file_over_the_limit_is_refused_by_size(as_user: SignIn) -> None:
    consultation = make.new_consultation()
    field = DraftForm.base_fields["source"]
    limit, field.max_bytes = field.max_bytes, 1024
    try:
        response = upload(as_user(make.official()), consultation, "wielki.txt", b"a" * 2048)
    finally:
        field.max_bytes = limit

    assert "największy dozwolony" in response.context["form"].errors["source"][0]


def test_reading_again_after_a_killed_worker_doubles_nothing() -> None:
    consultation = make.new_consultation()
    version = make.with_draft(consultation)
    count = Provision.objects.count()

    DraftVersion.objects.update(state=DraftState.READING)
    drafts.read_draft_version(version.pk)
    assert drafts.read_draft_version(version.pk) is None

    assert Provision.objects.count() == count


def test_a_lost_reading_is_asked_for_again() -> None:
    consultation = make.new_consultation()
    drafts.upload_draft(consultation=consultation, source=make.stored_draft(), actor=None)
    assert drafts.resume_lost_readings() == 0

    DraftVersion.objects.update(created_at=timezone.now() - drafts.READING_LOST_AFTER * 2)

    assert drafts.resume_lost_readings() == 1


def test_a_better_file_replaces_the_draft_before_the_opening() -> None:
    consultation = make.new_consultation()
    make.with_draft(consultation)

    make.with_draft(consultation, "§ 1. Tylko jeden przepis.\n§ 2. I drugi przepis uchwały.\n")

    assert DraftVersion.objects.count() == 1
    texts = list(consultation.current_version.provisions.values_list("text", flat=True))
    assert "Tylko jeden przepis." in texts


@pytest.mark.parametrize("stage", [Stage.OPEN, Stage.ANALYSIS, Stage.PUBLISHED, Stage.CANCELLED])
def test_the_text_is_fixed_once_remarks_can_be_made(as_user: SignIn, stage: str) -> None:
    consultation = make.in_stage(stage)

    response = upload(as_user(make.official()), consultation, "inny.txt", b"Inny tekst")

    assert response.status_code == 403


def test_only_the_office_uploads(as_user: SignIn) -> None:
    consultation = make.in_stage(Stage.ANNOUNCED)

    response = upload(as_user(UserFactory()), consultation, "projekt.txt", b"Tekst")

    assert response.status_code == 403
