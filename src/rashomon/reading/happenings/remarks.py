"""What a sentence remarks beside harm and roles: means, outcome, responsibility, links, number of happenings.

Each remark is a codebook term (or a number of happenings) with the words it stands on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from rashomon.model.base import value
from rashomon.model.claims import ActorRef, Count, Term, Unknown
from rashomon.reading.happenings.cues import EventCue
from rashomon.reading.happenings.denials import denied_deeds
from rashomon.reading.happenings.divisions import find_division
from rashomon.reading.languages.en import body_names, syntax
from rashomon.reading.languages.en.blame import RESPONSIBILITY
from rashomon.reading.languages.en.reality import certainty
from rashomon.reading.languages.en.words import LINK, MEANS, OUTCOMES
from rashomon.reading.people.groups import Group, person_group
from rashomon.reading.sentences.held_words import HeldPattern, PatternTable
from rashomon.reading.sentences.parsing import Sentence
from rashomon.reading.sentences.word_index import with_base_form, word_at

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LOSSES = HeldPattern(r"\b(?:suffered|took|sustained|inflicted) (?:\w+ ){0,2}(?:losses|casualties)\b", re.I)

_JOINED = re.compile(
    r"(?: (?:fighters|militants|militiamen|militias?|members|forces))?,? (?:and|&|or|,) ?(?:the )?", re.I
)

_CHARGED_WITH = re.compile(r"(?:\W+(?!of\b)[\w'’-]+){0,6}?\W+(?P<of>of)\s+(?P<deed>[^,;.]{0,80})", re.I)
_NO_DEED = re.compile(
    r"(?:having )?(?:(?:been|be|being(?! (?:behind|responsible|involved))|belong\w*|support\w*|help\w*|aid\w*|assist\w*"
    r"|collaborat\w*|cooperat\w*|spy\w*|inform\w*|suppl\w+|harbou?r\w*|shelter\w*|shield\w*|hid\w+|host\w*|sympathi\w+|conniv\w+"
    r"|collu\w+|work\w*|serv\w+|feed\w*|fund\w*|financ\w+|fail\w*|ignor\w+|violat\w+|ly\w+|betray\w*"
    r"|sell\w*|buy\w*|smuggl\w+|recruit\w*|provid\w+|giv\w+|pass\w+|maintain\w*"
    r"|ha(?:ving|d) (?:links|ties)|adulter\w+|witchcraft|sorcery"
    r"|blasphem\w+|treason|espionage|complicity|corruption|embezzl\w+|links|ties|membership)\b"
    r"|(?:an? )?(?:informer|informant|spy|traitor)\b)",
    re.I,
)
"""What somebody may be accused of that is no part in an attack: "of helping the army", "of being a spy"."""


_HELD_GAP = re.compile(
    r"[\"”’)]*\s*(?:(?:militants?|fighters?|rebels?|members?|forces|elements)\s+)?(?:who\s+)?(?:(?:is|are|was|were|has|have|been)\s+)*"
    r"(?:\w+ly\s+)?"
)
"""Between a name and "presumed responsible"."""
_SUSPECTED = re.compile(r"(?:\w+ (?:\w+ly )?suspected|the [\w ]+ suspects?)$", re.I)
"""What is told of some man in every report of a crime: only a name makes it a word of responsibility."""
_VOICES = frozenset(
    "spokesman spokeswoman spokesperson statement commander leader member wing arm branch faction affiliate"
    " cell message video channel website agency outlet unit offshoot".split()
)
"""Who or what speaks for the body that stands beside it: "a spokesman for", "the armed wing of"."""
_ANOTHER_CLAUSE = re.compile(r"[;:.]|\b(?:and|but|while|who|which)\b")


@value
class Remark:
    """A facet with its term, whom it is about, and where it stands; ``cue`` as in roles."""

    facet: str
    value: Term | Count | Unknown
    about: tuple[Group, ...]
    start: int
    end: int
    cue: int | None = None
    said_start: int | None = None
    """Where its content stands, if not at its own words: "blamed" is the cue, whom it blames is what was said."""

    @property
    def is_denial(self) -> bool:
        """True where somebody denies a deed: told also in a sentence whose only happening is denied."""
        return isinstance(self.value, Term) and self.value.code == "denied"


def find_remarks(sentence: Sentence, groups: Sequence[Group], cues: Sequence[EventCue]) -> tuple[Remark, ...]:
    """The remarks of a parsed sentence, in order of the text."""
    doc = sentence.doc
    if doc is None:
        return ()
    blamed = _responsibilities(sentence, doc, groups)
    remarks = [*blamed, *_denials(sentence, doc, groups, blamed), *_links(sentence, groups), *_numbers(cues)]
    if cues:
        remarks.extend(_means(sentence, doc, cues))
        remarks.extend(_losses(sentence, doc, groups))
    remarks.extend(_outcomes(sentence, doc, groups))
    if (division := find_division(sentence.words)) is not None:
        begin = sentence.start
        told = (begin + division.start, begin + division.end)
        remarks.append(Remark(facet="divided", value=division.parts, about=(), start=told[0], end=told[1]))
    return tuple(sorted(remarks, key=lambda remark: (remark.start, remark.facet)))


def _means(sentence: Sentence, doc: Doc, cues: Sequence[EventCue]) -> list[Remark]:
    """Weapons and vehicles, once each in a sentence that tells of a happening."""
    found: dict[str, Remark] = {}
    for token in with_base_form(doc, MEANS.keys()):
        code = MEANS[token.lemma_.lower()] if token.pos_ in {"NOUN", "PROPN"} else None
        if code is None or code in found or syntax.is_negated(token) or _is_gunfire(token):
            continue
        start = sentence.start + token.idx
        found[code] = Remark(
            facet="means",
            value=Term(code=code, words=token.text),
            about=(),
            start=start,
            end=start + len(token.text),
            cue=min(cues, key=lambda cue: abs(cue.token - token.i)).token,
        )
    return list(found.values())


def _is_gunfire(token: Token) -> bool:
    """True for the fire of weapons and of fire brigades: only what is set on fire, or fire to, burns."""
    if token.lower_ != "fire":
        return False
    before = token.doc[token.i - 1] if token.i else None
    return before is None or not (before.lower_ == "on" or before.lemma_.lower() == "set")


def _outcomes(sentence: Sentence, doc: Doc, groups: Sequence[Group]) -> list[Remark]:
    found = []
    for token in with_base_form(doc, OUTCOMES.keys()):
        code = OUTCOMES[token.lemma_.lower()] if token.pos_ in {"VERB", "NOUN"} else None
        if code is None or certainty(token) in {"planned", "hypothetical"} or syntax.is_negated(token):
            continue
        subject = syntax.subjects(token) if not syntax.is_passive(token) else syntax.agents(token)
        about = tuple(g for g in groups if any(g.first <= t.i <= g.head for t in subject))
        if token.pos_ == "VERB" and not about:
            continue
        start = sentence.start + token.idx
        found.append(
            Remark(
                facet="outcome",
                value=Term(code=code, words=token.text),
                about=about,
                start=start,
                end=start + len(token.text),
            )
        )
    return found


@cache
def _responsibility() -> PatternTable:
    return PatternTable(pattern for _, pattern in RESPONSIBILITY)


def _responsibilities(sentence: Sentence, doc: Doc, groups: Sequence[Group]) -> list[Remark]:
    found: list[Remark] = []
    for place, match in _responsibility().search(sentence.words):
        code = RESPONSIBILITY[place][0]
        if _is_no_deed(match, sentence):
            continue
        if found and code != "accused":
            continue
        token = next((t for t in doc if t.idx + len(t.text) > match.start()), None)
        about = _responsible(code, token, match, sentence, groups) if token is not None else ()
        told = match.groupdict()
        if not about and (told.get("own") or _SUSPECTED.match(told.get("held") or "")):
            continue
        start, end = sentence.start + match.start(), sentence.start + match.end()
        negated = re.search(
            r"\b(?:no|not|nobody|none|neither)\b(?:\W+\w+){0,6}\W*$", sentence.words[: match.start()], re.I
        )
        if negated and code == "claimed":
            code, about, start = "unclaimed", (), sentence.start + negated.start()
        found.append(
            Remark(
                facet="responsibility",
                value=Term(code=code, words=sentence.words[start - sentence.start : match.end()]),
                about=about,
                start=start,
                end=end,
                said_start=_said_start(code, about, match, sentence),
            )
        )
        if code not in {"denied", "unclaimed"}:  # "blamed the group, which denied it" says both
            break
    return found


def _denials(sentence: Sentence, doc: Doc, groups: Sequence[Group], told: Sequence[Remark]) -> list[Remark]:
    """What the grammar tells of a denial where no set words do: "denied that its troops had fired"."""
    found: dict[int, Remark] = {}
    known = {remark.about for remark in told if remark.is_denial}
    for denying, deed, who in denied_deeds(doc):
        about = tuple(dict.fromkeys(g for word in who for g in _speaks([word], groups, sentence)))
        first, last = sorted((denying, deed), key=lambda token: token.i)
        span = (first.idx, last.idx + len(last.text))
        if not known or about not in known:
            found.setdefault(
                first.i,
                Remark(
                    facet="responsibility",
                    value=Term(code="denied", words=sentence.words[span[0] : span[1]]),
                    about=about,
                    start=sentence.start + span[0],
                    end=sentence.start + span[1],
                ),
            )
    return list(found.values())


def _said_start(code: str, about: Sequence[Group], match: re.Match[str], sentence: Sentence) -> int | None:
    """Where the content of a claim or of blame stands: whom it blames, or the last word of the claim."""
    if code == "claimed":
        return sentence.start + match.start() + match.group().rfind(" ") + 1
    if code != "accused":
        return None
    after = re.compile(r"\w").search(sentence.words, match.end())
    if about:
        return about[0].start
    return sentence.start + after.start() if after is not None else None


def _responsible(
    code: str, token: Token, match: re.Match[str], sentence: Sentence, groups: Sequence[Group]
) -> tuple[Group, ...]:
    """Who is held responsible: the subject of a claim or denial, the object of blame."""
    end = sentence.start + match.end()
    after = [g for g in groups if g.end > end and g.start - end < 60 and g.start >= end - len(match.group())]
    if code == "accused" and match.groupdict().get("held"):
        before = [g for g in groups if g.end <= sentence.start + match.start() and g.actors]
        near = [
            g for g in before if _HELD_GAP.fullmatch(sentence.words[g.end - sentence.start : match.start()])
        ]
        return tuple(near[-1:])
    if code == "accused":
        charged = _charged(match, sentence)
        if charged is not None:  # "accused the army of firing on women": the army
            after = [g for g in after if g.end <= sentence.start + charged.start("of")]
        told = sentence.words[match.end() : after[0].start - sentence.start] if after else ""
        # "blamed the front and sent soldiers": who stands beyond another clause is not the one blamed.
        if after and _ANOTHER_CLAUSE.search(told):
            return ()
        return _listed(after, sentence) or _body_after(match, sentence)
    verb = syntax.clause_verb(token)
    tokens = syntax.agents(verb) if syntax.is_passive(verb) else syntax.inherited_subjects(verb)
    tokens = [syntax.sayer_of(t) or t if t.pos_ == "PRON" else t for t in syntax.with_antecedents(tokens)]
    named = _speaks(tokens, groups, sentence, code in {"claimed", "denied"})
    return named or (() if code == "denied" else tuple(after[:1]))


def _speaks(
    who: Sequence[Token], groups: Sequence[Group], sentence: Sentence, unlisted: bool = True
) -> tuple[Group, ...]:
    """The party that claims or denies: whom it is said for, whom it names, or a name that nobody's list has."""
    known = tuple(g for g in groups if any(g.first <= t.i <= g.head for t in who))[:1]
    return _spoken_for(who, groups, sentence) or known or (_named(who, sentence) if unlisted else ())


