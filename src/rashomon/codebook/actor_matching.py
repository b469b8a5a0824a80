"""Where actors stand in a text: one automaton over every name, and rules for a country's forces.

A name in the registry counts where it stands as a word. "French", "Mali's", "of the Philippines" count only
with a body beside them ("French commandos", "Mali's army", "Armed Forces of the Philippines").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import ahocorasick

from rashomon.codebook.actor_company import find_factions, is_armed_group, told_factions
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
    """A possible hit in the levelled text; no ids: words that are known to name no actor.

    ``weak``: the words often mean something else, and count only where the text speaks of the actor or its
    country in another way too.
    """

    start: int
    end: int
    ids: tuple[str, ...]
    kind: str
    weak: bool = False


class Named(NamedTuple):
    """One name behind a look-up form: exact words for an acronym, else whether it needs a capital."""

    exact: str | None
    capital: bool
    ids: tuple[str, ...]
    kind: str
    weak: bool


@value
class NameLists:
    """What the registry knows of names apart from whose they are.

    ``order``: ambiguous names and the actors they mean, likeliest first. ``weak``: names that often mean
    something else. ``stops``: words that name no actor. ``peoples``: peoples whose militias reports speak of,
    by slug, name and countries.
    """

    order: dict[str, tuple[str, ...]]
    weak: frozenset[str]
    stops: tuple[str, ...]
    peoples: tuple[tuple[str, str, tuple[str, ...]], ...]


class _Entry:
    """All that one look-up form can mean."""

    __slots__ = ("adjective", "country", "doubtful", "length", "named", "people", "plural", "prefix", "stop")

    def __init__(self, form: str) -> None:
        self.length = len(form)
        self.named: list[Named] = []
        self.adjective: tuple[str, ...] = ()
        self.country: str | None = None
        self.prefix: str | None = None
        self.people: tuple[str, ...] = ()
        self.doubtful = False
        self.stop = False
        self.plural = self.length > 3 and form[-1:] not in "s."


_MODIFIERS = (
    "armed|security|special|government|regular|ground|air|naval|military|army|national|federal|central|joint|"
    "elite|counter ?terror(?:ism)?|anti ?terror(?:ism|ist)?|counter ?insurgency|commando|border|presidential|"
    "republican|royal|infantry|armou?red|riot|state|loyalist|interior|defen[cs]e|paramilitary|occupation|"
    "occupying|operations|rapid|reaction|intervention|mobile|combat|undercover|allied|peacekeeping|"
    "expeditionary|territorial|reserve|frontier|traffic|tourist|local|intelligence|"
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
_FIGHTERS_BEFORE = re.compile(r"(?<![a-z])(?:hunters|militiam[ae]n|fighters|gunm[ae]n|dozos?) \(\Z")
_BRACKET_ENDS = re.compile(r"(?=\))")
_JOINERS = frozenset(("and", "or", ",", ", and", "-", "‐", "‑", "–", "/", "&", "et", "y"))
_DISTANCED = re.compile(r"(?<![a-z0-9])(?:anti|pro|non|post|counter)[ -]\Z")
_MILITIA = re.compile(
    r" (?:ethnic |communal |armed |local )*(?:militias?|militiam[ae]n|self defen[cs]e (?:groups?|militias?|fighters)|"
    r"vigilantes|armed groups?|hunters|tribesm[ae]n|warriors|gunm[ae]n|(?:cattle )?(?:raiders?|rustlers?)|"
    r"attackers?|assailants?|bandits?)(?![a-z0-9])"
)
_ARMED_BEFORE = re.compile(r"(?<![a-z])(?<!un)armed \Z")
_ARMED_PEOPLE = re.compile(
    r" (?:(?:herdsm[ae]n|herders?|youths?|m[ae]n|villagers?|farmers?|pastoralists?|nomads?|individuals?)(?![a-z0-9]))"
)
"""What a people's name stands before in "armed Fulani herders"."""
_FIGHT_BETWEEN = re.compile(
    r"(?<![a-z])(?:clash(?:es)?|fight(?:ing|s)?|violence|battles?|skirmish(?:es)?|gunfights?|gun battles?|"
    r"confrontations?|hostilities)(?: [a-z0-9,]+){0,6} between (?:(?:the|ethnic|local|rival|armed|members of) )*\Z"
)
_FOUGHT = re.compile(
    r"(?: (?:herders?|herdsm[ae]n|farmers|pastoralists|fighters|communit(?:y|ies)|tribes?m[ae]n|tribes?|clans?"
    r"|youths?|groups?|villagers))?(?:,? and|,? &) (?:(?:the|ethnic|local|rival|armed|members of) )*"
)
"""Between two peoples who fight each other: "Fulani herders and local Dogons"."""
_BORDER = re.compile(r"(?:'s)? border(?![a-z])")
"""After a country's name: what lies near its border may lie on the other side."""
_JOINED = re.compile(r", (?:and )?| (?:(?:and|or|&|et|y) )?|/|–")
_WORDS_IN_CAPITALS = frozenset(
    "IS AS IT AN AM US UN WHO ALL AIM FACT SITE MAN HAS ARM ART CAN END FACE FAR LET LIFT MAS MEND PACT RAN SAVE TIP "
    "WAR ASS MAP".split()
) - {"UN"}
"""Acronyms that are words too: amid words in capitals they are read as words."""


