"""Where place names stand: runs of capitalised words that the gazetteer knows or their surroundings tell.

A name is left out where it is part of a longer name (a person's, a newspaper's, a movement's), where a
title or a verb of speaking makes it a person, and where a small place's name is an ordinary word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rashomon.codebook.gazetteer import Candidate, Gazetteer
from rashomon.codebook.place_names import ADMIN_WORDS, POPULATED_WORDS, normalised, without_kind_word
from rashomon.model.base import value
from rashomon.reading.languages.en.person_names import GIVEN_NAMES
from rashomon.reading.languages.en.places import (
    BEARING_OF,
    DEMONYMS,
    KIND_AFTER,
    KIND_BEFORE,
    LOCATING,
    LOCATING_IN_CAPITALS,
    NEAR_PHRASES,
    NO_PLACES,
    ORGANISATION_NEXT,
    ORGANISATION_OF,
    PLACE_SUFFIXES,
    SHOUTED_COUNTRIES,
    SPEECH,
    STREETS,
    TITLES,
)
from rashomon.reading.parsing import Sentence

MOST_WORDS = 6
"""Words of the longest place name looked up ("Saint Vincent and the Grenadines" has five)."""

WELL_KNOWN = 15_000
"""Inhabitants from which a name is a place wherever it stands capitalised, if nothing speaks against it."""

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|(?:St|Ste|Mt|Ft)\.(?=\s)|[^\W_]+(?:['’`‘ʼ][^\W_]+)*")
_LINKS = frozenset(
    "of the de du des la le les el al ez es as ash an and y i d' da do dos das di del et e".split()
)
_APART = re.compile(r"[ \u00a0]?\n?[ \u00a0]?\Z|-\Z")
_NAMED_KIND = re.compile(r"(?:[A-Z][\w'’-]+|[a-z]{2}-[A-Z][\w'’-]+)\s\Z")
"""A name before the kind word: in "the Gao region of Mali" the region is Gao."""
_DATELINE = re.compile(r"\s*(?:,|—|–|--|\()")
_AGED = re.compile(r"((?:[A-Z][\w'’.-]{0,20} ){1,3})([A-Z][\w'’-]{1,20}), (?:aged )?\d{1,2}\b")
"""A full name and an age."""
_ROW = re.compile(r"\s*(?:,|and|or|, and|, or)\s+(?:in\s+)?(?:the\s+)?", re.IGNORECASE)
_BODIES_IN = frozenset({"State", "STATE", "Qaeda", "QAEDA", "Qaida", "Emirate", "Caliphate", "Jihad"})
_OF_BODIES = frozenset({"the", "greater", "islamic", "arabian", "west", "north", "east", "central"})
"""Heads of bodies' names that take "in": the Islamic State in …, al-Qaeda in …."""
_AFTER_TITLE = re.compile(r"\. \Z")


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


@value
class Token:
    """A word of a sentence with its place in the text."""

    start: int
    end: int
    words: str
    capital: bool
    joined: bool
    """True where nothing but a blank or a hyphen stands between it and the word before."""


def find_names(text: str, sentences: Sequence[Sentence], gazetteer: Gazetteer) -> list[NameSpan]:
    """The place names of a text in order, none overlapping another."""
    finder = _Finder(text, gazetteer)
    found: list[NameSpan] = []
    for sentence in sentences:
        found.extend(finder.read(sentence))
    return [span for span in found if not finder.is_person(span)]


