"""The common part after a list: „– co do których ...”, „, jeżeli ...”.

A dash after a list may open a tiret or the common part of the list above. By the Principles of
Legislative Technique the last item before a common part carries no punctuation mark.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..tree import Unit, UnitKind
from .labels import Label
from .phrases import starts_as_common_part
from .stack import LIST_ITEMS, Frame, Stack, continues

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


def list_owner(stack: Stack, indent: float | None, following: Label | None = None) -> Frame:
    """The unit whose list a common part closes.

    The innermost list, unless the layout says else: a common part stands where the words before
    its list stand. A list that goes on after the common part cannot be the one it closes.
    """
    frames = stack.frames
    items = [place for place, frame in enumerate(frames) if frame.unit.kind in LIST_ITEMS]
    if not items:
        return stack.top
    going_on = [
        place
        for place in items
        if following
        and frames[place].unit.kind is following.kind
        and continues(following.kind, frames[place].unit.number, following.number)
    ]
    possible = [place for place in items if not going_on or place > going_on[-1]] or items
    for place in reversed(possible):
        owner = frames[place - 1]
        if indent is None or owner.indent is None or owner.indent <= indent + 1.0:
            return _outside_same_kind(frames, place)
    return _outside_same_kind(frames, possible[0])


def _outside_same_kind(frames: Sequence[Frame], place: int) -> Frame:
    kind = frames[place].unit.kind
    while frames[place - 1].unit.kind is kind:
        place -= 1
    return frames[place - 1]


def make_closing(label: str, text: str) -> Unit:
    """The unit of a common part."""
    return Unit(UnitKind.CLOSING, label=label, text=text)
