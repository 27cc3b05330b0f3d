"""The plan of a fair as marks of a drawing, and drawing it from a simple table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from events.domain.errors import EventError
from events.models import Event, Exhibitor, Stand, StandPlan

_LARGEST = Decimal(500)
_COLUMNS = 7
_MOST_LINES = 500


@dataclass(frozen=True, slots=True)
class Mark:
    """A stand on the drawing, in metres."""

    stand: Stand
    exhibitor: Exhibitor | None

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

    @property
    def view_box(self) -> str:
        """The ground with a metre around it."""
        return f"-1 -1 {self.width + 2} {self.height + 2}"


def drawn_plan(event: Event, exhibitors: Iterable[Exhibitor]) -> Plan | None:
    """Marks of all stands; None while there are none."""
    stands = list(event.stands.all())
    if not stands:
        return None
    by_stand = {row.stand_id: row for row in exhibitors}
    ground = StandPlan.objects.filter(event=event).first() or StandPlan(event=event)
    marks = [Mark(stand, by_stand.get(stand.pk)) for stand in stands]
    return Plan(ground.width, ground.height, marks)


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
