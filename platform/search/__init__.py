"""Search in Polish: words brought to their dictionary forms, and the columns that keep them."""
