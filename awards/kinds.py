"""Kinds of notifications that awards send; registered in ``apps.py``.

No text names a laureate or a score: mail that waits in a queue cannot break the embargo.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from awards.models import Consent, Edition, Juror, Nomination
from notifications import kinds
from notifications.kinds import Context, Kind
from notifications.models import OutboxEvent

GROUP = _("Nagrody")
YOU_NOMINATED = _("Dostajesz tę wiadomość, bo zgłosiłeś(-aś) kandydata do nagrody.")
YOU_RUN_IT = _("Dostajesz tę wiadomość, bo Twój urząd prowadzi ten konkurs.")
YOU_JUDGE = _("Dostajesz tę wiadomość, bo jesteś w kapitule.")


def register_kinds() -> None:
    """Make all kinds known to the platform."""
    for kind in (*_about_editions(), *_to_nominators(), *_to_office(), *_to_jurors()):
        kinds.register(kind)


def _about_editions() -> list[Kind]:
    return [
        Kind(
            key="awards.opened",
            group=GROUP,
            label=_("Konkurs przyjmuje zgłoszenia"),
            title=_("Można zgłaszać kandydatów: %(title)s"),
            body=_until,
            followed=_competition,
        ),
        Kind(
            key="awards.results",
            group=GROUP,
            label=_("Ogłoszono laureatów"),
            title=_("Znamy laureatów: %(title)s"),
            body=_("Wyniki są na portalu."),
            followed=_competition,
        ),
        Kind(
            key="awards.cancelled",
            group=GROUP,
            label=_("Odwołano edycję konkursu"),
            title=_("Odwołano: %(title)s"),
            body=_("%(reason)s"),
            followed=_competition,
        ),
    ]


def _to_nominators() -> list[Kind]:
    return [
        _direct(
            "awards.nomination_received",
            _("Potwierdzenie zgłoszenia do nagrody"),
            _("Przyjęliśmy zgłoszenie nr %(number)s: %(nominee)s"),
            _("%(title)s, kategoria: %(category)s. Powiadomimy Cię o każdej decyzji."),
            recipients=_author,
            notify_actor=True,
        ),
        _direct(
            "awards.consent_decided",
            _("Odpowiedź kandydata"),
            _consent_title,
            _("%(title)s, kategoria: %(category)s."),
            recipients=_nominators_and_office,
        ),
        _direct(
            "awards.completion_called",
            _("Wezwanie do uzupełnienia zgłoszenia"),
            _("Uzupełnij zgłoszenie do %(until)s: %(nominee)s"),
            _("%(reason)s"),
            recipients=_nominators,
            is_urgent=True,
        ),
        _direct(
            "awards.nomination_accepted",
            _("Zgłoszenie spełnia wymogi"),
            _("Zgłoszenie przeszło ocenę formalną: %(nominee)s"),
            _("Teraz oceni je kapituła."),
            recipients=_nominators,
        ),
        _direct(
            "awards.nomination_rejected",
            _("Odrzucenie zgłoszenia"),
            _("Zgłoszenie odrzucono: %(nominee)s"),
            _("%(reason)s\n\nMożesz się odwołać do %(appeal)s."),
            recipients=_nominators,
        ),
        _direct(
            "awards.recommendation_answered",
            _("Odpowiedź na prośbę o rekomendację"),
            _recommendation_title,
            _("Zgłoszenie: %(nominee)s."),
            recipients=_author,
        ),
        _direct(
            "awards.note_from_office",
            _("Wiadomość od urzędu w sprawie zgłoszenia"),
            _("Urząd pisze w sprawie zgłoszenia: %(nominee)s"),
            _("%(text)s"),
            recipients=_nominators,
        ),
        _direct(
            "awards.thanks",
            _("Podziękowanie za zgłoszenie"),
            _("Dziękujemy za zgłoszenie kandydata: %(nominee)s"),
            _("%(title)s: wyniki są na portalu. Bez Ciebie nie dowiedzielibyśmy się o tej osobie."),
            recipients=_thanked,
        ),
    ]


def _to_office() -> list[Kind]:
    return [
        _direct(
            "awards.nomination_to_check",
            _("Nowe zgłoszenie do nagrody"),
            _("Zgłoszenie nr %(number)s czeka na ocenę formalną: %(nominee)s"),
            _("%(title)s, kategoria: %(category)s."),
            recipients=_officials,
            reason=YOU_RUN_IT,
            url=_office_page,
            default_channels=frozenset({kinds.Channel.INBOX}),
        ),
        _direct(
            "awards.appeal_to_decide",
            _("Odwołanie od odrzucenia zgłoszenia"),
            _("Odwołanie w sprawie zgłoszenia: %(nominee)s"),
            _("%(title)s, kategoria: %(category)s."),
            recipients=_officials,
            reason=YOU_RUN_IT,
            url=_office_page,
        ),
        _direct(
            "awards.note_to_office",
            _("Wiadomość od zgłaszającego"),
            _("Zgłaszający pisze w sprawie: %(nominee)s"),
            _("%(text)s"),
            recipients=_officials,
            reason=YOU_RUN_IT,
            url=_office_page,
        ),
    ]


def _to_jurors() -> list[Kind]:
    return [
        _direct(
            "awards.juror_appointed",
            _("Powołanie do kapituły"),
            _("Zapraszamy do kapituły: %(title)s"),
            _("Przeczytaj i podpisz deklarację poufności, potem zobaczysz zgłoszenia."),
            recipients=_juror,
            reason=YOU_JUDGE,
            url=_jury_page,
        ),
        _direct(
            "awards.juror_reminder",
            _("Zgłoszenia czekają na Twoją ocenę"),
            _("Zgłoszenia czekają na Twoją ocenę: %(title)s"),
            "",
            recipients=_juror,
            reason=YOU_JUDGE,
            url=_jury_page,
        ),
    ]


def _direct(key: str, label: Any, title: Any, body: Any, **options: Any) -> Kind:
    """A kind for people named by their role in the matter, not for followers."""
    options.setdefault("reason", YOU_NOMINATED)
    return Kind(
        key=key,
        group=GROUP,
        label=label,
        title=title,
        body=body,
        followed=_nobody,
        audience=_as_named,
        **options,
    )


def _until(context: Context) -> str:
    day = date_format(date.fromisoformat(context["last_day"]), "DATE_FORMAT")
    return _now("Zgłoszenia przyjmujemy do %(day)s.") % {"day": day}


def _consent_title(context: Context) -> str:
    if context["answer"] == Consent.GIVEN:
        return _now("Kandydat się zgadza: %(nominee)s") % context
    if context["answer"] == Consent.REFUSED:
        return _now("Kandydat nie wyraził zgody: %(nominee)s") % context
    return _now("Kandydat nie odpowiedział w terminie: %(nominee)s") % context


def _recommendation_title(context: Context) -> str:
    if context["declined"]:
        return _now("%(person)s nie napisze rekomendacji") % context
    return _now("%(person)s napisał(a) rekomendację") % context


def _nobody(event: OutboxEvent) -> list[models.Model]:
    return []


def _as_named(event: OutboxEvent, people: models.QuerySet[User]) -> Iterable[User]:
    """Recipients were chosen because of their role in the matter."""
    return people


def _competition(event: OutboxEvent) -> list[models.Model]:
    edition = event.subject
    return [edition.competition, edition] if isinstance(edition, Edition) else []


def _author(event: OutboxEvent) -> list[int]:
    author = getattr(event.subject, "created_by_id", None)
    return [author] if author else []


def _nominators(event: OutboxEvent) -> list[int]:
    if not isinstance(event.subject, Nomination):
        return []
    rows = event.subject.nominators.filter(user__isnull=False).values_list("user", flat=True)
    return list(rows)


def _thanked(event: OutboxEvent) -> list[int]:
    return [event.context["to"]]


def _nominators_and_office(event: OutboxEvent) -> list[int]:
    return [*_nominators(event), *_officials(event).values_list("pk", flat=True)]


def _officials(event: OutboxEvent) -> models.QuerySet[User]:
    if not isinstance(event.subject, Nomination):
        return User.objects.none()
    return User.objects.filter(
        publicbodymemberships__is_active=True,
        publicbodymemberships__public_body=event.subject.edition.competition.public_body_id,
    )


def _juror(event: OutboxEvent) -> list[int]:
    juror = event.subject
    return [juror.user_id] if isinstance(juror, Juror) and juror.user_id else []


def _office_page(event: OutboxEvent) -> str:
    nomination = event.subject
    if not isinstance(nomination, Nomination):
        return reverse("awards:list")
    return reverse("awards:check", args=[nomination.key])


def _jury_page(event: OutboxEvent) -> str:
    juror = event.subject
    if not isinstance(juror, Juror):
        return reverse("awards:list")
    return reverse("awards:jury", args=[juror.edition.competition.slug, juror.edition.year])
