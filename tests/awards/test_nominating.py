"""From an eligible person to an accepted nomination, on the pages and in the database."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from awards.domain import checking, consents, edition_stages, letters, nominating
from awards.domain.errors import (
    AlreadyNominator,
    ConsentDecided,
    ConsentMissing,
    LimitReached,
    NominationIncomplete,
    NominationsClosed,
    SelfNominationNotAllowed,
    TooLate,
)
from awards.domain.nominating import Capacity
from awards.models import Consent, EditionStage, Nomination, NominationState, NominatorKind
from notifications.models import AddressLetter, OutboxEvent
from tests.accounts.factories import UserFactory
from tests.awards import factories as make
from tests.organizations.factories import OrganizationFactory, OrganizationMembershipFactory

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


def events(kind: str) -> int:
    return OutboxEvent.objects.filter(kind=kind).count()


def sent(**fields: Any) -> dict[str, Any]:
    """The form as a browser sends it."""
    values = make.content(**fields)
    return {name.removesuffix("_id"): value for name, value in values.items()}


def test_a_person_nominates_on_the_pages(as_user: SignIn) -> None:
    edition = make.open_edition()
    category = make.category_of(edition)
    client = as_user(UserFactory())

    address = reverse("awards:start", args=["niezapominajki", edition.year, category.slug])
    answer = client.post(address, {"role": "anyone"})
    nomination = Nomination.objects.get()
    assert answer.url == reverse("awards:edit_nomination", args=[nomination.key])

    answer = client.post(answer.url, sent() | {"submit": "1"})
    nomination.refresh_from_db()

    assert answer.url == nomination.get_absolute_url()
    assert (nomination.state, nomination.number) == (NominationState.SUBMITTED, 1)
    assert nomination.consent == Consent.ASKED
    assert events("awards.nomination_received") == 1
    assert AddressLetter.objects.get().address == "zofia@example.org"
    assert client.get(answer.url).status_code == 200


def test_what_is_wrong_comes_back_with_what_was_typed(as_user: SignIn) -> None:
    nomination = make.draft(make.open_edition())
    client = as_user(nomination.created_by)
    address = reverse("awards:edit_nomination", args=[nomination.key])

    answer = client.post(address, sent(justification="", summary="Robi wiele") | {"submit": "1"})

    assert answer.status_code == 200
    assert "Robi wiele" in answer.text
    assert "justification" in answer.context["form"].errors
    nomination.refresh_from_db()
    assert nomination.state == NominationState.DRAFT


def test_typing_is_saved_by_itself_and_only_by_its_author(as_user: SignIn) -> None:
    nomination = make.draft(make.open_edition())
    address = reverse("awards:autosave", args=[nomination.key])

    saved = as_user(nomination.created_by).post(address, sent(summary="W pół słowa", county_id=""))
    nomination.refresh_from_db()

    assert (saved.status_code, nomination.summary) == (200, "W pół słowa")
    assert as_user(UserFactory()).post(address, sent()).status_code == 404
    assert as_user(None).post(address, sent()).status_code == 401


def test_questions_before_the_form_turn_away_whoever_does_not_qualify(as_user: SignIn) -> None:
    from awards.domain.ready_competition import ELIGIBILITY
    from surveys.domain.importing import load_questionnaire

    edition = make.open_edition()
    category = make.category_of(edition)
    category.eligibility = load_questionnaire(ELIGIBILITY)
    category.save()
    client = as_user(UserFactory())
    address = reverse("awards:start", args=["niezapominajki", edition.year, category.slug])
    yes = {f"pytania-{key}": "tak" for key in ("pelnoletni", "region", "wie")}

    refused = client.post(address, {"role": "anyone"} | yes | {"pytania-region": "nie"})
    assert "województwa opolskiego" in refused.text
    assert not Nomination.objects.exists()

    assert client.post(address, {"role": "anyone"} | yes).status_code == 302
    assert Nomination.objects.count() == 1


def test_nothing_is_handed_in_incomplete() -> None:
    nomination = make.draft(make.open_edition(), summary="")

    with pytest.raises(NominationIncomplete, match="za co"):
        nominating.submit_nomination(nomination=nomination, actor=None)


def test_the_term_ends_by_the_clock_of_the_database() -> None:
    edition = make.open_edition()
    nomination = make.draft(edition)
    make.shift(edition, closes_at=timezone.now() - timedelta(seconds=1))

    with pytest.raises(NominationsClosed):
        nominating.submit_nomination(nomination=nomination, actor=None)

    # Even past the domain, the trigger refuses.
    with pytest.raises(IntegrityError, match="takes no nominations"), transaction.atomic():
        Nomination.objects.filter(pk=nomination.pk).update(state="submitted", number=1)


def test_a_category_may_close_earlier_than_its_edition() -> None:
    edition = make.open_edition()
    nomination = make.draft(edition)
    make.category_of(edition).__class__.objects.update(
        closes_on=timezone.localdate() - timedelta(days=1)
    )

    with pytest.raises(NominationsClosed):
        nominating.submit_nomination(nomination=nomination, actor=None)


def test_the_limit_counts_what_was_handed_in() -> None:
    edition = make.open_edition()
    edition.categories.update(nominations_limit=1)
    user = UserFactory()
    make.submitted(edition, user)
    second = make.draft(edition, user, nominee_name="Jan Inny", nominee_email="jan@example.org")

    with pytest.raises(LimitReached):
        nominating.submit_nomination(nomination=second, actor=user)


def test_nobody_nominates_themselves_where_the_rules_forbid_it() -> None:
    edition = make.open_edition()
    user = UserFactory()

    with pytest.raises(SelfNominationNotAllowed):
        make.submitted(edition, user, nominee_email=user.email)

    edition.categories.update(allows_self_nomination=True)
    own = make.submitted(edition, user, nominee_email=user.email)
    assert own.consent == Consent.GIVEN


def test_a_second_nominator_finds_the_first_nomination_and_joins_it(as_user: SignIn) -> None:
    edition = make.open_edition()
    first = make.submitted(edition)
    second = make.draft(edition, nominee_name="zofia dobra", nominee_email="")
    client = as_user(second.created_by)

    page = client.get(reverse("awards:edit_nomination", args=[second.key]))
    assert reverse("awards:join", args=[first.key]) in page.text

    join = reverse("awards:join", args=[first.key])
    answer = client.post(join, {"role": "anyone", "statement": "Bo warto"})
    assert answer.url == first.get_absolute_url()
    assert [row.statement for row in first.nominators.all()] == ["", "Bo warto"]
    with pytest.raises(AlreadyNominator):
        nominating.join_nomination(
            nomination=first,
            user=second.created_by,
            capacity=Capacity(NominatorKind.ANYONE),
            statement="znowu",
        )


def test_an_official_enters_a_paper_form_during_the_check(as_user: SignIn) -> None:
    edition = make.close(make.open_edition())
    client = as_user(make.official())
    address = reverse("awards:paper", args=["niezapominajki", edition.year, "spolecznik-roku"])
    data = sent() | {
        "nominator_name": "Rada Sołecka",
        "nominator_kind": "anyone",
        "received_on": timezone.localdate().isoformat(),
    }

    answer = client.post(address, data)

    nomination = Nomination.objects.get()
    assert answer.url == reverse("awards:check", args=[nomination.key])
    assert (nomination.channel, nomination.state) == ("paper", NominationState.SUBMITTED)
    assert nomination.nominators.get().name == "Rada Sołecka"
    assert client.get(answer.url).status_code == 200


def test_the_nominee_agrees_by_a_personal_link(client: Client) -> None:
    nomination = make.submitted(make.open_edition())
    link = letters.consent_link(nomination).split("//", 1)[1].split("/", 1)[1]

    page = client.get(f"/{link}")
    assert "Prowadzi świetlicę" in page.text
    client.post(f"/{link}", {"answer": "yes"})

    nomination.refresh_from_db()
    assert nomination.consent == Consent.GIVEN
    assert client.get("/nagrody/zgoda/falszywy/").status_code == 404


def test_a_refusal_ends_the_nomination() -> None:
    nomination = make.accepted(make.open_edition())

    consents.answer(nomination=nomination, agrees=False)

    nomination.refresh_from_db()
    assert (nomination.state, nomination.consent) == (
        NominationState.WITHDRAWN,
        Consent.REFUSED,
    )


def test_the_nominee_is_reminded_once_and_the_question_expires() -> None:
    nomination = make.submitted(make.open_edition())
    rows = Nomination.objects.filter(pk=nomination.pk)

    assert consents.remind_and_expire() == 0
    rows.update(consent_asked_at=timezone.now() - timedelta(days=8))
    rows.update(consent_until=timezone.now() + timedelta(days=6))
    assert consents.remind_and_expire() == 1
    assert consents.remind_and_expire() == 0
    assert AddressLetter.objects.filter(event__kind="awards.consent_reminder").count() == 1

    rows.update(consent_until=timezone.now() - timedelta(seconds=1))
    assert consents.remind_and_expire() == 1
    nomination.refresh_from_db()
    assert nomination.consent == Consent.EXPIRED
    with pytest.raises(ConsentDecided):
        consents.answer(nomination=nomination, agrees=True)


def test_nobody_is_accepted_without_consent() -> None:
    nomination = make.submitted(make.open_edition())

    with pytest.raises(ConsentMissing):
        checking.accept(nomination=nomination, actor=None)
    with pytest.raises(IntegrityError, match="awards_accepted_agreed"), transaction.atomic():
        Nomination.objects.filter(pk=nomination.pk).update(state="accepted")


def test_the_office_calls_and_the_author_completes(as_user: SignIn) -> None:
    nomination = make.submitted(make.open_edition())
    client = as_user(make.official())

    client.post(
        reverse("awards:check", args=[nomination.key]),
        {"decision": "complete", "reason": "Brakuje daty", "days": "3"},
    )
    nomination.refresh_from_db()
    assert nomination.state == NominationState.COMPLETION
    assert events("awards.completion_called") == 1

    author = as_user(nomination.created_by)
    edit = reverse("awards:edit_nomination", args=[nomination.key])
    author.post(edit, sent(justification="Od 2014 roku.") | {"submit": "1"})
    nomination.refresh_from_db()
    assert nomination.state == NominationState.SUBMITTED
    page = author.get(reverse("awards:versions", args=[nomination.key]))
    assert [change.label for change in page.context["changes"]] == ["uzasadnienie"]


def test_completing_too_late_is_refused() -> None:
    nomination = make.submitted(make.open_edition())
    nomination = checking.call_to_complete(nomination=nomination, actor=None, reason="Brak")
    Nomination.objects.update(complete_until=timezone.now() - timedelta(seconds=1))

    with pytest.raises(TooLate):
        nominating.submit_nomination(nomination=nomination, actor=None)


def test_a_rejection_has_reasons_and_one_appeal(as_user: SignIn) -> None:
    nomination = make.submitted(make.open_edition())
    office = as_user(make.official())
    check = reverse("awards:check", args=[nomination.key])

    assert "reason" in office.post(check, {"decision": "reject"}).context["form"].errors
    office.post(check, {"decision": "reject", "reason": "Nie z regionu"})
    author = as_user(nomination.created_by)
    appeal = reverse("awards:appeal", args=[nomination.key])
    author.post(appeal, {"reason": "Jednak z regionu"})
    nomination.refresh_from_db()
    assert nomination.state == NominationState.APPEALED

    office.post(check, {"decision": "dismiss", "reason": "Sprawdziliśmy"})
    nomination.refresh_from_db()
    assert nomination.state == NominationState.REJECTED
    with pytest.raises(Exception, match="już się odwołano"):
        nominating.appeal(nomination=nomination, actor=None, reason="Jeszcze raz")


def test_two_nominations_of_one_nominee_become_one() -> None:
    edition = make.open_edition()
    first, second = make.submitted(edition), make.submitted(edition)

    checking.merge(nomination=second, into=first, actor=None)

    second.refresh_from_db()
    assert (second.state, second.merged_into) == (NominationState.MERGED, first)
    assert first.nominators.count() == 2


def test_bulk_acceptance_says_whom_it_left_out(as_user: SignIn) -> None:
    edition = make.open_edition()
    ready, waiting = make.submitted(edition), make.submitted(edition, nominee_name="Jan Inny")
    consents.answer(nomination=ready, agrees=True)
    address = reverse("awards:bulk", args=["niezapominajki", edition.year])

    answer = as_user(make.official()).post(
        address, {"key": [ready.pk, waiting.pk], "action": "accept"}, follow=True
    )

    ready.refresh_from_db()
    waiting.refresh_from_db()
    assert (ready.state, waiting.state) == (NominationState.ACCEPTED, NominationState.SUBMITTED)
    assert "Jan Inny: Kandydat nie wyraził jeszcze zgody" in answer.text


def test_ticks_that_are_no_numbers_tick_nothing(as_user: SignIn) -> None:
    edition = make.open_edition()
    address = reverse("awards:bulk", args=["niezapominajki", edition.year])

    answer = as_user(make.official()).post(
        address, {"key": ["²", "9" * 5000], "action": "accept"}, follow=True
    )

    assert "Zaznacz zgłoszenia." in answer.text


def test_a_third_person_writes_a_letter_once(client: Client, as_user: SignIn) -> None:
    nomination = make.submitted(make.open_edition())
    author = as_user(nomination.created_by)
    author.post(
        reverse("awards:ask", args=[nomination.key]),
        {"name": "Wójt", "email": "wojt@example.org"},
    )
    letter = nomination.recommendations.get()
    link = "/" + letters.recommendation_link(letter).split("//", 1)[1].split("/", 1)[1]

    client.post(link, {"text": "Gorąco polecam"})
    client.post(link, {"text": "Zmieniam zdanie"})

    letter.refresh_from_db()
    assert letter.text == "Gorąco polecam"
    assert events("awards.recommendation_answered") == 1


def test_office_and_nominator_write_to_each_other(as_user: SignIn) -> None:
    nomination = make.submitted(make.open_edition())
    author, office = as_user(nomination.created_by), as_user(make.official())

    author.post(reverse("awards:note", args=[nomination.key]), {"text": "Kiedy gala?"})
    office.post(reverse("awards:office_note", args=[nomination.key]), {"text": "W czerwcu."})

    page = author.get(nomination.get_absolute_url()).text
    assert "Kiedy gala?" in page
    assert "W czerwcu." in page
    assert (events("awards.note_to_office"), events("awards.note_from_office")) == (1, 1)


def test_an_edition_opens_and_closes_by_itself() -> None:
    edition = make.draft_edition(opens_on=timezone.localdate() + timedelta(days=1))
    edition_stages.announce(edition=edition, actor=None)
    edition.refresh_from_db()
    assert edition.stage == EditionStage.ANNOUNCED

    make.shift(edition, opens_at=timezone.now())
    assert edition_stages.move_on_time() == 1
    make.close(edition)
    assert edition.stage == EditionStage.CHECKING
    assert edition.changes.count() == 3


def test_an_organization_nominates_in_its_name(as_user: SignIn) -> None:
    edition = make.open_edition()
    edition.categories.update(nominator_kinds=["organization"])
    membership = OrganizationMembershipFactory(organization=OrganizationFactory(name="Razem"))
    address = reverse("awards:start", args=["niezapominajki", edition.year, "spolecznik-roku"])

    assert "Nie możesz zgłaszać" in as_user(UserFactory()).get(address).text
    role = f"organization-{membership.organization_id}"
    as_user(membership.user).post(address, {"role": role})

    assert Nomination.objects.get().nominators.get().name == "Razem"


def test_letters_are_written_for_people(mailoutbox: list[Any]) -> None:
    from notifications.domain.expansion import expand_due_events
    from notifications.domain.sending import send_due_letters

    make.submitted(make.open_edition())
    while expand_due_events():
        continue
    send_due_letters()

    titles = sorted(letter.subject for letter in mail.outbox)
    assert any("Zgłoszono Cię do nagrody: Opolskie Niezapominajki" in title for title in titles)
