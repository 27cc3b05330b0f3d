"""Words and colours of stages in templates."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext as _

from awards.models import Edition, EditionMove, EditionStage, NominationState

register = template.Library()

_EDITION_KINDS = {
    EditionStage.OPEN: "success",
    EditionStage.ANNOUNCED: "info",
    EditionStage.PUBLISHED: "accent",
    EditionStage.CANCELLED: "danger",
}
_STATE_KINDS = {
    NominationState.SUBMITTED: "info",
    NominationState.COMPLETION: "warning",
    NominationState.ACCEPTED: "success",
    NominationState.REJECTED: "danger",
    NominationState.APPEALED: "warning",
}


@register.filter
def edition_label(edition: Edition) -> str:
    """The stage as everybody may know it: results are out with their moment, not with beat."""
    if edition.has_public_results:
        return str(EditionStage.PUBLISHED.label)
    return str(edition.get_stage_display())


@register.filter
def edition_kind(edition: Edition) -> str:
    """The tone of the stage's badge."""
    if edition.has_public_results:
        return "accent"
    return _EDITION_KINDS.get(EditionStage(edition.stage), "")


@register.filter
def state_kind(state: str) -> str:
    """The tone of a nomination's badge."""
    return _STATE_KINDS.get(NominationState(state), "")


@register.filter
def can_be_withdrawn(state: str) -> bool:
    """Whether the author may still take it back."""
    return state in (
        NominationState.SUBMITTED,
        NominationState.COMPLETION,
        NominationState.ACCEPTED,
    )


@register.filter
def move_label(move: EditionMove) -> str:
    """What the button of a move says."""
    labels = {
        (EditionStage.DRAFT, EditionStage.ANNOUNCED): _("Ogłoś edycję"),
        (EditionStage.ANNOUNCED, EditionStage.DRAFT): _("Cofnij do przygotowania"),
        (EditionStage.CHECKING, EditionStage.JURY): _("Przekaż kapitule"),
        (EditionStage.JURY, EditionStage.CHECKING): _("Cofnij do oceny formalnej"),
        (EditionStage.JURY, EditionStage.DELIBERATION): _("Zamknij ocenianie, zacznij obrady"),
        (EditionStage.DELIBERATION, EditionStage.JURY): _("Wróć do oceniania"),
        (EditionStage.DELIBERATION, EditionStage.SEALED): _("Zapieczętuj wyniki"),
        (EditionStage.SEALED, EditionStage.DELIBERATION): _("Wróć do obrad"),
    }
    if move.target == EditionStage.CANCELLED:
        return _("Odwołaj edycję")
    return labels[(move.source, move.target)]


@register.filter
def move_button(move: EditionMove) -> str:
    """The look of a move's button."""
    if move.target == EditionStage.CANCELLED:
        return "danger"
    return "secondary" if move.needs_reason else ""