def _spoken_for(speakers: Sequence[Token], groups: Sequence[Group], sentence: Sentence) -> tuple[Group, ...]:
    """The group of "a spokesman *for the group* claimed it": who speaks for it claims nothing for himself."""
    below = [t for voice in speakers if voice.lemma_.lower() in _VOICES for t in voice.subtree]
    places = {token.i for token in below}
    known = tuple(g for g in groups if g.actors and g.head in places)[:1]
    names = [t for t in below if t.pos_ == "PROPN" and t.lower_ in body_names.ENDINGS and t.dep_ == "pobj"]
    return known or tuple(_unlisted(sentence, name) for name in names[:1])


def _named(tokens: Sequence[Token], sentence: Sentence) -> tuple[Group, ...]:
    """Who claims it under a name that nobody's list has: the name stands, for a person to look up."""
    names = [token for token in tokens if token.pos_ == "PROPN"]
    if len(names) != 1:
        return ()
    return (_unlisted(sentence, names[0]),)


def _unlisted(sentence: Sentence, name: Token) -> Group:
    """A name that no list has; a body that fights where its last word says so ("the Tarsa Freedom *Front*")."""
    group = replace(person_group(sentence, name), kind="body", count=None)
    if name.lower_ not in body_names.ENDINGS or name.i == group.first:
        return group
    return replace(group, actors=(ActorRef(words=group.words, actor_id=None),), status="combatant")


