"""`make bench`: how fast the key pages are, beside an empty view and a one-row query."""
