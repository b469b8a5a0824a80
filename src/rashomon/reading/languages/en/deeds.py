"""English words of deeds that need not hurt anybody: property taken or burnt, weapons found, protests, accords.

A verb here tells of a happening only with the right thing beside it: a village seizes the day, gunmen seize
a vehicle. Lemmas in lower case.
"""

from __future__ import annotations

import re

THINGS = frozenset(
    (
        "vehicle car truck lorry bus minibus van ambulance motorbike motorcycle bike pickup tanker tractor "
        "boat pirogue canoe cart ship plane aircraft tricycle technical 4x4 convoy livestock cattle cow ox "
        "oxen sheep goat camel donkey herd animal house home hut tent camp building shop store stall market "
        "granary school classroom church mosque shrine mausoleum tomb temple hospital clinic center centre "
        "office post station barracks base hotel bar restaurant bank warehouse depot factory mine antenna "
        "mast tower pylon pipeline bridge generator pump well crop field harvest orchard millet grain food "
        "supply fuel cargo goods merchandise belonging property possession valuable money cash sum jewelry "
        "phone telephone radio computer equipment material materiel document urn ballot machinery bulldozer "
        "flag tire tyre residence village town hall prefecture headquarters checkpoint installation "
        "infrastructure container parcel bag luggage uniform furniture library archive"
    ).split()
)
"""What can be taken, burnt or broken."""

OWNED = THINGS | frozenset(
    (
        "position patrol column team outpost motorcade helicopter drone checkpost roadblock garrison compound "
        "supercamp hq headquarters pick-up unit element tank apc bulldozer facility airport airbase airfield mess "
        "brigade aircrafts jet warplane gunship lav control barrier"
    ).split()
)
"""What is attacked in its owner's stead."""

NATIONAL = frozenset(
    (
        "position patrol column outpost motorcade helicopter drone checkpost garrison tank apc lav airbase aircraft "
        "aircrafts plane jet warplane gunship convoy camp base barracks vehicle contingent warship"
    ).split()
)
"""Things that belong to a state's forces where only its name stands before them: "French helicopters"."""

BODY_WORDS = {
    "army": "soldiers",
    "military": "soldiers",
    "troop": "soldiers",
    "police": "police",
    "gendarmerie": "police",
    "gendarmes": "police",
    "gendarme": "police",
    "customs": "police",
    "forestry": "police",
    "peacekeeping": "peacekeepers",
    "peacekeepers": "peacekeepers",
    "un": "peacekeepers",
}
"""Words before a thing that say what kind of body it belongs to: "an army post"."""

WEAPONS = frozenset(
    (
        "weapon arm weaponry ammunition munition cache explosive ied mine landmine bomb device rocket shell "
        "mortar launcher rifle gun kalashnikov grenade detonator arsenal stockpile firearm pistol ordnance "
        "missile rpg vest cocktail"
    ).split()
)
"""What is found, seized or made harmless before it is used."""

TAKING = frozenset(
    (
        "seize steal rob loot pillage plunder ransack carjack hijack confiscate rustle commandeer snatch "
        "impound requisition burgle strip"
    ).split()
)
BURNING = frozenset(("burn torch incinerate vandalize vandalise demolish ransack desecrate sabotage").split())
BREAKING = frozenset("destroy damage".split())
"""Harm to things; what a blast or a strike breaks is no happening of its own."""
ALWAYS_ROBBERY = frozenset(
    ("rob loot pillage plunder ransack carjack hijack rustle burgle torch vandalize vandalise").split()
)
"""Verbs that tell of a robbery or of arson whatever their object."""
FINDING = frozenset(
    (
        "discover find uncover seize recover defuse dismantle unearth confiscate disarm deactivate clear "
        "neutralize neutralise destroy detect locate remove intercept spot demine"
    ).split()
)
MAKING_SAFE = frozenset("defuse dismantle deactivate disarm neutralize neutralise demine".split())
BEARING = frozenset("arm dress clothe disguise mask clad equip mount ride wear carry wield".split())
"""Verbs that say with what somebody comes: "men armed with clubs"."""
BORNE = WEAPONS | frozenset(
    (
        "handgun shotgun revolver ak-47 firearm machete knife sword axe club stick rod cutlass arrow bow spear "
        "stone bat hammer blade cudgel dagger weaponry uniform fatigue camouflage mask hood turban robe clothing "
        "outfit motorcycle motorbike bike bicycle horse horseback camel pickup pick-up truck car van vehicle boat "
        "tricycle foot"
    ).split()
)
"""What men come with, in or on: whoever is told of after it in no other way than by a verb, it did nothing."""
FOUND_READY = frozenset(
    (
        "cache ied mine landmine stockpile bomb explosive device rocket shell grenade ordnance arsenal "
        "ammunition munition detonator"
    ).split()
)
"""Weapons whose finding is the news; a gun found in a drawer is none."""

