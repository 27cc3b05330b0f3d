"""Filters that turn facts into words; no query and no rule lives here."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultations.acts.tree import HEADING_KINDS
from consultations.domain import identity, stages
from consultations.domain.queries import ReaderUnit
from consultations.models import Consultation, Position, Provision, Remark, Stage
from consultations.models.stages import Transition
from consultations.web import words
from documents.redline import Change, diff_words

register = template.Library()

SAMPLE_OF_WORDS = 30
LONGEST_LABEL = 70


@register.filter
def is_heading(provision: Provision) -> bool:
    """Whether the unit is shown as a heading."""
    return provision.kind in HEADING_KINDS


@register.filter
def stage_kind(stage: str) -> str:
    """The look of a stage's badge."""
    return words.STAGE_BADGES[stage]  # type: ignore[index]


@register.filter
def verdict_kind(position: Position) -> str:
    """The look of a verdict's badge."""
    return words.VERDICT_BADGES[position.verdict]  # type: ignore[index]


@register.filter
def days_left_sentence(days: int) -> str:
    """ "zostało 5 dni", "dziś ostatni dzień"."""
    if days <= 0:
        return _("dziś ostatni dzień")
    return ngettext("został %(days)d dzień", "zostało %(days)d dni", days) % {"days": days}


@register.filter
def remarks_sentence(count: int) -> str:
    """ "1 uwaga", "2 uwagi", "5 uwag"."""
    return ngettext("%(count)d uwaga", "%(count)d uwag", count) % {"count": count}


@register.filter
def remarks_word(count: int) -> str:
    """The noun alone, in the form that fits ``count``."""
    return ngettext("uwaga", "uwag", count)


@register.filter
def manual_moves(consultation: Consultation) -> list[Transition]:
    """Moves that an official makes; the others happen on time by themselves.

    Which of the two ways back from an announced round is open, its guards know.
    """
    return [
        move
        for move in stages.allowed_moves(consultation)
        if not move.automatic and not move.starts_round and not _is_other_way(consultation, move)
    ]


@register.filter
def move_label(move: Transition) -> str:
    """What the button of a move says."""
    return str(words.MOVE_LABELS[(move.source, move.target)])


@register.filter
def move_consequence(move: Transition) -> str:
    """What will happen, in one or two sentences."""
    if move.source == Stage.ANNOUNCED and move.target in stages.AFTER_TERM:
        return str(words.ROUND_WITHDRAWN)
    return str(words.MOVE_CONSEQUENCES[move.target])


@register.filter
def move_kind(move: Transition) -> str:
    """The look of a move's button: steps back and cancellations are quieter or red."""
    if move.target == "cancelled":
        return "danger"
    return "secondary" if move.needs_reason else ""


def _is_other_way(consultation: Consultation, move: Transition) -> bool:
    is_back = move.source == Stage.ANNOUNCED and move.needs_reason
    return is_back and stages.refusal(consultation, move) is not None


@register.filter
def toc_label(unit: ReaderUnit) -> str:
    """A line of the table of contents: the label and the heading, or the first words.

    A section that consists of paragraphs has no words of its own; the first paragraph's stand in.
    """
    provision = unit.provision
    text = provision.heading or provision.text
    if not text and unit.children:
        text = unit.children[0].provision.text
    line = f"{provision.label} {text}".strip()
    if len(line) <= LONGEST_LABEL:
        return line
    return line[:LONGEST_LABEL].rsplit(" ", 1)[0] + "…"


@register.filter
def public_author(remark: Remark, consultation: Consultation) -> str:
    """Who signed a remark, as the rules of the consultation let the public see."""
    return identity.public_author(remark, consultation)


@register.filter
def wording_segments(remark: Remark) -> list[Change]:
    """The proposed wording as a redline against the unit's text."""
    current = remark.provision.text if remark.provision else ""
    return diff_words(current, remark.proposed_wording)


@register.filter
def notice_sentence(notice: dict[str, Any]) -> str:
    """A notice of the reader in words."""
    sentence = words.NOTICES.get(notice["code"], words.UNKNOWN_NOTICE)
    return str(sentence) % {"detail": notice["detail"] or notice["code"]}


@register.filter
def words_sample(missing: list[str]) -> str:
    """The first of many words."""
    shown = ", ".join(missing[:SAMPLE_OF_WORDS])
    return f"{shown}…" if len(missing) > SAMPLE_OF_WORDS else shown


@register.filter
def percent(share: float) -> str:
    """0.934 as "93%"."""
    return f"{round(share * 100)}%"
