"""English words of armed events: what happened to people, who people are, what happenings are called.

Lemmas in lower case. Facets and kinds are the codebook's codes. Adding a word is adding it to a line.
"""

from __future__ import annotations

import re
from typing import Literal

from rashomon.model.base import value
from rashomon.model.claims import Status
from rashomon.reading.languages.en.harm_words import each
from rashomon.reading.sentences.held_words import HeldPattern

DOCUMENT_WORDS = frozenset(
    (
        "interview statement report briefing conference communique communiqué article video post tweet broadcast "
        "publish release issue announce press account message audio message footage"
    ).split()
)
"""A time that hangs on one of these dates the saying, not the happening."""


SEX_OF_PRONOUN = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "herself": "f"}
SEX_OF_NOUN: dict[str, str] = {
    **each(
        "m",
        "man boy male guy boyfriend husband father dad son brother uncle nephew grandfather grandson "
        "gunman policeman businessman stepfather stepson ex-husband ex-boyfriend fireman",
    ),
    **each(
        "f",
        "woman girl female lady girlfriend wife mother mom daughter sister aunt niece grandmother "
        "granddaughter widow policewoman stepmother stepdaughter ex-wife ex-girlfriend",
    ),
}
"""The sex that a noun for one person tells."""
MONTHS_AND_DAYS = frozenset(
    (
        "jan january feb february mar march apr april june july aug august sep sept september oct october "
        "nov november dec december monday tuesday wednesday thursday friday saturday sunday am pm"
    ).split()
)
"""Names that are no person's where a parser takes them for one."""
ACCUSED_NOUNS = frozenset(
    "suspect shooter gunman assailant attacker perpetrator accused defendant killer murderer".split()
)
"""Nouns for whoever is said to have done it: no victim unless said to be hit."""

PERSONAL = frozenset({"they", "them", "he", "she", "him", "her", "all", "both"})
"""Words that stand for people told of before."""

LEADING = frozenset({"leader", "chief", "head", "chieftain", "facilitator"})
"""Nouns for whoever leads: of what they lead depends whether they fight."""

GENERIC_PERSONS = frozenset({"people", "men", "women", "children", "girls", "boys", "elderly", "civilians"})
"""Categories whose nouns tell nobody apart: "a victim" may be "a resident"."""

ENEMIES = frozenset({"enemy", "adversary", "foe", "opponent"})
"""Words that only the speaker's side tells the meaning of."""


@value
class PersonNoun:
    """What a noun for people says: its category and status in the codebook."""

    category: str
    status: Status = "unknown"


def _people(category: str, status: Status, words: str) -> dict[str, PersonNoun]:
    noun = PersonNoun(category=category, status=status)
    return {word.replace("_", " "): noun for word in words.split()}


