"""What of surveys waits for a person on "Moje sprawy"."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils import formats, timezone
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.dashboard import Item, Section
from accounts.models import User
from accounts.permissions import is_official
from surveys.domain.listing import unfinished_of, with_counts
from surveys.models import Survey

MOST_LINES = 20


def unfinished_surveys(user: User) -> Section | None:
    """Answers that the person began and has not sent."""
    items = [
        Item(
            title=response.survey.title,
            url=reverse("surveys:answer", args=[response.survey_id])
            + f"?jako={response.respondent}",
            note=_("do %(moment)s")
            % {
                "moment": formats.date_format(
                    localtime(response.survey.closes_at), "SHORT_DATETIME_FORMAT"
                )
            },
            badge=_("niewysłana"),
            tone="warning",
        )
        for response in unfinished_of(user)[:MOST_LINES]
    ]
    if not items:
        return None
    return Section(key="surveys", title=_("Niedokończone ankiety"), items=items, rank=20)


def surveys_to_run(user: User) -> Section | None:
    """Surveys of the person's offices: those that run, and those whose results are not out."""
    if not is_official(user):
        return None
    kept = with_counts(Survey.objects.kept_by(user)).filter(results_published_at__isnull=True)
    items = [_kept_item(row) for row in kept.order_by("closes_at", "pk")[:MOST_LINES]]
    if not items:
        return None
    return Section(key="surveys-to-run", title=_("Ankiety, które prowadzisz"), items=items, rank=20)


def _kept_item(survey: Any) -> Item:
    now = timezone.now()
    is_over = survey.closes_at <= now
    count = ngettext("%(count)d odpowiedź", "%(count)d odpowiedzi", survey.answer_count)
    day = formats.date_format(localtime(survey.closes_at), "SHORT_DATE_FORMAT")
    return Item(
        title=survey.title,
        url=reverse("surveys:results", args=[survey.pk]),
        note=count % {"count": survey.answer_count},
        badge=_("ogłoś wyniki") if is_over else _("do %(day)s") % {"day": day},
        tone="warning" if is_over else "",
    )
