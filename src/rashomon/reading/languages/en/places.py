"""English words around place names: how an event lies to a place, what is no place, who is whose.

Lower case. Adding a word is adding it to a line.
"""

from __future__ import annotations

import re

from rashomon.reading.sentences.held_words import HeldPattern


def _words(text: str) -> frozenset[str]:
    return frozenset(word.replace("_", " ") for word in text.split())


PREPOSITIONS: dict[str, str] = {
    "in": "in",
    "inside": "in",
    "within": "in",
    "at": "in",
    "across": "in",
    "throughout": "in",
    "over": "in",
    "on": "in",
    "near": "near",
    "nearby": "near",
    "around": "near",
    "outside": "near",
    "by": "near",
    "towards": "toward",
    "toward": "toward",
    "to": "toward",
    "into": "toward",
    "from": "from",
    "of": "in",
    "between": "between",
    "through": "in",
    "via": "in",
    "off": "near",
    "against": "in",
    "for": "toward",
    "bombed": "in",
    "shelled": "in",
    "besieged": "in",
    "retook": "in",
    "recaptured": "in",
    "reached": "toward",
    "entered": "in",
}
"""The word before a place name, and the relation it gives."""

LOCATING = _words(
    "in inside within near nearby around outside towards toward "
    "into from between via at across throughout off to"
)
"""Words that make a name after them a place, be it unknown or that of a person elsewhere."""

ENTERING = _words(
    "shelled shelling bombarded bombarding stormed storming raided raiding overran overrunning entered entering "
    "invaded invading besieged besieging recaptured recapturing retook retaking ransacked ransacking bombed bombing"
)
"""Verbs whose object, where it is a name, is a place: "stormed X"."""