def _body_after(match: re.Match[str], sentence: Sentence) -> tuple[Group, ...]:
    """The body without an entry that is blamed: "police blamed *the Tarsa Freedom Front*"."""
    named = body_names.NAME.match(sentence.words, match.end())
    if named is None or sentence.doc is None:
        return ()
    last = word_at(sentence.doc, named.end("body") - 1)
    return (_unlisted(sentence, last),) if last is not None and last.pos_ == "PROPN" else ()


def _charged(match: re.Match[str], sentence: Sentence) -> re.Match[str] | None:
    """Where it says of what somebody is accused, after the word for accusing."""
    if not match.group().lower().startswith("accus"):
        return None
    return _CHARGED_WITH.match(sentence.words, match.end())


def _is_no_deed(match: re.Match[str], sentence: Sentence) -> bool:
    charged = _charged(match, sentence)
    return charged is not None and _NO_DEED.match(charged.group("deed")) is not None


def _listed(groups: Sequence[Group], sentence: Sentence) -> tuple[Group, ...]:
    """The first of the parties and those joined to it: "blamed on *A and B*"."""
    found = list(groups[:1])
    for group in groups[1:]:
        gap = sentence.words[found[-1].end - sentence.start : group.start - sentence.start]
        if not _JOINED.fullmatch(gap):
            break
        found.append(group)
    return tuple(found)


