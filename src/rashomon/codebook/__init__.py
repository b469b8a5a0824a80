"""What may be claimed: facets, terms, number words, kinds of event, actors and places.

Comes in: nothing but data files. Goes out: tables that stages look things up in. Adding a facet, a
vague number word or an actor is one line of data. It does not read reports.
"""

CODEBOOK_VERSION = "2026.11"
