"""The directory as people live it: a profile is claimed, a register comes in, partners meet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from organizations.models import Organization, Partnership, PartnershipCall
from tests.accounts.factories import AdministratorFactory, UserFactory
from tests.journeys.conftest import Visitor
from tests.organizations.factories import OrganizationFactory, OrganizationMembershipFactory

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
REGISTER = """Nazwa;Forma prawna;KRS;Miejscowość
Fundacja Nowe Brzegi;fundacja;0000123456;Nysa
Bez numeru;stowarzyszenie;;Nysa
"""


def test_a_representative_claims_a_profile_and_keeps_it(
    transactional_db: None, visitor: Callable[..., Visitor]
) -> None:
    UserFactory(email="prezeska@example.org", display_name="Anna Prezeska")
    AdministratorFactory(email="admin@example.org")
    url = OrganizationFactory(name="Stowarzyszenie Nad Odrą").get_absolute_url()
    person, moderator = visitor(width=390), visitor()

    person.arrive_as("prezeska@example.org")
    person.go(url)
    person.press("To moja organizacja – przejmij profil")
    person.page.fill("[name=function]", "prezeska zarządu")
    person.page.check("[name=proof][value=official]")
    person.press("Wyślij prośbę")
    moderator.arrive_as("admin@example.org")
    moderator.go("/organizacje/moderacja/")
    moderator.sees("Anna Prezeska")
    moderator.press("Przyjmij")
    person.go(url)
    person.press("Edytuj profil")
    person.page.fill("[name=mission]", "Rzeka dla wszystkich.")
    person.press("Zapisz profil")
    person.sees("Rzeka dla wszystkich.")
    person.picture("profil")


def test_a_register_is_checked_before_it_is_written(
    worker: None, visitor: Callable[..., Visitor]
) -> None:
    AdministratorFactory(email="admin@example.org")
    moderator = visitor()

    moderator.arrive_as("admin@example.org")
    moderator.go("/organizacje/import/")
    moderator.page.fill("[name=source]", "Wykaz starosty")
    moderator.page.set_input_files(
        "[name=file]",
        {"name": "wykaz.csv", "mimeType": "text/csv", "buffer": REGISTER.encode()},
    )
    moderator.press("Wgraj plik")
    moderator.press("Sprawdź plik")
    moderator.page.get_by_role("button", name="Importuj").wait_for(timeout=30_000)
    moderator.sees("Brakuje numeru KRS, NIP lub REGON.")
    assert not Organization.objects.exists()
    moderator.look()
    moderator.press("Importuj")
    moderator.page.locator("[hx-trigger*=every]").wait_for(state="detached", timeout=30_000)
    moderator.picture("import")
    assert Organization.objects.get().name == "Fundacja Nowe Brzegi"


def test_two_organizations_become_partners(
    transactional_db: None, visitor: Callable[..., Visitor]
) -> None:
    for email, name in {
        "ogrod@example.org": "Fundacja Ogród",
        "kuchnia@example.org": "Stowarzyszenie Kuchnia",
    }.items():
        row = OrganizationFactory(name=name)
        row.benefit_fields.set(["14"])
        OrganizationMembershipFactory(user=UserFactory(email=email), organization=row)
    caller, partner = visitor(), visitor(width=390)
    in_ten_days = timezone.localdate() + timedelta(days=10)

    caller.arrive_as("ogrod@example.org")
    caller.go("/organizacje/partnerstwa/nowe/")
    for field, text in {"title": "Letnia szkoła", "idea": "Zajęcia.", "offered": "Ogród."}.items():
        caller.page.fill(f"[name={field}]", text)
    caller.page.fill("[name=sought]", "Kogoś z kuchnią.")
    caller.page.check("[name=benefit_fields][value='14']")
    caller.page.fill("[name=closes_on]", in_ten_days.isoformat())
    caller.press("Ogłoś")
    caller.sees("Stowarzyszenie Kuchnia")
    call = PartnershipCall.objects.get().get_absolute_url()
    partner.arrive_as("kuchnia@example.org")
    partner.go(call)
    partner.press("Chcemy dołączyć")
    partner.page.fill("[name=message]", "Mamy kuchnię i dwie kucharki.")
    partner.press("Wyślij")
    caller.go(call)
    caller.press("Rozmowa: 0 wiadomości")
    caller.page.fill("[name=text]", "Świetnie, zapraszamy.")
    caller.press("Wyślij")
    caller.press("Przyjmij")
    caller.go(call)
    caller.press("Zapisz partnerstwo")
    caller.page.check("[name=partners]")
    caller.press("Zapisz partnerstwo")
    partner.go(Partnership.objects.get().get_absolute_url())
    partner.page.fill("[name=contribution]", "Kuchnia")
    partner.press("Potwierdzamy udział")
    partner.sees("Dziękujemy, udział potwierdzony.")
    partner.picture("partnerstwo")
