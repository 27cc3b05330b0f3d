"""What an official should have done before a consultation is announced.

The table of stages refuses what makes no sense; the checklist warns of what the law and good
custom ask for. Whoever goes on in spite of a warning says why, and that is kept in the log.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultations.acts.tree import UnitKind
from consultations.domain import stages
from consultations.domain.errors import ReasonRequired
from consultations.domain.rules import rule_for
from consultations.models import (
    Consultation,
    ConsultationRule,
    DraftState,
    Mode,
    RequiredPart,
)

LEAST_SUMMARY = 80
_ARTICLE = re.compile(r"(art\.?|§|artyku)\s*\w*\s*\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CheckedPart:
    """One line of the checklist: what is looked for, what is missing, where to mend it."""

    part: RequiredPart
    missing: str
    page: str

    @property
    def is_fine(self) -> bool:
        """Whether nothing is missing."""
        return not self.missing


def checklist(consultation: Consultation) -> list[CheckedPart]:
    """All lines that the rule of this kind asks for, in the order of the parts."""
    rule = rule_for(consultation.kind)
    wanted = [part for part in RequiredPart if part.value in rule.required_parts]
    return [_checked(part, consultation, rule) for part in wanted]


def missing_parts(consultation: Consultation) -> list[CheckedPart]:
    """Lines that need mending or a reason."""
    return [line for line in checklist(consultation) if line.missing]


@transaction.atomic
def announce_checked(*, consultation: Consultation, actor: Any, reason: str = "") -> Consultation:
    """Announce; with something missing only for a reason, which raises ReasonRequired."""
    Consultation.objects.select_for_update(no_key=True).get(pk=consultation.pk)
    missing = [line.part.value for line in missing_parts(consultation)]
    if missing and not reason.strip():
        raise ReasonRequired(_("Lista kontrolna ma braki. Uzupełnij je albo podaj powód."))
    return stages.announce(
        consultation=consultation, actor=actor, reason=reason if missing else "", missing=missing
    )


def _checked(part: RequiredPart, consultation: Consultation, rule: ConsultationRule) -> CheckedPart:
    check, page = _CHECKS[part]
    return CheckedPart(part, check(consultation, rule), page)


def _legal_basis(consultation: Consultation, rule: ConsultationRule) -> str:
    if _ARTICLE.search(consultation.legal_basis):
        return ""
    return _("W podstawie prawnej nie ma numeru artykułu ani paragrafu.")


def _term(consultation: Consultation, rule: ConsultationRule) -> str:
    days = (consultation.closes_on - consultation.opens_on).days + 1
    if days >= rule.minimum_days:
        return ""
    return ngettext(
        "Konsultacje potrwają %(days)d dzień, a powinny co najmniej %(least)d.",
        "Konsultacje potrwają %(days)d dni, a powinny co najmniej %(least)d.",
        days,
    ) % {"days": days, "least": rule.minimum_days}


def _advance(consultation: Consultation, rule: ConsultationRule) -> str:
    days = (consultation.opens_on - timezone.localdate()).days
    if days >= rule.advance_days:
        return ""
    return ngettext(
        "Konsultacje trzeba zapowiedzieć co najmniej %(count)d dzień przed początkiem.",
        "Konsultacje trzeba zapowiedzieć co najmniej %(count)d dni przed początkiem.",
        rule.advance_days,
    ) % {"count": rule.advance_days}


def _summary(consultation: Consultation, rule: ConsultationRule) -> str:
    if len(consultation.summary.strip()) >= LEAST_SUMMARY:
        return ""
    return _("Opis jest bardzo krótki. Napisz, kogo dotyczy projekt i o czym można zdecydować.")


def _contact(consultation: Consultation, rule: ConsultationRule) -> str:
    return "" if consultation.contact_phone else _("Brakuje telefonu do osoby kontaktowej.")


def _draft(consultation: Consultation, rule: ConsultationRule) -> str:
    version = consultation.current_version
    if version is None or version.state != DraftState.READY:
        return _("Nie ma jeszcze odczytanego projektu.")
    if version.missing_words:
        return _("Część słów z pliku nie trafiła do żadnej jednostki.")
    return ""


def _justification(consultation: Consultation, rule: ConsultationRule) -> str:
    if consultation.units().filter(kind=UnitKind.JUSTIFICATION).exists():
        return ""
    return _("W pliku z projektem nie ma uzasadnienia.")


def _mode_basis(consultation: Consultation, rule: ConsultationRule) -> str:
    last = consultation.mode_decisions.last()
    return "" if last and last.basis else _("Nie zapisano, kto i na jakiej podstawie wybrał tryb.")


def _meeting(consultation: Consultation, rule: ConsultationRule) -> str:
    if consultation.mode == Mode.BASIC:
        return ""
    if consultation.meetings.filter(cancelled_at=None).exists():
        return ""
    return _("Tryb rozszerzony wymaga spotkania, a żadnego nie zapowiedziano.")


def _council(consultation: Consultation, rule: ConsultationRule) -> str:
    if consultation.council_opinions.exists():
        return ""
    return _("Rada działalności pożytku publicznego nie dostała jeszcze projektu do opinii.")


def _invitations(consultation: Consultation, rule: ConsultationRule) -> str:
    return "" if consultation.invitations.exists() else _("Nie zaproszono żadnej organizacji.")


Check = Callable[[Consultation, ConsultationRule], str]
_CHECKS: dict[RequiredPart, tuple[Check, str]] = {
    RequiredPart.LEGAL_BASIS: (_legal_basis, "edit"),
    RequiredPart.TERM: (_term, "edit"),
    RequiredPart.ADVANCE: (_advance, "edit"),
    RequiredPart.SUMMARY: (_summary, "edit"),
    RequiredPart.CONTACT: (_contact, "edit"),
    RequiredPart.DRAFT: (_draft, "draft"),
    RequiredPart.JUSTIFICATION: (_justification, "draft"),
    RequiredPart.MODE_BASIS: (_mode_basis, "mode"),
    RequiredPart.MEETING: (_meeting, "add_meeting"),
    RequiredPart.COUNCIL: (_council, "ask_council"),
    RequiredPart.INVITATIONS: (_invitations, "invitations"),
}
