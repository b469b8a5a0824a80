"""What stands around a possible place name: prepositions, kind words, containers, and names it may be part of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from rashomon.codebook.actors import name_lists
from rashomon.codebook.gazetteer import Candidate, Gazetteer
from rashomon.codebook.place_names import normalised, without_kind_word
from rashomon.model.base import value
from rashomon.reading.languages.en.person_names import GIVEN_NAMES
from rashomon.reading.languages.en.places import (
    ATTACK_ON,
    BEARING_OF,
    CODED_AS,
    DEMONYMS,
    ENTERING,
    KIND_AFTER,
    KIND_BEFORE,
    LOCATING,
    LOCATING_IN_CAPITALS,
    NEAR_PHRASES,
    NO_PLACES,
    ON_ROAD_OF,
    ORGANISATION_NEXT,
    ORGANISATION_OF,
    PLACE_SUFFIXES,
    ROAD_AFTER,
    ROAD_BEFORE,
    ROAD_NAMES_AFTER,
    ROAD_NAMES_BEFORE,
    ROAD_OF_ONE,
    STREET_BEFORE,
    STREETS,
    STREETS_AFTER,
    TITLES,
    WEAPONS,
)
from rashomon.reading.languages.en.taking_places import CLOSES, FALLING, TAKEN
from rashomon.reading.places.renown import WELL_KNOWN, is_country, is_famous, is_well_known
from rashomon.reading.places.tokens import LINKS, Token, lower_words, may_start

BODY_KINDS = frozenset({"department", "state", "area", "district", "zone", "commune", "region"})
"""Capitalised, these are as often parts of a body's name ("Department of Justice")."""

_NAMED_KIND = re.compile(r"(?:[A-Z][\w'’-]+|[a-z]{2}-[A-Z][\w'’-]+)\s\Z")
"""A name before the kind word: in "the Gao region of Mali" the region is Gao."""

_GIVEN = r"(?:[A-Z][\w'’.-]{0,20} ){1,3}(?:[\"“(][A-Z]\w{1,20}[\"”)] )?"
_AGED = re.compile(
    rf"{_GIVEN}([A-Z][\w'’-]{{1,20}})(?=(?: (?:Jr|Sr|II|III)\.?)?, (?:aged )?(?:an? )?\d{{1,2}}\b)"
    rf"|\b\d{{1,2}}-year-old {_GIVEN}([A-Z][\w'’-]{{1,20}})\b"
    r"(?! (?:[a-z]+ )?(?:man|woman|boy|girl|teen|resident|native))"
    r"|(?:\A|\n|[.!?\"”] |\bthat )([A-Z][\w'’-]{2,20}), \d{2}, (?=(?:was|is|had|has|told|said|of|who|an?)\b)"
)
"""A full name and an age, after it or before it; a surname and an age at a clause's beginning."""
_AGE = re.compile(r", (?:aged )?(?:an? )?\d{1,2}\b|\d-year-old ")
_BESIDE_AGE = 200
"""Characters around an age that hold the name whose it is, and what follows."""

_ROW = re.compile(r"\s*(?:,|and|or|, and|, or)\s+(?:in\s+)?(?:the\s+)?", re.IGNORECASE)

BETWEEN = re.compile(r"\bbetween\s+\Z", re.I)
AND_ANOTHER = re.compile(r"(?:\s\([^()\n]{1,80}\))?\s+and\s+[A-Z]")
"""Around the first of two ends: "between *Orle-Taba* (Kessou) and Dama" is one name, and the road runs to the other."""

_PARTICLES = frozenset({"de", "du", "des", "del", "della", "di", "da", "dos"})
_PERSON_LINKS = frozenset({"Ag", "Ould", "Walad", "Wuld", "Ibn", "Bin"})
"""Capitalised words inside a person's name."""

_BODIES_IN = frozenset({"State", "STATE", "Qaeda", "QAEDA", "Qaida", "Emirate", "Caliphate", "Jihad"})
"""Heads of bodies' names that take "in": the Islamic State in …, al-Qaeda in …."""

_OF_BODIES = frozenset({"the", "greater", "islamic", "arabian", "west", "north", "east", "central"})
"""Words between such a head and the place."""

_PUBLIC = frozenset({"police", "fire", "department", "court", "council", "state"})
"""Bodies of a town that stand for the town: the town is still named."""


