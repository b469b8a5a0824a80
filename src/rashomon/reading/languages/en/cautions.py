"""How English sets a caution beside a figure: doubted, not verified, no more than possible, only a first toll.

>>> bool(DOUBT_AFTER.search("it had lost four men (estimate likely less reliable)"))
True
>>> bool(FIRST_TOLL.search("The provisional toll stands at six dead"))
True
"""

from __future__ import annotations

import re

from rashomon.reading.sentences.held_words import HeldPattern

_FIGURE = r"(?:figure|number|toll|death toll|body count|estimate|count|tally|total)s?"
_CLAIM = r"(?:claim|statement|assertion|account|report|information|allegation)s?(?! of responsibility)"
_DOUBTFUL = (
    r"(?:exaggerat\w+|inflated|overstated|overestimate\w*|underestimate\w*|understated|unreliable"
    r"|less reliable|not (?:very )?reliable|(?:implausible|improbable|unlikely|doubtful)(?! (?:that|to)\b)"
    r"|dubious|questionable|unverified|unconfirmed|uncorroborated|unsubstantiated|(?:not|less) credible"
    r"|untrustworthy|not trustworthy|(?:too|suspiciously|implausibly|improbably) (?:high|low)"
    r"|(?:open|subject) to doubt|in doubt|(?:hard|difficult) to believe|treated with caution)"
)
_CHECKED = r"(?:verified|confirmed|corroborated|substantiated|checked|ascertained)"
_NOT_SO = r"(?: not|n['’]t|not)(?: yet)?(?: been)?(?: able to)?(?: be)?(?: immediately)?(?: independently)? "
_NOT_ASKED = r"\b(?! (?:whether|who|if|how|why|where|when|what|which)\b)"
_UNCHECKED = (
    rf"(?:(?:could|can|was|were|has|have|is|are){_NOT_SO}(?:{_CHECKED}|verify|confirm|check){_NOT_ASKED}"
    r"|(?:was|were|is|are|has been|have been) (?:unable|not able|not in a position) to "
    rf"(?:independently )?(?:verify|confirm|check){_NOT_ASKED}"
    rf"|(?:has|have|is|are) yet to be (?:independently )?{_CHECKED}"
    r"|remains? (?:unverified|unconfirmed)"
    rf"|(?:impossible|difficult|hard|not possible) to (?:independently )?(?:verify|confirm|check){_NOT_ASKED}"
    r"|(?:nobody|no one|no other source) (?:else )?(?:could|can|has|have)? ?(?:verif\w+|confirm\w*))"
)
_WRONG = rf"(?:{_DOUBTFUL}|{_UNCHECKED})"
_THIS = rf"(?:this|that|these|it|(?:the|its|their|his|her|such an?) (?:[\w-]+ )?(?:{_FIGURE}|{_CLAIM}))"
_THE = rf"(?:this|that|it|(?:the|its|their|these|those|his) (?:[\w-]+ )?(?:{_FIGURE}|{_CLAIM}))"
_TO_COME = r"(?!(?:[^.;]{0,40} )?(?:likely|expected|set|bound) to (?:rise|climb|grow|increase|change))"

DOUBTS = HeldPattern(
    r"exaggerat|inflated|overstat|overestimat|underestimat|understat|reliab|implausib|improbab|unlikely|doubt"
    r"|dubious|questionable|unverif|confirm|corroborat|substantiat|credible|trustworthy|too (?:high|low)"
    r"|(?:suspiciously|improbably) |to believe|caution|verif|checked|to check|ascertained|evidence|proof"
    r"|disputed|contested|challenged|questioned|rejected|dismissed",
    re.I,
)
"""What each of the patterns of doubt below holds."""

DOUBT_AFTER = re.compile(
    rf"\s*\((?:[^()\d]{{0,60}}\b)?{_WRONG}[^()\d]{{0,30}}\)"
    rf"|\s*[,–—-]+ (?:and |but )?(?:an? |the |its )?(?:[\w-]+ ){{0,3}}?{_DOUBTFUL} (?:{_FIGURE}|{_CLAIM})\b"
    rf"|\s*[,–—-]+ (?:an? |the )(?:[\w-]+ ){{0,2}}?(?:{_FIGURE}|{_CLAIM}) [^.;,\d]{{0,80}}?{_WRONG}"
    rf"|\s*[,–—-]+ which [^.;,\d]{{0,60}}?{_WRONG}"
    rf"|\s*[,–—-]+ (?:an? |the )(?:[\w-]+ ){{0,2}}?(?:{_FIGURE}|{_CLAIM}) (?:that is |which is )?"
    r"(?:disputed|contested|challenged|questioned|rejected|dismissed)\b"
    rf"|\s*;\s*{_THIS} {_TO_COME}[^.;\d]{{0,60}}?{_WRONG}"
    rf"|\s*[,;–—-]* ?(?:but|though|although|however,?|even though) {_THIS} {_TO_COME}[^.;\d]{{0,60}}?{_WRONG}",
    re.I,
)
"""After a figure in its sentence: "(estimate likely less reliable)", ", a claim that could not be verified"."""

