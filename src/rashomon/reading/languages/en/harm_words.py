"""Words of harm: who was killed, wounded, taken or lost, and what may stand beside such words."""

from __future__ import annotations


def each(code: str, words: str) -> dict[str, str]:
    """Each of the words, blanks written as "_", with one code."""
    return {word.replace("_", " "): code for word in words.split()}


HARM_VERBS: dict[str, str] = {
    **each(
        "killed",
        "kill murder assassinate execute massacre behead slaughter slay lynch martyr decapitate eliminate fell "
        "liquidate exterminate electrocute strangle hang gun mow butcher immolate crucify disembowel dismember",
    ),
    **each("wounded", "wound injure hurt harm maim hospitalize hospitalise"),
    **each("casualties", "shoot stab strike hit shot hack knife slash spear axe machine-gun"),
    **each("captured", "capture arrest detain apprehend abduct kidnap seize imprison nab"),
    **each("neutralised", "neutralize neutralise"),
    **each("missing", "disappear vanish"),
}
"""Verbs whose object (or passive subject) is who it happened to."""

SUFFER_VERBS: dict[str, str] = {
    **each("killed", "die perish succumb drown suffocate asphyxiate"),
    **each("missing", "disappear vanish"),
    **each("captured", "surrender"),
}
"""Verbs whose subject is who it happened to."""

WEAK_HARM_VERBS = frozenset(
    "seize hit strike hang eliminate execute capture hurt harm hack slash spear axe knife fell".split()
)
"""Verbs that also take things: their object must be people to count."""

SHOTS = frozenset("bullet round shot gunshot gunfire shrapnel fragment shell rocket missile blast".split())
"""What only ever hits somebody to his harm."""

HARM_ADJECTIVES: dict[str, str] = {
    **each("killed", "dead killed deceased slain lifeless kia"),
    **each("wounded", "wounded injured hurt unconscious wia"),
    **each("captured", "captured detained captive arrested"),
    **each("missing", "missing unaccounted"),
    **each("neutralised", "neutralized neutralised"),
}

HARM_NOUNS: dict[str, str] = {
    **each(
        "killed",
        "death fatality killing murder assassination execution martyrdom slaughter massacre lynching beheading "
        "decapitation demise",
    ),
    **each("wounded", "injury wounding"),
    **each("captured", "arrest detention capture abduction kidnapping apprehension"),
    **each("casualties", "casualty"),
    **each("losses", "loss"),
    **each("neutralised", "neutralisation neutralization"),
}
"""Nouns that name the harm: "the death of …", "three arrests"."""

ONLY_OF = frozenset("arrest attack slaughter massacre lynching beheading decapitation".split())
"""Nouns that name whom it befell by "of" alone: "the Orle massacre" killed nobody called Orle."""

SHOT_IN_PLAY = frozenset(
    "hoop dice basket pool craps marble mouth photo picture video film footage selfie commercial".split()
)
"""Things that are "shot" without anybody being hit: in play, on film, and mouths that are shot off."""

ONLY_PEOPLE = frozenset({"execute", "eliminate"})
"""Weak words of harm whose object "them" means people."""

HARMED_NOUNS: dict[str, str] = {
    **each("killed", "body corpse remains remain dead fatality martyr deceased"),
    **each("captured", "hostage prisoner captive detainee"),
    **each("wounded", "wounded injured"),
    **each("missing", "missing"),
}
"""Nouns that name people by what happened to them: "two bodies", "the wounded"."""

BODIES = frozenset({"body", "corpse", "remains", "remain"})
"""Nouns for the bodies of the dead, of whoever is named after them."""

TO_CARE = frozenset(
    "take rush transport airlift fly bring transfer shift refer admit send evacuate hospitalize put land".split()
)
"""Verbs that with a place of care after them tell of someone hurt: "was taken to a hospital"."""

CARRIED = frozenset({"driven", "carried"})
"""As passives only: whoever "drove his wife to the hospital" may have gone to see somebody."""

TO_DEATH = frozenset(
    "beat burn stone hack bludgeon torture club trample crush poison kick whip flog chop slash axe starve "
    "gun choke drag maul bury flay scald tear rip do shell bomb bleed freeze".split()
)
"""Verbs that tell of a killing with "to death", "alive" or "to pieces" after them."""

