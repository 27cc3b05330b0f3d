"""The act leaves the portal as Akoma Ntoso, PDF, DOCX and a plain page, and comes back."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from docx import Document
from lxml import etree
from pypdf import PdfReader

from consultations.acts.akoma_ntoso import from_akoma_ntoso, schema_errors
from consultations.domain import drafts
from consultations.domain.act_tree import tree_of
from consultations.models import DraftVersion
from tests.consultations import factories as make
from tests.consultations import versions as new

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]
FOREIGN = Path(__file__).parent / "acts" / "foreign_acts"
DOCUMENTS = Path(__file__).parent / "acts" / "documents"


def act(client: Client, consultation: Any, format: str, **query: object) -> Any:
    return client.get(reverse("consultations:act", args=[consultation.slug, format]), query)


def test_the_text_in_force_is_valid_akoma_ntoso_with_its_origin(client: Client) -> None:
    consultation = make.open_consultation()

    response = act(client, consultation, "xml")

    assert response["Content-Type"] == "application/akn+xml"
    assert schema_errors(response.content) == []
    text = response.content.decode()
    assert "Urząd Marszałkowski Województwa Opolskiego" in text
    assert consultation.get_absolute_url() in text
    assert from_akoma_ntoso(response.content).units == (tree_of(consultation.current_version).units)


def test_each_version_has_its_own_export(client: Client) -> None:
    consultation = make.open_consultation()
    new.publish(new.corrected_version(consultation, par_1="Nowa treść."))

    first = act(client, consultation, "xml", wersja=1).content.decode()
    latest = act(client, consultation, "xml").content.decode()

    assert "Nowa treść." not in first
    assert "Nowa treść." in latest
    assert 'FRBRversionNumber value="2"' in latest


@pytest.mark.parametrize("name", sorted(path.name for path in DOCUMENTS.glob("*.txt")))
def test_real_documents_export_validly_after_a_stay_in_the_database(
    client: Client, name: str
) -> None:
    consultation = make.new_consultation()
    make.with_draft(consultation, (DOCUMENTS / name).read_text(encoding="utf-8"))
    make.stages.announce(consultation=consultation, actor=None)

    response = act(client, consultation, "xml")

    assert schema_errors(response.content) == []


def test_an_exported_act_uploaded_again_gives_the_same_units(as_user: SignIn) -> None:
    exported = act(as_user(None), make.open_consultation(), "xml").content
    consultation = make.new_consultation()

    upload(as_user(make.official()), consultation, "akt.xml", exported)
    version = consultation.versions.get()
    drafts.read_draft_version(version.pk)

    version.refresh_from_db()
    assert version.state == "ready"
    assert tree_of(version).units == from_akoma_ntoso(exported).units


@pytest.mark.parametrize("name", sorted(path.name for path in FOREIGN.glob("*.xml")))
def test_acts_of_other_countries_become_drafts(as_user: SignIn, name: str) -> None:
    consultation = make.new_consultation()

    upload(as_user(make.official()), consultation, name, (FOREIGN / name).read_bytes())
    drafts.read_draft_version(consultation.versions.get().pk)

    version = DraftVersion.objects.get()
    assert (version.state, version.failure_code) == ("ready", "")
    assert version.provisions.count() > 5


def test_xml_that_is_no_act_is_refused_in_one_sentence(as_user: SignIn) -> None:
    consultation = make.new_consultation()
    xml = b'<?xml version="1.0"?><faktura><pozycja>Papier</pozycja></faktura>'

    response = upload(as_user(make.official()), consultation, "faktura.xml", xml)

    assert response.status_code == 200
    assert "nie potrafimy odczytać" in response.content.decode()
    assert not consultation.versions.exists()


def test_the_printed_forms_hold_the_whole_text(client: Client) -> None:
    consultation = make.open_consultation()

    pdf = PdfReader(io.BytesIO(body(act(client, consultation, "pdf"))))
    docx = Document(io.BytesIO(body(act(client, consultation, "docx"))))
    page = act(client, consultation, "html").content.decode()

    texts = [
        " ".join(" ".join(page.extract_text() for page in pdf.pages).split()),
        " ".join(paragraph.text for paragraph in docx.paragraphs),
        page,
    ]
    for text in texts:
        assert "osób starszych" in text
        assert "na rok 2027" in text
    assert "b) osób starszych" in texts[1]


def test_a_table_is_printed_as_a_table(client: Client) -> None:
    consultation = make.open_consultation()
    row = consultation.current_version.provisions.get(eid="par_1")
    row.kind, row.label, row.text = "table", "", ""
    row.rows = [["Zadanie", ""], ["Kultura", "100 000 zł"], ["Sport"]]
    row.save()

    document = Document(io.BytesIO(body(act(client, consultation, "docx"))))

    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert "100 000 zł" in cells
    assert act(client, consultation, "pdf").status_code == 200


def test_an_unchanged_act_is_not_sent_twice(client: Client) -> None:
    consultation = make.open_consultation()
    first = act(client, consultation, "xml")
    url = reverse("consultations:act", args=[consultation.slug, "xml"])

    again = client.get(url, headers={"if-none-match": first["ETag"]})

    assert again.status_code == 304
    assert client.get(url, headers={"if-none-match": '"other"'}).status_code == 200


def test_formats_that_nobody_writes_are_not_found(client: Client) -> None:
    consultation = make.open_consultation()

    assert act(client, consultation, "exe").status_code == 404
    assert act(client, consultation, "csv").status_code == 404


def test_the_export_is_well_formed_for_hostile_text(client: Client) -> None:
    consultation = make.open_consultation()
    consultation.current_version.provisions.filter(eid="par_1").update(
        text="<script>&alert;</script> \u0001 ]]>"
    )

    xml = act(client, consultation, "xml").content

    assert "script" not in {etree.QName(node).localname for node in etree.fromstring(xml).iter()}


def upload(client: Client, consultation: Any, name: str, content: bytes) -> Any:
    url = reverse("consultations:draft", args=[consultation.slug])
    return client.post(url, {"source": SimpleUploadedFile(name, content)})


def body(response: Any) -> bytes:
    return b"".join(response.streaming_content)
