"""Airwars' assessments of civilian harm as a table: columns, gradings and strike statuses.

Column names, gradings and statuses: Airwars' archive of 2025 and its published methodology. Airwars publishes no
table to be filled in by others, so the order of the columns and the last ones (ours) are a convention.
"""

from __future__ import annotations

from rashomon.codebook.columns import Column

GRADINGS: dict[str, str] = {
    "Confirmed": "a belligerent, by name, has admitted that its action harmed civilians",
    "Fair": "two or more sources, and likely or confirmed action by a belligerent nearby",
    "Weak": "a single source",
    "Contested": "competing attributions of responsibility",
    "Discounted": "those killed were combatants, or other parties are most likely responsible",
}
STRIKE_STATUSES = ("Declared strike", "Likely strike", "Contested strike", "Single source claim")

STRIKE_TYPES: dict[str, str] = {
    "air_strike": "Airstrike",
    "shelling": "Artillery",
    "clash": "Ground operation",
    "raid": "Ground operation",
    "ambush": "Ground operation",
}
"""Our kind of event → Airwars' type of strike; other kinds are left open."""

DRONE_STRIKE = "Drone Strike"
STRIKE_MEANS: dict[str, str] = {
    "aircraft": "Airstrike",
    "drone": DRONE_STRIKE,
    "artillery": "Artillery",
    "rocket": "Artillery",
}
"""Our word for a weapon → Airwars' type of strike."""
HEAVY_WEAPONS = "Heavy weapons and explosive munitions"
SMALL_ARMS = "Small arms and light weapons"

PEOPLE: dict[str, frozenset[str]] = {
    "children": frozenset({"children", "infants", "girls", "boys"}),
    "women": frozenset({"women"}),
    "men": frozenset({"men"}),
}
"""Airwars' groups of victims → our categories; the first of each stands for the whole group."""


def _bounds(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name=f"{name}_{end}", kind="integer") for name in names for end in ("min", "max"))


COLUMNS: tuple[Column, ...] = (
    Column(name="unique_reference_code", by_publisher=True),
    Column(name="date", kind="day", needed=True),
    Column(name="date_end", kind="day"),
    *(Column(name=name) for name in ("country", "region", "location_name")),
    Column(name="latitude", kind="number"),
    Column(name="longitude", kind="number"),
    Column(name="geolocation_accuracy"),
    Column(name="civilian_harm_reported", codes=("Yes", "No"), needed=True),
    Column(name="civilian_harm_status", codes=tuple(GRADINGS)),
    *_bounds("civilian_non_combatants_killed", "civilian_non_combatants_injured"),
    *_bounds("children_killed", "women_killed", "men_killed"),
    *_bounds("children_injured", "women_injured", "men_injured"),
    *(
        Column(name=f"persons_directly_participating_in_hostilities_{one}", by_publisher=True)
        for one in ("killed_min", "killed_max", "injured_min", "injured_max")
    ),
    *(
        Column(name=name, by_publisher=True)
        for name in ("deaths_conceded_min", "deaths_conceded_max", "injuries_conceded_min")
    ),
    Column(name="injuries_conceded_max", by_publisher=True),
    Column(name="num_victims_named", kind="integer"),
    Column(name="strike_status", codes=STRIKE_STATUSES),
    Column(name="strike_type", codes=(*dict.fromkeys(STRIKE_TYPES.values()), DRONE_STRIKE)),
    Column(name="belligerent"),
    Column(name="belligerent_type", codes=("Known", "Suspected")),
    Column(name="targeted_belligerent"),
    Column(name="cause_of_injury", codes=(HEAVY_WEAPONS, SMALL_ARMS)),
    Column(name="infrastructure", by_publisher=True),
    Column(name="impact", by_publisher=True),
    Column(name="sources"),
    Column(name="event_id", needed=True),
    Column(name="policy", needed=True),
    Column(name="notes"),
)
"""In the order of Airwars' own table, then ours: the event's id here, the policy, who said what."""
