"""Forum, fair, conferences and trainings."""