@value
class NameSpan:
    """A stretch of text that names a place."""

    start: int
    end: int
    words: str
    known: bool
    kind: str | None = None
    """Kind word beside it, lower case ("village", "province")."""
    kind_span: tuple[int, int] | None = None
    countries: tuple[str, ...] = ()


@cache
def peoples() -> frozenset[str]:
    """The names of peoples, which stand before "camp" and "village" as adjectives."""
    return frozenset(words for _, words, _ in name_lists().peoples)


_JOINING = ("-", "–", "—", "/", "to")
"""What joins the two names that a road is called after."""


def _names_kind(before: str) -> bool:
    """True where a name stands before the kind word, and no people's: "the Gao region", "the Fulani hamlet"."""
    found = _NAMED_KIND.search(before)
    return found is not None and found[0].strip() not in peoples() and found[0].strip() not in DEMONYMS


def _aged_persons(text: str) -> Iterator[str]:
    """The surnames of those whose age is told; names are looked for beside ages only, of which there are few."""
    for age in _AGE.finditer(text):
        for match in _AGED.finditer(text, max(0, age.start() - _BESIDE_AGE), age.end() + _BESIDE_AGE):
            yield normalised(match[1] or match[2] or match[3])


_TOLD_AGAIN = re.compile(
    r"(?:[.!?][\"”]? |\n)([A-Z][\w'’-]{2,20})(?=(?:, (?:an?|the|who|whose)|,? (?:was|is|had|has|and (?:his|her))) )"
)
"""One capitalised word that a sentence is about, as surnames are told again."""
_PLACED = re.compile(r"\b(?:in|at|near|from|to|of|around|outside|the) \Z")


_FULL_NAME = re.compile(r"[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){1,4}")


def _surnames_told_again(text: str, gazetteer: Gazetteer) -> Iterator[str]:
    """The surnames of full names told before: "fired on *Manoel Pereira* in Orle. *Pereira*, a blogger, was hurt"."""
    again = {match[1]: match.start() for match in _TOLD_AGAIN.finditer(text)}
    # One pass over the text for all of them: a hostile page may tell thousands of names again.
    for full in _FULL_NAME.finditer(text) if again else ():
        words = full.group().split()
        end = full.start() + len(words[0])
        for number, word in enumerate(words[1:], start=1):
            surname, end = word.rstrip("."), end + 1 + len(word)
            if end > again.get(surname, -1):
                continue
            del again[surname]
            if not _PLACED.search(text, max(0, full.start() - 10), full.start()):
                yield from _known_by_no_place(words[: number + 1], surname, gazetteer)


def _known_by_no_place(full: Sequence[str], surname: str, gazetteer: Gazetteer) -> Iterator[str]:
    beside = full[-2]
    named = beside.lower() in NO_PLACES or beside in DEMONYMS or gazetteer.knows(" ".join(full))
    if not (named or is_country(gazetteer.candidates(surname))):
        yield normalised(surname)


