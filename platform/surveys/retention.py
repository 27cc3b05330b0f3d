"""How long surveys remember whose answers they hold."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from accounts import retention
from accounts.retention import RetentionRule
from surveys.models import PersonalLink, Response, ResponseState
from surveys.own_data import forget_respondent
from surveys.respondents import LINK, PERSON


def register_retention() -> None:
    """Make the rules of this app known."""
    retention.register(
        RetentionRule(
            key="ankiety-niewyslane",
            label=_("Odpowiedzi w ankietach, których nikt nie wysłał"),
            kept_for=timedelta(days=90),
            remove=_remove_unsent,
        )
    )
    retention.register(
        RetentionRule(
            key="ankiety-osoby",
            label=_("Kto odpowiadał w ankietach (same odpowiedzi zostają)"),
            kept_for=timedelta(days=365),
            remove=_forget_people,
        )
    )


def _remove_unsent(before: datetime) -> int:
    old = Response.objects.filter(state=ResponseState.DRAFT, survey__closes_at__lt=before)
    return old.delete()[0]


def _forget_people(before: datetime) -> int:
    """People and addresses go a year after the end; an organization is no person and stays."""
    count = 0
    for kind in (PERSON, LINK):
        old = Response.objects.filter(
            respondent__startswith=f"{kind}:", survey__closes_at__lt=before
        )
        for response in old.iterator(chunk_size=500):
            forget_respondent(response)
            count += 1
    Response.objects.filter(user__isnull=False, survey__closes_at__lt=before).update(user=None)
    return count + PersonalLink.objects.filter(survey__closes_at__lt=before).delete()[0]
