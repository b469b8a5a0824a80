"""Set phrases that tell of a happening where no single word of the sentence does: "came under fire".

Each with the codebook's kind of happening, in the order in which they are tried.
"""

from __future__ import annotations

import re
from functools import cache

from rashomon.reading.sentences.held_words import PatternTable

_CROWD = (
    r"(?:protest[eo]rs|demonstrators|marchers|students|youths?|strikers|the crowds?|crowds|residents|workers)"
)
_BUILT = (
    r"(?:vehicles?|cars?|trucks?|machines?|machinery|equipment|shops?|offices?|houses?|property|pylons?"
    r"|antennas?|towers?|masts?|relays?|bridges?|schools?|classrooms?|churches|church|mosques?|shrines?"
    r"|mausoleums?|granar(?:y|ies)|crops|fields|harvests?|huts?|buildings?|wells?|pumps?|generators?|stalls?"
    r"|installations?|lines?|pipelines?|records|archives|homes?|town halls?|health cent(?:er|re)s?)"
)
_LAND = r"(?:town|village|base|camp|post|city|area|position|checkpoint|barracks)"
_ACCORD = (
    r"(?:agreements?|accords?|cease-?fires?|truces?|pacts?|armistices?|treat(?:y|ies)|peace deals?"
    r"|cessation of hostilities|code of conduct|convention)"
)
_WEAPON = (
    r"(?:bombs?|explosives?|explosive devices?|ieds?|mines?|landmines?|rockets?|shells?|grenades?|weapons?"
    r"|ammunition|munitions?|ordnance|arms cache)"
)
_HERD = r"(?:cattle|cows|sheep|goats|camels|livestock|animals|oxen|donkeys|horses|herds?)"
_LONG = r"(?:(?:[\w-]+ ){0,2}?(?:hour|day|week|month)s? |[\w-]+-(?:hour|day|week|month) )?"
_MEET = r"(?:met|meetings?|talks|dialogue|negotiations|mediation|reconciliation|conference|forum)"


def _phrase(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.I)


