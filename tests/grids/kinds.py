"""What kind of event it is: ACLED's sub-event types, each told in several ways."""

from __future__ import annotations

from collections.abc import Iterator

from tests.grids.plain import Plain

KINDS = {
    "Armed clash": (
        "Militants clashed with soldiers near Gao.",
        "Soldiers exchanged fire with bandits in Gao, no casualties were reported.",
        "Gunmen attacked an army post near Gao.",
        "Rebels ambushed a military convoy outside Gao, killing four soldiers.",
        "The army raided a militant hideout near Gao and killed six fighters.",
        "Fulani militiamen and Dogon militiamen fought near Bankass.",
        "Gunmen opened fire at a police station in Gao; a policeman was killed.",
        "A soldier was shot dead by gunmen in Gao.",
    ),
    "Government regains territory": (
        "The army recaptured the town of Gao from the rebels after heavy fighting.",
        "Soldiers drove the rebels out of Gao and took control of the town.",
    ),
    "Non-state actor overtakes territory": (
        "Rebels captured the town of Gao after a battle with the army.",
        "Militants seized Gao from government forces.",
    ),
    "Attack": (
        "Gunmen killed two farmers in a field near Gao.",
        "Armed men shot at a bus on the Gao road, wounding three passengers.",
        "Two traders were found dead with gunshot wounds near Gao.",
        "Soldiers executed five Fulani civilians near Mopti.",
        "Bandits robbed travellers near Gao and beat the driver.",
        "Militants beheaded a village chief near Mopti.",
        "Unidentified gunmen assassinated a local councillor in Gao.",
        "Police tortured two detainees in Gao.",
        "People wearing army uniforms killed six farmers near Gao.",
    ),
    "Abduction/forced disappearance": (
        "Gunmen abducted three teachers in Gao.",
        "The mayor of Gao was kidnapped by armed men from his home.",
        "Militants took a nurse hostage near Gao.",
    ),
    "Sexual violence": (
        "Soldiers raped two women in Gao.",
        "A girl was sexually assaulted by militiamen near Gao.",
    ),
    "Remote explosive/landmine/IED": (
        "A mine exploded under a bus near Gao, killing two.",
        "A military vehicle hit an IED near Gao.",
        "A roadside bomb went off near Gao; no casualties.",
        "Two children were killed when unexploded ordnance went off in Gao.",
        "A car bomb exploded outside the governor's office in Gao.",
        "A bomb planted in a motorcycle ripped through a market in Gao, killing five.",
        "Three children died when a leftover shell went off near a school in Gao.",
        "A remote-controlled device hit a police van near Gao.",
    ),
    "Suicide bomb": (
        "A suicide bomber blew himself up at a market in Gao, killing ten.",
        "Two suicide bombers attacked a mosque in Gao.",
        "An explosives-laden car rammed the gate of a barracks in Gao, killing eight soldiers.",
    ),
    "Air/drone strike": (
        "French jets bombed a militant camp near Gao.",
        "A drone strike killed three militants near Gao.",
        "An air strike hit a wedding near Gao.",
        "Helicopters fired on militants near Gao.",
        "A raid by warplanes claimed the lives of five villagers near Gao.",
        "An attack by drones killed three drivers near Gao.",
        "Barrel bombs fell on a school in Gao, killing seven children.",
        "A drone dropped a grenade on a checkpoint in Gao, killing a policeman.",
    ),
    "Shelling/artillery/missile attack": (
        "Militants fired mortar shells at the camp in Gao.",
        "Rockets landed near the airport of Gao.",
        "The army shelled rebel positions near Gao.",
        "Artillery fire killed two civilians in Gao.",
        "Four boys were killed by shells fired from a gunboat off Gao.",
        "Tank fire killed three people in Gao.",
    ),
    "Grenade": (
        "Attackers threw a grenade into a bar in Gao, wounding six.",
        "A hand grenade exploded at the house of a policeman in Gao.",
    ),
    "Peaceful protest": (
        "Hundreds of people demonstrated in Gao against insecurity.",
        "Students held a sit-in in Gao.",
        "Women marched in Gao to demand the release of their sons.",
        "Residents staged a protest in Gao over power cuts.",
    ),
    "Protest with intervention": (
        "Police fired tear gas to disperse protesters in Gao.",
        "Police arrested several protesters during a rally in Gao.",
        "Police fired rubber bullets at protesters in Gao.",
    ),
    "Excessive force against protesters": (
        "Soldiers opened fire on protesters in Gao, killing three.",
        "Police shot dead a demonstrator during a march in Gao.",
    ),
    "Violent demonstration": (
        "Protesters burned tyres and threw stones at police in Gao.",
        "Rioters set fire to the town hall in Gao.",
        "Youths clashed with police in Gao during a demonstration.",
    ),
    "Mob violence": (
        "A mob lynched a suspected thief in Gao.",
        "Residents beat a thief to death in Gao.",
        "Two groups of youths fought with sticks in Gao, wounding five.",
    ),
    "Arrests": (
        "The army arrested 12 suspected militants in Gao.",
        "A jihadist leader was detained by French forces near Gao.",
    ),
    "Agreement": (
        "The CMA and GATIA signed a ceasefire agreement in Gao.",
        "Leaders of the two communities signed a peace accord in Mopti.",
    ),
    "Looting/property destruction": (
        "Militants burned a school in Gao.",
        "Gunmen looted a shop and stole a vehicle in Gao.",
        "Bandits stole 40 head of cattle near Gao.",
        "Armed men hijacked a vehicle of an NGO near Gao.",
    ),
    "Disrupted weapons use": (
        "The army discovered a weapons cache near Gao.",
        "Soldiers defused an IED near Gao.",
        "MINUSMA destroyed two mines near Gao.",
    ),
    "Headquarters or base established": (
        "The army set up a new base in Gao.",
        "Militants established a camp near Gao.",
    ),
    "Non-violent transfer of territory": (
        "The army withdrew from Gao and the rebels took over the town without a fight.",
        "GATIA forces entered Gao after the CMA left it without fighting.",
    ),
    "Change to group/activity": (
        "The two groups announced a merger.",
        "Troops were deployed to Gao.",
    ),
}


def texts(seed: int) -> Iterator[Plain]:
    """All of them: there is nothing to draw."""
    for kind, told in KINDS.items():
        for text in told:
            yield Plain(way=kind, text=text, told={"kind": kind})