NEAR_PHRASES = HeldPattern(
    r"\b(?:close\s+to|next\s+to|adjacent\s+to|not\s+far\s+from|a\s+short\s+distance\s+from|(?:on|at|in)?\s*the\s+outskirts\s+of|"
    r"(?:in|at)?\s*(?:the\s+)?(?:vicinity|surroundings|environs|edge|suburbs)\s+of|just\s+outside(?:\s+of)?|outside\s+of|facing|"
    r"in\s+front\s+of|nearby|near|around|outside)\s+(?:the\s+)?(?:(?:small\s+)?(?:villages?|towns?|city|hamlet|locality|"
    r"camp|area)\s+of\s+)?\Z",
    re.IGNORECASE,
)
ATTACK_ON = HeldPattern(
    r"\b(?:attacks?|raids?|assaults?|strikes?|airstrikes?|offensives?|bombings?|bombardments?|shelling|march(?:ed)?|advance[ds]?)"
    r"(?:\s+[\w'’-]+){0,7}?\s+on\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
"""Before a place that was attacked: "on" alone stands as often before a day or a person."""

BETWEEN_PARTIES = HeldPattern(
    r"\b(?:fight(?:s|ing)?|clash(?:es)?|battles?|combat|war|conflict|violence|tensions?|dispute|feud|agreement|accord|talks|"
    r"truce|ceasefire|peace|hostilities|relations|alliance)(?:\s+[\w'’-]+){0,3}?\s+between\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
"""Before the first of two parties, which an unknown name may be: "between" is then not where it was."""

CODED_AS = HeldPattern(r"\bcoded\s+(?:as|at|in|to)\s+\Z", re.IGNORECASE)
"""Before the place that a note itself says the event is filed under."""

OFFICE_OF = HeldPattern(
    r"\b(?:mayor|sub-?prefect|prefect|governor|commissioner|imam|chief|bishop|archbishop|king|emir|sultan|president|"
    r"ch[eé]rif|sharif|sheikh|caliph|khalif|lamido|oba|marabout|prince|prior|abbot|rector|"
    r"minister|deputy|councillor|ambassador|commander|commandant|native|duke|lord)\s+(?:of|for|from)\s+"
    r"(?:the\s+)?(?:(?:village|town|city|commune|cercle|district|province|region)\s+of\s+)?\Z",
    re.IGNORECASE,
)
"""Before a place that tells whose office it is: its holder may be anywhere."""

OFFICE_AFTER = re.compile(
    r"['’]s?\s+(?:(?!of\b|in\b|and\b)[\w-]+\s+){0,3}?(?:president|(?:prime )?minister|ministry|prosecutor"
    r"|parliament|king|emir|sultan|leader|ruler|junta|government|embassy|ambassador|spokes(?:man|woman|person)"
    r"|mayor|governor|chancellor|premier|(?:largest|biggest) (?:city|town)|capital)\b",
    re.IGNORECASE,
)
"""After a place that only says of which land an office or a town is: "Uganda's president"."""

SPEAKING_AFTER = re.compile(
    r"(?: (?:has|had|have|not|later|also|meanwhile|repeatedly|earlier))*"
    r" (?:said|says|denie[sd]|accuse[sd]|claim(?:s|ed)|blame[sd]|vow(?:s|ed)|announce[sd]|reject(?:s|ed)"
    r"|dismiss(?:es|ed)|confirm(?:s|ed)|condemn(?:s|ed)|insist(?:s|ed)|warn(?:s|ed)|disclosed|acknowledge[sd])\b"
)
"""After a place whose government speaks: "Russia denies", "Baku has not disclosed"."""

TOPIC_BEFORE = HeldPattern(
    r"\b(?:protest|demonstrat|rall(?:y|ied|ies)|march|strike|sit-in|gather|crowd|took\s+to\s+the\s+street|petition)[^.;]{0,70}?"
    r"\b(?:against|over|about|denounc\w+|condemn\w+|solidarity\s+with|support\s+of|supporting)\s+"
    r"(?:(?:(?-i:[a-z'’-]+)\s+){1,7}?(?:in|of|from)\s+)?(?:the\s+)?\Z",
    re.IGNORECASE,
)
"""Before a place that a protest is about: "marched against the coup in X"."""

INSPIRED_BY = HeldPattern(
    r"\b(?:inspired|encouraged|emboldened|modelled\s+on|angered|outraged|patterned\s+on)(?:\s+by)?\s+"
    r"(?:(?-i:[a-z'’-]+)\s+){1,7}?(?:in|of|from)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
"""Before the place of an example or a cause: "inspired by the revolt in X"."""

THRUST_INTO = HeldPattern(
    r"\b(?:incursions?|raids?|raided|forays?|push(?:ed|es)?|infiltrat\w+|broke|burst|storm(?:ed|ing)|barged|swept|"
    r"swooped|crashed|fired|lobbed|hurled|threw|thrown|marched|rode|launched|slammed|rammed|advanced?)"
    r"(?:\s+[\w'’-]+){0,4}?\s+into\s+(?:the\s+)?(?:(?:village|town|city|camp|market|area)\s+of\s+)?\Z",
    re.IGNORECASE,
)
"""Before a place that was entered by force, which is where it happened: "an incursion into X"."""

CONTAINED_IN = re.compile(
    r"[\"'’”»]?\s+(?:(?:village|town|area|hamlet|camp|locality|quarter|neighbou?rhood|suburb|district|sector|zone|market)\s+(?:of|in)|in)\s+"
    r"(?:the\s+)?(?:(?:district|province|region|governorate|cercle|commune|county)\s+of\s+)?",
    re.IGNORECASE,
)
"""Between a name and what the words say it lies in: "the X area of Y", "X in Y"."""

ORIGIN_BEFORE = re.compile(r"\b(?:a|an|another)\s+\Z", re.IGNORECASE)
ORIGIN_AFTER = re.compile(r"\s+(?!based\b|born\b)[a-z]{3,}")
"""Around a place that only tells where somebody or something is of: "a Gao trader", "a Kidal town councillor"."""

ROAD_TO = HeldPattern(
    r"\bon\s+(?:the|a)\s+(?:\w+\s+)?(?:road|route|highway|axis|track|path)\s+(?:leading\s+)?(?:to|towards?)\s+"
    r"(?:the\s+)?(?:(?:village|town|city)\s+of\s+)?\Z",
    re.IGNORECASE,
)
"""Before the place to which a road leads: on the road, not in the place."""

COMING_FROM = HeldPattern(
    r"\b(?:coming|came|returning|returned|travell?ing|fled|fleeing|back|arriving|arrived|departing|departed|driving|drove)"
    r"\s+from\s+(?:the\s+)?(?:(?-i:[a-z]+)\s+(?:(?-i:[a-z]+)\s+)?of\s+)?(?:the\s+)?\Z",
    re.IGNORECASE,
)
"""Before the place that somebody had left ("coming from the market of X")."""

ADJECTIVAL_COUNTRIES = frozenset("us u.s. usa u.s.a. uk u.k. uae u.a.e.".split())
"""Abbreviations that stand before people as adjectives do: "US contractors" are from there, not there."""
PEOPLE_AFTER = re.compile(
    r"\s+(?:[a-z][\w-]*\s+){0,2}?(?:service\s?m(?:embers?|[ae]n)|soldiers?|troops?|contractors?|citizens?|nationals?"
    r"|forces?|marines?|personnel|officials?|commandos?|advis[eo]rs?|trainers?|pilots?|officers?|diplomats?"
    r"|missionar(?:y|ies)|journalists?|tourists?|aircraft|drones?|warplanes?|jets?|helicopters?|(?:air)?strikes?)\b"
)
"""People and their aircraft after the name of a country, with adjectives between."""

ROAD_BEFORE = HeldPattern(
    r"\b(?:axis|axes|road|route|highway|track|railway|line|border|between)(?:\s+(?:of|from|between|linking))?\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
ROAD_AFTER = re.compile(
    r"\s+(?:axis|axes|roads?|route|highway|track|railway|line|corridor|border)\b", re.IGNORECASE
)
"""Beside two names with a hyphen or "and" between them: what runs from the one to the other."""

ON_ROAD_OF = HeldPattern(r"\b(?:on|along)\s+the\s+\Z", re.IGNORECASE)
ROAD_OF_ONE = re.compile(r"\s+(?:axis|road|route|highway|track)\b")
"""Around the one place that a road is called after: "on the Gossi road"."""

ROAD_NAMES_BEFORE = re.compile(r"\b[A-Z][\w'’]+(?:\s?[-–—/]\s?|\s+to\s+)\Z")
ROAD_NAMES_AFTER = re.compile(
    rf"(?:(?:\s?[-–—/]\s?|\s+to\s+)(?-i:[A-Z])[\w'’]+){{1,2}}{ROAD_AFTER.pattern}", re.IGNORECASE
)
"""Beside one of two names joined by a hyphen, the other one."""

BESIDE = re.compile(
    r"\s*(?:,\s*|\(\s*|\s)(?:(?:located|situated|lying|about|some|around|roughly|approximately|nearly|just|only|"
    r"less\s+than|more\s+than|a|an|the|small|village|town|locality|hamlet|which\s+is)\s+){0,4}\Z",
    re.IGNORECASE,
)
"""What may stand between a name and the "25 km from Y" or "near Y" that tells where it lies."""

COMPASS_WORDS = _words(
    "north south east west northern southern eastern western central northeast northwest southeast southwest"
)

BACKING_AFTER = re.compile(
    r"[-‑](?:backed|led|aligned|allied|affiliated|linked|trained|sponsored|funded|supported|friendly|born|made)\b",
    re.I,
)
"""After a country that is a friend of those named, or where they come from: "*Iran*-backed fighters"."""
PLACE_SUFFIXES = _words("area based born bred held controlled occupied administered wide ruled backed led")
"""What a hyphen joins to a place name without changing what it names."""

WEAPONS = _words(
    "rocket rockets missile missiles mortar mortars shell shells howitzer howitzers launcher launchers "
    "helicopter helicopters gunship gunships drone drones uav uavs jet jets aircraft warplane warplanes "
    "fighter-jet tank tanks rifle rifles pistol pistols machine-gun gun guns handgun grenade grenades "
    "ammunition warhead warheads submarine frigate motorbike motorbikes motorcycle motorcycles pickup pickups "
    "hilux jeep jeeps"
)
"""Lower case, after the name of a make or a model: "Grad rockets", "two Tigre helicopters"."""

SETTLED = _words(
    "village villages hamlet hamlets camp camps encampment encampments community communities settlement settlements "
    "neighborhood neighbourhood neighborhoods neighbourhoods quarter quarters town towns"
)
"""What a people lives in: the people's name before it is no place's."""

STREET_BEFORE = HeldPattern(
    r"\b(?:blocks?|corner|intersection)\s+of\s+(?:(?:[NSEW]|north|south|east|west)\.?\s+)?\Z",
    re.IGNORECASE,
)
"""Before a street that stands without its "Street": "the 1600 block of Eastwood"."""

STREETS_AFTER = re.compile(
    r"(?:\s+(?:and|&|at)\s+(?:[NSEW]\.?\s+)?(?:\d+(?:st|nd|rd|th)|[A-Z][\w'’.]*(?:\s[A-Z][\w'’.]*)?))?"
    r"\s+(?:[Ss]treets|[Aa]venues|[Rr]oads|[Bb]oulevards|[Dd]rives|[Ll]anes)\b"
)
"""After the first or the second of two streets that cross: "Elm and Georgia streets"."""

STREETS = _words(
    "street st avenue ave road rd boulevard blvd drive "
    "dr lane highway parkway pkwy hwy turnpike terrace university college school hospital elementary high "
    "middle church mosque museum theater theatre stadium hotel zoo park mall academy farm clinic library "
    "colony chowk nagar"
)
"""Capitalised words after a name that make it a building's or a street's, wherever it stands."""

BORDER_BEFORE = HeldPattern(
    r"(?:\bborders?|frontiers?|borderlands?)\s+(?:with|of|between|to)\s+(?:the\s+)?"
    r"(?:(?-i:[A-Z])[\w'’]+(?:\s(?-i:[A-Z])[\w'’]+){0,2},?\s+and\s+(?:the\s+)?)?\Z",
    re.IGNORECASE,
)
BORDER_AFTER = re.compile(r"\s*(?:[-–]\s*[A-Z][\w'’]+\s+)?(?:border|frontier|borderlands?)\b", re.IGNORECASE)
DISTANCE = HeldPattern(
    r"\b(?P<number>\d{1,4}(?:[.,]\d{1,2})?|(?:(?:twen|thir|for|fif|six)ty[\s-])?(?:one|two|three|four|five|six|seven|eight"
    r"|nine)|ten|a\s+dozen|fifteen|twenty|thirty|forty|fifty|sixty|hundred)[\s-]*(?P<unit>km|kms|kilomet(?:er|re)s?|miles?|mi)\b\s*(?:\([^()]{1,25}\)\s*)?"
    r"(?:(?:to\s+the\s+)?(?P<bearing>[a-z]{1,5}[\s-]?[a-z]{0,9})\s+)?(?P<link>of|from|away\s+from|outside(?:\s+of)?)\s+"
    r"(?:the\s+)?(?:(?:(?:provincial|regional|district|state|national|country['’]s)\s+)?"
    r"(?:village|town|city|border|capital)(?:\s+city)?(?:\s+of|\s+with|,)?\s+)?\Z",
    re.IGNORECASE,
)
BEARING_OF = HeldPattern(
    r"\b(?P<bearing>(?:north|south)?(?:[\s-]?(?:east|west))?(?:north|south|east|west))(?:ern\s+outskirts)?\s+of\s+"
    r"(?:the\s+)?(?:(?:(?:provincial|regional|district|state|national)\s+)?(?:village|town|city|capital)(?:\s+city)?"
    r"(?:\s+of|,)?\s+)?\Z",
    re.IGNORECASE,
)
PART_OF_LAND = HeldPattern(
    r"\b(?P<bearing>(?:north|south)[\s-]?(?:east|west)(?:ern)?|(?:north|south|east|west)(?:ern)?|central|upper|lower)\s+\Z",
    re.IGNORECASE,
)
NUMBER_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "dozen": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "hundred": 100,
}  # fmt: skip
KM_PER_MILE = 1.609344

_POINT = {"north": "N", "south": "S", "east": "E", "west": "W"}


def compass_point(words: str) -> str | None:
    """The compass point of "north", "north-eastern", "SSW" …; None where the words are none."""
    plain = re.sub(r"[\s-]+", "", words.lower()).removesuffix("ern").removesuffix("ward").removesuffix("erly")
    if re.fullmatch(r"[nsew]{1,3}", plain):
        return plain.upper() if plain.upper() in _SHORT_POINTS else None
    match = re.fullmatch(r"((?:north|south|east|west)?)((?:north|south)?)((?:east|west)?)", plain)
    if not plain or match is None:
        return None
    point = "".join(_POINT.get(part, "") for part in match.groups())
    return point if point in _SHORT_POINTS else None


_SHORT_POINTS = frozenset(
    ["N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW"]
)

KIND_BEFORE = HeldPattern(
    r"\b(?P<kind>villages?|towns?|city|hamlets?|locality|localities|settlements?|camps?|neighbou?rhoods?|suburbs?|"
    r"districts?|provinces?|regions?|governorates?|states?|cercles?|communes?|municipality|areas?|prefectures?|"
    r"departments?|county|oblast|subdistrict|sub-district|quarter|zone|capital|port|island|valley|outpost|base|mount)\s+of\s+\Z",
    re.IGNORECASE,
)
KIND_AFTER = re.compile(
    r"\s+(?P<kind>villages?|towns?|city|hamlet|locality|settlement|neighbou?rhood|suburb|districts?|provinces?|regions?|"
    r"governorates?|states?|cercle|commune|municipality|areas?|prefecture|department|county|oblast|subdistrict|sub-district|"
    r"zone|parish|township|woreda|territory|local\s+government(?:\s+areas?)?|LGAs?|valley|refugee\s+camp|camp|crossing|mountains?|forest|airport|airbase)\b",
    re.IGNORECASE,
)
VILLAGE_KINDS = _words(
    "village villages town towns hamlet hamlets locality localities settlement settlements camp camps"
)
REGION_KINDS = _words("region regions area areas zone")

TITLES = _words(
    "mr mrs ms miss dr prof professor sir lady lord king "
    "queen prince princess emir sultan sheikh sheik shaykh imam mullah "
    "mawlawi maulvi qari haji hajji ayatollah pope bishop "
    "archbishop cardinal reverend rev father pastor rabbi saint "
    "president vice-president minister premier chancellor senator "
    "sen representative rep congressman congresswoman "
    "governor gov mayor councilman councilwoman councilmember "
    "secretary ambassador spokesman spokeswoman spokesperson "
    "judge justice attorney lawyer sheriff deputy officer detective "
    "sergeant sgt corporal cpl lieutenant lt captain capt "
    "major maj colonel col general gen brigadier brig admiral "
    "adm commander cmdr commodore marshal private pvt constable "
    "inspector chief director chairman chairwoman ceo coach "
    "author actor actress singer journalist reporter analyst "
    "superintendent trooper warden comrade brother sister uncle aunt ag abu umm ibn bin ould abd abdul"
)
"""Words before a name that make it a person's."""

SPEECH = _words(
    "said says told added stated explained claimed testified "
    "replied argued wrote noted recalled asked announced "
    "insisted commented joked pleaded smiled resigned quipped"
)
"""Verbs that a person or a government governs, but no town."""

ORGANISATION_NEXT = _words(
    "university college school hospital police army navy times post "
    "news herald tribune star gazette journal press daily "
    "bank corporation company inc corp ltd group party "
    "union association society foundation institute council committee "
    "commission court church mosque museum theater theatre stadium club "
    "fc united street st avenue ave road rd boulevard "
    "blvd drive dr lane highway hotel park airlines airways "
    "bridge brigade division battalion regiment corps forces force "
    "front movement liberation accords accord agreement convention "
    "declaration treaty summit conference championship cup "
    "games olympics marathon festival series sox yankees red "
    "giants bears lions tigers eagles department ministry agency "
    "observer telegraph guardian globe chronicle tribunal protocol "
    "peace process state tech academy high elementary "
    "middle center centre building tower hall house library "
    "fire medical health magazine radio television tv tuesday "
    "militia battalions conservatory symphony orchestra ballet bay creek river lake mountain hills dam canal"
)
"""Capitalised words after a place name that make the whole the name of something else."""

ORGANISATION_OF = _words(
    "state army movement front union university bank "
    "directorate office bureau authority chamber federation confederation network forum alliance agency commission "
    "committee collective platform court tribunal mission syndicate directory "
    "party league organization organisation group council ministry "
    "department coalition brigade brigades battalion sons lions "
    "soldiers partisans supporters ansar jabhat katiba caliphate "
    "emirate brotherhood congress parliament bishop archbishop institute "
    "college museum church hospital command guard "
    "fund liberation salvation conquest defense defence parliament association society treaty battle siege"
)
"""Heads of names of bodies that hold a place ("Movement for the Salvation of …")."""

NO_PLACES = _words(
    "bush sector sectors "
    "a an the this that these those i he she it we you they "
    "his her its our their my your who what when where why how which "
    "and or but nor so yet if then than as at by for from in "
    "into of off on onto out over per to toward up upon via with "
    "after before during since until while because although though "
    "however meanwhile also still even just only very more "
    "most many much some any all both each every few several no "
    "not none one two three four five six seven eight nine ten "
    "eleven twelve dozen hundred thousand million first second third last next same other another such "
    "january february march april may june july august september october "
    "november december jan feb mar apr jun jul aug sep "
    "sept oct nov dec monday tuesday wednesday thursday friday saturday "
    "sunday mon tue wed thu fri sat sun today yesterday "
    "tomorrow tonight morning afternoon evening night day week month "
    "year spring summer autumn fall winter ramadan christmas "
    "easter eid muharram is are was were be been being has have "
    "had do does did will would can could may might must shall "
    "should there here now according local national international "
    "foreign general special military police army navy air "
    "force forces troops soldiers soldier officers officer men "
    "women man woman people children child civilians civilian "
    "militants militant rebels rebel fighters fighter insurgents "
    "insurgent terrorists terrorist gunmen gunman security "
    "government state states federal central district province region "
    "city town village county governorate street road "
    "north south east west northern southern eastern "
    "western northeast northwest southeast southwest north-east north-west "
    "south-east south-west center centre islamic islam muslim muslims "
    "christian christians jewish jews arab arabs kurdish kurds "
    "sunni shia shiite shiites taliban jihad jihadist hamas fatah "
    "isis isil daesh al-qaeda qaeda president minister prime "
    "secretary defense defence interior department ministry office "
    "council court committee commission party union bank "
    "university school college hospital church mosque company media "
    "news press radio television internet facebook twitter "
    "agency source sources report reports statement operation operations "
    "mission attack attacks war battle peace ceasefire "
    "new old great big little small high low long short good "
    "bad best better free young early late main major minor true "
    "real right left white black red green blue brown gray grey "
    "gold silver god allah lord father mother brother sister son "
    "daughter king queen prince judge major colonel captain "
    "chief mayor sheriff house senate congress parliament assembly "
    "english french german spanish italian russian chinese japanese "
    "arabic hebrew turkish persian dari pashto urdu hindi "
    "american british israeli palestinian syrian iraqi iranian afghan pakistani indian malian "
    "under between among against about above across along around "
    "behind below beneath beside beyond down inside near outside "
    "through throughout within without like unlike despite except including "
    "regarding mr mrs ms dr st yes please thanks "
    "home life love water fire police student students "
    "teacher teachers driver family friends residents resident witnesses "
    "officials official authorities spokesman spokeswoman spokesperson commander "
    "leader leaders member members group groups "
    "victim victims suspect suspects case trial law act rule "
    "order bill vote campaign election elections economy market "
    "business industry trade oil gas energy power health medical "
    "disease virus flu influenza fever h1n1 ebola bird swine "
    "science sports game games team teams player players season "
    "championship league cup series point points page photo "
    "video story article editor letter letters sunni bomb bombs "
    "mine mines rocket rockets missile missiles drone drones "
    "tank tanks helicopter helicopters plane aircraft convoy patrol "
    "patrols base camp checkpoint checkpoints border bridge "
    "airport convoy ied ieds man-made release immediate joint "
    "headquarters combined command coalition sea river lake ocean "
    "island islands mount mountain mountains valley hills desert coast bay gulf cape forest park capital "
    "nato un eu us-led msa gatia isgs aqim jnim minusma isaf idf "
    "fdlr m23 adf lra plo pkk ypg sdf fsa hts rsf saf "
    "cross santa pool hall swan pope bureau republic "
    "justice agriculture treasury labor labour education transportation "
    "metropolitan metro downtown suburban greater upstate neighboring neighbouring nearby rural urban historic "
    "nations world globe earth moon internet web google apple amazon ford toyota boeing wikinews wikipedia "
    "front charge hand mind area plan summit order fact addition return response exchange turn line exile jail "
    "prison see "
    "them say make pay take give get go come put keep let kill carry reach enter advance book store popular massacre "
    "revolution freedom liberty victory democratic republican communist socialist embassy ambassador drug drugs "
    "among alleged unidentified unknown presumed suspected separately "
    "later earlier thus instead perhaps finally once "
    "ethnic tribal coded geo precision media menastream facebook sources de la le el du des".lower()
)
"""Words that are no places wherever they stand capitalised, though somewhere on earth a village is so called."""

LOCATING_IN_CAPITALS = _words(
    "in inside within near nearby around outside towards toward into from between at across throughout"
)
"""As LOCATING, in text without lower case, where "to" and "through" stand before verbs and any other word."""

SHOUTED_COUNTRIES = _words(
    "us u.s. u.s.a. usa uk u.k. uae u.a.e. drc d.r.c. rsa nsw d.c. dc car prc ny nyc n.y. nz"
)
"""Abbreviations in capitals that are places in ordinary text."""

_DEMONYMS = (
    "Afghan:AFG Afghani:AFG Albanian:ALB Algerian:DZA American:USA "
    "Angolan:AGO Argentine:ARG Argentinian:ARG Armenian:ARM "
    "Australian:AUS Austrian:AUT Azerbaijani:AZE Azeri:AZE Bahraini:BHR "
    "Bangladeshi:BGD Belarusian:BLR Belgian:BEL Beninese:BEN "
    "Bolivian:BOL Bosnian:BIH Botswanan:BWA Brazilian:BRA British:GBR "
    "Bulgarian:BGR Burkinabe:BFA Burkinabé:BFA Burmese:MMR "
    "Burundian:BDI Cambodian:KHM Cameroonian:CMR Canadian:CAN Chadian:TCD "
    "Chilean:CHL Chinese:CHN Colombian:COL Congolese:COD "
    "Croatian:HRV Cuban:CUB Cypriot:CYP Czech:CZE Danish:DNK "
    "Djiboutian:DJI Dutch:NLD Ecuadorian:ECU Ecuadorean:ECU Egyptian:EGY "
    "Emirati:ARE English:GBR Eritrean:ERI Estonian:EST Ethiopian:ETH "
    "Filipino:PHL Finnish:FIN French:FRA Gabonese:GAB "
    "Gambian:GMB Georgian:GEO German:DEU Ghanaian:GHA Greek:GRC "
    "Guatemalan:GTM Guinean:GIN Haitian:HTI Honduran:HND "
    "Hungarian:HUN Indian:IND Indonesian:IDN Iranian:IRN Iraqi:IRQ "
    "Irish:IRL Israeli:ISR Italian:ITA Ivorian:CIV Jamaican:JAM "
    "Japanese:JPN Jordanian:JOR Kazakh:KAZ Kenyan:KEN Kosovar:XKX "
    "Kuwaiti:KWT Kyrgyz:KGZ Laotian:LAO Latvian:LVA Lebanese:LBN "
    "Liberian:LBR Libyan:LBY Lithuanian:LTU Macedonian:MKD Malawian:MWI "
    "Malaysian:MYS Malian:MLI Mauritanian:MRT Mexican:MEX "
    "Moldovan:MDA Mongolian:MNG Moroccan:MAR Mozambican:MOZ Namibian:NAM "
    "Nepalese:NPL Nepali:NPL Nicaraguan:NIC Nigerian:NGA "
    "Nigerien:NER Norwegian:NOR Omani:OMN Pakistani:PAK "
    "Palestinian:PSE Panamanian:PAN Paraguayan:PRY Peruvian:PER "
    "Philippine:PHL Polish:POL Portuguese:PRT Qatari:QAT Romanian:ROU "
    "Russian:RUS Rwandan:RWA Salvadoran:SLV Salvadorean:SLV "
    "Saudi:SAU Scottish:GBR Senegalese:SEN Serbian:SRB Singaporean:SGP "
    "Slovak:SVK Slovenian:SVN Somali:SOM Spanish:ESP "
    "Sudanese:SDN Swedish:SWE Swiss:CHE Syrian:SYR Taiwanese:TWN "
    "Tajik:TJK Tanzanian:TZA Thai:THA Togolese:TGO Tunisian:TUN "
    "Turkish:TUR Turkmen:TKM Ugandan:UGA Ukrainian:UKR Uruguayan:URY "
    "Uzbek:UZB Venezuelan:VEN Vietnamese:VNM Welsh:GBR "
    "Yemeni:YEM Yemenite:YEM Zambian:ZMB Zimbabwean:ZWE"
)
DEMONYMS: dict[str, str] = dict(pair.split(":") for pair in _DEMONYMS.split())
"""Adjectives of countries: no places themselves, yet they tell where the report's places lie."""
