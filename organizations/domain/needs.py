"""Needs analysis: opening editions, inviting organizations, reminding, what of it is public."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from celery import current_app
from django.db import transaction
from django.db.models import Exists, F, OuterRef, QuerySet, Value
from django.db.models.fields import CharField
from django.db.models.functions import Cast, Concat
from django.utils import timezone

import notifications
from accounts.models import User
from organizations.domain.queries import organizations_of
from organizations.domain.respondents import ORGANIZATION, respondent_key
from organizations.domain.slugs import slug_for, slug_stem
from organizations.models import (
    NeedsEdition,
    NeedsInvitation,
    Organization,
    OrganizationMembership,
    OrganizationStatus,
    PublicBenefitField,
    PublicBody,
)
from surveys.domain import collecting, inviting
from surveys.domain.importing import load_questionnaire
from surveys.models import Questionnaire, Response, ResponseState, Version, VersionState
from territory.models import Area

QUESTIONNAIRE = Path(__file__).parent.parent / "data" / "needs_questionnaire.yaml"
KEY = "potrzeby-ngo"
INVITE_TO_NEEDS = "organizations.tasks.invite_to_needs"
BATCH = 500
REMIND_BEFORE_END = timedelta(days=7)
REMIND_AGAIN_AFTER = timedelta(days=3)
# First words of addresses under /organizacje/potrzeby/ that belong to other pages.
RESERVED = frozenset(["nowa"])


def needs_version() -> Version:
    """The newest published version of the needs questionnaire; delivered with the portal.

    What offices have made of it in the builder comes before the delivered text.
    """
    questionnaire = Questionnaire.objects.filter(key=KEY).first()
    if questionnaire is not None:
        version = questionnaire.versions.filter(state=VersionState.PUBLISHED).last()
        if version is not None:
            return version
    return load_questionnaire(QUESTIONNAIRE)


@transaction.atomic
def open_edition(
    *,
    title: str,
    summary: str,
    public_body: PublicBody,
    opens_at: datetime,
    closes_at: datetime,
    actor: User | None,
    fields: Iterable[PublicBenefitField] = (),
    counties: Iterable[Area] = (),
) -> NeedsEdition:
    """A new edition with its survey; raises surveys' DatesWrong."""
    similar = NeedsEdition.objects.filter(slug__startswith=slug_stem(title)[:60])
    taken = {*similar.values_list("slug", flat=True), *RESERVED}
    survey = collecting.open_survey(
        version=needs_version(),
        title=title,
        opens_at=opens_at,
        closes_at=closes_at,
        respondent_kind=ORGANIZATION,
        actor=actor,
    )
    edition = NeedsEdition.objects.create(
        slug=slug_for(title[:60], taken),
        title=title,
        summary=summary,
        public_body=public_body,
        survey=survey,
    )
    edition.invited_fields.set(fields)
    edition.invited_counties.set(counties)
    survey.owner = edition
    survey.save()
    return edition


def organizations_to_invite(edition: NeedsEdition) -> QuerySet[Organization]:
    """Listed, active organizations of the chosen fields and counties that nobody invited yet."""
    found = Organization.objects.published().filter(status=OrganizationStatus.ACTIVE)
    fields = list(edition.invited_fields.values_list("pk", flat=True))
    counties = list(edition.invited_counties.values_list("pk", flat=True))
    if fields:
        theirs = Organization.benefit_fields.through.objects.filter(
            organization=OuterRef("pk"), publicbenefitfield__in=fields
        )
        found = found.filter(Exists(theirs))
    if counties:
        found = found.filter(county__in=counties)
    invited = edition.invitations.filter(organization=OuterRef("pk"))
    return found.exclude(Exists(invited)).order_by("pk")


@transaction.atomic
def begin_inviting(edition: NeedsEdition) -> None:
    """Say that invitations may go; workers send them in batches, asked now or by beat."""
    NeedsEdition.objects.filter(pk=edition.pk).update(inviting_since=timezone.now())
    transaction.on_commit(
        lambda: current_app.signature(INVITE_TO_NEEDS, [edition.pk]).delay(), robust=True
    )


def invite_organizations(edition: NeedsEdition) -> int:
    """Invite all that are still to be invited, batch by batch; safe to repeat and to interrupt.

    Members with an account hear of it by notification. An organization without any gets a
    personal link at its public address.
    """
    count = 0
    while (batch := list(organizations_to_invite(edition)[:BATCH])) and _may_invite(edition):
        count += _invite_batch(edition, batch)
    return count


def _may_invite(edition: NeedsEdition) -> bool:
    edition.refresh_from_db()
    return edition.inviting_since is not None and not edition.survey.is_over


