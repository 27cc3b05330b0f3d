"""What the index holds about people, for export and erasure (art. 15, 17 and 20 RODO)."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from accounts import privacy
from accounts.models import User
from accounts.privacy import NamedFiles, PersonalData, Rows
from quality_index.models import Evidence, OpinionTurnout, Score, Seat, Stage
from quality_index.models.team import new_link_key

CHUNK = 500


def register_own_data() -> None:
    """Make the sources of this app known."""
    privacy.register(
        PersonalData(
            key="oceny-wspolpracy",
            label=_("Oceny współpracy (LIJW)"),
            export=_scores,
            files=_files,
            erase=_unsign,
        )
    )
    privacy.register(
        PersonalData(
            key="ankiety-wspolpracy",
            label=_("Udział w anonimowych ankietach o współpracy"),
            export=_turnout,
            erase=_forget_turnout,
        )
    )


def _scores(user: User) -> Rows:
    rows = Score.objects.filter(seat__user=user).select_related(
        "seat__assessment__body", "indicator"
    )
    for row in rows.order_by("pk").iterator(chunk_size=CHUNK):
        yield {
            "assessment": str(row.seat.assessment),
            "side": row.seat.side,
            "indicator": row.indicator.name,
            "value": row.value,
            "not_applicable": row.not_applicable,
            "comment": row.comment,
        }


def _files(user: User) -> NamedFiles:
    for row in _evidence(user).filter(file__isnull=False).select_related("file"):
        if row.file is not None:
            yield row.file.original_name, row.file.file


def _evidence(user: User) -> QuerySet[Evidence]:
    return Evidence.objects.filter(seat__user=user)


def _unsign(user: User) -> None:
    """Scores stay, as part of what the team agreed on; nobody is named beside them any more.

    A seat in an assessment that still takes scores is given up together with them.
    """
    seats = Seat.objects.filter(user=user)
    seats.filter(assessment__stage__in=[Stage.PREPARATION, Stage.SCORING]).delete()
    for seat in seats:
        seat.name, seat.represents, seat.user = "–", "", None
        seat.email = f"usuniety-{seat.pk}@invalid.invalid"
        seat.link_key = new_link_key()
        seat.save()


def _turnout(user: User) -> Rows:
    for row in OpinionTurnout.objects.filter(user=user).select_related("survey__body"):
        yield {"survey": str(row.survey)}


def _forget_turnout(user: User) -> None:
    """That the person took part; what they answered was never theirs by name."""
    OpinionTurnout.objects.filter(user=user).delete()
