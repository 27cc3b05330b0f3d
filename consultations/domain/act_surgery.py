"""Corrections of a tree of units by hand: pure steps without any database.

Every step but the removal keeps all words in their reading order, so that no correction of the
structure can lose or shuffle the text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

from django.utils.translation import gettext as _

from consultations.acts.parser.labels import read_label
from consultations.acts.tree import Unit, UnitKind
from consultations.domain.act_numbers import next_number
from consultations.domain.act_tree import StoredUnit
from consultations.domain.errors import DraftEditRefused

SPLIT_MARK = "||"

# From the outermost to the innermost; other kinds have no rank of their own.
RANKS = {
    kind: rank
    for rank, kind in enumerate((
        UnitKind.PART, UnitKind.BOOK, UnitKind.TITLE, UnitKind.DIVISION, UnitKind.CHAPTER,
        UnitKind.SUBCHAPTER, UnitKind.ARTICLE, UnitKind.SECTION, UnitKind.PARAGRAPH,
        UnitKind.POINT, UnitKind.LETTER, UnitKind.INDENT, UnitKind.SUBINDENT,
    ))
}  # fmt: skip
_NOT_RUNNING_TEXT = (UnitKind.TABLE, UnitKind.FOOTNOTE)
_CONTAINERS = (UnitKind.HEADING, UnitKind.ANNEX, UnitKind.JUSTIFICATION, UnitKind.QUOTED)


@dataclass(frozen=True, slots=True)
class UnitContent:
    """What an official can write about one unit."""

    kind: UnitKind
    number: str = ""
    label: str = ""
    heading: str = ""
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a unit stands: among ``siblings``, which are the children of ``path``'s last."""

    unit: StoredUnit
    siblings: list[Unit]
    path: tuple[StoredUnit, ...]  # from the root to the parent

    @property
    def index(self) -> int:
        """The unit's place among its siblings."""
        return next(i for i, sibling in enumerate(self.siblings) if sibling is self.unit)


def find(units: Sequence[StoredUnit], pk: int) -> Place | None:
    """The place of the unit with the key ``pk``."""
    return _search(units, lambda unit: unit.pk == pk)


def rewrite(place: Place, content: UnitContent) -> None:
    """Give the unit another kind, designation or text."""
    unit = place.unit
    unit.kind, unit.number, unit.label = content.kind, content.number, content.label
    unit.heading, unit.text = content.heading, content.text
    unit.rows = [list(row) for row in content.rows]


def split(roots: list[StoredUnit], place: Place, marked: str) -> StoredUnit:
    """Divide the unit where ``marked``, its text, has the mark.

    The second part starts with a label of its own or becomes a paragraph of text; what stood
    below the unit follows the second part, as it does when the act is read.
    """
    unit = place.unit
    first, second = _parts(unit, marked)
    if unit.text:
        unit.text = first
    else:
        unit.heading = first
    part = _labelled(second)
    if _belongs_below(part, unit):
        unit.children.insert(0, part)
        return part
    part.children, unit.children = unit.children, []
    place.siblings.insert(place.index + 1, part)
    _raise_to_rank(roots, part)
    return part


def splittable_text(unit: Unit) -> str:
    """The text that can be divided: the unit's own, or the heading of one without."""
    return unit.text or unit.heading


def merge_with_previous(place: Place) -> StoredUnit:
    """Join the unit to the one read before it; what stood below it goes along."""
    unit, index = place.unit, place.index
    if index == 0 and not place.path:
        raise DraftEditRefused(_("Przed tą jednostką nie ma żadnej innej."))
    previous = _last_below(place.siblings[index - 1]) if index else place.path[-1]
    if unit.kind in _NOT_RUNNING_TEXT or previous.kind in _NOT_RUNNING_TEXT:
        raise DraftEditRefused(_("Tabel i przypisów nie łączymy z innymi jednostkami."))
    _append_words(previous, " ".join(filter(None, (unit.label, unit.heading, unit.text))))
    if index:
        del place.siblings[index]
        previous.children.extend(unit.children)
    else:
        place.siblings[0:1] = unit.children
    return previous


def raise_level(roots: list[StoredUnit], place: Place) -> None:
    """Move the unit one level up; the siblings read after it become units below it."""
    if not place.path:
        raise DraftEditRefused(_("Ta jednostka jest już na najwyższym poziomie."))
    index = place.index
    following = place.siblings[index + 1 :]
    del place.siblings[index:]
    place.unit.children.extend(following)
    parent = _place_of(roots, place.path[-1])
    parent.siblings.insert(parent.index + 1, place.unit)


