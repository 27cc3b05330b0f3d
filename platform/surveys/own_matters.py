"""What of surveys waits for a person on "Moje sprawy"."""

from __future__ import annotations

from django.urls import reverse
from django.utils import formats
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from accounts.dashboard import Item, Section
from accounts.models import User
from surveys.domain.listing import unfinished_of


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
        for response in unfinished_of(user)[:20]
    ]
    if not items:
        return None
    return Section(key="surveys", title=_("Niedokończone ankiety"), items=items, rank=20)
