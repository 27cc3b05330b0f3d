"""What a filled form says, whatever program it was filled in."""

from __future__ import annotations

from dataclasses import dataclass, field

# A form of a few hundred units has a few hundred rows; more is some other table.
MOST_ROWS = 5_000


class UnreadableForm(Exception):
    """The file holds no table of remarks; ``code`` is translated for people.

    Codes: ``no_table``, ``damaged``, ``too_many_rows``.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(slots=True)
class FilledRow:
    """One row with something written in it; ``number`` is its place in the table, from 1."""

    number: int
    key: str = ""
    citation: str = ""
    text: str = ""
    proposed_wording: str = ""
    justification: str = ""
    submitter_name: str = ""
    has_formula: bool = False

    @property
    def is_filled(self) -> bool:
        """Whether somebody wrote anything; a row of the form left empty says nothing."""
        return bool(self.text or self.proposed_wording or self.justification)


@dataclass(slots=True)
class FilledForm:
    """A whole file."""

    rows: list[FilledRow] = field(default_factory=list)
    consultation_key: str = ""
    submitter_name: str = ""
    organization_number: str = ""
