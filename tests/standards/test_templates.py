"""The project's groups and standards as data, and the demo that walks them."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.management import call_command

from standards.domain.demo import StandardsPeople, seed_standards
from standards.models import Stage, Standard, StepPlan, WorkingGroup
from tests.organizations.factories import OrganizationMembershipFactory
from tests.standards import factories as make

pytestmark = pytest.mark.django_db


def test_the_command_adds_groups_and_standards_once() -> None:
    call_command("load_standards", begins="2026-01-05")
    call_command("load_standards", begins="2027-01-05")

    assert WorkingGroup.objects.count() == 5
    assert set(Standard.objects.values_list("subject", flat=True)) == {
        "consulting", "public_tasks", "partnership", "rcop", "initiatives", "integration",
    }  # fmt: skip
    assert set(Standard.objects.values_list("stage", flat=True)) == {Stage.PLANNED}
    assert StepPlan.objects.filter(stage=Stage.ADOPTED).first().due_on == date(2026, 8, 31)


def test_the_demo_shows_standards_on_every_part_of_the_road() -> None:
    membership = OrganizationMembershipFactory()
    people = StandardsPeople(make.official(), [(membership.user, membership.organization)])

    seed_standards(make.marshal_office(), people)
    seed_standards(make.marshal_office(), people)

    stages = set(Standard.objects.values_list("stage", flat=True))
    assert stages == {Stage.IN_USE, Stage.CONSULTED, Stage.DRAFT, Stage.TEAM, Stage.PLANNED}