class _Finder:
    """Finds the names of one text; remembers who turned out to be a person."""

    def __init__(self, text: str, gazetteer: Gazetteer) -> None:
        self.text = text
        self.gazetteer = gazetteer
        self.persons = {normalised(match[2]) for match in _AGED.finditer(text)}
        self.body_end = -1
        self.last_end = -1
        self.last_located = False
        self.lower = _lower_words(text)

    def read(self, sentence: Sentence) -> Iterator[NameSpan]:
        """The names of one sentence."""
        tokens = list(_tokens(self.text, sentence.start, sentence.end))
        shouted = _is_shouted(sentence.words)
        if shouted:
            tokens = [replace(token, capital=token.words[:1].isalpha()) for token in tokens]
        index = 0
        while index < len(tokens):
            after = self._after_person(tokens, index) if not shouted else index
            if after > index:
                index = after
                continue
            taken = self._name_at(tokens, index, shouted) if _may_start(self.text, tokens, index) else None
            if taken is None:
                index += 1
                continue
            span, following = taken
            if span is not None:
                self.last_located = self._is_located(tokens, index)
                self.last_end = span.end
                yield span
            index = following

    def _after_person(self, tokens: Sequence[Token], first: int) -> int:
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
            and _may_start(self.text, tokens, last)
        ):
            if tokens[last].words.lower() in NO_PLACES | ORGANISATION_NEXT and last > first + 1:
                break
            last += 1
        words = self._words(tokens, first, last)
        if last == first + 1 or any(
            c.own and c.place.population >= WELL_KNOWN for c in self.gazetteer.candidates(words)
        ):
            return first
        for token in tokens[first:last]:
            self.persons.add(normalised(token.words))
        self.persons.add(normalised(self._words(tokens, first + 1, last)))
        return last

    def _name_at(
        self, tokens: Sequence[Token], first: int, shouted: bool
    ) -> tuple[NameSpan | None, int] | None:
        """The name that starts at a token and the token after it; None where none starts there."""
        limit = first + 1
        while limit < len(tokens) and limit - first < MOST_WORDS and tokens[limit].joined:
            if not (tokens[limit].capital or tokens[limit].words.lower() in _LINKS):
                break
            limit += 1
        for last in range(limit, first, -1):
            if not tokens[last - 1].capital:
                continue
            if last == first + 1 and not tokens[first].capital:
                continue
            words = self.text[tokens[first].start : tokens[last - 1].end]
            found = self._known(words, tokens, first, last, shouted)
            if found:
                return self._judge(tokens, first, last, found, shouted), last
        return self._unknown_at(tokens, first, limit, shouted)

    def _known(
        self, words: str, tokens: Sequence[Token], first: int, last: int, shouted: bool
    ) -> tuple[Candidate, ...]:
        """What the gazetteer has for these tokens, where they can be a name at all."""
        found = self.gazetteer.candidates(words)
        if not found:
            return ()
        allowed = (
            self._may_be_one_word(tokens[first], first, shouted)
            if last - first == 1
            else self._may_be_several(tokens, first, last, found)
        )
        return found if allowed else ()

    def _may_be_one_word(self, token: Token, index: int, shouted: bool) -> bool:
        word = token.words
        low = word.lower()
        if low in SHOUTED_COUNTRIES:
            return word.isupper() and (not shouted or "." in word)
        if low.rstrip(".") in NO_PLACES or word in DEMONYMS or len(word) < 2:
            return False
        if word.isupper() and not shouted:
            # capitals name a body, save for a town in front of a dateline
            return index == 0 and len(word) > 3 and bool(_DATELINE.match(self.text, token.end))
        return True

    def _may_be_several(
        self, tokens: Sequence[Token], first: int, last: int, found: Sequence[Candidate]
    ) -> bool:
        begin, end = tokens[first].words.lower(), tokens[last - 1].words.lower()
        name = normalised(self._words(tokens, first, last))
        own = any(c.own and normalised(c.place.name) == name for c in found)
        if end in _BODY_KINDS and self.text.startswith(" of ", tokens[last - 1].end):
            return False  # "the Illinois Department of …" is a body
        if begin == "the":
            return not self.gazetteer.knows(
                self._words(tokens, first + 1, last)
            )  # "The Hague" alone has an article
        if all(token.words.lower() in NO_PLACES for token in tokens[first:last]):
            return own and _famous(found)
        if begin in NO_PLACES or (
            tokens[first + 1].words.lower() == "of" and begin in ADMIN_WORDS | POPULATED_WORDS
        ):
            return own
        return own or end not in NO_PLACES or end in ADMIN_WORDS | POPULATED_WORDS

    # --- known names

    def _judge(
        self, tokens: Sequence[Token], first: int, last: int, found: Sequence[Candidate], shouted: bool
    ) -> NameSpan | None:
        """The span where the name stands for a place there, else None."""
        located = self._is_located(tokens, first, shouted)
        if shouted and not found[0].own and not _famous(found):
            return None
        if self._inside_other_name(tokens, first, last, shouted):
            return None
        span = self._span(tokens, first, last, known=True)
        if (
            located
            or span.kind
            or self._has_container(tokens, last)
            or self._is_container(tokens[first].start, found)
        ):
            return span
        if without_kind_word(span.words)[1] is not None:
            return span
        return span if self._stands_alone(tokens, first, last, found, shouted) else None

    def _stands_alone(
        self, tokens: Sequence[Token], first: int, last: int, found: Sequence[Candidate], shouted: bool
    ) -> bool:
        """True where a name is a place's although nothing beside it says so: it is well known, and no word."""
        after = tokens[last] if last < len(tokens) else None
        single = last - first == 1
        if _is_country(found) or tokens[first].words.lower() in SHOUTED_COUNTRIES:
            return True
        if single and tokens[first].words.lower() in self.lower:
            return False
        if after is not None and after.words.lower() in SPEECH:
            return False
        if _famous(found):
            return True
        best = found[0]
        if shouted or not best.own:
            return False
        if single and first == 0 and best.place.population < 5 * WELL_KNOWN:
            return False
        return not single or best.place.population >= WELL_KNOWN

    def _is_container(self, start: int, found: Sequence[Candidate]) -> bool:
        """True for the division or country after a place and a comma ("Biloxi, Miss.")."""
        follows = self.text[self.last_end : start].strip() == "," if 0 <= self.last_end <= start else False
        return follows and any(c.place.kind in ("adm1", "country") for c in found[:6])

    def _inside_other_name(self, tokens: Sequence[Token], first: int, last: int, shouted: bool) -> bool:
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
        if low == "administration" and not _is_country(
            self.gazetteer.candidates(self._words(tokens, first, last))
        ):
            return self._note_person(tokens, first, last)
        if not tokens[last].capital or without_kind_word(self._words(tokens, first, last))[1] not in {
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
        if KIND_AFTER.match(self.text, tokens[last - 1].end) or self.gazetteer.knows(after):
            return False
        return not _famous(self.gazetteer.candidates(self._words(tokens, first, last)))

    def _splits(self, tokens: Sequence[Token], first: int, last: int) -> bool:
        """True where what follows a hyphen is no part of the name: "Mali-Niger", "Gao-based", no "Tin-Toukar"."""
        after = tokens[last]
        if not after.capital:
            return after.words.lower() in PLACE_SUFFIXES
        mine = self.gazetteer.candidates(self._words(tokens, first, last))
        return _famous(mine) and (self.gazetteer.knows(after.words) or after.words in DEMONYMS)

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
        self.persons.add(normalised(self._words(tokens, first, last)))
        return True

    def _may_precede(self, before: Token, tokens: Sequence[Token], first: int) -> bool:
        """True where a capitalised word before a place name is no part of it: an adjective, a role, a verb."""
        word = before.words
        low = word.lower().rstrip(".")
        return (
            low in NO_PLACES
            or word in DEMONYMS
            or low in LOCATING
            or "-" in word
            or self.gazetteer.knows(word)
        )

    def _body_before(self, tokens: Sequence[Token], first: int) -> bool:
        """True where the words before make it part of a body's name ("Movement for the Salvation of …")."""
        index = first - 1
        while index >= 0 and first - index < 7 and tokens[index + 1].joined:
            token = tokens[index]
            low = token.words.lower()
            if token.capital and low in ORGANISATION_OF and token.words[0].isupper():
                # "in the State of X" names X; "Islamic State in X" does not.
                return not (low == "state" and (index == 0 or not tokens[index - 1].capital))
            if not (token.capital or low in _LINKS or low in {"in", "for", "the", "of"}):
                return False
            index -= 1
        return False

    def _is_located(self, tokens: Sequence[Token], first: int, shouted: bool = False) -> bool:
        """True where a preposition of place, or a phrase of nearness, stands before."""
        if first == 0:
            return False
        before = tokens[first - 1].words.lower()
        if before in {"the", "downtown", "central", "nearby", "neighboring", "neighbouring"} and first > 1:
            before = tokens[first - 2].words.lower()
        if shouted:
            return before in LOCATING_IN_CAPITALS
        if before in LOCATING or (before == "of" and not self._body_before(tokens, first)):
            return True
        if self.last_located and 0 <= self.last_end <= tokens[first].start:
            # "in Gao, Mopti and Kidal": what holds of the first holds of those in a row with it
            if _ROW.fullmatch(self.text[self.last_end : tokens[first].start]):
                return True
        window = self.text[max(0, tokens[first].start - 60) : tokens[first].start]
        return bool(KIND_BEFORE.search(window) or NEAR_PHRASES.search(window) or BEARING_OF.search(window))

    def _has_container(self, tokens: Sequence[Token], last: int) -> bool:
        """True where a comma and a division or country follow ("X, Texas")."""
        end = tokens[last - 1].end
        if self.text[end : end + 2].rstrip() != "," or last >= len(tokens) or not tokens[last].capital:
            return False
        for size in (3, 2, 1):
            if last + size <= len(tokens):
                words = self._words(tokens, last, last + size)
                if any(c.place.kind in ("adm1", "country") for c in self.gazetteer.candidates(words)[:6]):
                    return True
        return False

    def _words(self, tokens: Sequence[Token], first: int, last: int) -> str:
        return self.text[tokens[first].start : tokens[last - 1].end]

    def _span(self, tokens: Sequence[Token], first: int, last: int, *, known: bool) -> NameSpan:
        start, end = tokens[first].start, tokens[last - 1].end
        kind, kind_span = self._kind_word(start, end)
        if kind_span is not None and self.text[kind_span[0]].isupper() and kind_span[0] == end + 1:
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

    def _kind_word(self, start: int, end: int) -> tuple[str | None, tuple[int, int] | None]:
        after = KIND_AFTER.match(self.text, end)
        if after and not (
            after["kind"][0].isupper() and self.text[after.end("kind") : after.end("kind") + 4] == " of "
        ):
            return after["kind"].lower(), after.span("kind")
        window_start = max(0, start - 40)
        before = KIND_BEFORE.search(self.text[window_start:start])
        if before and not _NAMED_KIND.search(self.text[window_start : window_start + before.start("kind")]):
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

    # --- unknown names

    def _unknown_at(
        self, tokens: Sequence[Token], first: int, limit: int, shouted: bool
    ) -> tuple[NameSpan, int] | None:
        """A name in no gazetteer that its surroundings make a place."""
        if shouted or not self._may_be_name(tokens[first]):
            return None
        last = first + 1
        while last < limit and last - first < 4 and self._continues(tokens, last, limit):
            last += 1
        while last > first + 1 and not tokens[last - 1].capital:
            last -= 1
        words = self._words(tokens, first, last)
        before = tokens[first - 1] if first else None
        if before is not None and tokens[first].joined and before.words.lower().rstrip(".") in TITLES:
            return None
        if before is not None and before.capital and tokens[first].joined and before.words not in DEMONYMS:
            return None
        if words.isupper() and len(words) <= 6:
            return None
        span = self._span(tokens, first, last, known=False)
        if not self._told_by_surroundings(tokens, first, last, span):
            return None
        return span, last

    def _may_be_name(self, token: Token) -> bool:
        low = token.words.lower()
        return low not in NO_PLACES and token.words not in DEMONYMS and len(low) > 2 and low not in TITLES

    def _continues(self, tokens: Sequence[Token], index: int, limit: int) -> bool:
        token = tokens[index]
        if token.capital:
            return token.words.lower() not in NO_PLACES
        return (
            token.words.lower() in {"de", "du", "el", "al", "ez", "la"}
            and index + 1 < limit
            and tokens[index + 1].capital
        )

    def _told_by_surroundings(self, tokens: Sequence[Token], first: int, last: int, span: NameSpan) -> bool:
        if span.kind is not None and span.kind_span is not None:
            body = self.text[span.kind_span[0]].isupper() and span.kind in _BODY_KINDS
            return not body
        end = tokens[last - 1].end
        window = self.text[max(0, tokens[first].start - 60) : tokens[first].start]
        if NEAR_PHRASES.search(window):
            return True
        if self._has_container(tokens, last) and self._is_located(tokens, first):
            return True
        before = tokens[first - 1].words.lower() if first else ""
        follows = self.text[end : end + 12]
        closed = re.match(
            r"\s*(?:[.,;()]|$|and\b|on\b|in\b|near\b|where\b|when\b|after\b|killing\b|by\b)", follows
        )
        return before in {"in", "at", "between", "towards", "toward"} and bool(closed)

    # --- persons

    def is_person(self, span: NameSpan) -> bool:
        """True where the same words are a person elsewhere in the text and nothing says place here."""
        if normalised(span.words) not in self.persons or span.kind is not None:
            return False
        window = self.text[max(0, span.start - 12) : span.start].split()
        return not (window and window[-1].lower() in LOCATING)


_BODY_KINDS = frozenset({"department", "state", "area", "district", "zone", "commune", "region"})
"""Capitalised, these are as often parts of a body's name ("Department of Justice")."""
_PUBLIC = frozenset({"police", "fire", "department", "court", "council", "state"})
"""Bodies of a town that stand for the town: the town is still named."""


def _famous(found: Sequence[Candidate]) -> bool:
    """True where the best known place of the name is a country, a region, a division or a large town."""
    for candidate in found[:3]:
        place = candidate.place
        if place.kind in ("country", "region"):
            return True
        if candidate.own and (
            place.kind == "adm1" or place.population >= 20 * WELL_KNOWN or candidate.capital
        ):
            return True
    return False


def _may_start(text: str, tokens: Sequence[Token], index: int) -> bool:
    """True for a capitalised word and for the article of "al-Bab"."""
    token = tokens[index]
    if token.capital:
        return True
    if index + 1 >= len(tokens) or len(token.words) > 3 or not tokens[index + 1].capital:
        return False
    return token.words in _LINKS and text[token.end : tokens[index + 1].start] in {"-", "‑"}


def _is_country(found: Sequence[Candidate]) -> bool:
    return bool(found) and found[0].place.kind == "country"


def _tokens(text: str, start: int, end: int) -> Iterator[Token]:
    previous, before = start, ""
    for match in _WORD.finditer(text, start, end):
        words = match.group()
        stop = match.end()
        if len(words) > 2 and words[-2] in "'’`" and words[-1] in "sS":
            words, stop = words[:-2], stop - 2
        yield Token(
            start=match.start(),
            end=stop,
            words=words,
            capital=_is_capital(words),
            joined=previous > start and _is_joined(before, text[previous : match.start()]),
        )
        previous, before = stop, words


def _is_joined(before: str, gap: str) -> bool:
    if _APART.match(gap):
        return True
    return before.lower() in TITLES and bool(_AFTER_TITLE.match(gap))


def _is_capital(words: str) -> bool:
    return words[0].isupper() or (words[1:2] in {"'", "’"} and words[2:3].isupper())


def _is_shouted(words: str) -> bool:
    letters = [character for character in words if character.isalpha()]
    return len(letters) > 20 and sum(character.isupper() for character in letters) > 0.8 * len(letters)


def _lower_words(text: str) -> frozenset[str]:
    return frozenset(
        match.group() for match in re.finditer(r"\b[^\W\d_]+\b", text) if match.group().islower()
    )


def spans_of(found: Iterable[NameSpan]) -> list[tuple[int, int]]:
    """The (start, end) pairs of names."""
    return [(span.start, span.end) for span in found]
