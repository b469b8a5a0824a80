"""What the codes of a record mean, in words a reader can do without the codebooks for.

After the UCDP Georeferenced Event Dataset codebook (where_prec, date_prec, type_of_violence, event_clarity).
"""

from __future__ import annotations

WHERE_PRECISION: dict[int, str] = {
    1: "the exact place is known",
    2: "within about 25 km of a known place",
    3: "somewhere in a second-order division (district)",
    4: "somewhere in a first-order division (province)",
    5: "along a line or in an area without clear bounds",
    6: "somewhere in the country",
    7: "at sea or in the air",
}
DATE_PRECISION: dict[int, str] = {
    1: "the exact day is known",
    2: "within two to six days",
    3: "within a week",
    4: "within a month",
    5: "within more than a month, up to a year",
}
VIOLENCE_TYPES: dict[int, str] = {
    1: "state-based: a state's forces are one side",
    2: "non-state: armed groups without a state's forces",
    3: "one-sided: an armed body against civilians",
}
EVENT_CLARITY: dict[int, str] = {
    1: "one incident of its own",
    2: "a total over several acts",
}
