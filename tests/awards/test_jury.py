"""The jury: independent, free of conflicts, and provable."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from awards.domain import deliberating, documents, edition_stages, evaluating, jury
from awards.domain.errors import (
    AlreadySubmitted,
    ConflictDeclared,
    MotionClosed,
    NotAssigned,
    NotEnoughJurors,
    NotPresent,
    ScoresMissing,
    StageNotAllowed,
    VerdictNotAllowed,
)
from awards.domain.protocols import protocol_of
from awards.domain.ranking import ranking_of
from awards.models import (
    Assignment,
    Award,
    Declaration,
    Distinction,
    Edition,
    EditionStage,
    Evaluation,
    Juror,
    Nomination,
    Score,
)
from documents.exports.registry import write_report
from notifications.models import OutboxEvent
from tests.accounts.factories import UserFactory
from tests.accounts.impersonating import acting_as
from tests.awards import factories as make
from tests.organizations.factories import OrganizationFactory, OrganizationMembershipFactory

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


def address(name: str, edition: Edition, *more: Any) -> str:
    return reverse(f"awards:{name}", args=["niezapominajki", edition.year, *more])


def pair(edition: Edition) -> tuple[Juror, Nomination]:
    return edition.jurors.first(), make.nominations_of(edition)[0]


def award(nomination: Nomination, distinction: str = Distinction.LAUREATE) -> Award:
    return deliberating.give_award(
        award=Award(
            category=nomination.category,
            nomination=nomination,
            distinction=distinction,
            citation="Za wszystko.",
        )
    )


def test_a_juror_signs_declares_reads_and_scores(as_user: SignIn) -> None:
    edition = make.open_edition()
    make.accepted(edition)
    make.close(edition)
    first, _second = make.juror(edition, signed=False), make.juror(edition)
    make.move(edition, EditionStage.JURY)
    client = as_user(first.user)

    assert "Zofia Dobra" not in client.get(address("jury", edition)).text
    client.post(address("sign", edition), {"agree": "1"})
    assert "Zofia Dobra" in client.get(address("jury", edition)).text
    jury.assign_all(category=make.category_of(edition))
    judge = address("judge", edition, 1)
    assert client.get(judge).url == address("declare", edition, 1)
    client.post(address("declare", edition, 1), {"has_conflict": "no"})
    assert "Codziennie otwiera" in client.get(judge).text

    criteria = make.category_of(edition).criteria.order_by("position")
    points = {f"points_{row.pk}": 8 for row in criteria}
    missing = client.post(judge, {"justification": "", "submit": "1"} | points)
    assert "justification" in missing.context["form"].errors
    client.post(judge, {"justification": "Widać efekty", "submit": "1"} | points)

    sheet = Evaluation.objects.get()
    assert sheet.is_submitted
    assert [score.value for score in sheet.scores.all()] == [8, 8]


def test_who_acts_as_a_juror_neither_reads_the_scores_nor_gives_any() -> None:
    edition = make.at_jury()
    seat, _nomination = pair(edition)
    helper = acting_as(seat.user)

    assert helper.get(reverse("accounts:dashboard")).status_code == 200
    assert helper.get(address("judge", edition, 1)).status_code == 403
    assert helper.post(address("declare", edition, 1), {"has_conflict": "yes"}).status_code == 403
    assert helper.post(address("sign", edition), {"agree": "1"}).status_code == 403
    assert helper.post(address("ballot", edition, 1), {"choice": "for"}).status_code == 403
    assert helper.get(address("vote", edition)).status_code == 403


def test_others_scores_show_only_after_ones_own_are_in(as_user: SignIn) -> None:
    edition = make.at_jury()
    nomination = make.nominations_of(edition)[0]
    first, second = edition.jurors.all()
    make.score(first, nomination, 9, 7)
    client = as_user(second.user)
    judge = address("judge", edition, nomination.number)

    assert "Oceny innych jurorów" not in client.get(judge).text
    talk = address("talk", edition, nomination.number)
    assert client.post(talk, {"text": "?"}).status_code == 403
    make.score(second, nomination, 3, 3)

    page = client.get(judge).text
    assert "Oceny innych jurorów" in page
    client.post(talk, {"text": "Różnimy się"})
    assert "Różnimy się" in client.get(judge).text


def test_the_office_sees_no_score_while_the_jury_scores(as_user: SignIn) -> None:
    edition = make.at_jury()
    make.score(*pair(edition), 9, 7)
    client = as_user(make.official())

    for name, more in (("ranking", ()), ("protocol", ("pelny", "json"))):
        assert client.get(address(name, edition, *more)).status_code == 403


def test_a_conflict_blocks_reading_scoring_and_voting_for_good(as_user: SignIn) -> None:
    edition = make.at_jury()
    juror, nomination = pair(edition)
    client = as_user(juror.user)

    client.post(
        address("declare", edition, nomination.number), {"has_conflict": "yes", "reason": "Brat"}
    )

    assert client.get(address("judge", edition, nomination.number)).status_code == 403
    with pytest.raises(ConflictDeclared):
        make.score(juror, nomination, 5, 5)
    with pytest.raises(IntegrityError, match="may not score"), transaction.atomic():
        Evaluation.objects.create(juror=juror, nomination=nomination)
    assert not juror.assignments.filter(nomination=nomination).exists()

    client.post(address("declare", edition, nomination.number), {"has_conflict": "no"})
    assert juror.declarations.get(nomination=nomination).answer == Declaration.Answer.CONFLICT


def test_scores_of_a_juror_who_declares_later_are_not_counted() -> None:
    edition = make.at_jury()
    juror, nomination = pair(edition)
    make.score(juror, nomination, 10, 10)

    jury.declare(juror=juror, nomination=nomination, has_conflict=True, reason="Przypomniałem")

    assert not Evaluation.objects.counted().exists()
    with pytest.raises(StageNotAllowed, match="za mało ocen"):
        make.move(edition, EditionStage.DELIBERATION)


def test_the_portal_suggests_connections_it_knows_of(as_user: SignIn) -> None:
    edition = make.open_edition()
    edition.categories.update(nominee_kinds=["organization"])
    organization = OrganizationFactory()
    member = OrganizationMembershipFactory(organization=organization).user
    nomination = make.accepted(edition, nominee_kind="organization", organization=organization)
    make.close(edition)
    seat, author = make.juror(edition, member), make.juror(edition, nomination.created_by)
    stranger = make.juror(edition)

    def suggestion(juror: Juror) -> str:
        return jury.suggested_conflicts(juror, [nomination]).get(nomination.pk, "")

    assert "w tej organizacji" in suggestion(seat)
    assert "Ty zgłosiłeś" in suggestion(author)
    assert suggestion(stranger) == ""
    make.move(edition, EditionStage.JURY)
    page = as_user(member).get(address("declare", edition, nomination.number))
    assert "w tej organizacji" in page.text


def test_a_submitted_sheet_never_changes() -> None:
    edition = make.at_jury()
    juror, nomination = pair(edition)
    make.score(juror, nomination, 5, 5)

    with pytest.raises(AlreadySubmitted):
        make.score(juror, nomination, 6, 6)
    with pytest.raises(IntegrityError, match="out of place"), transaction.atomic():
        Score.objects.update(value=10)


def test_points_stay_on_their_scale() -> None:
    edition = make.at_jury()
    juror, nomination = pair(edition)

    with pytest.raises(ScoresMissing):
        make.score(juror, nomination, 11, 5)
    with pytest.raises(ScoresMissing):
        evaluating.submit_scores(juror=juror, nomination=nomination, points={}, justification="Nic")


def test_nobody_scores_what_is_not_assigned_or_after_the_time() -> None:
    edition = make.at_jury()
    juror, nomination = pair(edition)
    juror.assignments.all().delete()
    with pytest.raises(NotAssigned):
        make.score(juror, nomination, 5, 5)

    later = make.deliberating((5, 5), year=2099)
    with pytest.raises(NotAssigned):
        make.score(later.jurors.first(), make.nominations_of(later)[0], 5, 5)


def test_balanced_lots_spread_the_load_and_leave_out_conflicts() -> None:
    edition = make.at_jury(nominees=7, jurors=5)
    Assignment.objects.all().delete()
    juror, nomination = pair(edition)
    jury.declare(juror=juror, nomination=nomination, has_conflict=True, reason="Siostra")
    category = make.category_of(edition)

    jury.assign_balanced(category=category, each=3, seed=7)

    per_nomination = Counter(Assignment.objects.values_list("nomination", flat=True))
    loads = Counter(Assignment.objects.values_list("juror", flat=True))
    assert set(per_nomination.values()) == {3}
    assert max(loads.values()) - min(loads.values()) <= 1
    assert not juror.assignments.filter(nomination=nomination).exists()
    with pytest.raises(NotEnoughJurors):
        jury.assign_balanced(category=category, each=6)


def test_an_anonymous_category_hides_the_nominee_until_the_scores_are_in(as_user: SignIn) -> None:
    edition = make.at_jury()
    edition.categories.update(is_anonymous=True)
    juror, nomination = pair(edition)
    client = as_user(juror.user)

    page = client.get(address("judge", edition, nomination.number)).text
    assert "Zgłoszenie nr 1" in page
    assert "Kandydat 1" not in page
    assert "Kandydat 1" not in client.get(address("jury", edition)).text


def test_jurors_behind_are_reminded(as_user: SignIn) -> None:
    edition = make.at_jury(nominees=1)
    make.score(*pair(edition), 5, 5)

    as_user(make.official()).post(address("remind", edition))

    assert OutboxEvent.objects.filter(kind="awards.juror_reminder").count() == 1
    assert jury.jurors_behind(edition).get() == edition.jurors.last()


def test_laureates_come_from_the_top_of_the_ranking() -> None:
    edition = make.deliberating((5, 5), (9, 9))
    first, second = make.nominations_of(edition)

    with pytest.raises(VerdictNotAllowed, match="Wyżej w rankingu"):
        award(first)
    assert award(second).place == 1
    assert award(first, Distinction.MENTION).place == 1


def test_nobody_below_the_least_score_is_a_laureate() -> None:
    edition = make.deliberating((3, 3))
    edition.categories.update(least_score=50)

    with pytest.raises(VerdictNotAllowed, match="niższy"):
        award(make.nominations_of(edition)[0])


def test_a_tie_is_parted_by_a_vote_of_those_present() -> None:
    edition = make.deliberating((8, 8), (8, 8))
    edition.categories.update(tie_rule="vote")
    first, second = make.nominations_of(edition)
    with pytest.raises(VerdictNotAllowed, match="równe wyniki"):
        award(first)
    one, other = edition.jurors.all()
    meeting = deliberating.hold_meeting(
        edition=edition, held_at=timezone.now(), place="Opole", present=[one]
    )
    motion = deliberating.put_motion(
        meeting=meeting, category=second.category, nomination=second, text="Wybrać drugą"
    )

    deliberating.cast_ballot(motion=motion, juror=one, choice="for")
    with pytest.raises(NotPresent):
        deliberating.cast_ballot(motion=motion, juror=other, choice="against")
    deliberating.close_motion(motion=motion)
    with pytest.raises(MotionClosed):
        deliberating.cast_ballot(motion=motion, juror=one, choice="against")

    assert [row.nomination for row in ranking_of(second.category)] == [second, first]
    assert award(second).place == 1


def test_ex_aequo_where_the_rules_say_so() -> None:
    edition = make.deliberating((8, 8), (8, 8))
    edition.categories.update(tie_rule="shared")
    first, second = make.nominations_of(edition)

    assert (award(first).place, award(second).place) == (1, 1)


def test_a_juror_in_conflict_casts_no_ballot_and_sees_no_such_line(as_user: SignIn) -> None:
    edition = make.at_jury(nominees=2, jurors=3)
    nominations = make.nominations_of(edition)
    juror = edition.jurors.first()
    jury.declare(juror=juror, nomination=nominations[0], has_conflict=True, reason="Szef")
    for seat in edition.jurors.all():
        for nomination in nominations:
            if seat != juror or nomination != nominations[0]:
                make.score(seat, nomination, 7, 7)
    make.move(edition, EditionStage.DELIBERATION)
    meeting = deliberating.hold_meeting(
        edition=edition, held_at=timezone.now(), place="Opole", present=edition.jurors.all()
    )
    motion = deliberating.put_motion(
        meeting=meeting, category=make.category_of(edition), nomination=nominations[0], text="Tak"
    )

    with pytest.raises(NotPresent):
        deliberating.cast_ballot(motion=motion, juror=juror, choice="for")
    page = as_user(juror.user).get(address("ranking", edition)).text
    assert "Kandydat 2" in page
    assert "Kandydat 1" not in page


def test_nothing_is_sealed_without_a_verdict_in_each_category() -> None:
    edition = make.deliberating((8, 8))

    with pytest.raises(StageNotAllowed, match="nie ma rozstrzygnięcia"):
        make.move(edition, EditionStage.SEALED)
    award(make.nominations_of(edition)[0])
    assert make.move(edition, EditionStage.SEALED).stage == EditionStage.SEALED
    with pytest.raises(VerdictNotAllowed):
        award(make.nominations_of(edition)[0], Distinction.MENTION)


@pytest.mark.parametrize("with_names", [True, False])
def test_the_protocol_has_every_score(with_names: bool) -> None:
    edition = make.deliberating((8, 6), (4, 4))
    juror = edition.jurors.first()
    award(make.nominations_of(edition)[0])

    stream = io.BytesIO()
    write_report(protocol_of(edition, with_names=with_names), "json", stream)
    text = stream.getvalue().decode()

    assert ("Juror 1" in text) != with_names
    assert (juror.name in text) == with_names
    assert "75" in text  # (3·0.8 + 1·0.6) / 4
    assert "Kandydat 1" in text


def test_diplomas_certificates_and_press_kit() -> None:
    edition = make.deliberating((8, 6))
    award(make.nominations_of(edition)[0])

    assert documents.diplomas_of(edition).startswith(b"%PDF")
    assert documents.certificates_of(edition).startswith(b"%PDF")
    kit = zipfile.ZipFile(io.BytesIO(documents.press_kit_of(edition)))
    assert sorted(kit.namelist()) == [f"laureaci-{edition.year}.{x}" for x in ("docx", "pdf")]


def test_a_whole_edition_on_the_offices_pages(as_user: SignIn) -> None:
    edition = make.deliberating((8, 6))
    client = as_user(make.official())
    nomination = make.nominations_of(edition)[0]
    when = timezone.localtime().strftime("%Y-%m-%dT%H:%M")
    present = [juror.pk for juror in edition.jurors.all()]

    client.post(
        address("new_meeting", edition), {"held_at": when, "place": "Opole", "present": present}
    )
    meeting = edition.meetings.get()
    motion = {"category": nomination.category_id, "text": "Przyznać"}
    client.post(address("motion", edition, meeting.pk), motion)
    juror = as_user(edition.jurors.first().user)
    juror.post(address("ballot", edition, meeting.motions.get().pk), {"choice": "for"})
    client.post(address("close_motion", edition, meeting.motions.get().pk))
    verdict = {
        "category": nomination.category_id,
        "nomination": nomination.pk,
        "distinction": "laureate",
        "citation": "Za światło w oknie.",
    }
    answer = client.post(address("verdict", edition), verdict)
    assert answer.status_code == 302
    client.post(address("change_stage", edition, "sealed"))

    edition.refresh_from_db()
    assert edition.stage == EditionStage.SEALED
    assert Award.objects.get().name == "Kandydat 1"
    make.shift(edition, results_at=timezone.now())
    edition_stages.move_on_time()
    edition.refresh_from_db()
    assert edition.stage == EditionStage.PUBLISHED
    assert OutboxEvent.objects.filter(kind="awards.thanks").count() == 1


def test_appointing_on_the_page(as_user: SignIn) -> None:
    edition = make.close(make.open_edition())
    client = as_user(make.official())
    expert = UserFactory()
    data = {
        "email": expert.email,
        "role": "chair",
        "appointed_by": "zarządzenie nr 3",
        "appointed_on": timezone.localdate().isoformat(),
        "appoint": "1",
    }

    assert client.post(address("seats", edition), data).status_code == 302
    again = client.post(address("seats", edition), data)
    assert again.status_code == 200
    assert "już" in " ".join(again.context["form"].non_field_errors())
    unknown = client.post(address("seats", edition), data | {"email": "nikt@example.org"})
    assert "email" in unknown.context["form"].errors

    juror = edition.jurors.get()
    client.post(address("change_seat", edition, juror.pk))
    juror.refresh_from_db()
    assert juror.left_on == timezone.localdate()
