"""Each role in the stages that matter to it × every address: nobody sees what is not theirs.

An address that is not named below belongs to the office; one that shows itself to others fails.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from awards.domain import deliberating, jury
from awards.models import Award, Distinction, Edition, EditionStage, Nomination
from awards.web.urls import urlpatterns
from organizations.models import PublicBody
from tests.accounts.factories import AdministratorFactory, UserFactory
from tests.awards import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_refusals")]
SignIn = Callable[[Any], Client]

# Everybody who may see the edition at all.
READERS = {"competition", "edition", "category", "regulations", "calendar"}
# The portal's own pages about awards.
ALWAYS = {"list", "laureates", "atom"}
# What the verdict shows, from its moment.
AFTER_RESULTS = {"laureate", "diploma", "press_kit"}
# Pages of whoever is signed in, about themselves; "start" sends back when nominations are closed.
SIGNED_IN = {"own", "start"}
# Those who stand behind the nomination, and the office that checks it.
OF_NOMINATION = {"nomination", "versions"}
# Only its author, and by the state of the nomination.
AUTHORS = {"edit_nomination", "drop_nomination", "withdraw", "appeal", "ask"}
# Joining is for others than the author; pages of personal links answer to their keys only.
BY_STATE = {"join", "vote", "consent", "recommend", "confirm_vote"}
JURORS = {"jury"}
# A juror who may read; one in conflict may only see that the question was answered.
READING_JURORS = {"judge", "declare"}
RANKING = {"ranking"}
PICTURES_AND_FILES = {"laureate_photo", "nominee_photo", "file"}
# Answers to POST only.
POSTED = {
    "autosave", "note", "merge", "ask_consent", "office_note", "add_regulations", "bulk", "sign",
    "talk", "ballot", "remind", "change_seat", "close_motion", "drop_award",
}  # fmt: skip
INSIDERS = {"office", "admin"}
# Who asks in which stage; in the others the answer is the same for them.
STAGES = {
    EditionStage.DRAFT: ["other office"],
    EditionStage.OPEN: ["nobody", "participant", "author"],
    EditionStage.JURY: ["juror", "in conflict", "office"],
    EditionStage.SEALED: ["nobody", "author", "in conflict", "admin"],
    "known": ["nobody", "juror"],
}
JUDGED = (EditionStage.JURY, EditionStage.SEALED, "known")


def staged(stage: str) -> Edition:
    """An edition in ``stage`` with one nomination, where nominations are possible."""
    if stage == EditionStage.DRAFT:
        return make.draft_edition()
    if stage == EditionStage.OPEN:
        edition = make.open_edition()
        make.submitted(edition)
        return edition
    edition = make.at_jury(nominees=1, jurors=3)
    nomination = make.nominations_of(edition)[0]
    one, two, three = edition.jurors.all()
    jury.declare(juror=three, nomination=nomination, has_conflict=True, reason="Brat")
    if stage == EditionStage.JURY:
        return edition
    for seat in (one, two):
        make.score(seat, nomination, 8, 8)
    make.move(edition, EditionStage.DELIBERATION)
    nomination = make.nominations_of(edition)[0]
    deliberating.give_award(
        award=Award(
            category=nomination.category,
            nomination=nomination,
            distinction=Distinction.LAUREATE,
            citation="Za wszystko",
        )
    )
    make.move(edition, EditionStage.SEALED)
    return make.shift(edition, results_at=timezone.now()) if stage == "known" else edition


def person(role: str, edition: Edition) -> Any:
    """Somebody in the role."""
    nomination = Nomination.objects.first()
    seats = list(edition.jurors.order_by("number"))
    return {
        "nobody": lambda: None,
        "participant": UserFactory,
        "author": lambda: nomination.created_by if nomination else UserFactory(),
        "juror": lambda: seats[0].user if seats else make.juror(edition).user,
        "in conflict": lambda: seats[2].user if len(seats) > 2 else make.juror(edition).user,
        "other office": lambda: make.official(PublicBody.objects.filter(kind="county").first()),
        "office": make.official,
        "admin": AdministratorFactory,
    }[role]()


def address(pattern: Any, edition: Edition) -> str:
    nomination, award = Nomination.objects.first(), Award.objects.first()
    values = {
        "slug": "niezapominajki",
        "year": edition.year,
        "category": "spolecznik-roku",
        "key": nomination.key if nomination else "6f1b0f4e-0000-4000-8000-000000000000",
        "number": 1,
        "pk": award.pk if award else 999_999,
        "sort": "pelny",
        "format": "json",
        "target": "cancelled",
    }
    wanted = pattern.pattern.regex.groupindex
    return reverse(f"awards:{pattern.name}", kwargs={name: values[name] for name in wanted})


def expected(name: str, role: str, stage: str) -> bool | None:
    """Whether the page must show itself; None where the matrix leaves it to other tests."""
    inside = role in INSIDERS
    if name == "create":
        return inside or role == "other office"
    if name in ALWAYS:
        return True
    if name in READERS:
        return inside or stage != EditionStage.DRAFT
    if name == "laureate":
        return stage == "known"
    if name in AFTER_RESULTS:
        if stage in (EditionStage.SEALED, "known") or name == "press_kit":
            return inside or stage == "known"
        return False
    if name in OF_NOMINATION:
        return stage != EditionStage.DRAFT and (inside or role == "author")
    if name in JURORS:
        return role in ("juror", "in conflict") and stage != EditionStage.DRAFT
    if name in READING_JURORS and role == "juror" and stage in JUDGED:
        return True
    if name in RANKING:
        return stage in (EditionStage.SEALED, "known") and (
            inside or role in ("juror", "in conflict")
        )
    if name in SIGNED_IN | AUTHORS | BY_STATE | READING_JURORS | PICTURES_AND_FILES | POSTED:
        return None if role in ("author", "in conflict", "office", "admin") else False
    return None if inside else False


@pytest.mark.parametrize("stage", STAGES)
def test_reading(as_user: SignIn, stage: str) -> None:
    edition = staged(stage)
    wrong = []
    for role in STAGES[stage]:
        client = as_user(person(role, edition))
        for pattern in urlpatterns:
            if pattern.name in POSTED:
                continue
            if pattern.name in SIGNED_IN | {"join", "vote"} and role != "nobody":
                continue
            status = client.get(address(pattern, edition)).status_code
            assert status < 500, (pattern.name, role)
            should = expected(pattern.name, role, stage)
            if should is not None and (status == 200) != should:
                wrong.append((role, pattern.name, status))
    assert wrong == []


def test_what_others_send_changes_nothing(as_user: SignIn) -> None:
    edition = staged(EditionStage.JURY)
    theirs = {"note", "sign", "start", "join", "vote", "autosave"}
    for role in ("participant", "in conflict"):
        client = as_user(person(role, edition))
        before = state_of(edition)
        for pattern in urlpatterns:
            if pattern.name in theirs:
                continue
            data = {"reason": "x", "decision": "accept", "submit": "1", "action": "accept"}
            status = client.post(address(pattern, edition), data).status_code
            assert status < 500, (pattern.name, role)
            assert state_of(edition) == before, (pattern.name, role)


def state_of(edition: Edition) -> list[Any]:
    """What the office, the author and the jury alone may change."""
    edition.refresh_from_db()
    nominations = Nomination.objects.order_by("pk")
    return [
        edition.stage,
        edition.results_at,
        list(nominations.values_list("pk", "state", "consent", "justification")),
        list(edition.jurors.order_by("pk").values_list("pk", "left_on")),
        list(Award.objects.order_by("pk").values_list("pk", "citation")),
        edition.regulations.count(),
        edition.meetings.count(),
    ]


def test_lists_take_the_same_number_of_queries_however_long(as_user: SignIn) -> None:
    edition = make.open_edition()
    for number in range(2):
        make.accepted(edition, nominee_name=f"Kandydat {number}")
    office, visitor = as_user(make.official()), as_user(None)
    arguments = ["niezapominajki", edition.year]
    pages = [
        (office, reverse("awards:work", args=arguments)),
        (visitor, reverse("awards:edition", args=arguments)),
        (visitor, reverse("awards:laureates")),
        (visitor, reverse("awards:list")),
    ]

    def taken() -> list[int]:
        counts = []
        for client, url in pages:
            with CaptureQueriesContext(connection) as queries:
                assert client.get(url).status_code == 200
            counts.append(len(queries))
        return counts

    taken()  # what is remembered for good is asked once
    few = taken()
    for number in range(4):
        make.accepted(edition, nominee_name=f"Następny {number}")

    assert taken() == few


def test_the_jurors_list_takes_the_same_number_of_queries_however_long(as_user: SignIn) -> None:
    counts = []
    for year, nominees in ((2031, 1), (2032, 5)):
        edition = make.at_jury(nominees=nominees, jurors=2, year=year)
        client = as_user(edition.jurors.first().user)
        url = reverse("awards:jury", args=["niezapominajki", year])
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            client.get(url)
        counts.append(len(queries))

    assert counts[0] == counts[1]
