"""Gatherings at which something else happened: "a bomb went off *at a rally*", "gunmen opened fire on the march".

The rally is where it was, as a market would be: no demonstration that somebody met with force. What police and
crowds do to each other at a demonstration is part of it, and stays so.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rashomon.reading.languages.en import syntax

if TYPE_CHECKING:
    from spacy.tokens import Token

_BLASTS = frozenset({"bombing", "suicide_bombing", "mine"})
_ASSAULTS = frozenset({"attack", "shooting", "grenade", "shelling", "execution", "abduction"})
_OUTSIDERS = frozenset(
    "gunman attacker assailant militant insurgent rebel terrorist jihadist jihadi extremist bomber guerrilla islamist "
    "sniper fighter".split()
)
"""Who comes to a gathering to kill: no police, no crowd."""
_AT = frozenset(
    {"at", "during", "near", "outside", "on", "of", "in", "into", "amid", "among", "through", "by"}
)
_HITTING = frozenset({"attack", "target", "hit", "strike", "bomb", "rock", "shell", "ambush"})
_THROWING = frozenset({"throw", "hurl", "lob", "toss"})


def without_scenes(told: Sequence[tuple[Token, str]]) -> list[tuple[Token, str]]:
    """The words for happenings with their kinds, less the gatherings at which another of them happened."""
    scenes = [token for token, kind in told if kind == "protest" and _is_scene(token)]
    if not scenes:
        return list(told)
    deeds = [token for token, kind in told if _comes_from_outside(token, kind)]
    gone = {scene.i for scene in scenes if any(not _is_about(scene, deed) for deed in deeds)}
    return [(token, kind) for token, kind in told if token.i not in gone]


def _is_scene(noun: Token) -> bool:
    """True for the rally of "at a rally", "struck the rally"; not for "held a rally", "the rally began"."""
    if noun.pos_ not in {"NOUN", "PROPN"}:
        return False
    if noun.dep_ == "dobj":
        return noun.head.lemma_.lower() in _HITTING
    return noun.dep_ == "pobj" and noun.head.lower_ in _AT


def _comes_from_outside(token: Token, kind: str) -> bool:
    if kind in _BLASTS:
        return token.head.lemma_.lower() not in _THROWING
    if kind not in _ASSAULTS or token.pos_ != "VERB":
        return False
    doers = syntax.agents(token) if syntax.is_passive(token) else syntax.inherited_subjects(token)
    return any(doer.lemma_.lower() in _OUTSIDERS for doer in doers)


def _is_about(gathering: Token, deed: Token) -> bool:
    """True for "a protest *against the bombing*": what it was held for."""
    return gathering.is_ancestor(deed)
