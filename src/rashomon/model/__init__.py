"""The values that travel between stages, and their one codec.

Comes in: nothing. Goes out: frozen values, partial dates, content ids. It does not read, decide or
store anything. Glossary: a *report* is one text as published; a *passage* a slice of it; a *claim* one
thing it says, with the chain of who said it; a *mention* its account of one happening; an *event* the
same happening across reports; a *record* what a policy makes of an event's claims.
"""