PERSON_NOUNS: dict[str, PersonNoun] = {
    **_people(
        "people",
        "unknown",
        "people person individual one other man body corpse victim casualty somebody "
        "everyone life soul dozen hundred thousand suspect resident local inhabitant occupant "
        "motorist passerby bystander guest tourist foreigner national citizen native human "
        "relative family member colleague friend neighbor neighbour crowd adult sibling twin cousin spouse "
        "element fiancé fiance fiancée fiancee coworker co-worker classmate acquaintance companion grandparent "
        "survivor personnel aide associate accomplice helper supporter sympathizer sympathiser follower adherent "
        "courier smuggler trafficker financier informant informer collaborator spy defector deserter recruiter maker "
        "planner organizer organiser supplier dealer trainer trainee intruder fugitive kinsman clansman "
        "tribesman in-law sister-in-law brother-in-law son-in-law daughter-in-law mother-in-law father-in-law "
        "half-brother half-sister stepbrother stepsister stepchild triplet comrade counterpart "
        "compatriot widower bride groom mate shipmate passer passers-by dignitary onlooker rioter cadre kingpin scout "
        "lookout spotter crewman crewmember crewmate in-laws expert specialist gunrunner logistician",
    ),
    **_people(
        "men",
        "unknown",
        "guy male groom bridegroom boyfriend husband father son brother uncle nephew grandfather stepfather stepson "
        "ex-husband ex-boyfriend fireman",
    ),
    **_people(
        "women",
        "civilian",
        "woman wife mother daughter sister aunt niece grandmother girlfriend widow lady stepmother bride housewife "
        "stepdaughter ex-wife ex-girlfriend",
    ),
    **_people("women", "unknown", "female"),
    **_people(
        "children",
        "civilian",
        "child boy girl baby infant toddler kid minor teenager teen youth schoolchild "
        "schoolgirl schoolboy grandchild grandson granddaughter adolescent youngster juvenile",
    ),
    **_people(
        "civilians",
        "civilian",
        "civilian villager farmer herder pastoralist shepherd trader merchant shopkeeper "
        "worker laborer labourer miner fisherman driver passenger pedestrian student pupil "
        "refugee idp evacuee worshipper worshiper pilgrim mourner protester demonstrator "
        "noncombatant taxi_driver trucker bus_driver employee customer shopper displaced "
        "peasant couple parent elder household breadwinner nomad cattleman rancher carter "
        "businessman businesswoman entrepreneur contractor engineer technician cook guard_dog "
        "lumberjack woodcutter spectator patron roommate tenant homeowner clerk cashier "
        "bartender bouncer agent coordinator ranger guide warden forester firefighter cyclist bicyclist "
        "motorcyclist biker rider jogger vendor hawker partygoer clubgoer churchgoer reveler reveller "
        "landlord janitor mechanic musician rapper singer veteran retiree pensioner newborn "
        "butcher baker tailor barber weaver blacksmith carpenter mason plumber electrician potter fishmonger grocer "
        "stallholder marketgoer market-goer goer storekeeper owner wholesaler porter boatman ferryman "
        "herdsman cattle-herder stockbreeder breeder grazier beekeeper planter sharecropper digger gold-digger "
        "goldminer panner voter elector pollster interpreter translator accountant banker "
        "councilman councilwoman traveller traveler commuter tourist hiker settler expatriate expat "
        "displaced-person migrant returnee asylum-seeker orphan beggar watchmaker innkeeper hotelier conductor "
        "apprentice intern librarian researcher scientist archaeologist surveyor geologist architect builder "
        "welder painter cleaner housekeeper maid nanny gardener chauffeur postman mailman footballer athlete "
        "artist actor actress poet writer blogger scholar academic chef waiter waitress scavenger "
        "bricklayer repairman sweeper shepherdess canoeist muleteer servant bather swimmer camper poacher "
        "prospector griot notable secretary marcher striker congregant parishioner fisher farmworker logger "
        "artisan staffer muezzin schoolchildren vaccinator townspeople townsfolk steward messenger seller player "
        "healer witchdoctor sorcerer witch vagrant squatter picker barmaid client diner landowner grower trapper "
        "diver skipper taxpayer campaigner canvasser enumerator census-taker lineman mineworker quarryman "
        "stonecutter brickmaker dyer goldsmith jeweler jeweller moneychanger receptionist caretaker gatekeeper "
        "bushman provider charcoal-burner smallholder cultivator gatherer forager keeper ruler monarch "
        "mountaineer climber holidaymaker vacationer trekker sherpa backpacker",
    ),
    **_people(
        "journalists",
        "civilian",
        "journalist reporter photographer cameraman correspondent photojournalist newsman broadcaster",
    ),
    **_people(
        "health_workers",
        "civilian",
        "doctor nurse medic paramedic physician surgeon midwife patient pharmacist dentist responder",
    ),
    **_people("aid_workers", "civilian", "volunteer humanitarian rescuer deminer"),
    **_people(
        "teachers", "civilian", "teacher professor principal headmaster headteacher lecturer schoolteacher"
    ),
    **_people(
        "religious",
        "civilian",
        "imam priest pastor cleric preacher bishop nun monk missionary marabout catechist "
        "jesuit rabbi archbishop friar sheikh mullah seminarian",
    ),
    **_people(
        "politicians",
        "civilian",
        "mayor politician councilor councillor governor deputy lawmaker senator candidate "
        "minister official secretary prefect ambassador diplomat judge lawyer attorney prosecutor "
        "magistrate activist unionist leader chief chairman president head congressman consul commissioner "
        "administrator",
    ),
    **_people(
        "soldiers",
        "combatant",
        "soldier troop serviceman servicemember trooper marine commando paratrooper "
        "legionnaire officer sergeant corporal lieutenant captain major colonel general "
        "private sailor airman infantryman conscript recruit cadet gunner pilot servicewoman "
        "peacekeeper_soldier guardsman sapper reservist draftee rifleman legionary jawan",
    ),
    **_people("peacekeepers", "combatant", "peacekeeper helmet beret"),
    **_people(
        "police",
        "combatant",
        "policeman police policewoman gendarme constable cop patrolman deputy_sheriff detective trooper",
    ),
    **_people("guards", "unknown", "guard bodyguard watchman security_guard ranger warden escort"),
    **_people(
        "militants",
        "combatant",
        "militant insurgent rebel fighter guerrilla gunman combatant militiaman militia "
        "assailant aggressor attacker terrorist jihadist jihadi islamist extremist bomber extremist "
        "mujahid mujahideen operative facilitator commander warlord kamikaze bandit shooter "
        "sniper outlaw raider hunter vigilante paramilitary subversive separatist "
        "secessionist infiltrator aggressor warrior perpetrator hijacker kidnapper thief "
        "robber criminal hoodlum miscreant gangster ringleader emplacer emir dozo mercenary rustler abductor pirate "
        "cultist loyalist irregular self-defender homeguard brigand marauder highwayman janjaweed peshmerga koglweogo",
    ),
    **_people("militants", "combatant", "enemy foe adversary partisan"),
    **_people("detainees", "hors_de_combat", "detainee prisoner captive hostage inmate"),
}
"""Nouns for people, with the codebook's category and the status the word alone supports."""

