"""Reading registers from spreadsheets: tables, columns, values."""