DOUBT_NEXT = re.compile(
    rf"[\s.”\"’]*(?:However, |But )?(?:{_THIS} {_TO_COME}[^.;\d]{{0,60}}?{_WRONG}"
    rf"|[^.;\d]{{0,50}}?{_UNCHECKED} {_THE}\b"
    rf"|There (?:was|is|has been) no (?:immediate |independent )*(?:confirmation|verification) of {_THE}\b)",
    re.I,
)
"""The sentence after a figure: "The figure could not be independently confirmed."."""

DOUBT_BEFORE = re.compile(
    rf"\A(?:Unconfirmed|Unverified): |\b{_UNCHECKED} (?:[\w’'-]+ ){{0,5}}?{_CLAIM} (?:that|of)\b"
    rf"|\b{_DOUBTFUL} (?:[\w-]+ ){{0,2}}?(?:{_FIGURE}|{_CLAIM})\b"
    r"|\b(?:implausibl[ey]|improbabl[ey]|dubiously|exaggerated|inflated)\b,?(?: that\b| to\b| an?\b)?"
    r"|\bwithout (?:offering |giving |providing |showing |presenting |any )*(?:evidence|proof)\b",
    re.I,
)
"""Before a figure: "made the unlikely claim that", "without evidence"."""

CLAIM_OF = re.compile(rf"\b(?:{_FIGURE}|{_CLAIM})(?: by (?:[\w’'-]+ ){{1,5}}?| )(?:that|of)\b", re.I)
WAS_WRONG = re.compile(
    r"[^.;,\d]{0,50}? (?:(?:is|are|was|were|seems?|appears?|looks?|remains?|should be)\b"
    rf"[^.;,\d]{{0,25}}? {_DOUBTFUL}|{_UNCHECKED})",
    re.I,
)
"""Around a figure: "the *claim that* one man died *is doubtful*"."""

SOURCE_WRONG = re.compile(
    rf"[^.;,\d]{{0,60}} (?:source|report|claim|account|figure)s? (?:that|which) {_UNCHECKED}", re.I
)
"""After a figure: "according to a source that could not be verified"."""

FIRST_TOLL = HeldPattern(
    r"\b(?:(?:initial|provisional|preliminary|early|earliest|first|tentative)"
    r"(?:,? (?:and )?(?:still )?provisional)? (?:[\w-]+ ){0,2}?"
    r"(?:toll|count|figure|estimate|tally|assessment|report|number|information|indication|finding|account"
    r"|statement|communiqu[eé]|announcement|bulletin)s?"
    r"|\A(?:initially|at first)(?=,)"
    r"|(?:initially|provisionally|at first|first|preliminarily) "
    r"(?:put|puts|said|reported|estimated|counted|spoke|gave|announced|told)"
    r"(?! (?:at|on|around|by|in|to|just|shortly|about|as|after)\b))\b",
    re.I,
)
"""What makes a figure its speaker's first: "the initial toll is", "police first said"."""
NO_FIRST_TOLL = re.compile(
    r"first (?:[\w-]+ ){0,2}?(?:number|information|finding|account|indication)s?", re.I
)

_POSSIBLY = r"(?:possibly|probably|potentially|perhaps|maybe|presumably|likely)"
_PRESUMED = r"(?:presumed|believed|feared|thought|assumed)"
ONLY_POSSIBLE = HeldPattern(
    r"\b(?:probabl[ey]|possibl[ey]|potentially|perhaps|maybe|presum(?:ed|ably)|likely"
    r"|believed|thought|feared|assumed|supposed|may|might)\b",
    re.I,
)
"""What makes a death no more than possible, unlike "reportedly": "the *probable* death", "*presumed* dead"."""
POSSIBLY_BEFORE = re.compile(rf"\b{_POSSIBLY}(?: also)? \Z", re.I)
POSSIBLY_AT_ONCE = re.compile(rf"{_POSSIBLY} ", re.I)
POSSIBLY_AFTER = re.compile(
    rf",? (?:(?:are|is|were|was|have been|has been) )?(?:also )?{_PRESUMED} "
    r"(?:to be |to have (?:been )?)?(?:dead|killed|died|perished)\b",
    re.I,
)
"""Right before or after those of a list who are no more than possibly among the dead: "and *possibly* two more"."""
ONLY_REPORTED = re.compile(
    r"\b(?:reported(?:ly)?|alleged(?:ly)?|purportedly|apparently|said|claim\w*)\b", re.I
)

JOINT = re.compile(
    r"\s*;\s|,? (?:while|whereas|but|although|though|whilst|however|before)\b|[.!?]\s+(?=[\"“A-Z])", re.I
)
"""Between the words of two speakers or the deeds of two clauses: a caution on one side is none on the other."""
CLAIMS_THE_DEED = re.compile(
    r"\bresponsib|\b(?:was|were|been) (?:also )?claimed by\b"
    r"|\bclaim(?:ed|s|ing)? (?:the|this|that|an?|both) (?:[\w-]+ ){0,2}"
    r"(?:attack|ambush|bombing|raid|assault|killing|strike|operation)",
    re.I,
)
"""Where "the claim" may be that of having done it."""
