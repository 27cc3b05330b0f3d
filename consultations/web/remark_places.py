"""The place that a remark is about: a unit, in the version that its author has before them."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from consultations.domain import lineage
from consultations.models import Consultation, DraftVersion, Provision
from consultations.web.version_access import version_asked_for
from documents.redline import Change, diff_words


@dataclass(frozen=True, slots=True)
class Place:
    """A unit as it was read (None is the whole draft), and what it is in the text in force."""

    eid: str
    version: DraftVersion | None
    unit: Provision | None
    unit_now: Provision | None
    is_outdated: bool

    @property
    def has_changed(self) -> bool:
        """Whether the words that were read are not in force any more."""
        if self.unit is None or not self.is_outdated:
            return False
        return self.unit_now is None or _words(self.unit_now) != _words(self.unit)

    @property
    def changes(self) -> list[Change]:
        """From the words that were read to those in force; all gone when the unit was removed."""
        if self.unit is None:
            return []
        return diff_words(self.unit.text, self.unit_now.text if self.unit_now else "")

    @property
    def query(self) -> str:
        """The part of an address that leads back to this place."""
        if not self.eid:
            return ""
        query: dict[str, str | int] = {"jednostka": self.eid, "wersja": self.number}
        return f"?{urlencode(query)}"

    @property
    def key(self) -> str:
        """What names this place among those where the browser keeps what is typed."""
        return f"{self.eid}/{self.number}" if self.eid else ""

    @property
    def number(self) -> int:
        """The number of the version that was read."""
        return self.version.number if self.version else 0


def place_of(request: HttpRequest, consultation: Consultation) -> Place:
    """The place named by ``?jednostka=`` and ``?wersja=``; without the latter the text in force.

    An unknown unit is 404 rather than silently the whole draft.
    """
    eid = request.GET.get("jednostka", "")[:200]
    current = consultation.current_version
    if not eid:
        return Place("", current, None, None, is_outdated=False)
    read = version_asked_for(request, consultation)
    unit = read.provisions.filter(eid=eid).first()
    if unit is None or current is None:
        raise Http404
    if read.pk == current.pk:
        return Place(eid, read, unit, unit, is_outdated=False)
    return Place(eid, read, unit, lineage.unit_now(unit, current), is_outdated=True)


def warning_of(place: Place) -> str:
    """What somebody must hear whose remark is stored with words that are not in force any more."""
    return _(
        "Uwaga została złożona do wersji %(number)s, którą czytasz. Nowsza wersja zmieniła tę "
        "jednostkę; sprawdź, czy uwaga jest nadal potrzebna. Do końca konsultacji możesz ją "
        "zmienić."
    ) % {"number": place.number}


def _words(unit: Provision) -> tuple[str, str]:
    return " ".join(unit.text.split()), " ".join(unit.heading.split())
