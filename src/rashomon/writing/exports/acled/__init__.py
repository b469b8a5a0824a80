"""ACLED's table: its rows, the two actor columns, the days an event stands on."""
