"""The common part after a list: „– co do których ...”, „, jeżeli ...”.

A dash after a list may open a tiret or the common part of the list above. By the Principles of
Legislative Technique the last item before a common part carries no punctuation mark.
"""

from __future__ import annotations

from ..tree import Unit, UnitKind
from .phrases import starts_as_common_part
from .stack import LIST_ITEMS, Frame, Stack

_LEAD_IN_ENDS = (":", "ności", "następujące")


def dash_is_closing(stack: Stack, text: str, next_is_dash: bool) -> bool:
    """Decide what a line with a dash is, after the units that are open now."""
    top = stack.top.unit
    if top.kind not in LIST_ITEMS or top.text.endswith(_LEAD_IN_ENDS):
        return False
    relative = starts_as_common_part(text)
    if top.kind in (UnitKind.INDENT, UnitKind.SUBINDENT):
        unpunctuated = not top.text.endswith((",", ";", ".", "albo", "lub", "oraz", "i"))
        return relative and unpunctuated and not next_is_dash
    if top.text.endswith((",", ";")):
        return relative and not next_is_dash
    if top.text.endswith("."):
        return False
    return relative or not next_is_dash


def list_owner(stack: Stack, indent: float | None) -> Frame:
    """The unit whose list a common part closes: the innermost, unless the indent says else."""
    items = [frame for frame in stack.frames if frame.unit.kind in LIST_ITEMS]
    if not items:
        return stack.top
    chosen = items[-1]
    if indent is not None:
        known = [frame for frame in items if frame.indent is not None]
        fitting = [f for f in known if f.indent is not None and f.indent <= indent + 1.0]
        # The common part stands where the items of its list stand, so an outer list is meant
        # only if the layout shows a difference between the lists at all.
        if known and len({frame.indent for frame in known}) > 1:
            chosen = fitting[-1] if fitting else known[0]
    position = stack.frames.index(chosen)
    while stack.frames[position - 1].unit.kind is chosen.unit.kind:
        position -= 1
    return stack.frames[position - 1]


def make_closing(label: str, text: str) -> Unit:
    """The unit of a common part."""
    return Unit(UnitKind.CLOSING, label=label, text=text)
