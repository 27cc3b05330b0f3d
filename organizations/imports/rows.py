"""One row of a register, read with a mapping: values, key, mistakes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from organizations.imports.columns import BY_FIELD
from organizations.imports.values import WrongValue, legal_form

# The surest first; see issue "keys KRS, then NIP, then REGON".
KEYS = ("krs", "nip", "regon")


@dataclass(slots=True)
class ImportedRow:
    """What a row says; empty cells say nothing."""

    number: int
    cells: list[str]
    values: dict[str, Any] = field(default_factory=dict)
    mistakes: list[str] = field(default_factory=list)

    @property
    def keys(self) -> list[tuple[str, str]]:
        """Its register numbers."""
        return [(key, self.values[key]) for key in KEYS if key in self.values]


@dataclass(slots=True)
class RowReader:
    """Reads the rows of one file and remembers the numbers that it has seen."""

    headers: list[str]
    mapping: Mapping[str, str]
    _seen: dict[tuple[str, int], int] = field(default_factory=dict)

    def read(self, number: int, cells: list[str]) -> ImportedRow:
        """The row's values and everything that is wrong with it."""
        row = ImportedRow(number, cells)
        for header, cell in zip(self.headers, cells, strict=True):
            target = BY_FIELD.get(self.mapping.get(header, ""))
            if target is None or not cell:
                continue
            try:
                row.values[target.field] = target.read(cell)
            except WrongValue as error:
                row.mistakes.append(f"{header}: {error}")
        self._require_key_and_name(row)
        self._refuse_repetition(row)
        return row

    def _require_key_and_name(self, row: ImportedRow) -> None:
        if not row.keys and not row.mistakes:
            row.mistakes.append(_("Brakuje numeru KRS, NIP lub REGON."))
        if not row.values.get("name"):
            row.mistakes.append(_("Brakuje nazwy."))
        elif "legal_form" not in row.values:
            row.values["legal_form"] = legal_form(row.values["name"])

    def _refuse_repetition(self, row: ImportedRow) -> None:
        for key, value in row.keys:
            # Numbers as integers: a million of them must fit in memory.
            first = self._seen.setdefault((key, int(value)), row.number)
            if first != row.number:
                row.mistakes.append(
                    _("Numer %(value)s jest już w wierszu %(row)s.")
                    % {"value": value, "row": first}
                )
