"""Personal links, invitations and reminders."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.core import signing
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils import timezone

import notifications
from accounts.models import User
from surveys import respondents
from surveys.models import PersonalLink, Response, ResponseState, Survey
from surveys.respondents import Respondent

SALT = "surveys.personal-link"
REMIND_AGAIN_AFTER = timedelta(days=3)


def token_of(link: PersonalLink) -> str:
    """What stands in the address of a personal link."""
    return signing.dumps(link.pk, salt=SALT)


def address_of(link: PersonalLink) -> str:
    """The address of a personal link, from the root of the portal."""
    return reverse("surveys:by_link", args=[token_of(link)])


def link_of(token: str) -> PersonalLink | None:
    """The link that a token belongs to, if it still exists."""
    try:
        pk = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
    return PersonalLink.objects.select_related("survey__version").filter(pk=pk).first()


def respondent_of(link: PersonalLink) -> Respondent:
    """Whose response a link opens, with what is known of them."""
    if link.respondent:
        found = respondents.kind_of(link.survey.respondent_kind).find(link.respondent)
        if found is not None:
            return found
    return Respondent(link.respondent_key, link.name or link.email)


@transaction.atomic
def invite_addresses(
    *, survey: Survey, invited: Iterable[tuple[str, str, str]], actor: User | None = None
) -> int:
    """Send a personal link to each ``(address, name, respondent key)``; nobody gets two."""
    count = 0
    for email, name, respondent in invited:
        link, created = PersonalLink.objects.get_or_create(
            survey=survey,
            email=email.strip().lower(),
            defaults={"name": name[:300], "respondent": respondent},
        )
        if created:
            _send("surveys.invited_by_link", link, actor)
            count += 1
    return count


@transaction.atomic
def remind_links(*, survey: Survey, actor: User | None = None) -> int:
    """Remind those invited by link who have not sent their answers; not twice in three days."""
    before = timezone.now() - REMIND_AGAIN_AFTER
    waiting = unanswered_links(survey).exclude(email="")
    due = waiting.filter(created_at__lt=before).exclude(reminded_at__gt=before)
    links = list(due.select_for_update(of=["self"], skip_locked=True))
    for link in links:
        _send("surveys.reminder_by_link", link, actor)
    PersonalLink.objects.filter(pk__in=[link.pk for link in links]).update(
        reminded_at=timezone.now()
    )
    return len(links)


def remind(*, survey: Survey, actor: User | None = None) -> int:
    """Remind all who have not sent their answers: by link, and those who have begun."""
    if not survey.is_open:
        return 0
    return remind_links(survey=survey, actor=actor) + _remind_beginners(survey, actor)


@transaction.atomic
def _remind_beginners(survey: Survey, actor: User | None) -> int:
    """Those with an account who saved a part hear of it, not twice in three days."""
    before = timezone.now() - REMIND_AGAIN_AFTER
    begun = survey.responses.filter(state=ResponseState.DRAFT, user__isnull=False)
    due = begun.filter(updated_at__lt=before).exclude(reminded_at__gt=before)
    rows = list(due.select_for_update(skip_locked=True, of=["self"]))
    context = {"title": survey.title, "survey": survey.pk}
    count = notifications.publish_many("surveys.unfinished", ((row, context) for row in rows))
    survey.responses.filter(pk__in=[row.pk for row in rows]).update(reminded_at=timezone.now())
    return count


def unanswered_links(survey: Survey) -> QuerySet[PersonalLink]:
    """Links of a survey whose respondents have sent nothing yet."""
    sent = Response.objects.filter(survey=survey, state=ResponseState.SUBMITTED)
    return survey.links.exclude(Exists(sent.filter(respondent=OuterRef("respondent")))).exclude(
        pk__in=_links_that_answered(survey)
    )


def _links_that_answered(survey: Survey) -> list[int]:
    own = survey.responses.counted().filter(respondent__startswith=f"{respondents.LINK}:")
    return [int(key.partition(":")[2]) for key in own.values_list("respondent", flat=True)]


def _send(kind: str, link: PersonalLink, actor: User | None) -> None:
    notifications.publish_to_address(
        kind,
        link,
        address=link.email,
        language=link.language,
        actor=actor,
        context={"title": link.survey.title, "name": link.name, "token": token_of(link)},
    )
