"""One reader for each file format; all of them give the same :class:`Source`."""