KIN = frozenset(
    (
        "wife husband son daughter child kid baby father mother parent brother sister uncle aunt nephew niece cousin "
        "grandson granddaughter grandchild grandfather grandmother fiancee driver bodyguard guard assistant "
        "apprentice mate aide deputy colleague companion friend guest cousin stepfather stepmother stepson "
        "stepdaughter boyfriend girlfriend spouse roommate"
    ).split()
)
"""Who is told of as somebody's: "his wife", "her driver"."""

NOT_PEOPLE = frozenset(
    (
        "animal cow cattle ox oxen sheep goat camel donkey horse dog pig chicken livestock bird elephant fish herd "
        "vehicle truck car bus motorbike motorcycle tanker boat pirogue plane helicopter tank convoy house home "
        "building age ages "
        "tent hut granary market mosque church school hospital bridge road base camp village town city weapon "
        "gun rifle pistol handgun shotgun revolver firearm bow arrow hole target video film photo photograph picture "
        "scene crime ammunition bomb mine attack time day way case number area part thing place position drug money "
        "food store shop office drone aircraft jet uav window door "
        "tire tyre business residence wall property equipment material cache ied explosive "
        "document phone radio tree crop field gunshot shot bullet round casing firework percent wounds injuries "
        "morning afternoon evening night noon midnight dawn dusk hour minute week month year am pm "
        "foodstuff valuable belonging possession furniture shelter shack stall kiosk granary ration wheelbarrow "
        "tricycle bicycle canoe"
    ).split()
)
"""Nouns that are no people where they are the object of a verb of harm."""

