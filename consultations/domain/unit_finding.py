"""Which unit a row of a filled form is about: by its hidden key, or by what people wrote."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from consultations.acts.citation_reading import Step, fits, read_citation
from consultations.exports.remark_form import WHOLE_KEY
from consultations.models import Consultation, Provision


@dataclass(frozen=True, slots=True)
class Place:
    """Where a remark belongs. ``is_certain`` is False for a guess that a person must confirm."""

    provision: Provision | None = None
    is_whole: bool = False
    is_certain: bool = False


NOWHERE = Place()
WHOLE = Place(is_whole=True, is_certain=True)


class UnitFinder:
    """Finds units of the text in force; reads it once for all rows."""

    def __init__(self, consultation: Consultation) -> None:
        self._consultation = consultation
        self._units = list(consultation.units().defer("text", "rows"))

    def find(self, key: str, words: str) -> Place:
        """The place that the form's ``key`` and the visible ``words`` name together.

        A key is believed as long as nobody wrote another unit over it.
        """
        by_key = self._by_key(key)
        if not words.strip():
            return by_key
        by_words = self.by_words(words)
        if by_key.is_certain and (by_key == by_words or self._is_as_printed(key, words)):
            return by_key
        return by_words if by_words.is_certain or not by_key.is_certain else NOWHERE

    def by_words(self, words: str) -> Place:
        """The place that a person wrote."""
        if exact := self._by_text.get(_plain(words)):
            return Place(exact[0], is_certain=True) if len(exact) == 1 else NOWHERE
        cited = read_citation(words)
        if cited.is_whole:
            return WHOLE if cited.is_certain else Place(is_whole=True)
        found = self._by_steps.get(cited.steps, []) if cited.steps else []
        if len(found) == 1:
            return Place(found[0], is_certain=cited.is_certain)
        return self._nearest(cited.steps) if not found else NOWHERE

    def _nearest(self, steps: tuple[Step, ...]) -> Place:
        """“§ 5 pkt 1” for § 5 ust. 1 pkt 1, when nothing else may be meant."""
        likely = [units[0] for known, units in self._by_steps.items() if fits(steps, known)]
        return Place(likely[0]) if len(likely) == 1 else NOWHERE

    def _by_key(self, key: str) -> Place:
        if key == WHOLE_KEY:
            return WHOLE
        old = self._unit_of(key)
        if old is None:
            return NOWHERE
        # A unit that has gone since keeps its remarks where it was.
        return Place(self._by_lineage.get(old.lineage, old), is_certain=True)

    def _is_as_printed(self, key: str, words: str) -> bool:
        """Whether ``words`` are those that the form itself printed beside the key.

        A later version may have given the unit another number, so the version of the form counts.
        """
        if key == WHOLE_KEY:
            return read_citation(words).is_whole
        unit = self._unit_of(key)
        return unit is not None and _plain(words) == _plain(unit.citation)

    def _unit_of(self, key: str) -> Provision | None:
        number, _colon, eid = key.partition(":")
        if not (eid and number.isdecimal() and len(number) < 5):
            return None
        return self._of_version(int(number)).get(eid)

    def _of_version(self, number: int) -> dict[str, Provision]:
        if number not in self._versions:
            rows = Provision.objects.filter(
                version__consultation=self._consultation, version__number=number
            )
            self._versions[number] = {row.eid: row for row in rows.defer("text", "rows")}
        return self._versions[number]

    @cached_property
    def _versions(self) -> dict[int, dict[str, Provision]]:
        return {}

    @cached_property
    def _by_lineage(self) -> dict[object, Provision]:
        return {unit.lineage: unit for unit in self._units}

    @cached_property
    def _by_text(self) -> dict[str, list[Provision]]:
        """By citation as printed; by heading, where units are cited by it."""
        found: dict[str, list[Provision]] = defaultdict(list)
        for unit in self._units:
            names = {_plain(unit.citation), _plain(f"{unit.label} {unit.heading}")}
            for name in names - {""}:
                found[name].append(unit)
        return found

    @cached_property
    def _by_steps(self) -> dict[tuple[Step, ...], list[Provision]]:
        found: dict[tuple[Step, ...], list[Provision]] = defaultdict(list)
        for unit in self._units:
            cited = read_citation(unit.citation)
            if cited.steps and cited.is_certain:
                found[cited.steps].append(unit)
        return found


def _plain(words: str) -> str:
    normal = unicodedata.normalize("NFC", words).casefold()
    return " ".join(normal.replace(",", " ").split()).rstrip(". ")
