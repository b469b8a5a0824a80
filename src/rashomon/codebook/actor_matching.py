"""Where actors stand in a text: one automaton over every name, and rules for a country's forces.

A name in the registry counts where it stands as a word. "French", "Mali's", "of the Philippines" count only
with a body beside them ("French commandos", "Mali's army", "Armed Forces of the Philippines").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import ahocorasick

from rashomon.codebook.actor_countries import countries
from rashomon.codebook.actor_names import Folded, fold, fold_name, fold_variants
from rashomon.model.base import value
from rashomon.model.events import Actor


@value
class ActorHit:
    """An actor's name in a text, ``text[start:end] == words``; several ids where the name is ambiguous.

    ``kind`` is the kind of name (name, acronym, alias, native, ucdp, acled), or ``rule`` for a body of a
    country ("Malian army").
    """

    start: int
    end: int
    words: str
    actor_ids: tuple[str, ...]
    kind: str


class Candidate(NamedTuple):
    """A possible hit in the levelled text; no ids: words that are known to name no actor."""

    start: int
    end: int
    ids: tuple[str, ...]
    kind: str


class _Named(NamedTuple):
    """One name behind a look-up form: exact words for an acronym, else whether it needs a capital."""

    exact: str | None
    capital: bool
    ids: tuple[str, ...]
    kind: str


class _Entry:
    """All that one look-up form can mean."""

    __slots__ = ("adjective", "country", "doubtful", "length", "named", "plural", "prefix", "stop")

    def __init__(self, form: str) -> None:
        self.length = len(form)
        self.named: list[_Named] = []
        self.adjective: tuple[str, ...] = ()
        self.country: str | None = None
        self.prefix: str | None = None
        self.doubtful = False
        self.stop = False
        self.plural = self.length > 3 and form[-1:] not in "s."


_MODIFIERS = (
    "armed|security|special|government|regular|ground|air|naval|military|army|national|federal|central|joint|"
    "elite|counter ?terror(?:ism)?|anti ?terror(?:ism|ist)?|counter ?insurgency|commando|border|presidential|"
    "republican|royal|infantry|armou?red|riot|state|loyalist|interior|defen[cs]e|paramilitary|occupation|"
    "occupying|operations|rapid|reaction|intervention|mobile|combat|undercover|allied|peacekeeping|"
    "expeditionary|territorial|reserve|frontier|traffic|tourist|local|city|provincial|regional|intelligence|"
    "counter ?narcotics|anti ?narcotics|anti ?drug|people's"
)
_POLICE = "police(?:m[ae]n|wom[ae]n)?|gendarmes?|gendarmerie|constabulary|constables?|carabinieri"
_FORCES = (
    "army|armies|military|militaries|forces?|troops?|soldiers?|commandos?|commandoes|paratroop(?:er)?s?|marines?|"
    "navy|airm[ae]n|guards?|guardsm[ae]n|servicem[ae]n|sailors?|infantry(?:m[ae]n)?|gunners?|legionnaires?|"
    "peacekeepers?|general staff|high command|armed forces chief|conscripts?|reservists?|fighter pilots?"
)
_STATE = (
    "government|govt|authorities|regime|administration|officials?|presidency|"
    "(?:foreign|defen[cs]e|interior|health|information|security) (?:ministry|ministries)|"
    "ministry of (?:foreign affairs|defen[cs]e|national defen[cs]e|the interior|health|information)|"
    "intelligence(?: services?| agency| agencies| agents?)|junta"
)
_BODY = re.compile(
    rf"(?:'s)? (?P<words>(?:(?:{_MODIFIERS}) ){{0,4}}"
    rf"(?:(?P<police>(?:{_POLICE})(?: (?:forces?|officers?|services?|units?))?)|"
    rf"(?P<state>{_STATE})|(?P<forces>{_FORCES})|(?P<civilians>civilians?)))(?![a-z0-9])"
)
_BODY_OF = re.compile(
    r"(?<![a-z0-9])(?P<words>(?:(?P<police>(?:national )?(?:police(?: forces?)?|gendarmerie|gendarmes))|"
    r"(?P<state>government|ministry of (?:national )?defen[cs]e)|"
    r"(?P<forces>(?:national |royal |people's )?(?:army|military(?: forces)?|armed forces|security forces|"
    r"defen[cs]e forces|air force|navy|troops|soldiers|forces armees))|(?P<civilians>civilians))"
    r"(?: of|(?<=troops) from|(?<=soldiers) from| du| de| del| de la) "
    r"(?:the )?(?:(?:(?:islamic|democratic|arab|federal|socialist|bolivarian) )*republic of (?:the )?)?)\Z"
)
_REACH = 90
"""How far before a country's name its body is looked for, in characters."""