PROTESTING = frozenset("protest demonstrate picket barricade".split())
CROWD_VERBS = frozenset("march rally gather".split())
CROWD_AIMS = frozenset(("demand protest denounce call oppose against support condemn request").split())
STREETS = re.compile(
    r"\b(?:took|take|taken|taking|went|gone|came out|poured) (?:on|in)?to the streets?\b(?!\W+(?:when|where)\b)"
    r"|\bsat in (?:before|outside|at|in front of)\b|\bhunger strikes?\b|\bgeneral strikes?\b",
    re.I,
)
RIOTOUS = re.compile(
    r"\b(?:threw|thr[oe]w(?:n|ing|s)?|hurl(?:ed|ing|s)?|pelt(?:ed|ing|s)?)\b(?:\W+\w+){0,4}?\W+(?:stones?|rocks?|bricks?)\b"
    r"|\b(?:burn(?:ed|t|ing|s)?|set\b(?:\W+\w+){0,3}?\W+(?:fire|ablaze)|fire to|torched)\b(?:\W+\w+){0,3}?\W+t[iy]res\b"
    r"|\bt[iy]res (?:\w+ ){0,2}?(?:burn(?:ed|t)|set (?:ablaze|on fire|alight))\b"
    r"|\b(?:riot(?:ed|ers?|s|ing)?(?! (?:police|officers?|policemen|squads?|units?|gear|shields?|forces?)\b)"
    r"|stone-throwing)\b",
    re.I,
)
ABLAZE = frozenset({"ablaze", "fire", "alight", "afire"})

AIRCRAFT = frozenset(
    "aircraft airplane plane warplane jet fighter-jet helicopter gunship drone uav quadcopter mirage airforce".split()
)
"""What drops bombs and fires from above."""

STRIKING = frozenset("strike hit pound bombard slam smash crash plough plow rain fall go blow ram".split())
"""What aircraft, shells and suicide bombers do: of anybody else these verbs tell too many things."""
SHELLS = frozenset("missile rocket shell artillery howitzer mortar".split())
AIR_DROPPED = frozenset("glide guided barrel cluster aerial gliding".split())
"""Words before "bombs" that come from the air."""
BLOWS_OF_STATES = frozenset("strike airstrike shelling bombardment missile artillery howitzer".split())
"""Blows and weapons that belong to a state's forces where only its name stands before them: "Russian shelling"."""

ACCORDS = frozenset(
    ("agreement accord ceasefire cease-fire truce pact armistice deal memorandum treaty").split()
)
SIGNING = frozenset("sign conclude reach ratify seal".split())

THREATS = frozenset("threaten intimidate".split())
CLOSING = frozenset("close shut ban forbid prohibit".split())
CLOSED = frozenset("school market road shop classroom office voting poll".split())
MALTREATING = frozenset(
    (
        "stab beat torture flog whip maltreat mistreat molest assault manhandle lash mutilate interrogate"
    ).split()
)
TRYING = frozenset("attempt try".split())
VIOLENT_AIMS = frozenset(
    ("kill assassinate murder kidnap abduct attack rob carjack hijack steal execute shoot seize").split()
)