SET_PHRASES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("suicide_bombing", _phrase(r"bl[eo]wn? (?:him|her|them)sel(?:f|ves) up")),
    (
        "mine",
        _phrase(
            r"(?:struck|hit|(?:drove|ran|rolled|stepped) (?:over|onto|on)|set off|triggered|activated|tripped)"
            r" (?:an? )?(?:[\w-]+ ){0,2}(?:explosives?|explosive device|ordnance|mine|landmine|ied|bomb)"
            r"|(?:vehicles?|trucks?|cars?|convoy|patrol|bus|pick-?ups?|motorcycles?)(?: (?:was|were|has been))?"
            r" blown up"
        ),
    ),
    (
        "air_strike",
        _phrase(
            r"air ?-?strikes?|drone strikes?|air raids?|air and ground strikes"
            r"|(?:helicopters?|gunships?|drones?|jets?|aircrafts?|planes?|warplanes?)\b[^.;]{0,50}?"
            r"\b(?:fired|opened fire|strikes|bombs|bombed|struck|strafed)"
        ),
    ),
    (
        "shelling",
        _phrase(
            r"(?:rockets?|mortars?|mortar (?:rounds|shells)|projectiles?|artillery shells?|missiles?)"
            r"\b[^.;]{0,40}?\b(?:fell|fall|landed|fired|launched|hit|struck)"
            r"|(?:hit|struck|targeted|pounded|rocked) (?:by|with) (?:[\w-]+ ){0,3}(?:rockets?|mortars?"
            r"|mortar (?:rounds?|shells?|fire)|shells?|projectiles?|missiles?|artillery)"
            r"|indirect fire|mortar (?:fire|attack)|artillery fire"
        ),
    ),
    (
        "attack",
        _phrase(
            r"fir(?:ed|es|ing) (?:(?:shots|at random|indiscriminately) )?(?:up)?(?:on|at)"
            r"|fir(?:ed|es|ing) (?:[\w-]+,? ){0,7}?(?:machine ?guns?|small arms|rifles)\b[^.;]{0,50}? (?:at|on|against)"
            r"|c[ao]me under (?:\w+ )?(?:fire|attack|gunfire)"
            r"|(?:shots|gunshots|gunfire)\b[^.;]{0,30}?\b(?:fired|heard|rang out|erupted)"
            r"|(?:assassination|murder) attempts?|target(?:ed|ing|s)?\b[^.;]{0,40}?\bwith (?:gunfire|gunshots|fire)"
        ),
    ),
    (
        "mob",
        _phrase(
            r"c[ao]me to blows|brawl(?:s|ed)?|fist-?fights?|mob (?:justice|violence|attack)|(?:crowd|mob)\b[^.;]{0,40}?"
            r" (?:burn|lynch|ston|beat|attack|torch|kill)\w*|vigilante justice"
        ),
    ),
    (
        "clash",
        _phrase(
            r"(?:engaged|fought|battled|confronted|pitted) (?:[\w-]+ ){0,4}?(?:militants|rebels|fighters|gunmen"
            r"|jihadists|insurgents|bandits|soldiers|troops|militiamen|against)|exchanges? of (?:fire|gunfire)"
            r"|skirmish(?:es)?|violence (?:between|erupted)|(?:inter-?)?(?:communal|ethnic) violence"
        ),
    ),
    (
        "abduction",
        _phrase(
            r"taken away by|(?:took|taken|held|holding)\b[^.;]{0,30}? (?:hostages?|captive|away at gunpoint)"
            r"|(?:carried|dragged|whisked|spirited) (?:off|away)|forcibly (?:taken|removed|recruited|conscripted)"
            r"|forced (?:in)?to (?:a|their|the|an unmarked) (?:vehicle|car|boot|truck|van)"
        ),
    ),
    ("regained", _phrase(rf"retook (?:\w+ ){{0,3}}{_LAND}")),
    ("overtaken", _phrase(rf"(?:took|taken|take) over (?:\w+ ){{0,3}}{_LAND}")),
    (
        "arrest",
        _phrase(
            r"dismantl(?:ed|es|ing) (?:[\w-]+ ){0,4}(?:cells?|networks?|rings?|gangs?)"
            r"|round(?:ed|ing) up (?!to\b)(?:[\w-]+ ){1,5}|were rounded up|(?:taken|brought) in for questioning"
            r"|(?:took|taken|taking|take) (?:[\w-]+ ){0,5}?into custody|were (?:picked up|nabbed) by"
            r"|mass arrests?|placed under (?:house )?arrest"
        ),
    ),
    (
        "weapons_disrupted",
        _phrase(
            rf"(?:ma(?:d|k)e|made) (?:[\w-]+ ){{0,3}}safe|controlled (?:explosion|detonation|blast)"
            rf"|{_WEAPON} (?:was|were|has been|have been) (?:found|discovered|defused|dismantled|destroyed"
            rf"|disposed of|deactivated|neutrali[sz]ed|removed|located|detected|seized|recovered|uncovered|intercepted)"
        ),
    ),
    (
        "agreement",
        _phrase(
            rf"(?:sign|reach|conclud|seal|broker|ratif|endors|initial|agree|commit|renew|adopt)\w*"
            rf" (?:[\w'-]+ ){{0,7}}?{_ACCORD}"
            rf"|{_ACCORD} (?:was|were|has been|have been) (?:\w+ )?(?:signed|reached|concluded|sealed|brokered"
            rf"|ratified|negotiated|agreed)|(?:agree|pledg|vow|undert(?:ake|ook)|decid)\w* to"
            rf" (?:[\w-]+ )?(?:end|stop|cease|halt|suspend|bury|live|put an end to|refrain from|lay down)\b"
            rf"|{_MEET}\b[^.;]{{0,90}}?\b{_ACCORD}|made peace|peace (?:talks|meeting|dialogue)"
            rf"|(?:inter-?)?communal (?:talks|meeting|dialogue|forum)|reconciliation (?:meeting|forum|ceremony)"
        ),
    ),
    ("base", _phrase(r"set(?:ting)? up (?:[\w-]+ ){0,3}(?:bases?|camps?|headquarters|posts?|checkpoints?)")),
    (
        "protest",
        _phrase(
            r"sit-ins?|(?:went|go|going|gone|are|were|remain(?:ed)?) on (?:an? )?(?:\w+ )?strike"
            rf"|(?:observ|beg[au]n|launch|start|call|stag|hold|held|enter|suspend|continu|extend|renew|announc|end)"
            rf"\w* (?:\w+ )?(?:an? |the |their |its ){_LONG}(?:\w+ )?(?:strikes?|walk-?outs?|work stoppages?|boycott)"
            r"|(?:hour|day|general|unlimited|indefinite|teachers?|workers|drivers) strikes?|walk-?outs?"
            r"|work stoppages?|(?:downed|laid down) (?:their )?tools|stopped work(?:ing)?|limited service"
            r"|boycott(?:ed|ing|s)? (?:of )?(?:[\w-]+ ){0,2}(?:classes|class|lessons|work|courses|exams?|elections?)"
            r"|occup(?:ied|ying|y) (?:[\w'-]+ ){1,6}to (?:demand|claim|protest|call|denounce|ask|obtain)"
            r"|occupation of (?:[\w'-]+ ){1,5}by (?:[\w-]+ ){0,2}(?:protesters|youths?|students|residents|workers)"
            r"|(?:block|clos|cut|barricad|obstruct|seal|encircl|paraly[sz])(?:ed|es|ing|aded|e|d) (?:off )?"
            r"(?!of\b)(?:[\w'-]+ ){0,4}(?:roads?|streets?|highways?|bridges?|access|entrances?|gates?|traffic|axis"
            r"|route|crossroads|intersection|town hall|governorate|prefecture|city hall)\b"
            r"|prevent(?:ed|ing|s)? (?:[\w'-]+ ){1,6}from (?:entering|leaving|holding|landing|accessing|taking office)"
            r"|civil disobedience|ghost town|torchlight|vigil|march(?:ed|ers)"
            r"|barricades|rallied|traffic access"
            rf"|dispers(?:e|ed|ing) (?:[\w-]+ ){{0,2}}{_CROWD}|tear ?-?gas"
        ),
    ),
    (
        "looting",
        _phrase(
            rf"(?:damag|wreck|smash|vandali[sz]|destroy|dynamit|demolish|ravag|desecrat)(?:ed|es|e|ing|s|ished)?"
            rf" (?:[\w-]+ ){{0,4}}{_BUILT}"
            r"|(?:made|make|making|makes|ran|drove|fled|escaped) (?:off|away) with (?!the help)"
            rf"|(?:drove|took|led|herded|carried) (?:off|away) (?:[\w-]+ ){{0,4}}{_HERD}"
            r"|held up (?:an?|the|several|two|three|some)|hold-?ups?|burgl(?:ed|ary|aries)|broke into"
            r"|cattle (?:theft|rustling|raid)|extort(?:ed|ing|s|ion)|(?:theft|stealing) of (?:[\w-]+ ){0,4}"
            rf"(?:{_HERD}|vehicles?|cars?|trucks?|motorcycles?|motorbikes?)"
        ),
    ),
    (
        "group_change",
        _phrase(
            r"announc\w+ (?:its|their|the) (?:creation|formation|establishment|birth|dissolution|existence|merger"
            r"|departure|withdrawal|launch)"
            r"|(?:group|movement|militia|coalition|faction|alliance|front|katiba|brigade)\b[^.;]{0,50}?"
            r" (?:was|were|has been|had been) (?:\w+ly )?(?:(?:announced|reported|said) to have been )?"
            r"(?:formed|founded|created|established|dissolved|launched)"
            r"|new (?:[\w-]+ ){0,3}(?:(?:armed|rebel|militant|self-defen[cs]e|jihadist)"
            r" (?:group|movement|coalition)|militia)\b"
            r"[^.;]{0,50}? (?:was|were) (?:announced|unveiled)"
            r"|reinforc(?:ed|ing) (?:its|their|the) (?:[\w-]+ ){0,2}(?:positions?|presence|troops|garrison|contingent)"
            r"|reinforcements? (?:[\w-]+ ){0,2}(?:arriv|sent|deploy|dispatch)\w*"
            r"|laid down (?:their|its) (?:arms|weapons)|cantonment|joint patrols"
        ),
    ),
    (
        "strategic_other",
        _phrase(
            r"impos(?:ed|es|ing) (?:[\w-]+ ){0,2}(?:blockade|curfew|embargo|ban|sharia|taxes|tax)"
            r"|besieg(?:ed|es|ing)|under siege|distribut(?:ed|es|ing) leaflets"
        ),
    ),
)


@cache
def _table() -> PatternTable:
    return PatternTable(pattern for _, pattern in SET_PHRASES)


def find_set_phrase(words: str) -> tuple[str, int] | None:
    """The kind of happening that a sentence tells by a set phrase, and where that begins."""
    first = next(_table().search(words), None)
    return (SET_PHRASES[first[0]][0], first[1].start()) if first is not None else None


TAKEN_FOR = re.compile(
    r",?\s+(?:who (?:are|were|is|was) )?(?:\w+ly )?"
    r"(?:believed|suspected|thought|alleged|presumed|said|reported|considered|known|identified)"
    r" (?:to be|to have been|to belong to|as|of being|of belonging to)"
    r"(?: (?:members|fighters|militants|elements|men|part|affiliated|linked|loyal|close|from|of|to|with|the|an?))*\s+",
    re.I,
)
"""Between people and the body they are taken for."""