def lower_level(place: Place) -> None:
    """Move the unit one level down, below the sibling that stands before it."""
    index = place.index
    if not index:
        raise DraftEditRefused(_("Przed tą jednostką nie ma takiej, pod którą mogłaby wejść."))
    place.siblings[index - 1].children.append(place.siblings.pop(index))


def remove(place: Place) -> None:
    """Take the unit out, with all below it."""
    del place.siblings[place.index]


def add(place: Place, content: UnitContent, *, below: bool) -> StoredUnit:
    """A new unit after this one, or as the last one below it."""
    unit = StoredUnit(content.kind)
    if below:
        place.unit.children.append(unit)
    else:
        place.siblings.insert(place.index + 1, unit)
    rewrite(Place(unit, [], ()), content)
    return unit


def renumber_following(place: Place) -> int:
    """Number the later siblings of the same kind on from this unit; returns how many changed."""
    changed, last = 0, place.unit
    for sibling in place.siblings[place.index + 1 :]:
        if sibling.kind is not place.unit.kind:
            continue
        number = next_number(last.number)
        if number is None:
            raise DraftEditRefused(_("Nie wiadomo, co następuje po numerze tej jednostki."))
        changed += sibling.number != number
        sibling.label = _renumbered_label(place.unit, number)
        sibling.number = number
        last = cast(StoredUnit, sibling)
    return changed


def _search(
    units: Sequence[Unit],
    wanted: Callable[[StoredUnit], bool],
    path: tuple[StoredUnit, ...] = (),
) -> Place | None:
    for unit in cast(list[StoredUnit], units):
        if wanted(unit):
            return Place(unit, cast(list[Unit], units), path)
        if found := _search(unit.children, wanted, (*path, unit)):
            return found
    return None


def _place_of(roots: Sequence[Unit], unit: StoredUnit) -> Place:
    # The caller has the unit from this tree, so that it is found.
    return cast(Place, _search(roots, lambda candidate: candidate is unit))


def _parts(unit: StoredUnit, marked: str) -> tuple[str, str]:
    """Both parts of the unit's text, or the refusal that says what to mark and how."""
    if unit.kind in _NOT_RUNNING_TEXT or marked.count(SPLIT_MARK) != 1:
        raise DraftEditRefused(
            _("Wstaw znak %(mark)s w jednym miejscu tekstu.") % {"mark": SPLIT_MARK}
        )
    if _letters(marked.replace(SPLIT_MARK, "")) != _letters(splittable_text(unit)):
        raise DraftEditRefused(_("Przy podziale nie zmieniaj słów; treść popraw osobno."))
    first, second = (part.strip() for part in marked.split(SPLIT_MARK))
    if not second or not (first or unit.label):
        raise DraftEditRefused(_("Po obu stronach znaku podziału musi być jakiś tekst."))
    return first, second


def _labelled(text: str) -> StoredUnit:
    """A unit out of a piece of text, by the label at its beginning."""
    label = read_label(text)
    if label is None:
        return StoredUnit(UnitKind.TEXT, text=text)
    return StoredUnit(label.kind, number=label.number, label=label.shown, text=label.rest)


def _belongs_below(part: Unit, unit: Unit) -> bool:
    """Whether what is cut off ``unit`` is one of the units below it rather than the next one."""
    if part.kind in RANKS and unit.kind in RANKS:
        return RANKS[part.kind] > RANKS[unit.kind]
    return unit.kind in RANKS or unit.kind in _CONTAINERS


def _raise_to_rank(roots: list[StoredUnit], part: StoredUnit) -> None:
    """Move a new unit up until it stands below nothing that belongs below it."""
    place = _place_of(roots, part)
    while place.path and not _belongs_below(part, place.path[-1]):
        raise_level(roots, place)
        place = _place_of(roots, part)


def _letters(text: str) -> str:
    return "".join(text.split())


def _last_below(unit: Unit) -> StoredUnit:
    while unit.children:
        unit = unit.children[-1]
    return cast(StoredUnit, unit)


def _append_words(unit: StoredUnit, words: str) -> None:
    if unit.heading and not unit.text:
        unit.heading = f"{unit.heading} {words}"
    else:
        unit.text = f"{unit.text} {words}".strip()


def _renumbered_label(model: Unit, number: str) -> str:
    """The label of a sibling, shaped like the first one's."""
    if model.number and model.number in model.label:
        return model.label.replace(model.number, number, 1)
    return model.label
