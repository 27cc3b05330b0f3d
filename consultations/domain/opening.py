"""Creating and describing a consultation before it opens."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultations.domain import announcements
from consultations.domain.rules import rule_for
from consultations.domain.surveys import follow_term
from consultations.models import Consultation, ModeDecision, Stage

LONGEST_STEM = 80

# Addresses of the section itself, which no consultation may take.
RESERVED_SLUGS = {"rozpocznij", "urzedy", "moderacja"}

_POLISH_L = str.maketrans("łŁ", "lL")


@transaction.atomic
def create_consultation(*, consultation: Consultation, actor: Any) -> Consultation:
    """Save a new consultation with a free address made of its title."""
    consultation.created_by = actor
    for slug in _slugs(consultation.title):
        if slug in RESERVED_SLUGS or Consultation.objects.filter(slug=slug).exists():
            continue
        consultation.slug = slug
        try:
            with transaction.atomic():
                consultation.save()
        except IntegrityError as error:
            if "slug" not in str(error):
                raise
            continue  # taken by a parallel request; try the next one
        _note_mode(consultation, actor)
        return consultation
    raise RuntimeError("There is no free address left.")


@transaction.atomic
def change_consultation(*, consultation: Consultation, actor: Any) -> Consultation:
    """Save what was described anew; an announced one is announced as it reads now.

    Surveys on it follow its term.
    """
    consultation.save()
    follow_term(consultation)
    if consultation.stage == Stage.ANNOUNCED:
        announcements.issue(consultation, actor)
    return consultation


def _note_mode(consultation: Consultation, actor: Any) -> None:
    """The mode chosen at the beginning is the first decision in the log."""
    ModeDecision.objects.create(
        consultation=consultation,
        mode=consultation.mode,
        origin=consultation.mode_origin,
        decided_by=consultation.public_body.name,
        decided_on=timezone.localdate(),
        actor=actor,
    )


def term_warning(consultation: Consultation) -> str:
    """A sentence about a term shorter than the rule of the kind, or an empty string.

    Local resolutions under art. 5 sec. 5 of the public benefit act set the terms, so
    administrators edit the rules.
    """
    days = (consultation.closes_on - consultation.opens_on).days + 1
    least = rule_for(consultation.kind).minimum_days
    if days >= least:
        return ""
    return ngettext(
        "Konsultacje potrwają %(days)d dzień. Zalecamy co najmniej %(least)d dni; sprawdź, "
        "jaki termin wyznacza uchwała o konsultacjach.",
        "Konsultacje potrwają %(days)d dni. Zalecamy co najmniej %(least)d dni; sprawdź, "
        "jaki termin wyznacza uchwała o konsultacjach.",
        days,
    ) % {"days": days, "least": least}


def term_errors(opens_on: date, closes_on: date) -> dict[str, str]:
    """Errors by field: dates reversed, or a term wholly in the past."""
    errors = {}
    if closes_on < opens_on:
        errors["closes_on"] = _("Koniec konsultacji nie może być przed początkiem.")
    elif closes_on < timezone.localdate():
        errors["closes_on"] = _("Ten dzień już minął. Wybierz dzisiejszy lub późniejszy.")
    return errors


def default_term() -> tuple[date, date]:
    """Tomorrow and three weeks on: the longer of the usual terms."""
    start = timezone.localdate() + timedelta(days=1)
    return start, start + timedelta(days=20)


def _slugs(title: str) -> list[str]:
    """Addresses to try: the title, then the title with a number."""
    stem = slugify(title.translate(_POLISH_L)) or "konsultacje"
    if len(stem) > LONGEST_STEM:
        stem = stem[:LONGEST_STEM].rsplit("-", 1)[0]
    return [stem, *(f"{stem}-{number}" for number in range(2, 1000))]
