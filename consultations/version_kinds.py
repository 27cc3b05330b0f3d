"""Kinds of notifications about new versions of a draft."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from accounts.models import User
from consultations.domain.notices_of_versions import remarks_touched_by
from consultations.models import ChangeStatus, Consultation, Remark
from consultations.office_kinds import as_named, nobody
from notifications.domain.audiences import everyone_who_may_see
from notifications.kinds import Context, Kind
from notifications.models import OutboxEvent

GROUP = _("Konsultacje")
YOU_WROTE = _("Dostajesz tę wiadomość, bo zgłosiłeś(-aś) uwagę w tych konsultacjach.")


def version_kinds() -> list[Kind]:
    """One for those who follow, one for those whose remark is concerned."""
    return [
        Kind(
            key="consultations.new_version",
            group=GROUP,
            label=_("Nowa wersja projektu"),
            title=_("Nowa wersja projektu: %(title)s"),
            body=_what_changed,
            audience=_followers_not_told_otherwise,
            url=_changes_of_version,
        ),
        Kind(
            key="consultations.remark_text_changed",
            group=GROUP,
            label=_("Zmienił się tekst, którego dotyczy Twoja uwaga"),
            title=_("Twoja uwaga nr %(number)s i nowa wersja projektu: %(title)s"),
            body=_what_became_of_it,
            reason=YOU_WROTE,
            recipients=_author,
            followed=nobody,
            audience=as_named,
        ),
    ]


def _what_changed(context: Context) -> str:
    count = ngettext(
        "Wersja %(version)s zmienia %(count)d jednostkę tekstu.",
        "Wersja %(version)s zmienia %(count)d jednostek tekstu.",
        context["change_count"],
    ) % {"version": context["version"], "count": context["change_count"]}
    return "\n\n".join(part for part in (count, context["note"]) if part)


def _what_became_of_it(context: Context) -> str:
    sentences = []
    if context["status"]:
        sentences.append(
            _now("%(unit)s w wersji %(version)s: %(status)s.")
            % {
                "unit": context["unit"],
                "version": context["version"],
                "status": ChangeStatus(context["status"]).label,
            }
        )
    if context["led_to_change"]:
        sentences.append(_now("Twoja uwaga doprowadziła do zmiany projektu."))
    return " ".join(sentences)


def _changes_of_version(event: OutboxEvent) -> str:
    consultation = event.subject
    if not isinstance(consultation, Consultation):
        return reverse("consultations:list")
    address = reverse("consultations:changes", args=[consultation.slug])
    return f"{address}?wersja={event.context['version']}"


def _followers_not_told_otherwise(
    event: OutboxEvent, people: models.QuerySet[User]
) -> Iterable[User]:
    """Authors of remarks that the version touches get a letter about their own remark."""
    consultation = event.subject
    if not isinstance(consultation, Consultation):
        return []
    version = consultation.versions.filter(number=event.context["version"]).first()
    told = set(remarks_touched_by(version).values_list("author", flat=True)) if version else set()
    return [user for user in everyone_who_may_see(event, people) if user.pk not in told]


def _author(event: OutboxEvent) -> list[int]:
    remark = event.subject
    return [remark.author_id] if isinstance(remark, Remark) and remark.author_id else []