_AFTER_GROUP = re.compile(r" (?:forces|troops|soldiers|fighters|militants)(?![a-z0-9])")
_JOINERS = frozenset((" and ", " or ", ", ", ", and ", "-", "–", "/", " & ", " et ", " y "))
_DISTANCED = re.compile(r"(?<![a-z0-9])(?:anti|pro|non|post|counter)[ -]\Z")
_WORDS_IN_CAPITALS = frozenset(
    "IS AS IT AN AM US WHO ALL AIM FACT SITE MAN HAS ARM ART CAN END FACE LIFT LIT MEND PACT RAN RED SAF SAVE WAR "
    "ADF PAC PAP MAP GIA AFP".split()
) - {"SAF", "ADF", "PAP", "GIA", "AFP"}
"""Acronyms that are words too: in a line all in capitals they are read as words."""


class Matcher:
    """Every name of the registry, ready to be found in texts."""

    def __init__(
        self, actors: Iterable[Actor], order: dict[str, tuple[str, ...]], stops: Iterable[str]
    ) -> None:
        self._entries: dict[str, _Entry] = {}
        for form, exact, capital, ids, kind in _name_forms(actors, order):
            self._entry(form).named.append(_Named(exact, capital, ids, kind))
        for words in stops:
            for form in fold_variants(words):
                self._entry(form).stop = True
        self._add_countries()
        self._automaton: Any = ahocorasick.Automaton()
        for form, entry in self._entries.items():
            self._automaton.add_word(form, entry)
        self._automaton.make_automaton()

    def _entry(self, form: str) -> _Entry:
        entry = self._entries.get(form)
        if entry is None:
            entry = self._entries[form] = _Entry(form)
        return entry

    def _add_countries(self) -> None:
        for country in countries().values():
            for name in (country.name, *country.others):
                entry = self._entry(fold_name(name))
                entry.country = entry.country or country.iso3
                entry.doubtful = entry.doubtful or name in country.doubtful
            for word in country.adjectives:
                entry = self._entry(fold_name(word))
                entry.adjective = tuple(sorted({*entry.adjective, country.iso3}))
            for word in country.prefixes:
                self._entry(fold_name(word)).prefix = country.iso3

    def find(self, text: str) -> tuple[ActorHit, ...]:
        """The actors named in a text: the longest name at each place, from left to right."""
        folded = fold(text)
        lower = text.islower()
        candidates: list[Candidate] = []
        loose: list[tuple[int, int, tuple[str, ...]]] = []
        for start, end, entry in self._words(folded.text):
            if entry.stop:
                candidates.append(Candidate(start, end, (), "stop"))
            if entry.named:
                candidates += _named_candidates(entry, start, end, folded, text, lower)
            if entry.adjective or entry.country or entry.prefix:
                _add_bodies(candidates, loose, (start, end, entry), folded, text, lower)
        candidates += _coordinated(loose, candidates, folded, text)
        return tuple(_hit(candidate, folded, text) for candidate in _longest(candidates))

    def _words(self, chars: str) -> Iterator[tuple[int, int, _Entry]]:
        """Every look-up form that stands as a whole word, with a plural s where one follows."""
        size = len(chars)
        for last, entry in self._automaton.iter(chars):
            end = last + 1
            start = end - entry.length
            if start and chars[start - 1].isalnum():
                continue
            if end < size and chars[end].isalnum():
                if chars[end] != "s" or (end + 1 < size and chars[end + 1].isalnum()):
                    continue
                end += 1
            elif end + 1 < size and chars[end] == "." and chars[end + 1].isalnum() and chars[end - 1] != ".":
                continue  # a domain name: reuters.com
            yield start, end, entry

    def lookup(self, words: str) -> tuple[_Named, ...]:
        """What stands behind a name as a whole, without regard to case."""
        for form in fold_variants(words):
            entry = self._entries.get(form)
            if entry is not None and entry.named:
                return tuple(entry.named)
        return ()


