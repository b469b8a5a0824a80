"""QuickStatements: an event as a Wikidata item, its figures, its references, and the syntax they stand in."""