@transaction.atomic
def _invite_batch(edition: NeedsEdition, batch: list[Organization]) -> int:
    # Two workers at once must not invite the same organization twice.
    NeedsEdition.objects.select_for_update().get(pk=edition.pk)
    ids = [organization.pk for organization in batch]
    fresh = list(organizations_to_invite(edition).filter(pk__in=ids))
    rows = NeedsInvitation.objects.bulk_create(
        NeedsInvitation(edition=edition, organization=organization) for organization in fresh
    )
    _tell("organizations.needs_invitation", edition, rows)
    without = {one.pk for one in fresh} - _with_members(fresh)
    invited = [
        (one.email, one.name, respondent_key(one))
        for one in fresh
        if one.pk in without and one.email
    ]
    if edition.survey is not None:
        inviting.invite_addresses(survey=edition.survey, invited=invited)
    return len(fresh)


def remind_organizations(edition: NeedsEdition) -> int:
    """Remind invited organizations that have not answered; not twice in three days."""
    if not edition.survey.is_open:
        return 0
    return _remind(edition) + inviting.remind_links(survey=edition.survey)


@transaction.atomic
def _remind(edition: NeedsEdition) -> int:
    before = timezone.now() - REMIND_AGAIN_AFTER
    due = unanswered_invitations(edition).filter(invited_at__lt=before)
    rows = list(
        due.exclude(reminded_at__gt=before).select_for_update(of=["self"], skip_locked=True)
    )
    known = _with_members([row.organization for row in rows])
    rows = [row for row in rows if row.organization_id in known]
    _tell("organizations.needs_reminder", edition, rows)
    NeedsInvitation.objects.filter(pk__in=[row.pk for row in rows]).update(
        reminded_at=timezone.now()
    )
    return len(rows)


def resume_inviting() -> int:
    """Send invitations that a lost worker owes."""
    now = timezone.now()
    owed = NeedsEdition.objects.filter(inviting_since__isnull=False, survey__closes_at__gt=now)
    return sum(invite_organizations(edition) for edition in owed)


def remind_before_the_end() -> int:
    """Once, in the last week of each open edition."""
    now = timezone.now()
    ending = NeedsEdition.objects.filter(
        survey__opens_at__lte=now,
        survey__closes_at__range=(now, now + REMIND_BEFORE_END),
        invitations__reminded_at__isnull=True,
    )
    return sum(remind_organizations(edition) for edition in ending.distinct())


def unanswered_invitations(edition: NeedsEdition) -> QuerySet[NeedsInvitation]:
    """Invitations whose organizations have sent nothing yet."""
    key = Concat(Value(f"{ORGANIZATION}:"), Cast(OuterRef("organization_id"), CharField()))
    sent = Response.objects.filter(
        survey=edition.survey, state=ResponseState.SUBMITTED, respondent=key
    )
    return edition.invitations.exclude(Exists(sent)).select_related("organization")


def editions_to_answer(user: Any) -> list[tuple[NeedsEdition, Organization]]:
    """Open editions and the person's organizations that have not answered them."""
    own = list(organizations_of(user))
    if not own:
        return []
    editions = list(open_editions(user))
    keys = [respondent_key(one) for one in own]
    sent = set(
        Response.objects.counted()
        .filter(survey__in=[e.survey_id for e in editions], respondent__in=keys)
        .values_list("survey_id", "respondent")
    )
    return [
        (edition, one)
        for edition in editions
        for one in own
        if (edition.survey_id, respondent_key(one)) not in sent
    ]


def open_editions(user: Any) -> QuerySet[NeedsEdition]:
    """Editions that take answers now, by this process's clock."""
    now = timezone.now()
    return (
        NeedsEdition.objects.visible_to(user)
        .filter(survey__opens_at__lte=now, survey__closes_at__gt=now)
        .select_related("survey", "public_body")
        .order_by("survey__closes_at")
    )


def listed_editions(user: Any) -> QuerySet[NeedsEdition]:
    """Editions for the list, newest first."""
    return (
        NeedsEdition.objects.visible_to(user)
        .select_related("survey", "public_body")
        .order_by(F("survey__closes_at").desc(), "-pk")
    )


def _tell(kind: str, edition: NeedsEdition, rows: list[NeedsInvitation]) -> None:
    context = {"title": edition.title, "edition": edition.slug}
    notifications.publish_many(
        kind,
        ((row.organization, {**context, "organization": row.organization.name}) for row in rows),
    )


def _with_members(organizations: list[Organization]) -> set[int]:
    members = OrganizationMembership.objects.filter(organization__in=organizations, is_active=True)
    return set(members.values_list("organization_id", flat=True))