def _links(sentence: Sentence, groups: Sequence[Group]) -> list[Remark]:
    """ "have been linked to": short of responsibility, and kept so."""
    match = LINK.search(sentence.words)
    if match is None:
        return []
    start, end = sentence.start + match.start(), sentence.start + match.end()
    about = tuple(g for g in groups if g.end <= start and g.actors)[-1:]
    return [
        Remark(
            facet="link", value=Term(code="linked", words=match.group()), about=about, start=start, end=end
        )
    ]


def _losses(sentence: Sentence, doc: Doc, groups: Sequence[Group]) -> list[Remark]:
    match = _LOSSES.search(sentence.words)
    if match is None:
        return []
    token = next((t for t in doc if t.idx == match.start()), None)
    subject = syntax.inherited_subjects(token) if token is not None else []
    about = tuple(g for g in groups if any(g.first <= t.i <= g.head for t in subject))
    start, end = sentence.start + match.start(), sentence.start + match.end()
    return [Remark(facet="losses", value=Unknown(words=match.group()), about=about, start=start, end=end)]


def _numbers(cues: Sequence[EventCue]) -> list[Remark]:
    return [
        Remark(facet="incidents", value=cue.number, about=(), start=cue.start, end=cue.end, cue=cue.token)
        for cue in cues
        if cue.number is not None
    ]
