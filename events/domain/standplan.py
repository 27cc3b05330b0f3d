"""The plan of a fair: drawn from a simple table, or a drawing of the organiser's own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from events.domain.errors import EventError
from events.exports.stand_drawing import linked_drawing
from events.imports.drawing import Drawing, DrawingRefused, read_drawing
from events.models import Event, Exhibitor, Stand, StandPlan

_LARGEST = Decimal(500)
_COLUMNS = 7
_MOST_LINES = 500


@dataclass(frozen=True, slots=True)
class Mark:
    """A stand on the drawing, in metres; ``is_found`` when a search asked for it."""

    stand: Stand
    exhibitor: Exhibitor | None
    is_found: bool = False

    @property
    def middle(self) -> tuple[str, str]:
        """Where the label stands."""
        stand = self.stand
        return f"{stand.x + stand.width / 2:.2f}", f"{stand.y + stand.depth / 2:.2f}"

    @property
    def size(self) -> tuple[str, str, str, str]:
        """Left, top, width, height as a drawing writes them."""
        stand = self.stand
        return f"{stand.x}", f"{stand.y}", f"{stand.width}", f"{stand.depth}"


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole drawing."""

    width: int
    height: int
    marks: list[Mark]
    # The organiser's own drawing with links on its stands; then the marks are not drawn.
    own: str = ""

    @property
    def view_box(self) -> str:
        """The ground with a metre around it."""
        return f"-1 -1 {self.width + 2} {self.height + 2}"


def drawn_plan(
    event: Event, exhibitors: Iterable[Exhibitor], found: Iterable[Exhibitor] = ()
) -> Plan | None:
    """Marks of all stands, those ``found`` by a search marked; None while there are none."""
    stands = list(event.stands.all())
    if not stands:
        return None
    by_stand = {row.stand_id: row for row in exhibitors}
    sought = {row.stand_id for row in found}
    ground = StandPlan.objects.filter(event=event).first() or StandPlan(event=event)
    marks = [Mark(stand, by_stand.get(stand.pk), stand.pk in sought) for stand in stands]
    own = ""
    if ground.drawing:
        taken = {
            mark.stand.label.upper(): (mark.exhibitor, mark.is_found)
            for mark in marks
            if mark.exhibitor
        }
        own = linked_drawing(ground.drawing, event, taken)
    return Plan(ground.width, ground.height, marks, own)


@transaction.atomic
def use_drawing(*, event: Event, data: bytes) -> tuple[Drawing, list[str]]:
    """Take the organiser's own drawing; each stand on it that is not yet known is added.

    Returns the clean drawing and the labels of stands that it does not show. Raises EventError
    when it is no drawing of stands.
    """
    try:
        drawing = read_drawing(data)
    except DrawingRefused as refused:
        raise EventError(_refusal(refused)) from refused
    plan, _is_new = StandPlan.objects.select_for_update().get_or_create(event=event)
    plan.drawing = drawing.svg
    plan.save(update_fields=["drawing"])
    known = {label.upper() for label in event.stands.values_list("label", flat=True)}
    new = [label for label in drawing.labels if label not in known]
    # Should the drawing be taken away again, its stands stand in a row.
    Stand.objects.bulk_create(
        Stand(event=event, label=label, x=(place % 15) * 4, y=(place // 15) * 3)
        for place, label in enumerate(new, len(known))
    )
    return drawing, sorted(known - set(drawing.labels))


@transaction.atomic
def drop_drawing(*, event: Event) -> None:
    """Back to the plan made of the table."""
    StandPlan.objects.filter(event=event).update(drawing="")


@transaction.atomic
def draw_from_table(*, event: Event, text: str) -> int:
    """Stands from lines “A1; zone; x; y; width; depth; power”; the same label is moved.

    Raises EventError with the number of the first line that cannot be read.
    """
    count = 0
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        cells = [cell.strip() for cell in line.replace("\t", ";").split(";")]
        if len(cells) < _COLUMNS - 1 or number > _MOST_LINES:
            raise EventError(_unreadable(number))
        try:
            sizes = [Decimal(cell.replace(",", ".")) for cell in cells[2:6]]
        except InvalidOperation as error:
            raise EventError(_unreadable(number)) from error
        if not all(size.is_finite() and 0 <= size < _LARGEST for size in sizes):
            raise EventError(_unreadable(number))
        has_power = len(cells) >= _COLUMNS and cells[6].lower() in ("tak", "1", "x", "yes")
        try:
            with transaction.atomic():
                Stand.objects.update_or_create(
                    event=event,
                    label=cells[0][:8],
                    defaults={
                        "zone": cells[1][:60],
                        "x": sizes[0],
                        "y": sizes[1],
                        "width": sizes[2],
                        "depth": sizes[3],
                        "has_power": has_power,
                    },
                )
        except IntegrityError as error:
            raise EventError(_unreadable(number)) from error
        count += 1
    return count


def _unreadable(number: int) -> str:
    return _(
        "Linia %(number)d: podaj numer, strefę, odległość od lewej i od góry, szerokość, "
        "głębokość i „tak”, gdy jest prąd, oddzielone średnikami."
    ) % {"number": number}


def _refusal(refused: DrawingRefused) -> str:
    if refused.reason == "twice":
        return _("Stoisko %(label)s jest na rysunku dwa razy.") % {"label": refused.label}
    return {
        "too_large": _("Rysunek jest za duży: najwyżej 1 MB i 5000 elementów."),
        "no_size": _("Rysunek nie ma rozmiaru (atrybut viewBox)."),
        "no_stands": _("Na rysunku nie ma stoisk: nadaj im identyfikatory, np. stoisko-A1."),
    }.get(refused.reason, _("To nie jest rysunek SVG."))
