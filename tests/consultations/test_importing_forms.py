"""Filled remark forms become remarks: read, shown, corrected, written once."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from accounts.models import User
from consultations import tasks
from consultations.domain import import_writing, remark_imports
from consultations.models import Channel, ImportStage, Remark, RemarkImport, RemarkImportRow
from documents.models import StoredFile
from tests.consultations import factories as make
from tests.consultations import versions
from tests.consultations.filled_forms import (
    WHO,
    blank,
    bring,
    confirm,
    filled_docx,
    filled_xlsx,
    table_docx,
    upload,
)
from tests.organizations.factories import OrganizationFactory

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


@pytest.fixture
def office() -> User:
    return make.official()


def rows_in(response: Any) -> list[tuple[str, str, str]]:
    """Place, status and problem of each row on the preview."""
    return [
        (
            "całość" if row.is_whole else str(row.provision or row.citation),
            row.status,
            row.problem,
        )
        for row in response.context["page"]
    ]


def remarks_of(consultation: Any) -> list[tuple[str, str]]:
    return [
        (remark.provision.citation if remark.provision else "całość", remark.text)
        for remark in consultation.remarks.select_related("provision").order_by("number")
    ]


# --- the form


@pytest.mark.parametrize("format", ["docx", "xlsx"])
def test_everybody_can_download_the_form(format: str) -> None:
    consultation = make.open_consultation()

    page = Client().get(consultation.get_absolute_url()).content.decode()

    assert f"formularz-uwag.{format}" in page
    assert blank(consultation, format)[:2] == b"PK"


def test_there_is_no_form_in_another_format_or_without_a_text(
    as_user: SignIn, office: User
) -> None:
    ready, empty = make.open_consultation(), make.new_consultation()
    client = as_user(office)

    for consultation, format in ((ready, "pdf"), (empty, "docx")):
        url = reverse("consultations:remark_form", args=[consultation.slug, format])
        assert client.get(url).status_code == 404


def test_a_form_sent_back_empty_holds_no_remarks(as_user: SignIn, office: User) -> None:
    consultation = make.open_consultation()

    response = bring(
        as_user(office),
        consultation,
        upload(blank(consultation, "docx")),
        upload(blank(consultation, "xlsx"), "formularz.xlsx"),
    )

    assert list(response.context["page"]) == []
    assert "nie ma ani jednej wypełnionej uwagi" in response.content.decode()


ABOUT_REMARKS = """UCHWAŁA NR …/2026
SEJMIKU WOJEWÓDZTWA OPOLSKIEGO
w sprawie konsultowania aktów

