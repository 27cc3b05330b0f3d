"""A whole edition as people live it: nominator, nominee, official, juror and visitor."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.utils import timezone

from awards.domain import edition_stages, editions, letters
from awards.models import Award, Edition, EditionStage, Nomination, NominationState
from tests.accounts.factories import UserFactory
from tests.awards import factories as make
from tests.journeys.conftest import Visitor

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

LATE_LIGHT = "Prowadzi świetlicę, w której zawsze pali się światło."


@pytest.fixture
def edition(transactional_db: None) -> Edition:
    """The ready competition, open from today."""
    office = make.official(email="urzad@example.org")
    UserFactory(email="ngo@example.org")
    UserFactory(email="juror@example.org", display_name="Kinga Kapitulna")
    edition = editions.create_ready_competition(
        public_body=make.marshal_office(),
        contact_email="nagrody@example.org",
        first_day=timezone.localdate(),
        actor=office,
    )
    edition.categories.exclude(slug="spolecznik-roku").delete()
    edition.categories.update(jury_size=1, least_evaluations=1, shows_nominees=True)
    file = make.store_bytes(make.PDF, name="regulamin.pdf", kind="pdf")
    editions.add_regulations(edition=edition, file=file, actor=office)
    edition_stages.announce(edition=edition, actor=office)
    return edition


def test_an_edition_from_the_nomination_to_the_gala(
    edition: Edition, visitor: Callable[..., Visitor]
) -> None:
    nominate(visitor(width=390), edition)
    agree(visitor(width=390))
    office = visitor()
    accept(office, edition)
    appoint(office, edition)
    score(visitor(), edition)
    decide(office, edition)
    celebrate(visitor(width=390), edition)


def nominate(ngo: Visitor, edition: Edition) -> None:
    ngo.arrive_as("ngo@example.org")
    ngo.go("/nagrody/")
    ngo.page.get_by_role("link", name=str(edition)).first.click()
    ngo.page.get_by_role("link", name="Społecznik Roku").click()
    ngo.press("Zgłoś kandydata")
    for question in ngo.page.locator("fieldset").all():
        ngo.page.get_by_label("Tak").first.wait_for()
        question.get_by_label("Tak").first.check() if question.get_by_label("Tak").count() else None
    ngo.page.get_by_label("osoba prywatna").check()
    ngo.press("Dalej")

    ngo.page.get_by_label("kandydat", exact=False).first.fill("Zofia Dobra")
    ngo.page.get_by_label("e-mail kandydata").fill("zofia@example.org")
    ngo.page.get_by_label("powiat").select_option(label="powiat nyski")
    ngo.page.get_by_label("za co, w dwóch zdaniach").fill(LATE_LIGHT)
    ngo.page.get_by_text("Szkic zapisany.").wait_for()
    ngo.press("Złóż zgłoszenie")
    assert ngo.page.locator(".error-summary").count() == 1
    ngo.page.locator("textarea[name=justification]").fill("Codziennie od dziesięciu lat.")
    ngo.press("Złóż zgłoszenie")
    ngo.sees("Zgłoszenie złożone.")
    ngo.picture("01-nominated")


def agree(nominee: Visitor) -> None:
    link = letters.consent_link(Nomination.objects.get())
    nominee.go("/" + link.split("//", 1)[1].split("/", 1)[1])
    nominee.picture("02-consent")
    nominee.press("Zgadzam się kandydować")
    nominee.sees("kandydat się zgadza")


def accept(office: Visitor, edition: Edition) -> None:
    office.arrive_as("urzad@example.org")
    office.go(f"{edition.get_absolute_url()}praca/")
    office.picture("03-work")
    office.press("Zofia Dobra")
    office.page.get_by_label("Spełnia wymogi formalne").check()
    office.press("Zapisz decyzję")
    office.sees("Decyzja zapisana")
    assert Nomination.objects.get().state == NominationState.ACCEPTED


def appoint(office: Visitor, edition: Edition) -> None:
    make.close(edition)
    office.go(f"{edition.get_absolute_url()}sklad-kapituly/")
    office.page.get_by_label("E-mail konta na portalu").fill("juror@example.org")
    office.page.locator("[name=appointed_by]").fill("zarządzenie nr 7")
    office.press("Powołaj")
    office.press("Przekaż kapitule")
    office.press("Przekaż kapitule")
    office.sees("ocenia kapituła")


def score(juror: Visitor, edition: Edition) -> None:
    juror.sign_in("juror@example.org")
    juror.sees("podpisz deklarację")
    juror.go(f"{edition.get_absolute_url()}kapitula/")
    juror.page.get_by_label("Przyjmuję tę deklarację").check()
    juror.press("Podpisz")
    make.jury.assign_all(category=make.category_of(edition))
    juror.press("Zofia Dobra")
    juror.page.get_by_label("nie mam z kandydatem powiązań").check()
    juror.press("Złóż oświadczenie")
    for field in juror.page.locator("input[type=number]").all():
        field.fill("9")
    juror.page.locator("textarea[name=justification]").fill("Widać efekty.")
    juror.picture("04-scoring")
    juror.press("Złóż ocenę")
    juror.sees("Ocena złożona.")


def decide(office: Visitor, edition: Edition) -> None:
    office.go(f"{edition.get_absolute_url()}etap/deliberation/")
    office.press("Zamknij ocenianie, zacznij obrady")
    office.go(f"{edition.get_absolute_url()}ranking/")
    office.sees("90,00")
    office.picture("05-ranking")
    office.go(f"{edition.get_absolute_url()}obrady/")
    office.page.get_by_text("Zapisz nagrodę").first.click()
    office.page.locator("select[name=category]").select_option(label="Społecznik Roku")
    office.page.locator("select[name=nomination]").select_option(label="Zofia Dobra")
    office.page.locator("select[name=distinction]").select_option("laureate")
    office.page.locator("textarea[name=citation]").fill("Za światło w oknie.")
    office.page.get_by_role("button", name="Zapisz nagrodę").click()
    office.sees("Rozstrzygnięcie zapisane.")
    office.look()
    office.go(f"{edition.get_absolute_url()}etap/sealed/")
    office.press("Zapieczętuj wyniki")
    edition.refresh_from_db()
    assert edition.stage == EditionStage.SEALED


def celebrate(reader: Visitor, edition: Edition) -> None:
    reader.go(edition.get_absolute_url())
    assert reader.page.get_by_text("Za światło w oknie.").count() == 0
    make.shift(edition, results_at=timezone.now())
    reader.go(edition.get_absolute_url())
    reader.sees("Za światło w oknie.")
    reader.picture("06-laureates")
    reader.page.get_by_role("link", name="Zofia Dobra").first.click()
    reader.look()
    reader.go("/nagrody/laureaci/")
    reader.sees("Zofia Dobra")
    assert Award.objects.get().place == 1
