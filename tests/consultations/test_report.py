"""The report says the same in every format, and lists every remark with its position."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from docx import Document
from openpyxl import load_workbook
from pypdf import PdfReader

from consultations.models import Identity, Remark, RemarkState, Verdict
from tests.accounts.factories import UserFactory
from tests.consultations import factories as make
from tests.organizations.factories import OrganizationFactory

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


def published() -> Any:
    consultation = make.open_consultation()
    remark = make.remark_on(
        consultation, "par_2__ust_2", text="Zażółć gęślą jaźń.", proposed_wording="2. Inaczej."
    )
    make.paper_remark(consultation)
    make.answer(remark, Verdict.PARTLY)
    return make.publish_results(consultation)


def words(texts: Iterable[str]) -> str:
    """The text without line breaks and no-break spaces, which typography adds."""
    return " ".join(" ".join(texts).split())


def download(client: Client, consultation: Any, format: str) -> bytes:
    response = client.get(reverse("consultations:report", args=[consultation.slug, format]))
    assert response.status_code == 200
    assert f".{format}" in response["Content-Disposition"]
    return b"".join(response.streaming_content)


def test_the_pdf_is_tagged_and_holds_the_table_of_remarks(client: Client) -> None:
    reader = PdfReader(io.BytesIO(download(client, published(), "pdf")))

    text = words(page.extract_text() for page in reader.pages)
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert reader.trailer["/Root"]["/Lang"] == "pl"
    assert "Raport z konsultacji" in text
    assert "§ 2 ust. 2" in text
    assert "częściowo" in text


def test_the_xlsx_has_a_row_for_each_remark(client: Client) -> None:
    workbook = load_workbook(io.BytesIO(download(client, published(), "xlsx")))

    rows = [
        row
        for sheet in workbook
        for row in sheet.iter_rows(values_only=True)
        if "Zażółć" in str(row)
    ]
    assert len(rows) == 1
    assert "częściowo uwzględniona" in rows[0]
    assert "§ 2 ust. 2" in rows[0]


def test_csv_json_and_docx_hold_the_same_remarks(client: Client) -> None:
    consultation = published()

    sheet = download(client, consultation, "csv").decode("utf-8-sig")
    data = json.loads(download(client, consultation, "json"))
    document = Document(io.BytesIO(download(client, consultation, "docx")))

    rows = list(csv.reader(io.StringIO(sheet), delimiter=";"))
    assert any("Zażółć gęślą jaźń." in cell for row in rows for cell in row)
    assert "Zażółć gęślą jaźń." in json.dumps(data, ensure_ascii=False)
    cells = [
        words([cell.text]) for table in document.tables for row in table.rows for cell in row.cells
    ]
    assert "Zażółć gęślą jaźń." in cells
    assert "Uwaga z pisma." in cells


@pytest.mark.parametrize("format", ["json", "csv"])
def test_private_people_are_named_as_the_rules_of_the_consultation_say(
    client: Client, format: str
) -> None:
    consultation = make.open_consultation(identity=Identity.PSEUDONYMS)
    make.remark_on(consultation, author=UserFactory(display_name="Skryta Osoba"))
    make.remark_on(consultation, organization=OrganizationFactory(name="Jawna Fundacja"))
    make.paper_remark(consultation)
    make.publish_results(consultation)

    text = download(client, consultation, format).decode("utf-8-sig")

    assert "Skryta Osoba" not in text
    assert "Osoba prywatna nr 1" in text
    assert "Jawna Fundacja" in text
    assert "Stowarzyszenie z Pisma" in text


def test_the_report_tells_how_many_remarks_moderators_hid(client: Client) -> None:
    consultation = make.open_consultation()
    make.remark_on(consultation, text="Zostaje")
    hidden = make.remark_on(consultation, text="Obelga")
    Remark.objects.filter(pk=hidden.pk).update(state=RemarkState.HIDDEN)
    make.publish_results(consultation)

    text = download(client, consultation, "json").decode()

    facts = [
        item
        for block in json.loads(text)["blocks"]
        if block["type"] == "facts"
        for item in block["items"]
    ]
    assert "Obelga" not in text
    assert {"name": "Uwagi ukryte przez moderatora", "value": 1} in facts


def test_a_consultation_without_remarks_has_a_report_too(client: Client) -> None:
    consultation = make.publish_results(make.open_consultation())

    reader = PdfReader(io.BytesIO(download(client, consultation, "pdf")))

    assert "nie zgłoszono żadnej uwagi" in words(page.extract_text() for page in reader.pages)


def test_before_the_results_the_report_is_the_offices_working_copy(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    url = reverse("consultations:report", args=[consultation.slug, "json"])

    assert as_user(None).get(url).status_code == 403
    assert as_user(make.official()).get(url).status_code == 200


def test_an_unknown_format_is_not_found(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    url = reverse("consultations:report", args=[consultation.slug, "exe"])

    assert as_user(make.official()).get(url).status_code == 404