GROUP_NOUNS: dict[str, PersonNoun] = {
    **_people(
        "soldiers",
        "combatant",
        "army military force troops patrol convoy battalion brigade regiment platoon unit "
        "garrison contingent navy airforce detachment team squad",
    ),
    **_people(
        "militants",
        "combatant",
        "group militia gang alliance movement faction organization organisation cartel network band cell "
        # as security reports shorten "organised armed group", "armed opposition group", "non-state armed group"
        "oag aog nsag",
    ),
    # A state's army may be one as well as its foes.
    **_people("people", "combatant", "side coalition column"),
    **_people("civilians", "civilian", "population community village crowd mob public"),
    **_people("police", "combatant", "police gendarmerie"),
}
"""Nouns for bodies of people: they fight and suffer, but a number before them counts bodies, not people."""

EPITHETS = frozenset(
    [
        "militant",
        "jihadist",
        "jihadi",
        "terrorist",
        "insurgent",
        "rebel",
        "islamist",
        "extremist",
        "gunman",
        "bandit",
        "guerrilla",
        "assailant",
        "aggressor",
        "attacker",
        "fighter",
        "separatist",
        "enemy",
        "subversive",
        "paramilitary",
        "militiaman",
    ]
)
"""Words that stand for an armed group named elsewhere in the report."""

COLLECTIVES = frozenset(
    [
        "force",
        "forces",
        "troop",
        "troops",
        "coalition",
        "alliance",
        "group",
        "groups",
        "side",
        "sides",
        "army",
        "soldiers",
        "unit",
        "units",
        "movement",
        "movements",
    ]
)
"""Heads of definite phrases that point back to bodies already named."""

COMPOSING_VERBS = frozenset(
    ["encompass", "comprise", "constitute", "form", "compose", "include", "represent"]
)
"""Verbs that say of which bodies another body is made up."""

HAPPENING_NOUNS: dict[str, str] = {
    **each(
        "clash",
        "clash fight gunfight firefight battle fighting skirmish combat confrontation gunbattle "
        "shootout shoot-out exchange engagement encounter hostility",
    ),
    **each("ambush", "ambush"),
    **each("attack", "attack assault raid onslaught aggression incursion storming"),
    **each("suicide_bombing", "svbied"),
    **each("bombing", "bombing explosion blast detonation bomb device explosive"),
    **each("mine", "ied landmine mine vbied"),
    **each("air_strike", "airstrike air-strike strike bombardment"),
    **each("shelling", "shelling mortar rocket barrage"),
    **each("grenade", "grenade"),
    **each("abduction", "abduction kidnapping"),
    **each("shooting", "shooting gunfire"),
    **each("execution", "execution massacre killing murder assassination slaying lynching beheading"),
    **each("operation", "operation offensive campaign sweep manhunt crackdown"),
    **each("arrest", "arrest detention"),
    **each("protest", "protest demonstration rally march strike_action sit-in"),
    **each("riot", "riot rioting"),
    **each("looting", "looting theft robbery pillage"),
    **each("agreement", "ceasefire truce"),
    **each("incident", "incident violence"),
}

HAPPENING_VERBS: dict[str, str] = {
    **each("clash", "clash fight battle skirmish"),
    **each("ambush", "ambush"),
    **each("attack", "attack assault raid storm assail target overrun invade"),
    **each("bombing", "bomb explode detonate"),
    **each("shelling", "shell"),
    **each("air_strike", "airstrike"),
    **each("abduction", "abduct kidnap"),
    **each("arrest", "arrest detain apprehend"),
    **each("execution", "execute assassinate murder massacre behead lynch decapitate slaughter butcher"),
    **each("shooting", "shoot"),
    **each("looting", "loot rob steal pillage ransack"),
    **each("protest", "protest demonstrate"),
    **each("operation", "operate"),
    **each("attack", "kill slay wound injure martyr hack strangle stone slit gun"),
}

CLAIMING_VERBS = frozenset("claim condemn denounce deny deplore praise mourn".split())
"""Verbs by which one speaks of an event that is known already."""