BASES = frozenset(("base camp headquarters post checkpoint position outpost garrison barracks").split())
FOUNDING = frozenset("establish erect install deploy create build inaugurate".split())
LANDS = frozenset(
    (
        "town village city locality base camp post checkpoint position area commune barracks checkpost outpost "
        "garrison stronghold fort airbase hilltop"
    ).split()
)
TAKEN_LANDS = LANDS | frozenset(
    (
        "headquarters hq bridge airport district neighbourhood neighborhood suburb island port oilfield refinery "
        "quarter palace hill junction crossing prison mine airfield border"
    ).split()
)
"""What is seized and retaken in a fight, beside what armed bodies are said to have left."""
OCCUPYING = frozenset("occupy capture conquer overrun overran seize".split())
REGAINING = frozenset("recapture retake retook liberate reoccupy regain".split())
LEAVING = frozenset("withdraw leave abandon evacuate vacate".split())
GIVING_UP = LEAVING | frozenset("flee retreat pull desert quit surrender".split())
"""What they do who lose a place to others."""
CONTROL = re.compile(
    r"\b(?:took|take[ns]?|taking|seiz\w+|gain\w*|assum\w+|wrest\w*) (?:\w+ )?control of\b"
    r"(?! (?:the |its |their )?(?:\w+ ){0,2}(?:resources?|trade|trafficking|smuggling|routes?|mining|minerals)\b)",
    re.I,
)
ONLY_SOUGHT = re.compile(
    r"\b(?:(?:effort|bid|attempt|offensive|campaign|drive|struggle|war|battle|quest)s? (?:to|at|for)"
    r"|(?:aim|seek|sought|hop|want|plan|fight|fought|try|tri|struggl|battl|vow|threaten)\w* (?:to|at|for|of)"
    r"|(?:concerned|obsessed) with)\s+$",
    re.I,
)
"""Before control that is only striven for: "in an effort *to* seize control of the valley"."""
CONTROL_AGAIN = re.compile(
    r"\b(?:retook|retak\w+|regain\w*|reassert\w*|re-?establish\w*|recover\w*|restor\w*) (?:\w+ )?control (?:of|over)\b",
    re.I,
)
RESISTED = re.compile(
    r"\b(?:repell?(?:ed|ing|s)|repuls(?:ed|ing|es)|fend(?:ed|ing|s) off|fought off|ward(?:ed|ing) off|beat(?:en)? back"
    r"|driv(?:en|ing) (?:back|off)|drove (?:back|off) (?:the )?(?:attackers|assailants|militants|gunmen|rebels)"
    r"|(?:attackers|assailants|militants|gunmen|rebels) (?:were )?routed|routed (?:the )?(?:attackers|assailants))\b"
    r"|\b(?:violence|fighting|hostilities|gunfire|shooting)\b(?: \w+){0,2}? between\b",
    re.I,
)
"""What tells that those attacked fought back, or that two sides fought."""
MINED = re.compile(
    r"\b(?:hit|struck|strik(?:es|ing)|(?:dr[io]v\w+|ran|runn?\w*|rolled|stepp?\w*|pass(?:ed|es|ing)?|rode|riding|travel\w+|trod\w*)"
    r" (?:over|on|onto|into)|passage of (?:[\w-]+ ){1,4}?(?:over|on|onto)|set off"
    r"|triggered|activated|explosion of|blast of|detonation of|blown up by"
    r"|(?:killed|wounded|injured|destroyed|damaged|hit|struck) by)"
    r" (?:an? |the |another |several |two |three )?(?:[\w-]+ ){0,2}?"
    r"(?<!gold )(?<!salt )(?<!coal )(?:v?b?ieds?|landmines?|mines?|roadside (?:bomb|explosive)s?"
    r"|explosive devices?|roadside explosives?)\b(?! (?:clear|work|site|own|action|field))",
    re.I,
)
"""Whom a mine or a bomb by the road hit; what a mine is called differs, and the tagger errs on "IED"."""
SHELLED = re.compile(
    r"\b(?:target|hit|struck|bombard|pound|shell|strik)\w*\b[^.;]{0,60}?\b(?:with|by|using) (?:[\w-]+ ){0,3}?"
    r"(?:mortars?|mortar (?:shells?|rounds?|fire)|artillery|missiles?|shells|rockets)\b"
    r"|\b(?:artillery|mortars?|rockets?|shells?|missiles?|katyushas?|projectiles?|batteries)"
    r"(?: (?:shells?|rounds?|fire|barrages?|units?))?\b(?: [\w'’-]+){0,6}?"
    r" (?:pounded|fell(?! short)|landed|hit|struck|slammed|crashed|rained|shelled|bombarded|smashed)\b"
    r"|\bbombs? (?:fired|launched|lobbed) (?:by|from)\b",
    re.I,
)
LEFT_OF_WAR = re.compile(
    r"\b(?:unexploded|explosive remnants?|remnants? of war|uxo|duds?)\b"
    r"|\b(?:playing|play\w*|tamper\w*|handl\w*|fiddl\w*|picked up|picking up) (?:with )?(?:an? |the )?(?:[\w-]+ ){0,2}?"
    r"(?:grenades?|shells?|bombs?|mines?|ordnance|explosives?|explosive (?:device|charge)s?|munitions?)\b"
    r"|\b(?:grenade|shell|bomb|mine|ordnance|explosive|device) (?:that |which )?(?:they|he|she|the \w+) had"
    r" (?:found|picked up)\b",
    re.I,
)
"""Explosives that lie about, and go off in somebody's hands."""
SUICIDE = re.compile(
    r"\bbl[eo]wn? (?:him|her|them)sel(?:f|ves) up\b(?! (?:by accident|accidentally|by mistake|while|when))"
    r"|\bdetonat\w+ (?:his|her|their) (?:[\w-]+ ){0,2}?(?:vests?|belts?|charges?|explosives|devices?|loads?)\b"
    r"|\b(?:ram|drove|crash)\w* (?:an? |the |his )?(?:[\w-]+ ){0,2}?"
    r"(?:truck bomb|car bomb|explosives?-(?:laden|packed|filled|rigged) [\w-]+)\b",
    re.I,
)
"""What only those do who die of it."""
AT_EACH_OTHER = re.compile(
    r"\b(?:fire|fired|firing|shooting|shot|turned)(?: \w+){0,2} (?:one another|each other)\b",
    re.I,
)
RAPE = re.compile(
    r"\b(?:(?:gang-?)?rap(?:ed|ing)|sexually (?:assault|abus|molest)(?:ed|ing)|sexual (?:assault|abuse|violence))\b",
    re.I,
)
DEFECTING = frozenset("defect rejoin merge".split())

