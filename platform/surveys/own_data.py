"""What surveys hold about people, for export and erasure (art. 15, 17 and 20 RODO)."""

from __future__ import annotations

import uuid

from django.utils.translation import gettext_lazy as _

from accounts import privacy
from accounts.models import User
from accounts.privacy import PersonalData, Rows
from surveys import respondents
from surveys.domain.answering import shown_answers
from surveys.models import Response, ResponseState

CHUNK = 200


def register_own_data() -> None:
    """Make the sources of this app known."""
    privacy.register(
        PersonalData(
            key="ankiety", label=_("Odpowiedzi w ankietach"), export=_responses, erase=_unsign
        )
    )


def _responses(user: User) -> Rows:
    rows = Response.objects.filter(user=user).select_related("survey__version")
    for response in rows.order_by("pk").iterator(chunk_size=CHUNK):
        shown = shown_answers(response.survey.version, response.answers)
        yield {
            "survey": response.survey.title,
            "for": response.respondent_name,
            "state": response.state,
            "answers": {answer.question: answer.value for answer in shown},
            "submitted_at": response.submitted_at,
        }


def _unsign(user: User) -> None:
    """What was not sent goes; what was sent stays counted, as nobody's."""
    own = Response.objects.filter(user=user, respondent=f"{respondents.PERSON}:{user.pk}")
    own.filter(state=ResponseState.DRAFT).delete()
    for response in Response.objects.filter(respondent=f"{respondents.PERSON}:{user.pk}"):
        forget_respondent(response)
    Response.objects.filter(user=user).update(user=None)


def forget_respondent(response: Response) -> None:
    """Part a response from whose it was; answers and facts stay for the results."""
    Response.objects.filter(pk=response.pk).update(
        respondent=f"forgotten:{uuid.uuid4().hex}", respondent_name="", user=None
    )
