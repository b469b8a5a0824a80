"""Words by which somebody claims a deed, denies it, or is held to have done it."""

from __future__ import annotations

import re

DENYING = frozenset({"deny", "dispute", "refute", "disclaim", "repudiate", "disavow"})
"""Verbs whose object or clause is said not to be so."""
DISMISSING = frozenset({"reject", "dismiss", "rebuff"})
"""Verbs by which one denies what one is charged with: "rejected accusations that …"."""
CHARGES = frozenset(
    "accusation allegation charge claim report suggestion assertion rumor rumour insinuation".split()
)
OF_ITSELF = frozenset({"it", "its", "they", "their", "we", "our", "he", "his", "she", "her", "i", "my"})
"""Pronouns that may mean who speaks."""

RESPONSIBILITY: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "denied",
        re.compile(
            r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed)?) (?:any |all |having )?(?:\w+ ){0,2}?"
            r"(?:responsibility|involvement|role|part|killing|carrying|committing|blame|accusations?|allegations?)\b"
            r"|(?P<own>\b(?:was|were|is|are|be|been) (?:not|never) (?:in any way |at all )?"
            r"(?:behind|responsible for|involved in)\b"
            r"|\b(?:has|have|had) (?:absolutely )?"
            r"(?:nothing (?:at all )?to do with|no (?:hand|part|role|involvement) in)\b"
            r"|\bplayed no (?:part|role) in\b)",
            re.I,
        ),
    ),
    (
        "claimed",
        re.compile(
            r"\bclaim(?:s|ed|ing)? (?:the )?(?:responsibility|credit"
            r"|(?:(?:the|an?|this|that|its|two|several) )?(?:[\w/-]+ ){0,3}?"
            r"(?:attack|bombing|ambush|killing|kidnapping|blast|detonation|explosion|barrage|raid|strike|ied|mine|assault"
            r"|abduction|assassination|execution|murder|shooting|shelling|incursion|offensive|massacre|hijacking)(?:e?s)?"
            r"(?! (?:was|were|is|are|had|has|have|killed|could|would|did|never)\b)"
            r"|(?:destroying|damaging|killing|attacking|targeting|shelling|ambushing|detonating|bombing)"
            r"|to have (?:destroyed|killed|attacked|ambushed|shelled|bombed|wounded|targeted))\b"
            r"|\b(?:took|taken|takes|taking|assum(?:ed|es|ing)) (?:full )?responsibility\b(?! of)"
            r"|\bresponsibility (?:\w+ ){0,6}?(?:was |has been )?claimed\b|\bclaimed by\b"
            r"|\bsaid (?:it|they) (?:was|were) (?:behind|responsible)\b",
            re.I,
        ),
    ),
    (
        "accused",
        re.compile(
            r"\b(?:(?P<held>(?:suspected|believed|thought|presumed|considered|deemed|reported|alleged|said)"
            r" (?:to (?:be|have been) |of being )?(?:behind|responsible)\b"
            r"|(?:is|are|was|were|been) (?:\w+ly )?(?:suspected|blamed)"
            r"(?= (?:for|of|in) the\b| of\b(?! being \w+ by\b)|\s*(?:[.;,)]|\Z))"
            r"|the (?:main|prime|chief|likel(?:y|iest)|most likely) suspects?\b)"
            r"|blam(?:e|es|ed|ing)(?: \w+ {0,1}(?:attack|bombing|ambush|killing)\w* on)?\b"
            r"|accus(?:e|es|ed|ing)\b"
            r"|point(?:s|ed|ing)? the finger at\b|(?:pin|put|la(?:y|id))(?:s|ned)? (?:the )?blame (?:on|at)\b"
            r"|h[oe]ld\b(?= (?:[\w'’-]+ ){1,5}?(?:responsible|accountable)\b)"
            r"|attribut(?:e|ed|es|ing) (?:\w+ ){0,4}?to\b"
            r"|(?:planted|laid|carried out|perpetrated|staged) by\b"
            r"|suspicions? (?:\w+ly )?(?:fell|falls|fallen|fastened|cent(?:er|re)d"
            r"|focused|turned|rest(?:s|ed)) (?:up)?on\b"
            r"|(?<=, )(?:presumably|probably|allegedly|reportedly|likely|apparently|possibly|supposedly) by\b"
            r"|suspect(?:s|ed)?\b(?= (?:the )?(?-i:[A-Z])[^.,;]{2,60} of (?:being|having|carrying|staging|the)\b)"
            r"|(?:bore|bears?|bearing|had|has|carried) (?:all )?(?:the )?hallmarks? of\b"
            r"|it (?:is|was) (?:\w+ )?(?:likely|probably|presumably|believed|suspected|reportedly|allegedly)\b"
            r"(?= [^.,;:]{2,70}? (?:who|that) (?:had )?"
            r"(?:planted|laid|attacked|fired|staged|carried|did|set|detonated)\b)"
            r"|(?:perpetrators?|assailants?|attackers?|aggressors?|killers?|gunm[ae]n|raiders?|culprits?|bombers?"
            r"|kidnappers?|abductors?) (?:is|are|was|were) (?:\w+ly )?(?:believed|suspected|thought|alleged"
            r"|presumed|said|reported|known) to (?:be|have been|belong to)\b"
            r"|(?:perpetrator|assailant|attacker|gunm[ae]n|shooter|killer|bomber)s? (?:is|was|are|were) (?:all |both )?"
            r"(?:an? )?(?:alleged )?(?:member|fighter|operative|recruit)s? of\b"
            r"|(?:perpetrators|assailants|attackers|aggressors|killers|raiders|kidnappers|culprits) (?:are|were)"
            r"(?= (?:(?:all|likely|probably|members|fighters|militants|elements|from|of|the) ){0,4}(?-i:[A-Z])))",
            re.I,
        ),
    ),
)
"""What is said of responsibility, in the order tried: a denial may hold the words of a claim."""
