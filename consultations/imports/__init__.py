"""Filled remark forms that people send: what stands in a file, row by row."""
