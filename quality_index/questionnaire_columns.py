"""Columns of a questionnaire in a sheet: the same for writing it and for reading it in."""

from quality_index.models import LEVEL_COUNT

NAMES = ("name", "name_en", "name_de")
LEVEL_COLUMNS = tuple(f"level_{level}" for level in range(LEVEL_COUNT))
