"""The names of infobox fields: one name for each, whatever a template, page or draft calls it.

The names are the parameters of English Wikipedia's ``Infobox military conflict``; ``1``, ``2``, ``3`` at
the end number the sides.
"""

from __future__ import annotations

import re

_OTHER = re.compile(r"[^a-z0-9_]+")
_SIDE = re.compile(r"\s*(?:of|for|on)?\s*(?:side|party|belligerent)\s*([1-9])\b", re.I)
_ALIASES = {
    "battle_name": "conflict",
    "name": "conflict",
    "event": "conflict",
    "title": "conflict",
    "part_of": "partof",
    "location": "place",
    "place": "place",
    "dates": "date",
    "outcome": "result",
    "results": "result",
    "belligerents": "combatant",
    "belligerent": "combatant",
    "combatants": "combatant",
    "side": "combatant",
    "parties": "combatant",
    "commanders_and_leaders": "commander",
    "commanders": "commander",
    "commander": "commander",
    "leaders": "commander",
    "leader": "commander",
    "strength": "strength",
    "units_involved": "units",
    "unit": "units",
    "casualties_and_losses": "casualties",
    "losses": "casualties",
    "losses_and_casualties": "casualties",
    "losses_of_no_stated_side": "casualties",
    "killed": "fatalities",
    "wounded": "injuries",
    "casualties": "casualties",
    "civilian_casualties": "civilian_casualties",
    "injuries": "injuries",
    "fatalities": "fatalities",
    "deaths": "fatalities",
    "territory": "territory",
    "territorial_changes": "territory",
    "casus": "cause",
    "causes": "cause",
    "coords": "coordinates",
}
_NUMBER = re.compile(r"([a-z_]+?)_?([1-9])([a-z])?\Z")

HIDDEN = frozenset(
    "image imagesize image_size image_upright image_alt alt caption map_type map_size map_caption map_label "
    "map_mark map_relief width campaignbox colour_scheme color_scheme notes_header footer above_color "
    "latitude longitude titlestyle embed bodystyle conflict_type logo map map_alt".split()
)
"""Parameters that say how the box looks, not what happened."""


def field_name(label: str) -> str:
    """The one name of a field that somebody calls so; empty for a label without letters.

    >>> field_name("Casualties and losses 2"), field_name("Losses of side 1"), field_name("Part of")
    ('casualties2', 'casualties1', 'partof')
    """
    said = label.strip()[:80]
    side = _SIDE.search(said)
    number = side.group(1) if side else ""
    if side and said[: side.start()].strip():
        said = said[: side.start()]
    elif side:
        said = "side"
    low = _OTHER.sub("_", said.lower()).strip("_")
    numbered = _NUMBER.match(low)
    if numbered and not number:
        low, number = numbered.group(1), numbered.group(2) + (numbered.group(3) or "")
    return _ALIASES.get(low, low) + number
