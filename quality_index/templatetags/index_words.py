"""Words, numbers and charts of the index in templates."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from django import template
from django.utils.formats import number_format

from documents.templatetags.charts import chart_figure, svg
from quality_index.models import Stage
from quality_index.models.stages import Transition
from quality_index.scoring import rounded
from quality_index.web.words import move_consequence as consequence
from quality_index.web.words import move_label as label

register = template.Library()
register.filter(svg)
register.inclusion_tag("components/chart.html")(chart_figure)

_STAGE_KINDS = {
    Stage.SCORING: "info",
    Stage.CONSENSUS: "warning",
    Stage.APPROVED: "success",
    Stage.PUBLISHED: "success",
    Stage.CANCELLED: "danger",
}


@register.filter
def stage_kind(stage: str) -> str:
    """The badge's tone."""
    return _STAGE_KINDS.get(Stage(stage), "")


@register.filter
def move_label(move: Transition) -> str:
    """What the button of a move says."""
    return label(move)


@register.filter
def move_consequence(move: Transition) -> str:
    """What happens when the button is pressed."""
    return consequence(move)


@register.filter
def points(value: Fraction | Decimal | None) -> str:
    """Points of the index as people read them; a dash where there is nothing to count."""
    shown = rounded(value) if isinstance(value, Fraction) else value
    return "–" if shown is None else number_format(shown, decimal_pos=1)


@register.filter
def level(value: Fraction | None) -> str:
    """A mean level, to one decimal place."""
    return "–" if value is None else number_format(rounded(value), decimal_pos=1)


@register.filter
def signed(value: Fraction | Decimal | None) -> str:
    """A difference with its sign; a real minus, not a hyphen."""
    if value is None:
        return "–"
    shown = rounded(abs(Fraction(value)))
    sign = "" if not shown else "+" if value > 0 else "−"
    return f"{sign}{number_format(shown, decimal_pos=1)}"
