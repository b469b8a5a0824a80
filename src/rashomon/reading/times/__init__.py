"""Times, whatever the language: calendar arithmetic, the forms a grammar reads, the days they come to."""