def _name_forms(
    actors: Iterable[Actor], order: dict[str, tuple[str, ...]]
) -> Iterator[tuple[str, str | None, bool, tuple[str, ...], str]]:
    """Look-up form, exact words, needs a capital, ids, kind: one for each thing a name can mean."""
    merged: dict[tuple[str, str | None], tuple[bool, list[str], str]] = {}
    for actor in actors:
        for name in actor.names:
            if name.kind in {"ucdp", "acled"}:
                continue  # a standard's label ("Tiv", "La U") is no name as reports write it
            acronym = name.kind == "acronym"
            for form in fold_variants(name.words):
                key = (form, name.words if acronym else None)
                capital = any(letter.isupper() for letter in name.words)
                _, ids, _ = merged.setdefault(key, (capital, [], name.kind))
                if actor.id not in ids:
                    ids.append(actor.id)
    for (form, exact), (capital, ids, kind) in merged.items():
        given = order.get(exact or form, ())
        rank = {actor_id: place for place, actor_id in enumerate(given)}
        ordered = tuple(sorted(ids, key=lambda actor_id: (rank.get(actor_id, -1), ids.index(actor_id))))
        yield form, exact, capital, ordered, kind


def _named_candidates(
    entry: _Entry, start: int, end: int, folded: Folded, text: str, lower: bool
) -> Iterator[Candidate]:
    plural = end - start > entry.length
    begin, stop = folded.span(start, end)
    words = text[begin:stop]
    if _DISTANCED.search(folded.text[max(0, start - 10) : start]) and text[begin - 1] in "-‐‑":
        return
    for named in entry.named:
        if named.exact is not None:
            fits = not (plural and words[-1] == "S") and _acronym_fits(
                named.exact, words[:-1] if plural else words, plural, (begin, stop), text
            )
        else:
            capital = words[:1].isupper() if " " not in folded.text[start:end] else _has_capital(words)
            fits = (not named.capital or capital or lower) and (entry.plural or not plural)
        if fits:
            yield Candidate(start, end, named.ids, named.kind)


def _has_capital(words: str) -> bool:
    return words != words.lower()


def _acronym_fits(exact: str, words: str, plural: bool, span: tuple[int, int], text: str) -> bool:
    """True where an acronym stands exactly as it is written; a word in capitals in a line of capitals is none."""
    if len(words) != len(exact):
        words = words.replace("'", "").replace("’", "")
    if _plain(words) != _plain(exact):
        return words == words.upper() and _plain(words) == _plain(exact).upper() and _is_shouted(span, text)
    return exact not in _WORDS_IN_CAPITALS or plural or not _is_shouted(span, text)


def _plain(words: str) -> str:
    return words.replace("-", " ").replace("‑", " ").replace("‐", " ")


def _is_shouted(span: tuple[int, int], text: str) -> bool:
    """True where the words on both sides, as far as the line has them, are all in capitals."""
    before = text[max(0, span[0] - 40) : span[0]].rpartition("\n")[2].split()[-2:]
    after = text[span[1] : span[1] + 40].partition("\n")[0].split()[:2]
    words = [word for word in (*before, *after) if sum(letter.isalpha() for letter in word) > 1]
    shouted = sum(word.isupper() for word in words)
    return shouted > 1 and shouted >= 0.75 * len(words)


