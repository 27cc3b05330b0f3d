"""A text changes under the eyes of those who remarked on it."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest

from consultations.domain import drafts
from consultations.domain.act_exports import write_act
from consultations.models import Consultation
from documents.storing import store_bytes
from tests.accounts.factories import PASSWORD, UserFactory
from tests.consultations import factories as make
from tests.journeys.conftest import Visitor

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

PHONE = 390


@pytest.fixture
def consultation(transactional_db: None) -> Consultation:
    make.official(email="urzad@example.org", display_name="Urszula Urzędowska")
    consultation = make.open_consultation()
    author = UserFactory(email="ngo@example.org", display_name="Natalia Społeczna")
    make.remark_on(consultation, "par_4", author=author, text="Termin 14 dni jest za krótki.")
    make.remark_on(consultation, "par_2__ust_1__pkt_1", author=author, text="Kultura zostaje?")
    return consultation


def test_from_correction_to_what_changed_and_why(
    consultation: Consultation, visitor: Callable[..., Visitor]
) -> None:
    office, ngo = visitor(), visitor(width=PHONE)

    start_corrections(office, consultation)
    correct_with_the_keyboard(office)
    explain_and_publish(office)
    read_what_changed_on_a_phone(ngo, consultation)


def start_corrections(office: Visitor, consultation: Consultation) -> None:
    office.arrive_as("urzad@example.org")
    office.go(consultation.get_absolute_url())
    office.press("Nowa wersja tekstu")
    office.picture("01-new-version")
    office.press("Zacznij poprawki")
    office.sees("Odczytana struktura")
    office.picture("02-side-by-side")


def correct_with_the_keyboard(office: Visitor) -> None:
    page = office.page
    unit = page.locator(".check-unit", has_text="Uchwała wchodzi w życie")
    unit.get_by_role("link", name="Popraw").focus()
    page.keyboard.press("Enter")
    text = page.get_by_label("Treść", exact=True).first
    text.wait_for()
    office.look()
    office.picture("03-editor-in-the-page")
    text.fill("Uchwała wchodzi w życie po upływie 30 dni od dnia ogłoszenia.")
    office.press("Zapisz")
    office.sees("po upływie 30 dni")
    remove = page.locator(".check-unit", has_text="z zakresu kultury")
    remove.get_by_role("link", name="Popraw").click()
    page.get_by_role("button", name="Usuń razem z częściami").wait_for()
    office.press("Usuń razem z częściami")
    office.press("Cofnij: usunięcie: § 2 ust. 1 pkt 1")
    office.sees("z zakresu kultury")
    office.press("Historia poprawek")
    office.picture("04-history")
    page.go_back()
    page.locator(".check-unit", has_text="z zakresu kultury").get_by_role(
        "link", name="Popraw"
    ).click()
    page.get_by_role("button", name="Usuń razem z częściami").wait_for()
    office.press("Usuń razem z częściami")


def explain_and_publish(office: Visitor) -> None:
    page = office.page
    office.press("Zobacz i wyjaśnij zmiany")
    office.picture("05-matches")
    page.locator(".panel", has_text="30").get_by_role("link", name="Wyjaśnij zmianę").click()
    office.look()
    page.fill("[name=reason]", "Organizacje potrzebują więcej czasu.")
    page.get_by_label("1. Natalia Społeczna").check()
    office.picture("06-explain")
    office.press("Zapisz")
    office.press("Opublikuj tę wersję")
    page.fill("[name=note]", "Wydłużyliśmy termin.")
    office.picture("07-publish")
    office.press("Opublikuj nową wersję")
    office.sees("Organizacje potrzebują więcej czasu.")
    office.picture("08-changes")
    office.press("Porównaj obok siebie")
    office.picture("09-compare")


def read_what_changed_on_a_phone(ngo: Visitor, consultation: Consultation) -> None:
    ngo.arrive_as("ngo@example.org")
    ngo.go(consultation.get_absolute_url())
    ngo.press("Co się zmieniło i dlaczego")
    ngo.picture("10-changes-on-phone")
    ngo.press("Porównaj obok siebie")
    ngo.picture("11-compare-on-phone")
    ngo.go(f"{consultation.get_absolute_url()}uwagi/1/")
    ngo.sees("doprowadziła do zmiany w wersji 2")
    ngo.picture("12-remark-on-phone")
    ngo.go(consultation.get_absolute_url())
    ngo.press("1 uwaga do usuniętego tekstu")
    ngo.sees("z zakresu kultury")
    ngo.picture("13-removed-text-on-phone")
    ngo.go(f"{consultation.get_absolute_url()}wersje/")
    ngo.picture("14-versions-on-phone")


def test_pages_of_a_pdf_beside_its_units_on_a_phone_without_javascript(
    consultation: Consultation, visitor: Callable[..., Visitor]
) -> None:
    draft = read_from_pdf(consultation)
    address = f"{draft.get_absolute_url()}wersje/1/sprawdz/"
    office, plain = visitor(), visitor(width=PHONE, javascript=False)

    office.arrive_as("urzad@example.org")
    office.go(f"{draft.get_absolute_url()}projekt/")
    office.press("Popraw tekst obok oryginału")
    office.page.get_by_alt_text("Strona 1 pliku").wait_for()
    office.picture("01-pages-beside-units")

    # axe itself is a script, so these pages were checked above, at the other width.
    plain.page.goto(f"{plain.base}/konto/login/?next={address}")
    plain.page.fill("[name=login]", "urzad@example.org")
    plain.page.fill("[name=password]", PASSWORD)
    plain.page.click("main button[type=submit]")
    plain.sees("Odczytana struktura")
    plain.picture("02-beside-on-phone")
    plain.page.locator(".check-unit", has_text="Wykonanie uchwały").get_by_role(
        "link", name="Popraw"
    ).click()
    plain.page.get_by_label("Treść", exact=True).first.fill("Wykonuje zarząd.")
    plain.picture("03-editor-on-phone")
    plain.page.get_by_role("button", name="Zapisz", exact=True).click()
    plain.sees("Zapisano: poprawa")
    plain.sees("Wykonuje zarząd.")


def read_from_pdf(printed: Consultation) -> Consultation:
    """A consultation in preparation whose draft came as PDF: an act that the portal printed."""
    stream = io.BytesIO()
    write_act(printed, printed.current_version, "pdf", stream)
    source = store_bytes(stream.getvalue(), name="projekt.pdf", kind="pdf")
    draft = make.new_consultation(title="Projekt w pliku PDF")
    version = drafts.upload_draft(consultation=draft, source=source, actor=None)
    drafts.read_draft_version(version.pk)
    return draft