class Surroundings:
    """Reads what stands around names of one text; remembers who turned out to be a person."""

    def __init__(self, text: str, gazetteer: Gazetteer) -> None:
        self.text = text
        self.gazetteer = gazetteer
        self.persons = {*_aged_persons(text), *_surnames_told_again(text, gazetteer)}
        self.lower = lower_words(text)
        self.body_end = -1
        self.last_end = -1
        self.last_located = False

    def note_name(self, span: NameSpan, located: bool) -> None:
        """Remembers the last name found: those in a row with it are located as it is."""
        self.last_end, self.last_located = span.end, located

    def end_of_person(self, tokens: Sequence[Token], first: int) -> int:
        """The token after a person's full name that starts here; the same token where none does."""
        if tokens[first].words.lower() not in GIVEN_NAMES or not tokens[first].capital:
            return first
        if KIND_AFTER.match(self.text, tokens[first].end):
            return first
        last = first + 1
        while (
            last < len(tokens)
            and last - first < 5
            and tokens[last].joined
            and may_start(self.text, tokens, last)
        ):
            if tokens[last].words.lower() in NO_PLACES | ORGANISATION_NEXT and last > first + 1:
                break
            last += 1
        words = self.words(tokens, first, last)
        if last == first + 1 or any(
            c.own and c.place.population >= WELL_KNOWN for c in self.gazetteer.candidates(words)
        ):
            return first
        for token in tokens[first:last]:
            self.persons.add(normalised(token.words))
        self.persons.add(normalised(self.words(tokens, first + 1, last)))
        return last

    def is_container(self, start: int, found: Sequence[Candidate]) -> bool:
        """True for the division or country after a place and a comma ("Biloxi, Miss.")."""
        follows = self.text[self.last_end : start].strip() == "," if 0 <= self.last_end <= start else False
        return follows and any(c.place.kind in ("adm1", "country") for c in found[:6])

    def is_inside_other_name(self, tokens: Sequence[Token], first: int, last: int, shouted: bool) -> bool:
        """True where the words are part of a person's, a body's, a street's or a newspaper's name."""
        before = tokens[first - 1] if first and tokens[first].joined else None
        if self.text[tokens[last - 1].end : tokens[last - 1].end + 1] == "$":
            return True
        if before is not None and before.words.lower().rstrip(".") in TITLES and not shouted:
            return self._note_person(tokens, first, last)
        if before is not None and self._in_body_name(tokens, first, last):
            return True
        if shouted:
            return False
        if STREET_BEFORE.search(self.text, max(0, tokens[first].start - 40), tokens[first].start):
            return True
        if STREETS_AFTER.match(self.text, tokens[last - 1].end):
            return True
        if before is not None and before.capital and not self._may_precede(before, tokens, first):
            return True
        return self._starts_other_name(tokens, first, last)

    def _starts_other_name(self, tokens: Sequence[Token], first: int, last: int) -> bool:
        """True where capitalised words after it make it the beginning of another name."""
        if last >= len(tokens) or not tokens[last].joined:
            return False
        after = tokens[last].words
        low = after.lower()
        if self.text[tokens[last].start - 1] == "-":
            return not self._splits(tokens, first, last)
        if (
            low in _PARTICLES
            and last + 1 < len(tokens)
            and tokens[last + 1].capital
            and tokens[last + 1].joined
        ):
            # "Notre Dame de Lourdes": what is named after the saint of another place
            return not is_famous(self.gazetteer.candidates(self.words(tokens, first, last)))
        if after in _PERSON_LINKS:
            return self._note_person(tokens, first, last)
        if self._is_model(tokens, last) and not any(
            c.place.kind in ("country", "region") or (c.own and c.place.population >= 20 * WELL_KNOWN)
            for c in self.gazetteer.candidates(self.words(tokens, first, last))[:3]
        ):
            return True
        if low == "administration" and not is_country(
            self.gazetteer.candidates(self.words(tokens, first, last))
        ):
            return self._note_person(tokens, first, last)
        if not tokens[last].capital or without_kind_word(self.words(tokens, first, last))[1] not in {
            None,
            "state",
        }:
            return False
        if low in STREETS:
            return True
        if low in ORGANISATION_NEXT:
            return low not in _PUBLIC
        if low in NO_PLACES or low in TITLES or after in DEMONYMS:
            return False
        if KIND_AFTER.match(self.text, tokens[last - 1].end) or is_famous(self.gazetteer.candidates(after)):
            return False
        return not is_famous(self.gazetteer.candidates(self.words(tokens, first, last)))

    @staticmethod
    def _is_model(tokens: Sequence[Token], last: int) -> bool:
        """True where a kind of weapon or vehicle follows: "Grad rockets", "Tigre and Gazelle helicopters"."""
        after = tokens[last : last + 3]
        if after[0].words in WEAPONS:
            return True
        return (
            len(after) == 3
            and after[0].words in {"and", "or"}
            and after[1].capital
            and after[2].words in WEAPONS
        )

    def is_one(self, tokens: Sequence[Token], first: int, last: int) -> bool:
        """True where a hyphen makes what follows a part of the name."""
        return not self._splits(tokens, first, last)

    def _splits(self, tokens: Sequence[Token], first: int, last: int) -> bool:
        """True where what follows a hyphen is no part of the name: "Mali-Niger", "Gao-based", no "Tin-Toukar"."""
        after = tokens[last]
        if not after.capital:
            return after.words.lower() in PLACE_SUFFIXES
        mine = self.gazetteer.candidates(self.words(tokens, first, last))
        before = self.text[max(0, tokens[first].start - 30) : tokens[first].start]
        if ROAD_BEFORE.search(before) and not (
            BETWEEN.search(before) and AND_ANOTHER.match(self.text, after.end)
        ):
            return True
        if ROAD_AFTER.match(self.text, after.end):
            # "in Goma-Coura axis …": one name
            the = ON_ROAD_OF.search(self.text, max(0, tokens[first].start - 30), tokens[first].start)
            return self.gazetteer.knows(after.words) or (the is not None and is_well_known(mine))
        return is_famous(mine) and (self.gazetteer.knows(after.words) or after.words in DEMONYMS)

    def _in_body_name(self, tokens: Sequence[Token], first: int, last: int) -> bool:
        """True inside the name of a body, the second place of "State of A and B" included."""
        index = first - 1
        while index > 0 and tokens[index].words.lower() in _OF_BODIES and tokens[index].joined:
            index -= 1
        word = tokens[index].words.lower()
        joined = word == "and" and 0 <= tokens[first].start - self.body_end <= 20
        if word == "in":
            inside = index > 0 and tokens[index - 1].words in _BODIES_IN
        else:
            inside = word in {"of", "for"} and self._body_before(tokens, first)
        if joined or inside or (word == "state" and index > 0 and tokens[index - 1].words == "Islamic"):
            self.body_end = tokens[last - 1].end
            return True
        return False

    def _note_person(self, tokens: Sequence[Token], first: int, last: int) -> bool:
        self.persons.add(normalised(self.words(tokens, first, last)))
        return True

    def _may_precede(self, before: Token, tokens: Sequence[Token], first: int) -> bool:
        """True where a capitalised word before a place name is no part of it: an adjective, a role, a verb."""
        word = before.words
        low = word.lower().rstrip(".")
        if self.text[tokens[first].start - 1] == "-":
            if word.isupper() and len(word) <= 3:
                return True  # a party's letter before a town
            paired = before.end == self.last_end or word in DEMONYMS or low in NO_PLACES
            paired = paired or is_well_known(self.gazetteer.candidates(word))
            return paired or ROAD_AFTER.match(self.text, tokens[first].end) is not None
        if low in NO_PLACES or word in DEMONYMS or low in LOCATING or self.gazetteer.knows(word):
            return True
        return first == 1

    def _body_before(self, tokens: Sequence[Token], first: int) -> bool:
        """True where the words before make it part of a body's name ("Movement for the Salvation of …")."""
        index = first - 1
        while index >= 0 and first - index < 10 and tokens[index + 1].joined:
            token = tokens[index]
            low = token.words.lower()
            if token.capital and low in ORGANISATION_OF and token.words[0].isupper():
                # "in the State of X" names X; "Islamic State in X" does not.
                return not (low == "state" and (index == 0 or not tokens[index - 1].capital))
            if not (token.capital or low in LINKS or low in {"in", "for", "the", "of"}):
                return False
            index -= 1
        return False

    def is_located(self, tokens: Sequence[Token], first: int, shouted: bool = False) -> bool:
        """True where a preposition of place, or a phrase of nearness, stands before."""
        if first == 0:
            return False
        before = tokens[first - 1].words.lower()
        if before in {"the", "downtown", "central", "nearby", "neighboring", "neighbouring"} and first > 1:
            before = tokens[first - 2].words.lower()
        if shouted:
            return before in LOCATING_IN_CAPITALS
        if self._is_taken(tokens[first]):
            return True
        if before in LOCATING | ENTERING or (before == "of" and not self._body_before(tokens, first)):
            return True
        if self.last_located and 0 <= self.last_end <= tokens[first].start:
            # "in Gao, Mopti and Kidal": what holds of the first holds of those in a row with it
            if _ROW.fullmatch(self.text[self.last_end : tokens[first].start]):
                return True
        if 0 <= self.last_end <= tokens[first].start:
            between = self.text[self.last_end : tokens[first].start]
            if between.strip() == "(" and self.text[tokens[first].end : tokens[first].end + 1] in {")", ","}:
                return True  # "Kera (Mopti)"
        window = self.text[max(0, tokens[first].start - 60) : tokens[first].start]
        if ON_ROAD_OF.search(window) and ROAD_OF_ONE.match(self.text, tokens[first].end):
            return True
        phrases = (KIND_BEFORE, NEAR_PHRASES, BEARING_OF, ATTACK_ON, CODED_AS, ROAD_BEFORE)
        return any(phrase.search(window) for phrase in phrases) or self._on_road(tokens[first], window)

    def _is_taken(self, name: Token) -> bool:
        """True for the one word of a town that changes hands: "seized *Orle*", "*Orle* fell to the rebels"."""
        falls = FALLING.match(self.text, name.end) is not None
        if not falls and CLOSES.match(self.text, name.end) is None:
            return False
        taken = falls or TAKEN.search(self.text[max(0, name.start - 20) : name.start]) is not None
        return taken and name.words.lower() not in GIVEN_NAMES

    def _on_road(self, token: Token, window: str) -> bool:
        """True for both names of "the Gao-Gossi road", "the axis Gao-Gossi"."""
        if ROAD_NAMES_AFTER.match(self.text, token.end):
            return True
        other = ROAD_NAMES_BEFORE.search(window) if window.rstrip().endswith(_JOINING) else None
        if other is None:
            return False
        return bool(ROAD_AFTER.match(self.text, token.end) or ROAD_BEFORE.search(window[: other.start()]))

    def has_container(self, tokens: Sequence[Token], last: int) -> bool:
        """True where a comma and a division or country follow ("X, Texas")."""
        end = tokens[last - 1].end
        if self.text[end : end + 2].rstrip() != "," or last >= len(tokens) or not tokens[last].capital:
            return False
        for size in (3, 2, 1):
            if last + size <= len(tokens):
                words = self.words(tokens, last, last + size)
                if any(c.place.kind in ("adm1", "country") for c in self.gazetteer.candidates(words)[:6]):
                    return True
        return False

    def words(self, tokens: Sequence[Token], first: int, last: int) -> str:
        """The text of some tokens, as it stands."""
        return self.text[tokens[first].start : tokens[last - 1].end]

    def span(self, tokens: Sequence[Token], first: int, last: int, *, known: bool) -> NameSpan:
        """The name of some tokens with its kind word and the countries said before it."""
        start, end = tokens[first].start, tokens[last - 1].end
        kind, kind_span = self._kind_word(start, end)
        if kind_span is not None and self.text[kind_span[0]].isupper() and kind_span[0] == end + 1:
            if self._is_named_so(start, end, kind_span[1]):
                end = kind_span[1]  # "Rapides Parish": the word is part of the name
        before = tokens[first - 1].words if first else ""
        return NameSpan(
            start=start,
            end=end,
            words=self.text[start:end],
            known=known,
            kind=kind,
            kind_span=kind_span,
            countries=self._countries_before(tokens, first)
            or ((DEMONYMS[before],) if before in DEMONYMS else ()),
        )

    def _is_named_so(self, start: int, end: int, whole: int) -> bool:
        """False for "Timbuktu Airport", where the town is known and the airport is not."""
        if without_kind_word(self.text[start:whole])[1] is not None:
            return True
        return self.gazetteer.knows(self.text[start:whole]) or not self.gazetteer.knows(self.text[start:end])

    def _kind_word(self, start: int, end: int) -> tuple[str | None, tuple[int, int] | None]:
        after = KIND_AFTER.match(self.text, end)
        if after and not (
            after["kind"][0].isupper() and self.text[after.end("kind") : after.end("kind") + 4] == " of "
        ):
            return after["kind"].lower(), after.span("kind")
        window_start = max(0, start - 40)
        before = KIND_BEFORE.search(self.text[window_start:start])
        if before and not _names_kind(self.text[window_start : window_start + before.start("kind")]):
            low, high = before.span("kind")
            return before["kind"].lower(), (window_start + low, window_start + high)
        return None, None

    def _countries_before(self, tokens: Sequence[Token], first: int) -> tuple[str, ...]:
        """The country of "the Malian town of X"."""
        for index in range(first - 1, max(-1, first - 6), -1):
            word = tokens[index].words
            if word in DEMONYMS:
                return (DEMONYMS[word],)
            if not (
                KIND_BEFORE.match(f"{word} of ")
                or word.lower() in {"of", "border", "the", "northern", "southern"}
            ):
                return ()
        return ()

    def is_person(self, span: NameSpan) -> bool:
        """True where the same words are a person elsewhere in the text and nothing says place here."""
        if normalised(span.words) not in self.persons or span.kind is not None:
            return False
        window = self.text[max(0, span.start - 12) : span.start].split()
        return not (window and window[-1].lower() in LOCATING)