CARE_PLACES = (
    r"\bhospitals?\b|\bmedical cent(?:er|re)\b|\btrauma cent(?:er|re)\b"
    r"|\bemergency room\b|\binfirmary\b|\bclinic\b|\bmedical facility\b"
    r"|\b(?:UF|IU|UC|OU|AU|UAB|UNC|UVA|VCU|MUSC|Duke|Sanford|Baptist|Methodist|Mercy|Memorial|Trauma|Regional)\b"
    r"(?= (?:Health|Medical|Regional|Hospital|Trauma|Main))"
)

CONDITIONS = frozenset("critical stable serious fair good guarded grave poor satisfactory".split())
"""What a condition is called in which the wounded are."""

RECOVERING = frozenset({"survive", "recover", "live"})

WOUND_NOUNS = frozenset({"wound", "injury", "gunshot", "injure", "bruise", "burn"})
"""Nouns for a wound; "injures" is how "injuries" is often written."""

BEARING_WOUNDS = frozenset("suffer sustain receive have face incur survive nurse bear exhibit".split())
"""Verbs whose subject is who was hurt where a wound is their object."""

HIT_WOUNDS = frozenset({"gunshot"})

MULTIPLE_HARM: dict[str, str] = {
    **each("casualties", "shooting stabbing"),
    **each("killed", "homicide murder killing slaying murder-suicide"),
}
"""Nouns before which "double" or "triple" gives the number of people."""

RISING = frozenset("rise climb mount reach increase stand grow jump soar hit bring raise put revise".split())
"""Verbs by which a toll moves or stands."""

PUTTING = frozenset({"put", "place", "estimate", "set", "peg"})
"""Verbs that give a toll with "at": "put the dead at 120"."""

FREEING = frozenset("free release rescue liberate exchange swap ransom".split())
"""Verbs after which "hostages" and "prisoners" tell that people came free, not that they were taken."""

BETWEEN_WORDS = frozenset("were was others other more people are have been left of them whom".split())
"""Words that may stand between a bare number and its participle."""

FINDING = frozenset({"find", "discover", "recover", "retrieve", "bury", "locate"})
"""What is done with the bodies of the dead."""

TREATING_BODIES = FINDING | frozenset(
    "turn dump identify exhume wash float lie return hand throw burn mutilate display leave bring deposit".split()
)
"""What is said of "their bodies" alone: whoever they are, they are dead."""

FATAL_WORDS = frozenset({"dead", "fatally", "death", "killed"})

LIVES = frozenset({"life", "live", "victim"})
"""What an attack claims, and what people lose."""

PUT_OUT = frozenset({("render", "ineffective"), ("render", "harmless")})
OUT_OF = {verb: frozenset({"action", "combat"}) for verb in ("put", "leave", "place")}
"""Verb and word of "rendered ineffective", "left ten rebels out of action": neutralised, not said to be dead."""

LIGHT_HARM: dict[tuple[str, str], str] = {
    ("leave", "dead"): "killed",
    ("take", "hostage"): "captured",
    ("take", "prisoner"): "captured",
    ("take", "captive"): "captured",
    ("take", "custody"): "captured",
    ("go", "missing"): "missing",
    ("report", "missing"): "missing",
}

SENTENCED = frozenset(
    {"sentence", "death", "row", "penalty", "rate", "threat", "squad", "certificate", "anniversary"}
    | {"suspect", "case", "charge", "trial", "weapon", "investigation", "scene", "warrant"}
)
"""Nouns after "death" or "murder" that make it something other than a death that happened."""

LEGAL_WORDS = frozenset({"capital", "felony", "misdemeanor", "degree", "count", "aggravated"})
"""Words before "murder" or "injury" that name a charge, and nobody whom it befell."""

LEFT_DEAD = frozenset("leave find report have declare pronounce shoot beat discover locate".split())
"""Verbs whose object is told of by the "dead" or "wounded" after it: "found two men dead"."""

SAYING = frozenset("say tell report confirm announce state add explain note".split())
"""Verbs of those who report a harm: nobody suffers by them."""

AVENGING = frozenset(
    "revenge retaliation reprisal response vengeance reaction retribution retaliate respond avenge".split()
)
"""Words for an answer to something that had happened before."""
