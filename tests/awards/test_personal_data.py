"""What awards keep about people, for how long, and what goes with an account."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from awards.domain import deliberating, edition_stages, editions
from awards.domain.ready_competition import READY_CATEGORIES
from awards.models import Award, Distinction, EditionStage, Evaluation, Nomination, NominationState
from awards.own_data import _nominations, _seats, _unsign
from awards.retention import remove_unsuccessful
from documents.models import StoredFile
from documents.storing import store_bytes
from tests.awards import factories as make

pytestmark = pytest.mark.django_db


def test_a_year_after_the_results_only_laureates_are_kept() -> None:
    edition = make.deliberating((9, 9), (4, 4))
    winner, other = make.nominations_of(edition)
    photo = store_bytes(b"\x89PNG", name="zdjecie.png", kind="png")
    Nomination.objects.filter(pk=other.pk).update(photo=photo)
    deliberating.give_award(
        award=Award(
            category=winner.category,
            nomination=winner,
            distinction=Distinction.LAUREATE,
            citation="Za wszystko",
        )
    )
    make.move(edition, EditionStage.SEALED)
    make.shift(edition, results_at=timezone.now())
    edition_stages.move_on_time()

    assert remove_unsuccessful(timezone.now() - timedelta(days=365)) == 0
    assert remove_unsuccessful(timezone.now() + timedelta(minutes=1)) == 1

    assert list(Nomination.objects.all()) == [winner]
    assert set(Evaluation.objects.values_list("nomination", flat=True)) == {winner.pk}
    assert not StoredFile.objects.filter(pk=photo.pk).exists()


def test_an_erased_nominator_leaves_the_procedure_but_not_their_name() -> None:
    edition = make.open_edition()
    nomination = make.submitted(edition)
    author = nomination.created_by
    make.draft(edition, author)
    assert [row["state"] for row in _nominations(author)] == ["submitted", "draft"]

    _unsign(author)

    kept = Nomination.objects.get()
    assert (kept.state, kept.created_by) == (NominationState.SUBMITTED, None)
    nominator = kept.nominators.get()
    assert (nominator.user, nominator.name, nominator.email) == (None, "–", "")


def test_a_juror_gets_their_seats() -> None:
    edition = make.close(make.open_edition())
    juror = make.juror(edition)

    assert [row["edition"] for row in _seats(juror.user)] == [str(edition)]


def test_the_regions_competition_comes_ready_and_goes_on_next_year() -> None:
    edition = editions.create_ready_competition(
        public_body=make.marshal_office(),
        contact_email="nagrody@example.org",
        first_day=timezone.localdate(),
    )
    regulations = editions.generate_regulations(edition=edition, actor=None)
    editions.generate_regulations(edition=edition, actor=None, note="Poprawka")

    names = list(edition.categories.values_list("name", flat=True))
    assert names == [ready.name for ready in READY_CATEGORIES]
    assert regulations.file.file.read().startswith(b"%PDF")
    assert [row.number for row in edition.regulations.all()] == [2, 1]

    following = editions.next_edition(edition=edition)
    assert following.year == edition.year + 1
    assert list(following.categories.values_list("name", flat=True)) == names
    assert [c.criteria.count() for c in following.categories.all()] == [4, 3, 3, 0]
