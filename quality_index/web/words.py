"""Words for moves and stages on the pages."""

from __future__ import annotations

from django.utils.translation import gettext as _

from quality_index.models import Stage
from quality_index.models.stages import Transition


def move_label(move: Transition) -> str:
    """What the button of a move says."""
    if move.source == Stage.APPROVED and move.target == Stage.CONSENSUS:
        return _("Wróć do uzgodnień")
    return {
        Stage.SCORING: _("Zaproś zespół i rozpocznij ocenę"),
        Stage.CONSENSUS: _("Zakończ oceny i pokaż różnice"),
        Stage.APPROVED: _("Zatwierdź wynik"),
        Stage.PUBLISHED: _("Opublikuj"),
        Stage.CANCELLED: _("Odwołaj ocenę"),
    }[move.target]


def move_consequence(move: Transition) -> str:
    """What happens when the button is pressed."""
    if move.source == Stage.APPROVED and move.target == Stage.CONSENSUS:
        return _("Wynik zostanie cofnięty, a uzgodnione oceny będzie można zmienić.")
    return {
        Stage.SCORING: _("Każdy członek zespołu dostanie listem osobisty odnośnik do oceny."),
        Stage.CONSENSUS: _("Zespół zobaczy rozkład ocen obu stron. Ocen nie da się już zmienić."),
        Stage.APPROVED: _("Indeks zostanie policzony z uzgodnionych ocen."),
        Stage.PUBLISHED: _("Wynik, uzasadnienia i plan zobaczą wszyscy. Tego nie da się cofnąć."),
        Stage.CANCELLED: _("Ocena tego roku nie będzie kontynuowana."),
    }[move.target]
