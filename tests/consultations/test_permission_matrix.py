"""Every role × every stage × every address: nobody sees or does what is not theirs.

An address that is not named below belongs to the office; one that shows itself to others fails.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, reverse

from consultations.models import Remark, Stage
from consultations.web.urls import urlpatterns
from organizations.models import OrganizationMembership, OrganizationRole, PublicBody
from tests.accounts.factories import AdministratorFactory, UserFactory
from tests.consultations import factories as make
from tests.organizations.factories import OrganizationFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_refusals")]
SignIn = Callable[[Any], Client]

# Everybody who may see the consultation at all.
READERS = {
    "act",
    "annotations",
    "announcement",
    "announcement_file",
    "changes",
    "compare",
    "course",
    "detail",
    "provision",
    "remark",
    "remark_annotation",
    "remark_form",
    "remark_history",
    "remarks",
    "removed_text",
    "source_file",
    "surveys",
    "term_file",
    "unit_text",
    "version",
    "versions",
}
# Anybody may tell moderators about abuse, as long as the remark can be seen.
REPORTS = {"report_abuse"}
# Signed-in people; what they may do depends on the stage and on whose remark it is.
SIGNED_IN = {"submit_remark", "change_remark", "withdraw_remark"}
# What a signed-in person keeps for themselves while writing.
OWN_DRAFTS = {"save_draft", "drop_draft"}
# Public once results are out, the office's before.
AFTER_RESULTS = {"report", "report_files", "report_page"}
WITHOUT_CONSULTATION = {"list", "create", "atom", "calendar"}
# Typesetting takes too long to be repeated for every role; see test_announcements.
TYPESET = {"poster"}
PATTERNS = {
    pattern.name: pattern
    for pattern in urlpatterns
    if isinstance(pattern, URLPattern) and pattern.name not in WITHOUT_CONSULTATION | TYPESET
}
FORMATS = {"report": "json", "act": "xml", "remark_form": "docx", "announcement_file": "docx"}
ROLES = [
    "nobody",
    "participant",
    "representative",
    "author",
    "other office",
    "office",
    "administrator",
]
INSIDERS = {"office", "administrator"}
# All roles come while remarks are collected; elsewhere representatives read as participants do,
# and administrators as the office.
ROLES_ELSEWHERE = ["nobody", "participant", "author", "other office", "office"]
# Decided as in the stages beside them.
ALIKE = {Stage.ANNOUNCED, Stage.ARCHIVED, Stage.CANCELLED}
FEW_ROLES = ["nobody", "author", "office"]
ROLES_OF = (
    dict.fromkeys(Stage, ROLES_ELSEWHERE) | dict.fromkeys(ALIKE, FEW_ROLES) | {Stage.OPEN: ROLES}
)


def person(role: str, remark: Remark) -> Any:
    """Somebody in the role."""
    if role == "nobody":
        return None
    if role == "author":
        return remark.author
    if role == "office":
        return make.official()
    if role == "other office":
        return make.official(PublicBody.objects.filter(kind="county").first())
    if role == "administrator":
        return AdministratorFactory()
    user = UserFactory()
    if role == "representative":
        OrganizationMembership.objects.create(
            user=user, organization=OrganizationFactory(), role=OrganizationRole.OWNER
        )
    return user


def staged(stage: str) -> tuple[Any, Remark]:
    """A consultation in ``stage`` that has a remark."""
    if stage in (Stage.DRAFT, Stage.ANNOUNCED):
        consultation = make.in_stage(stage)
        remark = Remark.objects.create(
            consultation=consultation,
            number=1,
            version=consultation.current_version,
            author=UserFactory(),
            submitter_name="Zbyt wczesna",
            channel="letter",
            received_on="2026-01-01",
            text="Uwaga sprzed otwarcia",
        )
        return consultation, remark
    consultation = make.open_consultation()
    remark = make.remark_on(consultation, "par_1")
    if stage == Stage.ANALYSIS:
        make.close(consultation)
    if stage in (Stage.PUBLISHED, Stage.ARCHIVED):
        make.publish_results(consultation)
    if stage == Stage.ARCHIVED:
        make.move(consultation, Stage.ARCHIVED)
    if stage == Stage.CANCELLED:
        make.move(consultation, Stage.CANCELLED)
    consultation.refresh_from_db()
    return consultation, remark


def status_of(client: Client, name: str, consultation: Any, method: str = "get") -> int:
    values = {
        "slug": consultation.slug,
        "body": consultation.public_body.slug,
        "eid": "par_1",
        "number": 1,  # the first remark, and the first version
        "key": 999_999,
        "file": 999_999,
        "row": 999_999,
        "page": 1,
        "target": "cancelled",
        "format": FORMATS.get(name, "json"),
        "action": "ukryj",
        "kind": "announcement",
    }
    wanted = PATTERNS[name].pattern.regex.groupindex
    url = reverse(f"consultations:{name}", kwargs={key: values[key] for key in wanted})
    return getattr(client, method)(url).status_code


def test_the_named_addresses_exist() -> None:
    assert (READERS | REPORTS | SIGNED_IN | OWN_DRAFTS | AFTER_RESULTS) - set(PATTERNS) == set()


@pytest.mark.parametrize("stage", Stage.values)
def test_reading(as_user: SignIn, stage: str) -> None:
    consultation, remark = staged(stage)
    for role in ROLES_OF[Stage(stage)]:
        check_reading(as_user(person(role, remark)), role, stage, consultation)


def check_reading(client: Client, role: str, stage: str, consultation: Any) -> None:
    """Each address answers the role as it should in the stage."""
    inside = role in INSIDERS
    visible = inside or stage != Stage.DRAFT
    results = stage in (Stage.PUBLISHED, Stage.ARCHIVED)

    for name in PATTERNS:
        status = status_of(client, name, consultation)
        assert status < 500, (role, name, status)
        if name in READERS:
            assert status == (200 if visible else 404), (role, name, status)
        elif name in SIGNED_IN and role == "nobody":
            assert status == 302 or (status == 404 and not visible), (role, name, status)
        elif name in AFTER_RESULTS:
            assert (status == 200) == (inside or results), (role, name, status)
        elif name in REPORTS:
            assert status != 200 or visible, (role, name, status)
        elif name not in SIGNED_IN and not inside:
            assert status in (302, 403, 404, 405), (role, name, status)


@pytest.mark.parametrize("stage", [Stage.DRAFT, Stage.OPEN, Stage.ANALYSIS, Stage.PUBLISHED])
def test_the_offices_addresses_refuse_what_others_send(as_user: SignIn, stage: str) -> None:
    consultation, remark = staged(stage)
    before = state_of(consultation)
    theirs_too = SIGNED_IN | REPORTS | OWN_DRAFTS | {"follow", "support_remark"}

    for role in [role for role in ROLES if role not in INSIDERS]:
        client = as_user(person(role, remark))
        for name in set(PATTERNS) - theirs_too:
            status = status_of(client, name, consultation, "post")
            assert status in (302, 403, 404, 405, 400), (role, name, status)

        assert state_of(consultation) == before, role


def state_of(consultation: Any) -> list[Any]:
    """What the office alone may change."""
    consultation.refresh_from_db()
    return [
        consultation.stage,
        consultation.closes_on,
        consultation.current_version_id,
        list(consultation.versions.values_list("pk", "state", "title").order_by("pk")),
        list(consultation.remarks.values_list("pk", "state", "position__verdict").order_by("pk")),
    ]


@pytest.mark.parametrize("role", ROLES)
def test_only_authors_change_their_remarks(as_user: SignIn, role: str) -> None:
    consultation, remark = staged(Stage.OPEN)
    client = as_user(person(role, remark))
    url = reverse("consultations:change_remark", args=[consultation.slug, remark.number])

    status = client.post(url, {"text": "Zmieniona"}).status_code

    remark.refresh_from_db()
    assert (remark.text == "Zmieniona") == (role == "author")
    assert status == (302 if role in ("author", "nobody") else 403)


@pytest.mark.parametrize("role", ROLES)
def test_only_the_office_moves_a_consultation_on(as_user: SignIn, role: str) -> None:
    consultation, remark = staged(Stage.OPEN)
    client = as_user(person(role, remark))
    url = reverse("consultations:change_stage", args=[consultation.slug, "cancelled"])

    client.post(url, {"reason": "Zmiana planów"})

    consultation.refresh_from_db()
    assert (consultation.stage == Stage.CANCELLED) == (role in INSIDERS)
