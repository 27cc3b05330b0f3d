"""The portal's main story: publish, remark, answer, report, hear of it."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from openpyxl import load_workbook
from pypdf import PdfReader

from consultations.models import Consultation
from organizations.models import OrganizationMembership, OrganizationRole
from tests.accounts.factories import UserFactory
from tests.consultations import factories as make
from tests.journeys.conftest import Visitor
from tests.notifications.mail_server import MailServer
from tests.organizations.factories import OrganizationFactory

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

SAMPLE = Path("consultations/acts/samples/projekt-uchwaly.docx")
TITLE = "Projekt uchwały w sprawie konsultowania aktów prawa miejscowego"


@pytest.fixture
def people(transactional_db: None) -> dict[str, Any]:
    official = make.official(email="urzad@example.org", display_name="Urszula Urzędowska")
    author = UserFactory(email="ngo@example.org", display_name="Natalia Społeczna")
    OrganizationMembership.objects.create(
        user=author,
        organization=OrganizationFactory(name="Stowarzyszenie Otwarte Drzwi"),
        role=OrganizationRole.REPRESENTATIVE,
    )
    UserFactory(email="obywatel@example.org", display_name="Oskar Obywatelski")
    return {"official": official, "author": author}


def test_from_draft_to_answer(
    people: dict[str, Any],
    post_office: MailServer,
    worker: None,
    visitor: Callable[..., Visitor],
) -> None:
    office, ngo, citizen = visitor(), visitor(width=390), visitor()

    publish_the_draft(office)
    remark_on_a_paragraph(ngo)
    support_it(citizen)
    the_term_passes()
    results_are_refused_while_a_remark_waits(office)
    answer_it(office)
    publish_and_read_the_report(office)
    the_author_hears_of_it(ngo, post_office)


def publish_the_draft(office: Visitor) -> None:
    office.sign_in("urzad@example.org")
    office.go("/konsultacje/")
    office.press("Rozpocznij konsultacje")
    page = office.page
    page.fill("[name=title]", TITLE)
    page.select_option("[name=kind]", "normative_act")
    page.fill("[name=summary]", "Jak województwo pyta organizacje o zdanie.")
    page.select_option("[name=public_body]", label="Urząd Marszałkowski Województwa Opolskiego")
    page.fill("[name=unit]", "Biuro Dialogu")
    page.fill("[name=legal_basis]", "art. 5 ustawy o działalności pożytku publicznego")
    page.fill("[name=contact_name]", "Urszula Urzędowska")
    page.fill("[name=contact_email]", "urzad@example.org")
    page.fill("[name=opens_on]", timezone.localdate().isoformat())
    office.picture("01-new-consultation")
    office.press("Zapisz")

    office.page.set_input_files("[name=source]", SAMPLE)
    office.page.get_by_role("button", name="Prześlij i odczytaj").click()
    office.sees("Sprawdź, jak odczytaliśmy projekt")
    office.look()
    office.picture("02-draft-checked")
    office.press("Ogłoś konsultacje")
    office.page.fill("[name=reason]", "Rada zbiera się w przyszłym tygodniu.")
    office.press("Ogłoś konsultacje")
    office.sees("trwają")
    office.picture("03-open")


def remark_on_a_paragraph(ngo: Visitor) -> None:
    ngo.arrive_as("ngo@example.org")
    ngo.go("/konsultacje/")
    ngo.press(TITLE)
    ngo.picture("04-reader-on-phone")
    unit = ngo.page.locator("#par_3")
    unit.get_by_role("link", name="Zgłoś uwagę").first.click()
    ngo.look()
    ngo.page.fill("[name=text]", "Termin jest za krótki dla organizacji społecznych.")
    ngo.page.fill("[name=proposed_wording]", "Termin nie może być krótszy niż 21 dni.")
    ngo.page.select_option("[name=organization]", label="Stowarzyszenie Otwarte Drzwi")
    ngo.picture("05-remark-form-on-phone")
    ngo.send("Złóż uwagę", then="uwaga nr 1 została złożona")
    ngo.picture("06-remark-on-phone")


def support_it(citizen: Visitor) -> None:
    citizen.arrive_as("obywatel@example.org")
    citizen.go(f"{Consultation.objects.get().get_absolute_url()}uwagi/")
    citizen.page.get_by_role("button", name="Popieram").click()
    citizen.page.get_by_role("button", name="Popierasz").wait_for()
    citizen.look()
    citizen.picture("07-supported")


def the_term_passes() -> None:
    make.close(Consultation.objects.get())


def results_are_refused_while_a_remark_waits(office: Visitor) -> None:
    office.go(Consultation.objects.get().get_absolute_url())
    office.press("Ogłoś wyniki")
    office.sees("1 uwaga nie ma zatwierdzonego stanowiska")
    office.picture("08-results-refused")


def answer_it(office: Visitor) -> None:
    office.go(f"{Consultation.objects.get().get_absolute_url()}stanowiska/")
    office.picture("09-workbench")
    office.page.get_by_role("link", name="1", exact=True).click()
    office.look()
    office.page.get_by_label("uwzględniona", exact=True).check()
    office.page.fill("[name=reasons]", "Wydłużymy termin do 21 dni.")
    office.picture("10-answer")
    office.press("Zapisz i zatwierdź")


def publish_and_read_the_report(office: Visitor) -> None:
    consultation = Consultation.objects.get()
    office.go(consultation.get_absolute_url())
    office.press("Ogłoś wyniki")
    office.press("Ogłoś wyniki")
    office.sees("wyniki ogłoszone")
    office.picture("11-results")
    base = f"{office.base}{consultation.get_absolute_url()}"
    pdf = PdfReader(io.BytesIO(office.page.request.get(f"{base}raport.pdf").body()))
    xlsx = load_workbook(io.BytesIO(office.page.request.get(f"{base}raport.xlsx").body()))
    text = " ".join(" ".join(page.extract_text() for page in pdf.pages).split())
    assert "Stowarzyszenie Otwarte Drzwi" in text
    assert "Wydłużymy termin do 21 dni." in text
    cells = [value for sheet in xlsx for row in sheet.iter_rows(values_only=True) for value in row]
    assert "Wydłużymy termin do 21 dni." in cells


def the_author_hears_of_it(ngo: Visitor, post_office: MailServer) -> None:
    ngo.go("/powiadomienia/")
    deadline = timezone.now() + timedelta(seconds=20)
    while timezone.now() < deadline and not answers_in(post_office):
        post_office.wait_for(len(post_office.letters) + 1, timeout=2)
    letter = answers_in(post_office)[0]
    body = letter.get_body(("plain",)).get_content()
    assert letter["To"] == "ngo@example.org"
    assert "uwzględniona" in body
    assert "Wydłużymy termin do 21 dni." in body
    ngo.go("/powiadomienia/")
    ngo.sees("Odpowiedź na Twoją uwagę nr 1")
    ngo.picture("12-inbox-on-phone")
    ngo.page.get_by_role("link", name="Odpowiedź na Twoją uwagę nr 1").first.click()
    ngo.sees("Wydłużymy termin do 21 dni.")
    ngo.look()
    ngo.picture("13-answer-on-phone")


def answers_in(post_office: MailServer) -> list[EmailMessage]:
    return [letter for letter in post_office.letters if "Odpowiedź" in str(letter["Subject"])]
