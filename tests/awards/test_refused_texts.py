"""Whatever is refused, the page keeps what was typed and says why."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from awards.domain import checking
from awards.domain.letters import recommendation_link
from awards.models import Edition, EditionStage, NominationNote, NominationState
from tests.awards import factories as make

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]
TYPED = "Pisane długo\ni w dwóch wierszach"
TOO_LONG = TYPED + "!" * 4000


def address(name: str, edition: Edition, *more: Any) -> str:
    return reverse(f"awards:{name}", args=[edition.competition.slug, edition.year, *more])


def points_of(edition: Edition, value: int) -> dict[str, Any]:
    criteria = make.nominations_of(edition)[0].category.criteria.all()
    return {f"points_{row.pk}": value for row in criteria}


def test_an_evaluation_that_comes_after_the_end_of_scoring_stays_to_be_copied(
    as_user: SignIn,
) -> None:
    edition = make.at_jury()
    make.shift(edition, stage=EditionStage.DELIBERATION)
    juror = as_user(edition.jurors.first().user)

    page = juror.post(
        address("judge", edition, 1), points_of(edition, 7) | {"justification": TYPED, "submit": 1}
    )

    assert page.context["form"].non_field_errors()
    assert TYPED in page.text


def test_a_word_to_the_jury_that_is_too_long_stays(as_user: SignIn) -> None:
    edition = make.at_jury()
    seat, nomination = edition.jurors.first(), make.nominations_of(edition)[0]
    make.score(seat, nomination, 8, 4)
    juror = as_user(seat.user)

    page = juror.post(address("talk", edition, 1), {"text": TOO_LONG})

    assert TYPED in page.text
    assert not NominationNote.objects.exists()


def test_a_decision_without_a_choice_says_so_and_keeps_the_reason(as_user: SignIn) -> None:
    nomination = make.submitted(make.open_edition())
    office = as_user(make.official())

    page = office.post(reverse("awards:check", args=[nomination.key]), {"reason": TYPED})

    assert page.context["form"].errors["decision"]
    assert TYPED in page.text


def test_a_decision_that_a_colleague_took_first_keeps_the_reason(as_user: SignIn) -> None:
    nomination = make.submitted(make.open_edition())
    office = as_user(make.official())
    checking.reject(nomination=nomination, actor=None, reason="Za późno")

    page = office.post(
        reverse("awards:check", args=[nomination.key]), {"decision": "reject", "reason": TYPED}
    )

    assert page.context["form"].errors
    assert TYPED in page.text
    nomination.refresh_from_db()
    assert nomination.state == NominationState.REJECTED


@pytest.mark.parametrize("name", ["note", "office_note"])
def test_a_message_that_is_too_long_stays_on_the_page_of_the_nomination(
    as_user: SignIn, name: str
) -> None:
    nomination = make.submitted(make.open_edition())
    writer = as_user(nomination.created_by if name == "note" else make.official())
    page_of = {"note": "nomination", "office_note": "check"}[name]

    page = writer.post(reverse(f"awards:{name}", args=[nomination.key]), {"text": TOO_LONG})

    assert TYPED in page.text
    # A reload, or another language, asks without the form.
    again = writer.get(reverse(f"awards:{name}", args=[nomination.key]))
    assert again.url == reverse(f"awards:{page_of}", args=[nomination.key])


def test_the_office_writes_beside_its_decisions_only(as_user: SignIn) -> None:
    nomination = make.submitted(make.open_edition())
    office, author = as_user(make.official()), as_user(nomination.created_by)
    form = f'action="{reverse("awards:note", args=[nomination.key])}"'
    page = reverse("awards:nomination", args=[nomination.key])

    assert form in author.get(page).text
    assert form not in office.get(page).text


def test_a_recommendation_that_comes_too_late_stays_to_be_copied(client: Client) -> None:
    nomination = make.submitted(make.open_edition())
    letter = checking.ask_for_recommendation(
        nomination=nomination,
        name="Ala",
        email="ala@example.org",
        function="",
        actor=nomination.created_by,
    )
    link = "/" + recommendation_link(letter).split("//", 1)[1].split("/", 1)[1]
    client.post(link, {"text": "Pierwsza."})

    page = client.post(link, {"text": TYPED})

    assert page.context["form"].errors
    assert TYPED in page.text


def test_a_note_on_new_rules_that_is_too_long_stays(as_user: SignIn) -> None:
    edition = make.draft_edition()
    office = as_user(make.official())

    page = office.post(address("add_regulations", edition), {"note": TYPED + "!" * 300})

    assert page.context["regulations_form"].errors
    assert "Pisane długo" in page.text


def test_the_next_nomination_to_score_is_one_link_away(as_user: SignIn) -> None:
    edition = make.at_jury()
    seat = edition.jurors.first()
    first, second = make.nominations_of(edition)
    make.score(seat, first, 8, 4)
    juror = as_user(seat.user)

    page = juror.get(address("judge", edition, first.number))
    own_list = juror.get(address("jury", edition))

    assert f'href="{address("judge", edition, second.number)}"' in page.text
    assert (own_list.context["scored"], own_list.context["total"]) == (1, 2)