DEMONSTRATORS = frozenset("protester protestor demonstrator marcher striker rioter".split())
PEACEFUL = frozenset("protester protestor demonstrator marcher".split())
ARRESTING = frozenset({"arrest", "detain"})
FIRING = frozenset({"open", "fire", "shoot", "kill"})
"""What is done to demonstrators that makes a protest one with intervention, or with excessive force."""
NOT_DEADLY = frozenset("rubber gas teargas water blank blanks plastic pepper warning".split())
"""What may be fired at them without meaning to kill."""
CROWDS = DEMONSTRATORS | frozenset(
    (
        "mob crowd resident local youth youngster student pupil villager inhabitant supporter fan hooligan "
        "people population neighbour neighbor youths digger prospector"
    ).split()
)
"""People whom nobody commands and who bear no arms of war: what they do together is a riot."""
TRADES = frozenset(
    (
        "nurse doctor teacher worker employee miner driver rider cyclist motorist biker trader vendor hawker "
        "stallholder lawyer activist unionist picketer passenger commuter worshipper worshiper farmer fisherman "
        "logger parent mother woman "
        "refugee inmate prisoner graduate pensioner veteran member cadre sympathiser sympathizer voter migrant"
    ).split()
)
"""Those whose clash with police is a riot, whatever else they are: "drivers clashed with police"."""
KEEPING_ORDER = frozenset("police policeman officer gendarme gendarmerie force".split())
"""Whom demonstrators clash with."""
BEARING_ARMS = frozenset("armed militia masked hooded".split())
VIOLENT = frozenset({"violent", "rioting"})
DISPERSING = re.compile(
    r"\b(?:dispers\w+|tear ?-?gas\w*|(?:broke|break\w*|broken) up|water cannons?|(?:with|using) batons|quell\w*"
    r"|scatter\w*|violently (?:prevent|repress|suppress)\w*|repress\w+)\b",
    re.I,
)
DEMONSTRATION = re.compile(
    r"\b(?:protest\w*|demonstrat\w*|march\w*|rall(?:y|ies|ied)|sit-ins?|crowds?)\b", re.I
)