§ 1. Uwagi zgłasza się na formularzu.
§ 2. Uzasadnienie uwagi jest jawne.
§ 3. Opinia i komentarz to także uwaga.
"""


@pytest.mark.parametrize("fill", [filled_docx, filled_xlsx])
def test_a_draft_that_speaks_of_remarks_is_not_taken_for_them(
    as_user: SignIn, office: User, fill: Callable[..., bytes]
) -> None:
    consultation = make.open_consultation()
    make_draft = versions.uploaded_version(consultation, ABOUT_REMARKS)
    versions.publish(make_draft)
    consultation.refresh_from_db()
    name = "u.docx" if fill is filled_docx else "u.xlsx"

    shown = bring(as_user(office), consultation, upload(fill(consultation, {"§ 2": "Nie"}), name))

    assert rows_in(shown) == [("§ 2", "new", "")]
    assert [row.text for row in shown.context["page"]] == ["Nie"]


# --- reading


@pytest.mark.parametrize(
    ("name", "fill"), [("uwagi.docx", filled_docx), ("uwagi.xlsx", filled_xlsx)]
)
def test_a_filled_form_is_shown_and_then_written(
    as_user: SignIn, office: User, name: str, fill: Callable[..., bytes]
) -> None:
    consultation = make.open_consultation()
    client = as_user(office)
    content = fill(
        consultation, {"całość projektu": "Za krótki termin.", "§ 2 ust. 2": "Czy zawsze konkurs?"}
    )

    shown = bring(client, consultation, upload(content, name))

    assert rows_in(shown) == [("całość", "new", ""), ("§ 2 ust. 2", "new", "")]
    assert Remark.objects.count() == 0

    confirm(client, shown.context["batch"])

    assert remarks_of(consultation) == [
        ("całość", "Za krótki termin."),
        ("§ 2 ust. 2", "Czy zawsze konkurs?"),
    ]
    remark = consultation.remarks.latest("number")
    assert (remark.number, remark.channel, remark.received_on) == (2, "letter", date(2026, 11, 3))
    assert (remark.submitter_name, remark.entered_by, remark.author) == (WHO, office, None)


def test_rows_added_by_hand_and_put_in_another_order_find_their_units(
    as_user: SignIn, office: User
) -> None:
    consultation = make.open_consultation()
    content = filled_docx(
        consultation,
        {"§ 1": "Pierwsza"},
        added=[("par. 2 ust 1 pkt 2 lit. b)", "Druga"), ("§ 2 ust. 7", "Nie ma takiej"), ("", "X")],
        reverse_rows=True,
    )

    shown = bring(as_user(office), consultation, upload(content))

    assert sorted(rows_in(shown)) == [
        ("", "choose", "unknown_unit"),
        ("§ 1", "new", ""),
        ("§ 2 ust. 1 pkt 2 lit. b", "new", ""),
        ("§ 2 ust. 7", "choose", "unknown_unit"),
    ]


def test_a_unit_written_over_the_printed_one_is_believed(as_user: SignIn, office: User) -> None:
    consultation = make.open_consultation()
    content = filled_xlsx(consultation, {"§ 1": "Chodzi o co innego"})
    book = load_workbook(io.BytesIO(content))  # the hidden key stays
    for row in book.worksheets[0].iter_rows():
        if row[1].value == "§ 1":
            row[1].value = "§ 3"
    stream = io.BytesIO()
    book.save(stream)

    shown = bring(as_user(office), consultation, upload(stream.getvalue(), "u.xlsx"))

    assert rows_in(shown) == [("§ 3", "new", "")]


def test_a_form_of_an_earlier_version_finds_the_unit_under_its_new_number(
    as_user: SignIn, office: User
) -> None:
    consultation = make.open_consultation()
    content = filled_docx(consultation, {"§ 3": "Kto wykona?", "§ 2 ust. 1 pkt 1": "Zostawić"})
    versions.publish(versions.uploaded_version(consultation))

    client = as_user(office)
    shown = bring(client, consultation, upload(content))
    confirm(client, shown.context["batch"])

    kept = consultation.remarks.select_related("provision", "version").order_by("number")
    assert [(str(remark.provision), remark.version.number) for remark in kept] == [
        ("§ 2 ust. 1 pkt 1", 1),  # removed since; the remark stands where it was meant
        ("§ 4", 2),
    ]


def test_a_table_without_the_form_is_read_by_its_titles(as_user: SignIn, office: User) -> None:
    consultation = make.open_consultation()
    organization = OrganizationFactory(name="Fundacja Zza Rzeki")
    content = table_docx(
        ["L.p.", "Podmiot zgłaszający", "Przepis, którego dotyczy uwaga", "Treść uwagi",
         "Uzasadnienie uwagi", "Propozycja zapisu"],
        [
            ["1", "Fundacja Zza Rzeki", "§ 1", "Doprecyzować", "Bo niejasne", "§ 1. Inaczej"],
            ["2", "Jan Kowalski", "uwaga ogólna", "Dziękuję", "", ""],
        ],
    )  # fmt: skip
    client = as_user(office)

    shown = bring(client, consultation, upload(content), channel="meeting")
    confirm(client, shown.context["batch"])

    first, second = consultation.remarks.select_related("organization").order_by("number")
    assert (first.submitter_name, first.organization) == ("Fundacja Zza Rzeki", organization)
    assert (first.text, first.proposed_wording, first.justification) == (
        "Doprecyzować",
        "§ 1. Inaczej",
        "Bo niejasne",
    )
    assert (second.submitter_name, second.provision, second.channel) == (
        "Jan Kowalski",
        None,
        Channel.MEETING,
    )


def test_several_files_come_at_once_and_the_bad_ones_say_why(as_user: SignIn, office: User) -> None:
    consultation, other = make.open_consultation(), make.open_consultation()
    client = as_user(office)

    shown = bring(
        client,
        consultation,
        upload(filled_docx(consultation, {"§ 1": "Dobra"}), "dobry.docx"),
        upload(filled_docx(other, {"§ 1": "Cudza"}), "cudzy.docx"),
        upload(table_docx(["A", "B"], [["1", "2"]]), "inny.docx"),
    )

    assert rows_in(shown) == [("§ 1", "new", "")]
    text = shown.content.decode()
    assert "To formularz innych konsultacji." in text
    assert "Nie ma w nim tabeli" in text


def test_a_file_is_judged_by_its_content(as_user: SignIn, office: User) -> None:
    consultation = make.open_consultation()

    response = bring(as_user(office), consultation, upload(b"MZ\x00\x00 program", "uwagi.docx"))

    assert response.context["form"].errors["filled"]
    assert not RemarkImport.objects.exists()
    assert not StoredFile.objects.filter(original_name="uwagi.docx").exists()


def test_formulas_are_not_counted_and_not_taken_over(as_user: SignIn, office: User) -> None:
    consultation = make.open_consultation()
    content = filled_xlsx(
        consultation,
        {"§ 1": '=HYPERLINK("http://zle.example","kliknij")', "§ 3": "@SUM(A1) zwykły tekst"},
    )
    client = as_user(office)

    shown = bring(client, consultation, upload(content, "u.xlsx"))
    assert rows_in(shown) == [("§ 1", "wrong", "formula"), ("§ 3", "new", "")]
    batch = shown.context["batch"]
    confirm(client, batch)

    assert remarks_of(consultation) == [("§ 3", "@SUM(A1) zwykły tekst")]
    url = reverse("consultations:import_errors", args=[consultation.slug, batch.pk])
    answer: Any = client.get(url)
    sheet = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert "formuła" in sheet
    assert ";=HYPERLINK" not in sheet
    assert ';"=HYPERLINK' not in sheet


# --- correcting


def test_what_is_unclear_is_corrected_on_the_preview(as_user: SignIn, office: User) -> None:
    consultation = make.open_consultation()
    client = as_user(office)
    content = filled_docx(consultation, {}, who="", added=[("§ 99", "Brak"), ("§ 1 i § 2", "Dwie")])
    shown = bring(client, consultation, upload(content))
    batch = shown.context["batch"]
    assert [row[1:] for row in rows_in(shown)] == [("wrong", "no_submitter")] * 2

    source = batch.files.get()
    named = client.post(
        reverse("consultations:correct_import_file", args=[consultation.slug, batch.pk, source.pk]),
        {
            f"plik-{source.pk}-submitter_name": "Anna Nowak",
            f"plik-{source.pk}-channel": "email",
            f"plik-{source.pk}-received_on": "2026-11-04",
        },
        follow=True,
    )
    assert [row[1] for row in rows_in(named)] == ["choose", "choose"]

    first, second = named.context["page"]
    client.post(
        reverse("consultations:place_import_rows", args=[consultation.slug, batch.pk]),
        {f"jednostka-{first.pk}": "całość", f"jednostka-{second.pk}": "nie wiem"},
    )
    client.post(
        reverse("consultations:remark_import_row", args=[consultation.slug, batch.pk, second.pk]),
        {"unit": "§ 4", "text": "Dwie poprawione"},
    )
    confirm(client, batch)

    assert remarks_of(consultation) == [("całość", "Brak"), ("§ 4", "Dwie poprawione")]
    assert set(consultation.remarks.values_list("submitter_name", "channel")) == {
        ("Anna Nowak", "email")
    }


def test_a_correction_that_names_no_unit_comes_back_with_what_was_typed(
    as_user: SignIn, office: User
) -> None:
    consultation = make.open_consultation()
    client = as_user(office)
    batch = bring(
        client, consultation, upload(filled_docx(consultation, {"§ 1": "Tekst"}))
    ).context["batch"]
    row = RemarkImportRow.objects.get(source__batch=batch)
    url = reverse("consultations:remark_import_row", args=[consultation.slug, batch.pk, row.pk])

    response = client.post(url, {"unit": "§ 77", "text": "Nowy tekst"})

    assert response.status_code == 200
    assert "Nie ma jednej takiej jednostki" in response.content.decode()
    assert "Nowy tekst" in response.content.decode()
    row.refresh_from_db()
    assert row.text == "Tekst"


def test_a_row_can_be_left_out(as_user: SignIn, office: User) -> None:
    consultation = make.open_consultation()
    client = as_user(office)
    content = filled_docx(consultation, {"§ 1": "Zostaje", "§ 3": "Wypada"})
    batch = bring(client, consultation, upload(content)).context["batch"]
    row = RemarkImportRow.objects.get(source__batch=batch, text="Wypada")
    url = reverse("consultations:remark_import_row", args=[consultation.slug, batch.pk, row.pk])

    client.post(url, {"unit": "§ 3", "text": "Wypada", "is_skipped": "on"})
    confirm(client, batch)

    assert remarks_of(consultation) == [("§ 1", "Zostaje")]


# --- writing once


def test_importing_again_doubles_nothing(as_user: SignIn, office: User) -> None:
    consultation = make.open_consultation()
    client = as_user(office)
    word = filled_docx(consultation, {"§ 1": "Raz  a dobrze"})
    sheet = filled_xlsx(consultation, {"§ 1": "Raz a dobrze"})
    batch = bring(client, consultation, upload(word)).context["batch"]
    confirm(client, batch)
    confirm(client, batch)

    again = bring(client, consultation, upload(word), upload(sheet, "u.xlsx"))
    assert [row[1:] for row in rows_in(again)] == [("same", "same_file"), ("same", "same_remark")]
    confirm(client, again.context["batch"])

    assert remarks_of(consultation) == [("§ 1", "Raz  a dobrze")]


def test_the_same_words_of_somebody_else_are_another_remark(as_user: SignIn, office: User) -> None:
    consultation = make.open_consultation()
    client = as_user(office)

    shown = bring(
        client,
        consultation,
        upload(filled_docx(consultation, {"§ 1": "Kampania"}, who="Anna"), "a.docx"),
        upload(filled_docx(consultation, {"§ 1": "Kampania"}, who="Ewa"), "b.docx"),
    )
    confirm(client, shown.context["batch"])

    assert consultation.remarks.count() == 2


def test_thousands_of_rows_are_many_however_small_the_file(as_user: SignIn, office: User) -> None:
    consultation = make.open_consultation()
    book = load_workbook(io.BytesIO(blank(consultation, "xlsx")))
    for number in range(1, 1501):
        book.worksheets[0].append([number, "§ 1", "", f"Uwaga {number}"])
    stream = io.BytesIO()
    book.save(stream)
    assert len(stream.getvalue()) < 100_000

    file = upload(stream.getvalue(), "duzy.xlsx")
    batch = bring(as_user(office), consultation, file).context["batch"]

    assert batch.stage == ImportStage.READING


def test_a_large_batch_is_read_and_written_by_a_worker(
    as_user: SignIn, office: User, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    consultation = make.open_consultation()
    client = as_user(office)
    monkeypatch.setattr(remark_imports, "READ_AT_ONCE_ROWS", -1)
    monkeypatch.setattr(import_writing, "WRITE_AT_ONCE_ROWS", 0)

    waiting = bring(client, consultation, upload(filled_docx(consultation, {"§ 1": "Powoli"})))
    batch = waiting.context["batch"]
    assert batch.stage == ImportStage.READING
    remark_imports.import_progress.tell(batch.pk, 300, 900)
    busy = client.get(batch.get_absolute_url(), headers={"HX-Request": "true"})
    assert '<progress class="progress__bar" value="300" max="900"' in busy.content.decode()
    tasks.work_on_remark_import(batch.pk)
    tasks.work_on_remark_import(batch.pk)
    confirm(client, batch)
    assert consultation.remarks.count() == 0
    tasks.work_on_remark_import(batch.pk)
    tasks.work_on_remark_import(batch.pk)

    assert remarks_of(consultation) == [("§ 1", "Powoli")]
    done = client.get(batch.get_absolute_url(), headers={"HX-Request": "true"})
    assert done["HX-Refresh"] == "true"


def test_forms_are_taken_only_while_the_office_may_record_remarks(
    as_user: SignIn, office: User
) -> None:
    consultation = make.open_consultation()
    client = as_user(office)
    batch = bring(
        client, consultation, upload(filled_docx(consultation, {"§ 1": "Po czasie"}))
    ).context["batch"]
    make.publish_results(consultation)

    assert confirm(client, batch).status_code == 403
    assert consultation.remarks.count() == 0


def test_dropped_forms_leave_their_remarks_and_no_files(as_user: SignIn, office: User) -> None:
    consultation = make.open_consultation()
    client = as_user(office)
    content = filled_docx(consultation, {"§ 1": "Zostaje"})
    batch = bring(client, consultation, upload(content, "moj.docx")).context["batch"]
    confirm(client, batch)

    client.post(reverse("consultations:drop_import", args=[consultation.slug, batch.pk]))

    assert consultation.remarks.count() == 1
    assert not RemarkImport.objects.exists()
    assert not StoredFile.objects.filter(original_name="moj.docx").exists()


def test_the_preview_costs_the_same_for_two_rows_and_for_thirty(
    as_user: SignIn, office: User
) -> None:
    consultation = make.open_consultation()
    client = as_user(office)
    head = ["Jednostka", "Uwaga"]

    def queries(count: int) -> int:
        rows = [["§ 1", f"Uwaga {number}"] for number in range(count)]
        name = f"{count}.docx"
        batch = bring(client, consultation, upload(table_docx(head, rows), name)).context["batch"]
        client.get(batch.get_absolute_url())
        with CaptureQueriesContext(connection) as captured:
            client.get(batch.get_absolute_url())
        return len(captured)

    assert queries(2) == queries(30)
