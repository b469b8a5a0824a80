"""Kinds of people: what a count of them means for the toll, and whether they act for a state.

The words that readers meet for them belong to each language's reader; here are only the codes.
"""

from __future__ import annotations

from typing import Literal

from rashomon.model.base import value
from rashomon.model.claims import Status

Affiliation = Literal["state", "non_state", "unknown"]


@value
class PeopleCategory:
    """A kind of people: its label, whether they fight, and whether they belong to a state."""

    code: str
    label: str
    status: Status
    affiliation: Affiliation = "unknown"


def _category(code: str, label: str, status: Status, affiliation: Affiliation = "unknown") -> PeopleCategory:
    return PeopleCategory(code=code, label=label, status=status, affiliation=affiliation)


PEOPLE: dict[str, PeopleCategory] = {
    category.code: category
    for category in (
        _category("civilians", "civilians", "civilian", "non_state"),
        _category("children", "children", "civilian", "non_state"),
        _category("infants", "infants", "civilian", "non_state"),
        _category("women", "women", "civilian", "non_state"),
        _category("men", "men", "unknown"),
        _category("elderly", "elderly people", "civilian", "non_state"),
        _category("people", "people", "unknown"),
        _category("villagers", "villagers", "civilian", "non_state"),
        _category("farmers", "farmers", "civilian", "non_state"),
        _category("herders", "herders", "civilian", "non_state"),
        _category("fishermen", "fishermen", "civilian", "non_state"),
        _category("traders", "traders", "civilian", "non_state"),
        _category("workers", "workers", "civilian", "non_state"),
        _category("miners", "miners", "civilian", "non_state"),
        _category("drivers", "drivers", "civilian", "non_state"),
        _category("students", "pupils and students", "civilian", "non_state"),
        _category("teachers", "teachers", "civilian", "non_state"),
        _category("health_workers", "health workers", "civilian", "non_state"),
        _category("aid_workers", "aid workers", "civilian", "non_state"),
        _category("rescuers", "rescuers", "civilian", "non_state"),
        _category("journalists", "journalists", "civilian", "non_state"),
        _category("clergy", "religious leaders", "civilian", "non_state"),
        _category("worshippers", "worshippers", "civilian", "non_state"),
        _category("judges", "judges and lawyers", "civilian"),
        _category("politicians", "politicians", "civilian"),
        _category("officials", "officials", "civilian", "state"),
        _category("diplomats", "diplomats", "civilian", "state"),
        _category("refugees", "refugees and displaced people", "civilian", "non_state"),
        _category("tourists", "tourists", "civilian", "non_state"),
        _category("passengers", "passengers", "civilian", "non_state"),
        _category("protesters", "protesters", "civilian", "non_state"),
        _category("rioters", "rioters", "civilian", "non_state"),
        _category("contractors", "contractors", "unknown"),
        _category("soldiers", "soldiers", "combatant", "state"),
        _category("officers", "officers", "combatant", "state"),
        _category("security_forces", "members of the security forces", "combatant", "state"),
        _category("police", "police", "combatant", "state"),
        _category("gendarmes", "gendarmes", "combatant", "state"),
        _category("national_guards", "national guards", "combatant", "state"),
        _category("border_guards", "border guards", "combatant", "state"),
        _category("peacekeepers", "peacekeepers", "combatant"),
        _category("coalition_forces", "coalition forces", "combatant", "state"),
        _category("mercenaries", "mercenaries", "combatant"),
        _category("fighters", "fighters", "combatant"),
        _category("militia", "militiamen", "combatant", "non_state"),
        _category("self_defence", "self-defence fighters", "combatant", "non_state"),
        _category("militants", "militants", "combatant", "non_state"),
        _category("jihadists", "jihadists", "combatant", "non_state"),
        _category("terrorists", "terrorists", "combatant", "non_state"),
        _category("insurgents", "insurgents", "combatant", "non_state"),
        _category("rebels", "rebels", "combatant", "non_state"),
        _category("guerrillas", "guerrillas", "combatant", "non_state"),
        _category("separatists", "separatists", "combatant", "non_state"),
        _category("gunmen", "gunmen", "combatant", "non_state"),
        _category("attackers", "attackers", "combatant", "non_state"),
        _category("suicide_bombers", "suicide bombers", "combatant", "non_state"),
        _category("bandits", "bandits", "combatant", "non_state"),
        _category("gang_members", "gang members", "combatant", "non_state"),
        _category("criminals", "criminals", "unknown", "non_state"),
        _category("suspects", "suspects", "unknown"),
        _category("prisoners", "prisoners", "hors_de_combat"),
        _category("leaders", "leaders", "unknown"),
        _category("victims", "victims", "unknown"),
        _category("hostages", "hostages", "civilian", "non_state"),
        _category("bodies", "bodies", "unknown"),
    )
}
"""In the order outputs list them. Police count as a fighting side, as UCDP and ACLED count them; a
policy that sees it otherwise says so. ``bodies`` are people of whom only that is known."""
