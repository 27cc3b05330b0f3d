"""The official lays the text beside its original and corrects it on the pages of the portal."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from consultations.acts.tree import UnitKind
from consultations.domain import act_editing, drafts
from consultations.domain.act_exports import write_act
from consultations.domain.act_tree import stored_unit
from consultations.models import (
    ChangeStatus,
    DraftState,
    DraftVersion,
    EditKind,
    ProvisionChange,
    Stage,
)
from documents.storing import store_bytes
from organizations.models import PublicBody
from tests.accounts.factories import UserFactory
from tests.consultations import factories as make
from tests.consultations import versions as new

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


def address(name: str, version: DraftVersion, *arguments: object) -> str:
    return reverse(
        f"consultations:{name}", args=[version.consultation.slug, version.number, *arguments]
    )


def unit_url(version: DraftVersion, eid: str) -> str:
    return address("correct_unit", version, version.provisions.get(eid=eid).pk)


def seen(version: DraftVersion, eid: str) -> str:
    return act_editing.fingerprint(stored_unit(version.provisions.get(eid=eid)))


def step(client: Client, version: DraftVersion, eid: str, **data: Any) -> Any:
    return client.post(unit_url(version, eid), {"seen": seen(version, eid)} | data)


def as_form(version: DraftVersion, eid: str, **changes: str) -> dict[str, str]:
    row = version.provisions.get(eid=eid)
    names = ("kind", "label", "number", "heading", "text")
    return {name: getattr(row, name) for name in names} | changes


@pytest.fixture
def version() -> DraftVersion:
    return make.with_draft(make.new_consultation())


@pytest.fixture
def office(as_user: SignIn) -> Client:
    return as_user(make.official())


def pdf_version() -> DraftVersion:
    """A draft that was uploaded as PDF: an act that the portal itself has printed."""
    printed = make.open_consultation()
    stream = io.BytesIO()
    write_act(printed, printed.current_version, "pdf", stream)
    source = store_bytes(stream.getvalue(), name="projekt.pdf", kind="pdf")
    consultation = make.new_consultation()
    uploaded = drafts.upload_draft(consultation=consultation, source=source, actor=None)
    read = drafts.read_draft_version(uploaded.pk)
    assert read is not None
    return read


def test_the_words_of_the_file_stand_beside_the_units(
    office: Client, version: DraftVersion
) -> None:
    page = office.get(address("check_version", version)).content.decode()

    assert page.count("Zadania zleca się w drodze otwartego konkursu ofert.") == 2
    assert "Żadne słowo z pliku nie zginęło i żadne nie przybyło." in page


def test_pages_of_a_pdf_stand_beside_the_units_as_pictures(office: Client) -> None:
    version = pdf_version()

    page = office.get(address("check_version", version)).content.decode()
    picture = office.get(address("page_image", version, 1))

    assert address("page_image", version, 1) in page
    assert picture["Content-Type"] == "image/png"
    image = Image.open(io.BytesIO(picture.content))
    assert image.width == 1000
    assert len(image.getcolors() or []) > 1  # something is drawn on it
    again = office.get(
        address("page_image", version, 1), headers={"if-none-match": picture["ETag"]}
    )
    assert again.status_code == 304
    assert office.get(address("page_image", version, 99)).status_code == 404


def test_a_file_without_pages_has_no_pictures(office: Client, version: DraftVersion) -> None:
    assert office.get(address("page_image", version, 1)).status_code == 404


def test_the_official_corrects_a_unit_and_comes_back_to_it(
    office: Client, version: DraftVersion
) -> None:
    key = version.provisions.get(eid="par_1").pk

    response = step(
        office, version, "par_1", krok="popraw", **as_form(version, "par_1", text="Nowa treść.")
    )

    assert response["Location"] == f"{address('check_version', version)}#j{key}"
    assert version.provisions.get(eid="par_1").text == "Nowa treść."
    assert version.edits.get().actor is not None


def test_every_step_is_a_button_that_works_without_javascript(
    office: Client, version: DraftVersion
) -> None:
    steps = {
        "polacz": EditKind.MERGE,
        "wyzej": EditKind.RAISE,
        "nizej": EditKind.LOWER,
        "ponumeruj": EditKind.RENUMBER,
        "usun": EditKind.REMOVE,
    }
    eids = {"polacz": "par_4", "wyzej": "par_2__ust_2", "nizej": "par_2", "usun": "par_3"}
    page = office.get(unit_url(version, "par_1")).content.decode()

    for name, kind in steps.items():
        assert f'value="{name}"' in page
        if name == "ponumeruj":
            act_editing.rewrite_unit(
                new.target(version, "par_1"),
                new.content_of(version, "par_1", number="7", label="§ 7."),
            )
        eid = "par_7" if name == "ponumeruj" else eids[name]
        assert step(office, version, eid, krok=name).status_code == 302
        assert version.edits.latest("pk").kind == kind
        office.post(address("undo_correction", version))
    office.post(address("undo_correction", version))
    assert version.edits.filter(undone_at__isnull=True).count() == 0


def test_a_unit_is_divided_and_one_is_added(office: Client, version: DraftVersion) -> None:
    marked = "Zadania zleca się || w drodze otwartego konkursu ofert."
    assert step(office, version, "par_2__ust_2", krok="podziel", marked=marked).status_code == 302
    added = {"kind": "section", "label": "§ 2a.", "number": "2a", "heading": "", "text": "Nowy."}
    assert step(office, version, "par_2", krok="dodaj", where="after", **added).status_code == 302

    assert version.provisions.get(eid="par_2__ust_2").text == "Zadania zleca się"
    assert version.provisions.get(eid="par_2a").position == (
        version.provisions.get(eid="par_3").position - 1
    )


def test_what_is_refused_says_why_and_keeps_what_was_typed(
    office: Client, version: DraftVersion
) -> None:
    response = step(office, version, "par_1", krok="podziel", marked="Zupełnie || inne słowa")

    page = response.content.decode()
    assert response.status_code == 409
    assert "Przy podziale nie zmieniaj słów" in page
    assert "Zupełnie || inne słowa" in page


def test_two_officials_on_one_unit_do_not_overwrite_each_other(
    office: Client, version: DraftVersion
) -> None:
    mine = {"krok": "popraw", "seen": seen(version, "par_1")}
    mine |= as_form(version, "par_1", text="Moja treść.")
    new.reword(version, "par_1", "Treść koleżanki.")

    refused = office.post(unit_url(version, "par_1"), mine)

    page = refused.content.decode()
    assert refused.status_code == 409
    assert "Moja treść." in page
    assert "Treść koleżanki." in page
    assert seen(version, "par_1") in page
    assert version.provisions.get(eid="par_1").text == "Treść koleżanki."
    saved = office.post(unit_url(version, "par_1"), mine | {"seen": seen(version, "par_1")})
    assert saved.status_code == 302
    assert version.provisions.get(eid="par_1").text == "Moja treść."


def test_cells_of_a_table_are_corrected_line_by_line(office: Client, version: DraftVersion) -> None:
    row = version.provisions.get(eid="par_1")
    row.kind, row.label, row.number, row.text = UnitKind.TABLE, "", "", ""
    row.rows = [["Zadanie", "Kwota"], ["Kultura\ni sztuka", "100"]]
    row.save()
    page = office.get(unit_url(version, "par_1")).content.decode()
    assert "Kultura↵i sztuka | 100" in page

    cells = "Zadanie | Kwota\r\nKultura↵i sztuka | 200\r\nSport | 50"
    step(office, version, "par_1", krok="popraw", **as_form(version, "par_1"), cells=cells)

    row.refresh_from_db()
    assert row.rows == [["Zadanie", "Kwota"], ["Kultura\ni sztuka", "200"], ["Sport", "50"]]


def test_title_preface_and_kind_can_be_corrected_and_taken_back(
    office: Client, version: DraftVersion
) -> None:
    data = {"kind": "plan", "title": "Program", "preface": "z 2026 r."}
    office.post(address("correct_front", version), data)
    version.refresh_from_db()
    assert (version.kind, version.title, version.preface) == ("plan", "Program", "z 2026 r.")

    page = office.get(address("corrections", version)).content.decode()
    assert "poprawa tytułu lub wstępu" in page
    office.post(address("undo_correction", version))

    version.refresh_from_db()
    assert version.kind == "resolution"
    assert "cofnięto" in office.get(address("corrections", version)).content.decode()


def test_the_editor_comes_alone_into_the_page_for_htmx(
    office: Client, version: DraftVersion
) -> None:
    part = office.get(unit_url(version, "par_1"), headers={"hx-request": "true"})

    assert "<html" not in part.content.decode()
    assert 'value="popraw"' in part.content.decode()


def test_from_upload_to_publication_on_the_pages(office: Client) -> None:
    consultation = make.open_consultation()
    remark = make.remark_on(consultation, "par_3")
    other = make.remark_on(consultation)
    url = reverse("consultations:new_version", args=[consultation.slug])
    file = SimpleUploadedFile("nowy.txt", new.SECOND_TEXT.encode())

    office.post(url, {"source": file})
    version = consultation.versions.latest("number")
    assert version.state == DraftState.QUEUED
    assert "czeka na swoją kolej" in office.get(url).content.decode()
    drafts.read_draft_version(version.pk)
    assert office.get(address("version_progress", version))["HX-Refresh"] == "true"

    changes = office.get(address("matches", version)).content.decode()
    assert "nowe oznaczenie" in changes
    added = version.changes.get(status=ChangeStatus.ADDED)
    removed = version.changes.get(status=ChangeStatus.REMOVED)
    pair = {"old": removed.old.pk, "new": added.new.pk}
    office.post(address("pair_units", version), pair)
    assert not version.changes.filter(status=ChangeStatus.REMOVED).exists()
    office.post(address("unpair_unit", version), {"jednostka": added.new.pk})
    assert version.changes.filter(status=ChangeStatus.REMOVED).exists()
    office.post(address("pair_units", version), {"od-nowa": "1"})

    change = new.change_of(version, "par_4")
    explained = address("explain_change", version, change.pk)
    assert remark.text in office.get(explained).content.decode()
    wrong = office.post(explained, {"reason": "Tak.", "others": "99"})
    assert "Nie ma uwagi o numerze: 99." in wrong.content.decode()
    office.post(
        explained,
        {"reason": "Przybył paragraf.", "remarks": [remark.pk], "others": str(other.number)},
    )
    change.refresh_from_db()
    assert change.reason == "Przybył paragraf."
    assert set(change.remarks.all()) == {remark, other}

    version.refresh_from_db()
    publish = address("publish_version", version)
    assert "Dotyczy to 2 uwag" in office.get(publish).content.decode()
    stale = office.post(publish, {"note": "Zmiany", "revision": version.revision - 1})
    assert stale.status_code == 409
    response = office.post(publish, {"note": "Zmiany", "revision": version.revision})
    assert response.status_code == 302
    consultation.refresh_from_db()
    assert consultation.current_version == version


def test_a_version_is_given_up_on_its_page(office: Client) -> None:
    consultation = make.open_consultation()
    version = new.corrected_version(consultation, par_1="Nowa treść.")

    office.post(address("discard_version", version))

    assert consultation.versions.count() == 1


OFFICE_PAGES = (
    "check_version", "corrections", "correct_front", "matches", "publish_version",
    "version_progress",
)  # fmt: skip
OFFICE_ACTIONS = ("undo_correction", "pair_units", "unpair_unit", "discard_version")


@pytest.mark.parametrize("stage", [Stage.OPEN, Stage.ANALYSIS])
def test_pages_of_the_office_are_closed_to_everybody_else(as_user: SignIn, stage: str) -> None:
    consultation = make.in_stage(stage)
    version = new.corrected_version(consultation, par_1="Nowa treść.")
    key = version.changes.get().pk
    pages = [address(name, version) for name in OFFICE_PAGES]
    pages += [unit_url(version, "par_1"), address("explain_change", version, key)]
    pages += [reverse("consultations:new_version", args=[consultation.slug])]
    actions = [address(name, version) for name in OFFICE_ACTIONS]
    stranger = make.official(PublicBody.objects.filter(kind="county").first())

    for url in (*pages, *actions):
        for client in (as_user(UserFactory()), as_user(stranger)):
            assert client.post(url, {"krok": "usun", "revision": 1}).status_code in (403, 405), url
        assert "/konto/login/" in as_user(None).post(url)["Location"]
    for url in pages:
        assert as_user(UserFactory()).get(url).status_code == 403, url
        assert as_user(make.official()).get(url).status_code == 200, url
    for url in actions:
        assert as_user(make.official()).get(url).status_code == 405, url
    version.refresh_from_db()
    assert version.provisions.get(eid="par_1").text == "Nowa treść."


@pytest.mark.parametrize(
    "stage", [Stage.OPEN, Stage.ANALYSIS, Stage.PUBLISHED, Stage.ARCHIVED, Stage.CANCELLED]
)
def test_a_published_text_can_be_looked_at_but_not_corrected(office: Client, stage: str) -> None:
    version = make.in_stage(stage).current_version

    assert office.get(address("check_version", version)).status_code == 200
    assert office.get(unit_url(version, "par_1")).status_code == 403
    assert step(office, version, "par_1", krok="usun").status_code == 403
    assert office.post(address("undo_correction", version)).status_code == 403
    assert version.provisions.filter(eid="par_1").exists()


@pytest.mark.parametrize("stage", [Stage.DRAFT, Stage.ARCHIVED, Stage.CANCELLED])
def test_no_new_version_before_the_opening_or_after_the_end(office: Client, stage: str) -> None:
    consultation = make.in_stage(stage)
    url = reverse("consultations:new_version", args=[consultation.slug])

    assert office.get(url).status_code == 403
    assert office.post(url, {"popraw": "1"}).status_code == 403
    assert consultation.versions.count() == 1


def test_a_version_of_another_consultation_is_not_found(
    office: Client, version: DraftVersion
) -> None:
    other = make.with_draft(make.new_consultation())
    foreign = reverse(
        "consultations:correct_unit",
        args=[version.consultation.slug, version.number, other.provisions.first().pk],
    )

    assert office.get(foreign).status_code == 404


def test_corrections_before_the_opening_show_in_the_text_that_opens(office: Client) -> None:
    consultation = make.in_stage(Stage.ANNOUNCED)
    version = consultation.current_version
    step(office, version, "par_1", krok="popraw", **as_form(version, "par_1", text="Poprawiona."))

    page = office.get(consultation.get_absolute_url()).content.decode()

    assert "Poprawiona." in page
    assert not ProvisionChange.objects.exists()
