"""Every role × every stage × every address: nobody sees or does what is not theirs.

An address that is not named below belongs to the office; one that shows itself to others fails.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, reverse
from django.utils import timezone

from quality_index.domain import evidence, opinions, plans
from quality_index.models import Action, Assessment, Stage
from quality_index.web.urls import urlpatterns
from tests.accounts.factories import AdministratorFactory, UserFactory
from tests.organizations.factories import OrganizationMembershipFactory
from tests.quality_index import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_refusals")]
SignIn = Callable[[Any], Client]

PUBLIC = {"region", "newest_questionnaire", "questionnaire", "questionnaire_file", "body", "survey"}
# Those who may see the assessment at all.
READERS = {"assessment"}
RESULTS = {"results", "chart", "report", "plan"}
# Those who may see what members thought, once scoring is over.
OPENED = {"gaps", "agree"}
OWN = {"own_scores", "area_scores", "submit"}
TEAM = {"evidence", "evidence_file"}
ADMINISTRATION = {"add_questionnaire", "publish_questionnaire"}
ANY_OFFICIAL = {"start"}
PERSONAL_LINK = {"join"}
PATTERNS = {row.name: row for row in urlpatterns if isinstance(row, URLPattern)}
ROLES = ["nobody", "stranger", "ngo", "member", "other office", "office", "administrator"]
STAGES = [stage for stage in Stage if stage != Stage.CANCELLED]
MANAGERS = {"office", "administrator"}
# All roles where secrets are greatest; elsewhere those whose rights change with the stage.
ROLES_AT = {stage: ROLES if stage == Stage.SCORING else ["nobody", "member"] for stage in STAGES}


def staged(stage: str) -> Assessment:
    """An assessment in ``stage`` with one evidence and, where it may have one, an action."""
    ways: dict[str, Callable[[], Any]] = {
        Stage.PREPARATION: lambda: seated(make.in_preparation()),
        Stage.SCORING: lambda: make.scoring()[0],
        Stage.CONSENSUS: lambda: make.in_consensus()[0],
        Stage.APPROVED: make.approved,
        Stage.PUBLISHED: make.published,
    }
    assessment = ways[stage]()
    evidence.add_evidence(
        assessment=assessment,
        seat=None,
        title="Uchwała",
        link="https://example.org/",
        indicators=assessment.version.indicators.all()[:1],
    )
    if assessment.has_results:
        plans.save_action(
            action=Action(
                assessment=assessment, title="Plan", owner_name="Biuro", due_on="2027-01-01"
            ),
            actor=None,
        )
    opinions.open_survey(
        body=assessment.body, closes_on=timezone.localdate() + timedelta(days=3), actor=None
    )
    return assessment


def seated(assessment: Assessment) -> Assessment:
    make.seat(assessment)
    return assessment


def browser_of(role: str, assessment: Assessment, as_user: SignIn) -> Client:
    """Somebody in the role; a member comes by the link of a letter."""
    if role == "office":
        return as_user(make.official())
    if role == "other office":
        return as_user(make.official(make.county_office(1)))
    if role == "administrator":
        return as_user(AdministratorFactory())
    if role == "ngo":
        return as_user(OrganizationMembershipFactory().user)
    client = as_user(UserFactory() if role == "stranger" else None)
    if role == "member":
        client.get(reverse("quality_index:join", args=[assessment.seats.last().link_key]))
    return client


def address(name: str, assessment: Assessment) -> str:
    survey = assessment.body.opinion_surveys.first()
    action = assessment.actions.first()
    values = {
        "pk": survey.pk if name == "survey" else assessment.pk,
        "slug": assessment.body.slug,
        "number": 1,
        "seat": assessment.seats.first().pk,
        "key": assessment.evidence.first().pk,
        "target": Stage.CANCELLED,
        "area": "informowanie",
        "indicator": "kontakt",
        "name": "obszary",
        "format": {"chart": "svg", "report": "json"}.get(name, "json"),
    }
    if name == "action":
        values["key"] = action.pk if action else 999_999
    if name == "join":
        values["key"] = "nieznany"
    wanted = PATTERNS[name].pattern.converters
    return reverse(f"quality_index:{name}", kwargs={key: values[key] for key in wanted})


def test_the_named_addresses_exist() -> None:
    named = PUBLIC | READERS | RESULTS | OPENED | OWN | TEAM | ADMINISTRATION | ANY_OFFICIAL
    assert (named | PERSONAL_LINK) - set(PATTERNS) == set()


@pytest.mark.parametrize("stage", STAGES)
def test_reading(as_user: SignIn, stage: str) -> None:
    assessment = staged(stage)

    for role in ROLES_AT[Stage(stage)]:
        client = browser_of(role, assessment, as_user)
        manages = role in MANAGERS
        inside = manages or (role == "member" and stage != Stage.PREPARATION)
        is_public = stage == Stage.PUBLISHED
        for name in PATTERNS:
            status = client.get(address(name, assessment)).status_code
            case = (role, name, status)
            if name in PUBLIC:
                assert status == (302 if name == "newest_questionnaire" else 200), case
            elif name in PERSONAL_LINK:
                assert status == 404, case
            elif name in ANY_OFFICIAL:
                officials = {*MANAGERS, "other office"}
                expected = 302 if role in ("nobody", "member") else 403
                assert status == (200 if role in officials else expected), case
            elif name in ADMINISTRATION:
                assert status != 200 or role == "administrator", case
            elif name in READERS:
                assert (status in (200, 302)) == (inside or is_public), case
            elif name in RESULTS:
                shown = is_public or (inside and stage == Stage.APPROVED)
                assert (status == 200) == shown, case
            elif name in OPENED:
                opened = stage in (Stage.CONSENSUS, Stage.APPROVED, Stage.PUBLISHED)
                assert (status == 200) == (inside and opened), case
            elif name in OWN:
                assert status != 200 or (role == "member" and stage != Stage.PREPARATION), case
            elif name in TEAM:
                assert status != 200 or inside, case
            else:
                assert status != 200 or manages, case
            assert status < 500, case


@pytest.mark.parametrize("stage", [Stage.SCORING, Stage.APPROVED])
def test_others_change_nothing(as_user: SignIn, stage: str) -> None:
    assessment = staged(stage)
    before = state_of(assessment)

    for role in ("nobody", "ngo", "other office"):
        client = browser_of(role, assessment, as_user)
        for name in set(PATTERNS) - {"survey", "start"}:
            status = client.post(address(name, assessment), {"reason": "x"}).status_code
            assert status in (302, 400, 403, 404, 405), (role, name, status)

    assert state_of(assessment) == before


def test_members_change_only_their_own(as_user: SignIn) -> None:
    assessment = staged(Stage.SCORING)
    before = state_of(assessment)
    member = browser_of("member", assessment, as_user)

    for name in set(PATTERNS) - {"area_scores", "submit", "survey", "evidence"}:
        member.post(address(name, assessment), {"reason": "x", "level": "4", "revision": "0"})

    assert state_of(assessment) == before


def state_of(assessment: Assessment) -> list[Any]:
    """What only the team and the office may change."""
    assessment.refresh_from_db()
    return [
        assessment.stage,
        assessment.scores_until_at,
        list(assessment.seats.values_list("pk", "link_key", "submitted_at").order_by("pk")),
        list(assessment.agreed_scores.values_list("pk", "value", "revision").order_by("pk")),
        list(assessment.evidence.values_list("pk", "is_confirmed").order_by("pk")),
        list(assessment.actions.values_list("pk", "title", "status").order_by("pk")),
        list(assessment.targets.values_list("pk", "value").order_by("pk")),
    ]
