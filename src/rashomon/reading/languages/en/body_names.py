"""Names of armed bodies that no list has, by the word they end on: "the Tarsa Freedom *Front*"."""

from __future__ import annotations

import re

ENDINGS = frozenset(
    "front army brigade brigades movement union resistance guard guards group organisation organization party command "
    "fighters militia battalion battalions league council force forces network alliance faction tigers lions".split()
)
"""What a body that fights ends its name on, in lower case."""

_LAST = "|".join(ending.title() for ending in sorted(ENDINGS))
NAME = re.compile(
    rf"(?: (?:to|on|at|against))*(?: the| a group called(?: the)?)? "
    rf"(?P<body>(?:[A-Z][\w'’-]+ (?:(?:of|for|and)(?: the)? )?){{1,5}}(?:{_LAST}))\b"
)
"""Such a name where somebody is blamed, after the word of blame."""

OF_REBELS = frozenset("liberation nationalist revolutionary resistance freedom salvation".split())
"""Words of a name that no state gives its own army: "the Tarsa *Liberation* Army" is no body of soldiers."""
