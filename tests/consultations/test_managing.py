"""An official describes a consultation, moves it on, and is told what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from consultations.models import Consultation, Stage
from organizations.models import PublicBody
from search.domain.indexing import index_pending
from tests.accounts.factories import AdministratorFactory, UserFactory
from tests.consultations import factories as make

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


def described(**fields: Any) -> dict[str, Any]:
    today = timezone.localdate()
    return {
        "title": "Projekt uchwały w sprawie świetlic",
        "kind": "normative_act",
        "mode": "basic",
        "participation": "public",
        "identity": "names",
        "mode_origin": "board",
        "public_body": make.marshal_office().pk,
        "unit": "Biuro Dialogu",
        "legal_basis": "art. 5",
        "summary": "O świetlicach.",
        "opens_on": today.isoformat(),
        "closes_on": (today + timedelta(days=20)).isoformat(),
        "contact_name": "Jolanta Testowa",
        "contact_email": "kontakt@example.org",
        "contact_phone": "",
    } | fields


def create(client: Client, **fields: Any) -> Any:
    return client.post(reverse("consultations:create"), described(**fields))


def test_a_described_consultation_waits_for_its_draft(as_user: SignIn) -> None:
    response = create(as_user(make.official()))

    consultation = Consultation.objects.get()
    assert response["Location"] == reverse("consultations:draft", args=[consultation.slug])
    assert consultation.slug == "projekt-uchwaly-w-sprawie-swietlic"
    assert consultation.stage == Stage.DRAFT


def test_two_consultations_of_one_title_have_two_addresses(as_user: SignIn) -> None:
    office = as_user(make.official())

    create(office)
    create(office)

    assert Consultation.objects.values("slug").distinct().count() == 2


def test_reversed_dates_are_a_field_error_and_the_rest_is_kept(as_user: SignIn) -> None:
    today = timezone.localdate()

    response = create(as_user(make.official()), closes_on=(today - timedelta(days=1)).isoformat())

    errors = response.context["form"].errors
    assert errors == {"closes_on": ["Koniec konsultacji nie może być przed początkiem."]}
    assert "Biuro Dialogu" in response.content.decode()
    assert not Consultation.objects.exists()


def test_a_term_in_the_past_is_a_field_error(as_user: SignIn) -> None:
    past = timezone.localdate() - timedelta(days=30)

    response = create(
        as_user(make.official()),
        opens_on=past.isoformat(),
        closes_on=(past + timedelta(days=20)).isoformat(),
    )

    errors = response.context["form"].errors
    assert errors == {"closes_on": ["Ten dzień już minął. Wybierz dzisiejszy lub późniejszy."]}


def test_a_short_term_is_warned_about_but_allowed(as_user: SignIn) -> None:
    week = (timezone.localdate() + timedelta(days=6)).isoformat()

    office = as_user(make.official())
    response = create(office, closes_on=week)

    page = office.get(response["Location"]).content.decode()
    assert "Konsultacje potrwają 7 dni. Zalecamy co najmniej 14 dni" in page


def test_officials_create_for_their_own_office_only(as_user: SignIn) -> None:
    other = PublicBody.objects.filter(kind="county").first()

    response = create(as_user(make.official()), public_body=other.pk)

    assert "public_body" in response.context["form"].errors


def test_others_cannot_create(as_user: SignIn) -> None:
    assert create(as_user(UserFactory())).status_code == 403
    assert create(as_user(None)).status_code == 302
    assert create(as_user(AdministratorFactory())).status_code == 302
    assert Consultation.objects.count() == 1


def test_an_open_consultation_is_not_described_anew(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    url = reverse("consultations:edit", args=[consultation.slug])

    response = as_user(make.official()).post(url, described(title="Inny tytuł"))

    assert response["Location"] == consultation.get_absolute_url()
    consultation.refresh_from_db()
    assert consultation.title != "Inny tytuł"


def test_an_extension_is_asked_for_with_a_reason(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    url = reverse("consultations:extend_term", args=[consultation.slug])
    later = consultation.closes_on + timedelta(days=7)
    office = as_user(make.official())

    refused = office.post(url, {"closes_on": later.isoformat(), "reason": ""})
    office.post(url, {"closes_on": later.isoformat(), "reason": "Prosiły o to organizacje."})

    assert "reason" in refused.context["form"].errors
    consultation.refresh_from_db()
    assert consultation.closes_on == later


def test_a_move_that_does_not_exist_is_not_found(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    url = reverse("consultations:change_stage", args=[consultation.slug, "draft"])

    assert as_user(make.official()).get(url).status_code == 404


def test_my_matters_show_what_an_official_runs_and_an_author_wrote(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    remark = make.remark_on(consultation)
    url = reverse("accounts:dashboard")

    assert "1 uwaga czeka na stanowisko" in as_user(make.official()).get(url).content.decode()
    assert "Uwaga nr 1" in as_user(remark.author).get(url).content.decode()


def test_the_search_box_finds_consultations_but_no_drafts(as_user: SignIn) -> None:
    make.open_consultation(title="Świetlice wiejskie")
    make.in_stage(Stage.DRAFT, title="Świetlice tajne")
    index_pending()

    page = as_user(None).get(reverse("search:results"), {"q": "swietlice"}).content.decode()

    assert "<mark>Świetlice</mark> wiejskie" in page
    assert "tajne" not in page


def test_the_page_of_an_office_lists_its_consultations(as_user: SignIn) -> None:
    consultation = make.open_consultation()

    page = as_user(None).get(make.marshal_office().get_absolute_url()).content.decode()

    assert consultation.title in page