def _add_bodies(
    candidates: list[Candidate],
    loose: list[tuple[int, int, tuple[str, ...]]],
    found: tuple[int, int, _Entry],
    folded: Folded,
    text: str,
    lower: bool,
) -> None:
    """Bodies of a country beside its name or adjective; an adjective alone is kept for "French and Malian troops"."""
    start, end, entry = found
    if end - start > entry.length:
        return
    begin, stop = folded.span(start, end)
    if not (text[begin].isupper() or lower) or (folded.text[start:end] == "us" and text[begin:stop] != "US"):
        return
    isos = entry.adjective or ((entry.country,) if entry.country else ())
    if entry.country and (before := _body_before(folded.text, start)):
        candidates.append(Candidate(before[0], end, (f"{before[1]}:{entry.country}",), "rule"))
    after = _BODY.match(folded.text, end) if isos else None
    if after is not None and not (
        entry.doubtful and not entry.adjective and folded.text[end : end + 2] != "'s"
    ):
        ids = tuple(f"{_rule_of(after)}:{iso}" for iso in isos)
        candidates.append(Candidate(start, after.end(), ids, "rule"))
    elif entry.adjective or entry.prefix:
        loose.append((start, end, entry.adjective or ((entry.prefix,) if entry.prefix else ())))


def _body_before(chars: str, start: int) -> tuple[int, str] | None:
    near = chars[max(0, start - 6) : start]
    if not near.endswith((" of ", " the ", " from ", " de ", " du ", " del ", " la ")):
        return None
    reach = max(0, start - _REACH)
    match = _BODY_OF.search(chars[reach:start])
    return (reach + match.start(), _rule_of(match)) if match else None


def _rule_of(match: re.Match[str]) -> str:
    """The rule a body falls under: police where police or gendarmes are named anywhere in it."""
    words = match["words"]
    if match["state"] is not None:
        return "state"
    if match["civilians"] is not None:
        return "civilians"
    return "police" if match["police"] is not None or " police " in f" {words} " else "forces"


def _coordinated(
    loose: list[tuple[int, int, tuple[str, ...]]], candidates: list[Candidate], folded: Folded, text: str
) -> Iterator[Candidate]:
    """ "French and Malian troops": the first adjective shares the body that stands after the second."""
    if not loose:
        return
    rules: dict[int, str] = {}
    for candidate in candidates:
        if candidate.kind == "rule":
            rules.setdefault(candidate.start, candidate.ids[0].partition(":")[0])
        elif candidate.ids and _AFTER_GROUP.match(folded.text, candidate.end):
            rules.setdefault(candidate.start, "forces")
    for start, end, isos in sorted(loose, reverse=True):
        gap = _JOINED.match(folded.text, end)
        following = gap.end() if gap else end
        if following in rules:
            between = " ".join(text[folded.span(start, end)[1] : folded.origin(following)].split())
            if f" {between} " in _JOINERS or between in _JOINERS or f"{between} " in _JOINERS:
                rule = rules[following]
                rules.setdefault(start, rule)
                yield Candidate(start, end, tuple(f"{rule}:{iso}" for iso in isos), "rule")


_JOINED = re.compile(r", (?:and )?| (?:(?:and|or|&|et|y) )?|/|–")


def _longest(candidates: list[Candidate]) -> Iterator[Candidate]:
    """The longest candidate at each place, from left to right; a registry name before a rule of equal length."""
    taken = 0
    for candidate in sorted(candidates, key=lambda c: (c.start, -c.end, c.kind == "rule", c.kind, c.ids)):
        if candidate.start >= taken:
            taken = candidate.end
            if candidate.ids:
                yield candidate


def _hit(candidate: Candidate, folded: Folded, text: str) -> ActorHit:
    start, end = folded.span(candidate.start, candidate.end)
    return ActorHit(start=start, end=end, words=text[start:end], actor_ids=candidate.ids, kind=candidate.kind)
