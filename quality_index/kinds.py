"""Kinds of notifications and letters of the index; registered in ``apps.py``."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.utils import formats
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from notifications import kinds
from notifications.kinds import Context, Kind, Text
from notifications.models import OutboxEvent
from quality_index.models import Assessment, OpinionSurvey

GROUP = _("Indeks jakości współpracy")
YOU_ARE_IN_TEAM = _("Dostajesz tę wiadomość, bo urząd zaprosił Cię do zespołu oceny współpracy.")


def register_kinds() -> None:
    """Make all kinds known to the platform."""
    for kind in (*_public(), *_letters()):
        kinds.register(kind)


def _public() -> list[Kind]:
    return [
        Kind(
            key="quality_index.published",
            group=GROUP,
            label=_("Opublikowano indeks jakości współpracy"),
            title=_("Indeks jakości współpracy %(year)s: %(body)s"),
            body=_("Wynik, uzasadnienia i plan naprawczy są już na portalu."),
            followed=_body_of_assessment,
        ),
        Kind(
            key="quality_index.survey_opened",
            group=GROUP,
            label=_("Ankieta o współpracy z urzędem"),
            title=_("Anonimowa ankieta o współpracy: %(body)s"),
            body=_survey_body,
            followed=_body_of_survey,
        ),
    ]


def _letters() -> list[Kind]:
    return [
        _letter(
            "quality_index.invitation_letter",
            label=_("Zaproszenie do zespołu oceny współpracy"),
            title=_("Zaproszenie do oceny współpracy: %(body)s, %(year)s"),
            body=_(
                "%(person)s, zapraszamy do zespołu, który oceni współpracę urzędu z organizacjami."
                " Każdy ocenia sam; do końca terminu (%(until)s) nikt nie zobaczy Twoich ocen,"
                " także urząd. Odnośnik jest osobisty, nie przekazuj go dalej."
            ),
            link_text=_("Przejdź do oceny"),
        ),
        _letter(
            "quality_index.reminder_letter",
            label=_("Przypomnienie o ocenie współpracy"),
            title=_("Przypomnienie: oceń współpracę do %(until)s"),
            body=_(
                "%(person)s, czekamy na Twoją ocenę współpracy (%(body)s, %(year)s)."
                " Możesz przerwać i wrócić w każdej chwili."
            ),
            link_text=_("Przejdź do oceny"),
        ),
        _letter(
            "quality_index.opened_letter",
            label=_("Koniec ocen, początek uzgodnień"),
            title=_("Zobacz, gdzie się różnimy: %(body)s, %(year)s"),
            body=_(
                "%(person)s, oceny są już zebrane. Zobacz przed spotkaniem, w czym administracja"
                " i organizacje widzą współpracę inaczej."
            ),
            link_text=_("Zobacz różnice"),
        ),
        _letter(
            "quality_index.action_letter",
            label=_("Termin działania naprawczego"),
            title=_("Termin działania: %(action)s"),
            body=_("Działanie z planu naprawczego (%(body)s) ma termin %(due)s."),
            link_text=_("Zobacz plan"),
            reason=_("Dostajesz tę wiadomość, bo w planie wskazano Cię jako osobę odpowiedzialną."),
        ),
    ]


def _letter(
    key: str,
    *,
    label: Text,
    title: Text,
    body: Text,
    link_text: Text,
    reason: Text = YOU_ARE_IN_TEAM,
) -> Kind:
    return Kind(
        key=key,
        label=label,
        title=title,
        body=body,
        link_text=link_text,
        group=GROUP,
        reason=reason,
        url=_link,
        is_for_addresses=True,
    )


def _link(event: OutboxEvent) -> str:
    return str(event.context["link"])


def _survey_body(context: Context) -> str:
    day = formats.date_format(date.fromisoformat(context["until"]), "DATE_FORMAT")
    return _now("Pięć minut, bez podpisu. Ankieta trwa do %(day)s.") % {"day": day}


def _body_of_assessment(event: OutboxEvent) -> list[models.Model]:
    row = event.subject
    return [row.body] if isinstance(row, Assessment) else []


def _body_of_survey(event: OutboxEvent) -> list[models.Model]:
    row = event.subject
    return [row.body] if isinstance(row, OpinionSurvey) else []