class Matcher:
    """Every name of the registry, ready to be found in texts."""

    def __init__(self, actors: Mapping[str, Actor], lists: NameLists) -> None:
        self._entries: dict[str, _Entry] = {}
        self._actors = actors
        self._factions = find_factions(actors.values())
        for form, named in _name_forms(actors.values(), lists):
            self._entry(form).named.append(named)
        for words in lists.stops:
            for form in fold_variants(words):
                self._entry(form).stop = True
        for slug, words, isos in lists.peoples:
            self._entry(fold_name(words)).people = tuple(f"militia:{iso}/{slug}" for iso in isos)
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
        scan = _Scan(text)
        for start, end, entry in self._words(scan.chars):
            scan.take(start, end, entry)
        scan.coordinate()
        scan.coordinate_peoples()
        context = _Context(self._actors, scan.candidates, scan.countries())
        fitting = (context.fitted(candidate) for candidate in scan.candidates)
        chosen = list(_longest([candidate for candidate in fitting if candidate is not None]))
        if any(candidate.ids[0] in self._factions for candidate in chosen):
            told = told_factions([c[:3] for c in chosen], scan.chars, self._factions)
            chosen = [c._replace(ids=told.get(place, c.ids)) for place, c in enumerate(chosen)]
        return tuple(_hit(candidate, scan.folded, text) for candidate in chosen if candidate.ids)

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

    def lookup(self, words: str) -> tuple[Named, ...]:
        """What stands behind a name as a whole, without regard to case."""
        for form in fold_variants(words):
            entry = self._entries.get(form)
            if entry is not None and entry.named:
                return tuple(entry.named)
        return ()


def _name_forms(actors: Iterable[Actor], lists: NameLists) -> Iterator[tuple[str, Named]]:
    """Look-up form and what it means: one pair for each thing a name can mean."""
    merged: dict[tuple[str, str | None], tuple[bool, list[str], str]] = {}
    for actor in actors:
        for name in actor.names:
            if name.kind in {"ucdp", "acled"}:
                continue  # a standard's label ("Tiv", "La U") is no name as reports write it
            acronym = name.kind == "acronym"
            capital = name.words != name.words.lower()
            for form in fold_variants(name.words):
                _, ids, _ = merged.setdefault(
                    (form, name.words if acronym else None), (capital, [], name.kind)
                )
                if actor.id not in ids:
                    ids.append(actor.id)
    for (form, exact), (capital, ids, kind) in merged.items():
        rank = {actor_id: place for place, actor_id in enumerate(lists.order.get(exact or form, ()))}
        ordered = tuple(sorted(ids, key=lambda actor_id: (rank.get(actor_id, -1), ids.index(actor_id))))
        yield form, Named(exact, capital, ordered, kind, (exact or form) in lists.weak)


