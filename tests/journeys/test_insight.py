"""Anybody checks whether offices keep their word; an official reads how the portal is used."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from insight.domain.keeping import refresh
from insight.models import VisitCount
from search.models import BestBet
from tests.accounts.factories import AdministratorFactory
from tests.consultations.factories import open_consultation, publish_results, remark_on
from tests.journeys.conftest import Visitor

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
Come = Callable[..., Visitor]


def test_the_word_of_an_office_and_the_use_of_the_portal(visitor: Come) -> None:
    with transaction.atomic():
        consultation = open_consultation()
        remark_on(consultation)
        publish_results(consultation)
        refresh()
        administrator = AdministratorFactory()
        today = timezone.localdate()
        for back in range(20):
            VisitCount.objects.create(
                day=today - timedelta(days=back),
                part="consultations",
                page="consultations:detail",
                county="1607",
                views=5 + back,
            )
        BestBet.objects.create(phrases="terminy", title="Słowo", url="/jak-dotrzymujemy-slowa/")

    citizen = visitor(width=390)
    citizen.go("/szukaj/?q=termin")
    citizen.press("Słowo")
    citizen.sees("Wszystkie urzędy razem")
    citizen.press(consultation.public_body.name)
    citizen.sees("dotrzymane")
    citizen.press(consultation.title)

    keeper = visitor()
    keeper.sign_in(administrator.email)
    keeper.press("Korzystanie z portalu")
    keeper.sees("Uwagi w konsultacjach (1)")
    keeper.page.get_by_text("Liczby z wykresu").first.click()
    keeper.look()
    with keeper.page.expect_download() as download:
        keeper.page.get_by_role("link", name="XLSX", exact=True).click()
    assert download.value.suggested_filename == "korzystanie-z-portalu.xlsx"
