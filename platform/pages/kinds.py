"""Kinds of notifications that pages send; registered in ``apps.py``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, cast

from django.db import models
from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from accounts.models import User
from notifications import kinds
from notifications.kinds import Context, Kind
from notifications.models import Channel, OutboxEvent
from pages.interested import interested_people
from pages.models import Call, News, Publication, PublicationState

GROUP = _("Aktualności i nabory")
YOU_FOLLOW = _("Dostajesz tę wiadomość, bo obserwujesz tę kategorię albo tego nadawcę.")
YOU_CARE = _(
    "Dostajesz tę wiadomość, bo Twoja organizacja działa w tej dziedzinie albo obserwujesz "
    "ogłaszającego."
)
YOU_MODERATE = _("Dostajesz tę wiadomość, bo administrujesz portalem.")
YOU_WROTE = _("Dostajesz tę wiadomość, bo to Twój tekst.")


def register_kinds() -> None:
    """Make all kinds known to the platform."""
    for kind in (*_for_readers(), *_for_writers(), *_for_administrators()):
        kinds.register(kind)


def _for_readers() -> list[Kind]:
    return [
        Kind(
            key="pages.news_published",
            group=GROUP,
            label=_("Nowa aktualność"),
            title=_("%(publisher)s: %(title)s"),
            body=_("%(summary)s"),
            reason=YOU_FOLLOW,
            followed=_category_and_publisher,
            default_channels=frozenset({Channel.INBOX}),
        ),
        Kind(
            key="pages.call_published",
            group=GROUP,
            label=_("Nowy nabór w dziedzinie Twojej organizacji"),
            title=_("Nowy nabór (%(publisher)s): %(title)s"),
            body=_("%(summary)s"),
            reason=YOU_CARE,
            recipients=_people_of_fields,
            followed=_publisher,
        ),
        Kind(
            key="pages.call_closing",
            group=GROUP,
            label=_("Kończy się nabór, który obserwujesz"),
            title=_("Kończy się nabór: %(title)s"),
            body=_ends,
        ),
    ]


def _for_writers() -> list[Kind]:
    return [
        Kind(
            key="pages.decided",
            group=GROUP,
            label=_("Decyzja o Twoim tekście"),
            title=_decided,
            body=_("%(reason)s"),
            reason=YOU_WROTE,
            recipients=_author,
            followed=_nobody,
            audience=_as_named,
            url=_edit_page,
        ),
    ]


def _for_administrators() -> list[Kind]:
    return [
        Kind(
            key="pages.proposed",
            group=GROUP,
            label=_("Tekst czeka na moderatora"),
            title=_("Do decyzji (%(publisher)s): %(title)s"),
            reason=YOU_MODERATE,
            recipients=_administrators,
            followed=_nobody,
            audience=_as_named,
            url=_edit_page,
        ),
        Kind(
            key="pages.letter",
            group=GROUP,
            label=_("List od czytelnika"),
            title=_("List od czytelnika: %(subject)s"),
            body=_("%(name)s, %(email)s\n\n%(text)s"),
            reason=YOU_MODERATE,
            recipients=_administrators,
            followed=_nobody,
            audience=_as_named,
        ),
    ]


def _decided(context: Context) -> str:
    return f"{context['title']}: {PublicationState(context['state']).label}"


def _ends(context: Context) -> str:
    day = formats.date_format(date.fromisoformat(context["closes_on"]), "DATE_FORMAT")
    left = ngettext("Został %(days)d dzień", "Zostało %(days)d dni", context["days"])
    sentence = _now("%(left)s, ostatni dzień to %(day)s.")
    return sentence % {"left": left % {"days": context["days"]}, "day": day}


def _category_and_publisher(event: OutboxEvent) -> list[models.Model]:
    news = cast(News, event.subject)
    return [row for row in (news.category, news.publisher) if row is not None]


def _publisher(event: OutboxEvent) -> list[models.Model]:
    call = cast(Call, event.subject)
    return [call.publisher] if call.publisher is not None else []


def _people_of_fields(event: OutboxEvent) -> Iterable[User | int]:
    call = cast(Call, event.subject)
    return interested_people(call.topics, list(call.counties.values_list("pk", flat=True)))


def _author(event: OutboxEvent) -> list[int]:
    publication = cast(Publication, event.subject)
    return [publication.author_id] if publication.author_id else []


def _administrators(event: OutboxEvent) -> models.QuerySet[User]:
    return User.objects.filter(is_staff=True)


def _nobody(event: OutboxEvent) -> list[models.Model]:
    return []


def _as_named(event: OutboxEvent, people: models.QuerySet[User]) -> Iterable[User]:
    return people


def _edit_page(event: OutboxEvent) -> str:
    subject: Any = event.subject
    section = "aktualnosci" if isinstance(subject, News) else "nabory"
    return reverse("pages:publication", args=[section, subject.slug])