class _Scan:
    """One text on its way through: what it levelled to, and what was found so far."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded: Folded = fold(text)
        self.chars = self.folded.text
        self.lower = text.islower()
        self.candidates: list[Candidate] = []
        self._peoples: list[tuple[int, int, tuple[str, ...]]] = []
        self._told: list[tuple[int, int, tuple[str, ...]]] = []
        self._loose: list[tuple[int, int, tuple[str, ...]]] = []

    def take(self, start: int, end: int, entry: _Entry) -> None:
        """Adds what one look-up form means at one place."""
        if entry.stop:
            self.candidates.append(Candidate(start, end, (), "stop"))
        if entry.named:
            self.candidates += self._named(start, end, entry)
        if entry.people and self._capital(start):
            after = _MILITIA.match(self.chars, end) or self._armed_people(start, end)
            after = after or self._people_of_hunters(start, end)
            if after is not None:
                self.candidates.append(Candidate(start, after.end(), entry.people, "rule"))
            else:
                self._peoples.append((start, end, entry.people))
        if (entry.adjective or entry.country or entry.prefix) and end - start == entry.length:
            self._take_country(start, end, entry)

    def _armed_people(self, start: int, end: int) -> re.Match[str] | None:
        """ "armed Fulani herders": those of a people who bear arms."""
        armed = _ARMED_BEFORE.search(self.chars[max(0, start - 10) : start])
        return _ARMED_PEOPLE.match(self.chars, end) if armed is not None else None

    def _people_of_hunters(self, start: int, end: int) -> re.Match[str] | None:
        """ "Dozo hunters (Bambara)": the people that armed men are said to be."""
        if self.chars[start - 1 : start] != "(" or _FIGHTERS_BEFORE.search(self.chars, 0, start) is None:
            return None
        return _BRACKET_ENDS.match(self.chars, end)

    def _capital(self, start: int) -> bool:
        return self.lower or self.text[self.folded.origin(start)].isupper()

    def _named(self, start: int, end: int, entry: _Entry) -> Iterator[Candidate]:
        plural = end - start > entry.length
        span = self.folded.span(start, end)
        words = self.text[span[0] : span[1]]
        if _DISTANCED.search(self.chars[max(0, start - 10) : start]) and self.text[span[0] - 1] in "-‐‑":
            return
        for named in entry.named:
            if named.exact is not None:
                fits = not (plural and words[-1] == "S") and _acronym_fits(
                    named.exact, words[:-1] if plural else words, plural, span, self.text
                )
            else:
                one_word = " " not in self.chars[start:end]
                capital = words[:1].isupper() if one_word else words != words.lower()
                fits = (not named.capital or capital or self.lower) and (entry.plural or not plural)
            if fits:
                weak = named.weak and not is_armed_group(self.chars, start, end)
                yield Candidate(start, end, named.ids, named.kind, weak)

    def _take_country(self, start: int, end: int, entry: _Entry) -> None:
        """Bodies of a country beside its name or adjective; an adjective alone waits for `coordinate`."""
        pronoun = self.chars[start:end] == "us" and self.text[self.folded.origin(start) :][:2] != "US"
        if pronoun or not self._capital(start):
            return
        isos = entry.adjective or ((entry.country,) if entry.country else ())
        border = _BORDER.match(self.chars, end)
        self._told.append((start, end, isos if border is None else ()))
        if entry.country and (before := _body_before(self.chars, start)):
            self.candidates.append(Candidate(before[0], end, (f"{before[1]}:{entry.country}",), "rule"))
        after = _BODY.match(self.chars, end) if isos else None
        plain_name = entry.doubtful and not entry.adjective and self.chars[end : end + 2] != "'s"
        if after is not None and not plain_name:
            ids = tuple(f"{_rule_of(after)}:{iso}" for iso in isos)
            self.candidates.append(Candidate(start, after.end(), ids, "rule"))
        elif entry.adjective or entry.prefix:
            self._loose.append((start, end, entry.adjective or ((entry.prefix,) if entry.prefix else ())))

    def countries(self) -> set[str]:
        """The countries a text speaks of: a border has two sides ("near the Burkina Faso border")."""
        borders = {(start, end) for start, end, isos in self._told if not isos}
        return {
            iso
            for start, end, isos in self._told
            for iso in isos
            if not any(first <= start and end <= last for first, last in borders)
        }

    def coordinate(self) -> None:
        """Adds "French" in "French and Malian troops": it shares the body that stands after the second."""
        rules: dict[int, str] = {}
        for candidate in self.candidates if self._loose else ():
            if candidate.kind == "rule":
                rules.setdefault(candidate.start, candidate.ids[0].partition(":")[0])
            elif candidate.ids and _AFTER_GROUP.match(self.chars, candidate.end):
                rules.setdefault(candidate.start, "forces")
        for start, end, isos in sorted(self._loose, reverse=True):
            gap = _JOINED.match(self.chars, end)
            following = gap.end() if gap else end
            if following in rules and self._joins(end, following):
                rule = rules[following]
                rules.setdefault(start, rule)
                self.candidates.append(Candidate(start, end, tuple(f"{rule}:{iso}" for iso in isos), "rule"))

    def coordinate_peoples(self) -> None:
        """Adds the Fulani of "Fulani and Dogon militiamen", and both of "clashes between Fulani and Dogons"."""
        armed = (
            {c.start for c in self.candidates if c.ids and self._is_militia(c)} if self._peoples else set()
        )
        starts = {start: (end, ids) for start, end, ids in self._peoples}
        for start, end, ids in self._peoples:
            gap = _JOINED.match(self.chars, end)
            if gap is not None and gap.end() in armed and self._joins(end, gap.end()):
                self.candidates.append(Candidate(start, end, ids, "rule"))
            second = _FOUGHT.match(self.chars, end)
            fought = _FIGHT_BETWEEN.search(self.chars[max(0, start - _REACH) : start])
            if second is not None and second.end() in starts and fought is not None:
                self.candidates.append(Candidate(start, end, ids, "rule"))
                other, others = starts[second.end()]
                self.candidates.append(Candidate(second.end(), other, others, "rule"))

    def _is_militia(self, candidate: Candidate) -> bool:
        rule = candidate.kind == "rule" and candidate.ids[0].startswith("militia:")
        return rule or _MILITIA.match(self.chars, candidate.end) is not None

    def _joins(self, end: int, following: int) -> bool:
        """True where a joining word, a hyphen or a comma stands between; a mere blank joins nothing."""
        between = self.text[self.folded.origin(end - 1) + 1 : self.folded.origin(following)]
        return " ".join(between.split()) in _JOINERS


class _Context:
    """What else a text speaks of: it decides whether a weak name counts, and which meaning comes first."""

    def __init__(
        self, actors: Mapping[str, Actor], candidates: Iterable[Candidate], named_countries: set[str]
    ) -> None:
        self._actors = actors
        self._strong = {
            actor_id
            for candidate in candidates
            if not candidate.weak and len(candidate.ids) == 1
            for actor_id in candidate.ids
        }
        # A text on a body that acts in one country only speaks of that country.
        homes = {a.countries[0] for key in self._strong if (a := actors.get(key)) and len(a.countries) == 1}
        self._countries = named_countries | homes

    def fitted(self, candidate: Candidate) -> Candidate | None:
        """The candidate with its likeliest meaning first; None where a weak name has nothing to stand on."""
        ids = candidate.ids
        if candidate.weak:
            ids = tuple(actor_id for actor_id in ids if self._speaks_of(actor_id))
            return candidate._replace(ids=ids) if ids else None
        if len(ids) > 1:
            ids = tuple(sorted(ids, key=lambda actor_id: not self._fits(actor_id)))
            return candidate._replace(ids=ids)
        return candidate

    def _speaks_of(self, actor_id: str) -> bool:
        if actor_id in self._strong:
            return True
        actor = self._actors.get(actor_id)
        return actor is not None and not self._countries.isdisjoint(actor.countries)

    def _fits(self, actor_id: str) -> bool:
        actor = self._actors.get(actor_id)
        if actor is not None and actor.category == "media":
            return True  # a wire is named in reports from everywhere
        country = _RULE_COUNTRY.match(actor_id)
        return (country is not None and country["iso"] in self._countries) or self._speaks_of(actor_id)


_RULE_COUNTRY = re.compile(r"[a-z-]+:(?P<iso>[A-Z]{3})(?:/|\Z)")


def _acronym_fits(exact: str, words: str, plural: bool, span: tuple[int, int], text: str) -> bool:
    """True where an acronym stands as it is written; amid capitals a word in capitals is none."""
    if len(words) != len(exact):
        words = words.replace("'", "").replace("’", "")
    words, exact = _plain(words), _plain(exact)
    if words == exact:
        return exact not in _WORDS_IN_CAPITALS or plural or not _is_shouted(span, text)
    return words == exact.upper() and exact.upper() not in _WORDS_IN_CAPITALS and _is_shouted(span, text)


def _plain(words: str) -> str:
    return words.replace("-", " ").replace("‑", " ").replace("‐", " ")


def _is_shouted(span: tuple[int, int], text: str) -> bool:
    """True where the words on both sides, as far as the paragraph has them, are in capitals."""
    before = text[max(0, span[0] - 40) : span[0]].rpartition("\n\n")[2].split()[-2:]
    after = text[span[1] : span[1] + 40].partition("\n\n")[0].split()[:2]
    words = [word for word in (*before, *after) if sum(letter.isalpha() for letter in word) > 1]
    shouted = sum(word.isupper() for word in words)
    return shouted > 1 and shouted >= 0.75 * len(words)


def _body_before(chars: str, start: int) -> tuple[int, str] | None:
    near = chars[max(0, start - 6) : start]
    if not near.endswith((" of ", " the ", " from ", " de ", " du ", " del ", " la ")):
        return None
    reach = max(0, start - _REACH)
    match = _BODY_OF.search(chars[reach:start])
    return (reach + match.start(), _rule_of(match)) if match else None


def _rule_of(match: re.Match[str]) -> str:
    """The rule a body falls under: police where police or gendarmes are named anywhere in it."""
    if match["state"] is not None:
        return "state"
    if match["civilians"] is not None:
        return "civilians"
    return "police" if match["police"] is not None or " police " in f" {match['words']} " else "forces"


def _longest(candidates: list[Candidate]) -> Iterator[Candidate]:
    """The longest candidate at each place, from left to right; a registry name before a rule of equal length.

    A country's body does not count where its country is part of other words ("New Mexico police").
    """
    stops = {candidate.start for candidate in candidates if not candidate.ids}
    taken = 0
    for candidate in sorted(candidates, key=lambda c: (c.start, -c.end, c.kind == "rule", c.kind, c.ids)):
        if candidate.start < taken:
            continue
        if candidate.kind == "rule" and candidate.start in stops:
            continue
        taken = candidate.end
        if candidate.ids:
            yield candidate


def _hit(candidate: Candidate, folded: Folded, text: str) -> ActorHit:
    start, end = folded.span(candidate.start, candidate.end)
    return ActorHit(start=start, end=end, words=text[start:end], actor_ids=candidate.ids, kind=candidate.kind)
