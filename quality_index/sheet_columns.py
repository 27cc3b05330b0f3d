"""Columns of the workbook of an assessment: the same for writing it and for reading it in."""

KEY_COLUMN, SCORE_COLUMN, REASONS_COLUMN = "klucz", "ocena", "uzasadnienie"
NOT_APPLICABLE = "nd"