HAPPEN_VERBS = frozenset("happen occur take place begin start erupt unfold break come date".split())
"""Verbs whose time is that of the event that they tell nothing else of."""

FOLLOWING = frozenset(["following", "ensuing", "subsequent", "resulting"])

APART_EARLIER = frozenset(["previous", "earlier", "last", "past", "recent", "prior", "similar"])
APART_BESIDE = frozenset(["other", "another", "separate", "second", "third", "fourth"])
AFOREMENTIONED = frozenset(["aforementioned", "abovementioned", "above-mentioned", "aforesaid"])

HEDGES = frozenset(
    [
        "reportedly",
        "allegedly",
        "apparently",
        "possibly",
        "probably",
        "perhaps",
        "supposedly",
        "purportedly",
        "likely",
        "presumably",
        "seemingly",
    ]
)
PRESUMED: dict[str, Literal["presumed", "alleged", "unidentified"]] = {
    "presumed": "presumed",
    "suspected": "presumed",
    "probable": "presumed",
    "potential": "presumed",
    "plausible": "presumed",
    "likely": "presumed",
    "alleged": "alleged",
    "unidentified": "unidentified",
    "unknown": "unidentified",
    "unnamed": "unidentified",
}
"""How sure the text is of who the actor was."""

MODALS = {
    "may": "hedged",
    "might": "hedged",
    "could": "hypothetical",
    "would": "hypothetical",
    "should": "hypothetical",
    "will": "planned",
    "shall": "planned",
    "can": "hypothetical",
}
CONDITIONALS = frozenset({"if", "unless"})
UNDERTAKINGS = frozenset(
    "operation mission raid search sweep patrol hunt manhunt warrant effort bid attempt investigation pursuit".split()
)
"""Nouns whose infinitive says what they are for: "an operation to arrest him" has arrested nobody yet."""

PLANNING = frozenset("plan intend want threaten try attempt aim seek vow order prepare promise hope".split())
"""Verbs whose infinitive has not happened."""
SENDING = frozenset(
    "deploy send dispatch despatch mobilize mobilise draft direct instruct task assign intensify be comb launch".split()
)
"""Verbs whose infinitive says what for: "troops were deployed *to arrest* them", "efforts are on *to find* him"."""

UNITS = {"body": "bodies", "corpse": "bodies", "family": "families", "household": "families"}

MEANS: dict[str, str] = {
    **each("ied", "ied vbied roadside_bomb landmine mine explosive"),
    **each("suicide_vest", "vest svbied"),
    **each("bomb", "bomb car_bomb"),
    **each(
        "small_arms",
        "gun rifle firearm pistol handgun shotgun gunfire gunshot bullet machine-gun ak-47 "
        "kalashnikov revolver",
    ),
    **each("artillery", "artillery mortar shell howitzer"),
    **each("rocket", "rocket rpg missile"),
    **each("aircraft", "helicopter jet aircraft warplane plane airstrike gunship"),
    **each("drone", "drone uav"),
    **each("grenade", "grenade"),
    **each("knife", "knife machete sword axe blade"),
    **each("motorcycle", "motorcycle motorbike"),
    **each("vehicle", "pickup truck technical"),
    **each("arson", "arson fire"),
}

MAGNITUDES = re.compile(
    r"\b(?:large-scale|massive|major|huge|unprecedented|decisive|devastating|minor)\b", re.I
)
"""Judgements of size that a text makes in passing."""

OUTCOMES: dict[str, str] = {
    **each("withdrew", "retreat withdraw"),
    **each("fled", "flee escape"),
    **each("repelled", "repel repulse"),
    **each("victory", "victory"),
    **each("defeat", "defeat rout"),
    **each("took_control", "recapture retake liberate"),
}

LINK = HeldPattern(r"\b(?:been|be|is|are|was|were) (?:linked|tied|connected) (?:to|with)\b", re.I)
