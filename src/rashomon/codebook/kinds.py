"""Kinds of event and what ACLED and UCDP make of them."""

from __future__ import annotations

from rashomon.model.base import value


@value
class EventKind:
    """A kind of event: its word for titles, ACLED's type and sub-type, whether two sides fight."""

    code: str
    label: str
    acled_type: str | None = None
    acled_sub_type: str | None = None
    two_sided: bool = False


_BATTLES = "Battles"
_REMOTE = "Explosions/Remote violence"
_CIVILIANS = "Violence against civilians"
_STRATEGIC = "Strategic developments"
_PROTESTS = "Protests"
_RIOTS = "Riots"

EVENT_KINDS: dict[str, EventKind] = {
    kind.code: kind
    for kind in (
        EventKind(
            code="clash", label="clash", acled_type=_BATTLES, acled_sub_type="Armed clash", two_sided=True
        ),
        EventKind(
            code="ambush", label="ambush", acled_type=_BATTLES, acled_sub_type="Armed clash", two_sided=True
        ),
        EventKind(
            code="raid", label="raid", acled_type=_BATTLES, acled_sub_type="Armed clash", two_sided=True
        ),
        EventKind(
            code="attack", label="attack", acled_type=_BATTLES, acled_sub_type="Armed clash", two_sided=True
        ),
        EventKind(code="attack_on_civilians", label="attack", acled_type=_CIVILIANS, acled_sub_type="Attack"),
        EventKind(code="shooting", label="shooting", acled_type=_CIVILIANS, acled_sub_type="Attack"),
        EventKind(code="execution", label="killing", acled_type=_CIVILIANS, acled_sub_type="Attack"),
        EventKind(
            code="abduction",
            label="abduction",
            acled_type=_CIVILIANS,
            acled_sub_type="Abduction/forced disappearance",
        ),
        EventKind(
            code="sexual_violence",
            label="sexual violence",
            acled_type=_CIVILIANS,
            acled_sub_type="Sexual violence",
        ),
        EventKind(
            code="suicide_bombing", label="suicide bombing", acled_type=_REMOTE, acled_sub_type="Suicide bomb"
        ),
        EventKind(
            code="bombing",
            label="bombing",
            acled_type=_REMOTE,
            acled_sub_type="Remote explosive/landmine/IED",
        ),
        EventKind(
            code="mine",
            label="mine or IED explosion",
            acled_type=_REMOTE,
            acled_sub_type="Remote explosive/landmine/IED",
        ),
        EventKind(
            code="air_strike", label="air strike", acled_type=_REMOTE, acled_sub_type="Air/drone strike"
        ),
        EventKind(
            code="shelling",
            label="shelling",
            acled_type=_REMOTE,
            acled_sub_type="Shelling/artillery/missile attack",
        ),
        EventKind(code="grenade", label="grenade attack", acled_type=_REMOTE, acled_sub_type="Grenade"),
        EventKind(
            code="chemical", label="chemical attack", acled_type=_REMOTE, acled_sub_type="Chemical weapon"
        ),
        EventKind(code="operation", label="operation", acled_type=None),
        EventKind(code="arrest", label="arrests", acled_type=_STRATEGIC, acled_sub_type="Arrests"),
        EventKind(
            code="looting",
            label="looting",
            acled_type=_STRATEGIC,
            acled_sub_type="Looting/property destruction",
        ),
        EventKind(
            code="weapons_disrupted",
            label="disrupted weapons use",
            acled_type=_STRATEGIC,
            acled_sub_type="Disrupted weapons use",
        ),
        EventKind(
            code="base",
            label="base established",
            acled_type=_STRATEGIC,
            acled_sub_type="Headquarters or base established",
        ),
        EventKind(
            code="transfer",
            label="transfer of territory",
            acled_type=_STRATEGIC,
            acled_sub_type="Non-violent transfer of territory",
        ),
        EventKind(
            code="group_change",
            label="change to a group",
            acled_type=_STRATEGIC,
            acled_sub_type="Change to group/activity",
        ),
        EventKind(code="agreement", label="agreement", acled_type=_STRATEGIC, acled_sub_type="Agreement"),
        EventKind(
            code="strategic_other",
            label="strategic development",
            acled_type=_STRATEGIC,
            acled_sub_type="Other",
        ),
        EventKind(
            code="regained",
            label="capture by government forces",
            acled_type=_BATTLES,
            acled_sub_type="Government regains territory",
            two_sided=True,
        ),
        EventKind(
            code="overtaken",
            label="capture by an armed group",
            acled_type=_BATTLES,
            acled_sub_type="Non-state actor overtakes territory",
            two_sided=True,
        ),
        EventKind(code="protest", label="protest", acled_type=_PROTESTS, acled_sub_type="Peaceful protest"),
        EventKind(
            code="protest_intervention",
            label="protest with intervention",
            acled_type=_PROTESTS,
            acled_sub_type="Protest with intervention",
        ),
        EventKind(
            code="protest_force",
            label="excessive force against protesters",
            acled_type=_PROTESTS,
            acled_sub_type="Excessive force against protesters",
        ),
        EventKind(
            code="riot",
            label="violent demonstration",
            acled_type=_RIOTS,
            acled_sub_type="Violent demonstration",
        ),
        EventKind(code="mob", label="mob violence", acled_type=_RIOTS, acled_sub_type="Mob violence"),
        EventKind(code="incident", label="incident"),
    )
}
"""ACLED's 6 types and 25 sub-types as its data package lists them; None where ACLED has no such event
(an operation as a whole, an incident of unknown nature)."""
