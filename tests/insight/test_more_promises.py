"""Opinions of councils and answers to would-be partners are words to keep, too."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from consultations.domain import council, stages
from consultations.models import Consultation, CouncilOpinion, CouncilVerdict, Stage
from insight.domain.keeping import refresh
from insight.models import KeptPromise
from organizations.domain import partnership_calls, partnership_interests
from organizations.models import CallOutcome, PartnershipCall
from tests.accounts.factories import AdministratorFactory
from tests.consultations.factories import open_consultation
from tests.organizations.partnership_world import World

pytestmark = pytest.mark.django_db
PAGE = "/jak-dotrzymujemy-slowa/"


def row_of(source: str, thing: Any) -> KeptPromise | None:
    refresh()
    return KeptPromise.objects.filter(source=source, object_id=thing.pk).first()


def asked(consultation: Consultation, days_ago: int) -> CouncilOpinion:
    return council.ask_council(
        opinion=CouncilOpinion(
            consultation=consultation,
            council_name="Rada Pożytku",
            delivered_on=timezone.localdate() - timedelta(days=days_ago),
        ),
        actor=None,
    )


def given(opinion: CouncilOpinion, days_ago: int) -> CouncilOpinion:
    return council.record_opinion(
        opinion=opinion,
        verdict=CouncilVerdict.POSITIVE,
        given_on=timezone.localdate() - timedelta(days=days_ago),
        content="Popieramy.",
        actor=None,
    )


def test_an_opinion_in_its_term_is_a_kept_word() -> None:
    opinion = given(asked(open_consultation(), days_ago=20), days_ago=5)

    row = row_of("council", opinion)

    assert row is not None
    assert (row.kept, row.days) == (True, 15)
    assert row.title.startswith("Rada Pożytku: ")


def test_a_late_and_a_silent_council_did_not_keep_it() -> None:
    late = given(asked(open_consultation(), days_ago=50), days_ago=5)
    silent = council.note_lapse(opinion=asked(open_consultation(), days_ago=40))
    waiting = asked(open_consultation(), days_ago=40)
    in_time = asked(open_consultation(), days_ago=10)

    found = [row_of("council", opinion) for opinion in (late, silent, waiting, in_time)]

    assert [row.kept for row in found if row] == [False, False, False, None]


def test_a_question_about_a_cancelled_consultation_owes_nothing() -> None:
    consultation = open_consultation()
    opinion = asked(consultation, days_ago=3)
    stages.change_stage(
        consultation=consultation, target=Stage.CANCELLED, reason="Błąd w projekcie."
    )

    assert row_of("council", opinion) is None


class Offices(World):
    """An office calls; a sibling organization answers."""

    def announce(self, **values: Any) -> PartnershipCall:
        return super().announce(organization=None, public_body=self.body, **values)


def ended(call: PartnershipCall, days_ago: int) -> PartnershipCall:
    PartnershipCall.objects.filter(pk=call.pk).update(
        closes_at=timezone.now() - timedelta(days=days_ago)
    )
    return call


def test_an_office_that_answers_everybody_in_time_keeps_its_word() -> None:
    world = Offices()
    partnership_interests.accept_interest(world.interest(), by=world.official)
    ended(world.call, days_ago=5)

    row = row_of("partners", world.call)

    assert row is not None
    assert (row.kept, row.days, row.office_slug) == (True, 5, world.body.slug)


def test_an_office_that_leaves_somebody_without_an_answer_breaks_it() -> None:
    world = Offices()
    world.interest()
    ended(world.call, days_ago=10)
    assert row_of("partners", world.call).kept is None  # type: ignore[union-attr]

    ended(world.call, days_ago=31)
    row = row_of("partners", world.call)

    assert row is not None
    assert (row.kept, row.done_on) == (False, None)


def test_telling_everybody_what_came_of_it_is_an_answer() -> None:
    world = Offices()
    world.interest()
    partnership_calls.close_call(
        world.call, outcome=CallOutcome.PARTNERSHIP, outcome_text="Razem.", by=world.official
    )

    row = row_of("partners", world.call)

    assert row is not None
    assert row.kept is True


def test_calls_of_organizations_running_ones_and_those_without_answers_are_not_judged() -> None:
    of_organization, running, nobodys, hidden = World(), Offices(), None, Offices()
    of_organization.interest()
    ended(of_organization.call, days_ago=40)
    running.interest()
    nobodys = ended(running.announce(title="Inna szkoła"), days_ago=40)
    hidden.interest()
    ended(hidden.call, days_ago=40)
    partnership_calls.hide_call(hidden.call, by=AdministratorFactory(), reason="Błąd.")

    refresh()

    assert nobodys.pk
    assert not KeptPromise.objects.filter(source="partners").exists()


def test_the_page_tells_how_both_are_counted_and_nothing_of_the_two_sides(
    as_user: Callable[[Any], Client],
) -> None:
    world = Offices()
    world.interest()
    ended(world.call, days_ago=40)
    given(asked(open_consultation(), days_ago=20), days_ago=5)
    refresh()

    page = Client().get(PAGE).content.decode()

    assert "Opinie rad pożytku" in page
    assert "Odpowiedzi na zgłoszenia partnerów" in page
    assert "Stowarzyszenie Chętne" not in page
