"""Where place names stand: runs of capitalised words that the gazetteer knows or their surroundings tell.

A name is left out where it is part of a longer name (a person's, a newspaper's, a movement's), where a
title or a verb of speaking makes it a person, and where a small place's name is an ordinary word.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from rashomon.codebook.gazetteer import Candidate, Gazetteer
from rashomon.codebook.place_names import ADMIN_WORDS, POPULATED_WORDS, normalised, without_kind_word
from rashomon.reading.languages.en.places import (
    BEARING_OF,
    BETWEEN_PARTIES,
    CODED_AS,
    COMPASS_WORDS,
    DEMONYMS,
    DISTANCE,
    ENTERING,
    KIND_AFTER,
    KIND_BEFORE,
    NEAR_PHRASES,
    NO_PLACES,
    ORGANISATION_NEXT,
    SETTLED,
    SHOUTED_COUNTRIES,
    SPEECH,
    STREETS,
    TITLES,
)
from rashomon.reading.places.brackets import divisions_in_brackets
from rashomon.reading.places.renown import (
    WELL_KNOWN,
    is_country,
    is_famous,
    is_only_acronym,
    is_well_known,
    is_well_known_alias,
)
from rashomon.reading.places.surroundings import BODY_KINDS, NameSpan, Surroundings, peoples
from rashomon.reading.places.tokens import LINKS, Token, is_shouted, may_start, tokens_of
from rashomon.reading.sentences.parsing import Sentence

MOST_WORDS = 6
"""Words of the longest place name looked up ("Saint Vincent and the Grenadines" has five)."""

_ARTICLES = frozenset({"al", "el", "ez", "es", "ash"})
_LINKS = LINKS | {"on", "upon", "am"}
"""Words inside a name: "Leigh on Sea", "Frankfurt am Main"."""
_NAMED_AFTER = re.compile(r"\s+(?:of\s+)?[A-Z]")
"""After a kind word: the name of what is of that kind."""

_SECOND_OF_KIND = re.compile(
    r"\b(?:villages|towns|hamlets|localities|communities|communes|districts) of "
    r"[A-Z][\w'’-]*(?:,? [A-Z][\w'’-]*){0,3},? and \Z"
)
"""Before a name in a row with others of its kind: "the villages of Orle and *Taba*"."""

_DATELINE = re.compile(r"\s*(?:,|—|–|--|\(|:)")


def find_names(text: str, sentences: Sequence[Sentence], gazetteer: Gazetteer) -> list[NameSpan]:
    """The place names of a text in order, none overlapping another."""
    finder = _Finder(text, gazetteer)
    found: list[NameSpan] = []
    for sentence in sentences:
        found.extend(finder.read(sentence))
    return [span for span in found if not finder.around.is_person(span)]


def given_names(text: str, stretches: Sequence[tuple[int, int]], gazetteer: Gazetteer) -> list[NameSpan]:
    """Stretches of a text that are known to name places, with what stands beside each."""
    around = Surroundings(text, gazetteer)
    tokens = list(tokens_of(text, 0, len(text)))
    starts, ends = [token.start for token in tokens], [token.end for token in tokens]
    found: list[NameSpan] = []
    for start, end in stretches:
        first, last = bisect_right(ends, start), bisect_left(starts, end)
        beside = around.span(tokens, first, last, known=True) if first < last else None
        words = text[start : max(end, beside.end) if beside is not None and beside.kind else end]
        found.append(
            NameSpan(
                start=start,
                end=start + len(words),
                words=words,
                known=True,
                kind=beside.kind if beside else None,
                kind_span=beside.kind_span if beside else None,
                countries=beside.countries if beside else (),
            )
        )
    return found


class _Finder:
    """Finds the names of one text."""

    def __init__(self, text: str, gazetteer: Gazetteer) -> None:
        self.text = text
        self.gazetteer = gazetteer
        self.around = Surroundings(text, gazetteer)

    def read(self, sentence: Sentence) -> Iterator[NameSpan]:
        """The names of one sentence."""
        tokens = list(tokens_of(self.text, sentence.start, sentence.end))
        shouted = is_shouted(sentence.words)
        if shouted:
            tokens = [token._replace(capital=token.words[:1].isalpha()) for token in tokens]
        following = 0
        for index, token in enumerate(tokens):
            if index < following or not (token.capital or token.words in LINKS):
                continue  # most words
            after = self.around.end_of_person(tokens, index) if not shouted else index
            if after > index:
                following = after
                continue
            taken = self._name_at(tokens, index, shouted) if may_start(self.text, tokens, index) else None
            if taken is None:
                continue
            span, following = taken
            if span is not None:
                self.around.note_name(span, self.around.is_located(tokens, index))
                yield span

    def _name_at(
        self, tokens: Sequence[Token], first: int, shouted: bool
    ) -> tuple[NameSpan | None, int] | None:
        """The name that starts at a token and the token after it; None where none starts there."""
        limit = first + 1
        while limit < len(tokens) and limit - first < MOST_WORDS and tokens[limit].joined:
            if not (
                tokens[limit].capital or tokens[limit].words.lower() in _LINKS or self._is_tied(tokens[limit])
            ):
                break
            limit += 1
        if not shouted and (river := self._river_at(tokens, first)) is not None:
            return river
        for last in range(limit, first, -1):
            if not (tokens[last - 1].capital or self._is_tied(tokens[last - 1])):
                continue
            if last == first + 1 and not tokens[first].capital:
                continue
            words = self.text[tokens[first].start : tokens[last - 1].end]
            found = self._known(words, tokens, first, last, shouted)
            if found:
                longer = self._longer_at(tokens, first, last, limit, shouted)
                return longer or (self._judge(tokens, first, last, found, shouted), last)
        return self._unknown_at(tokens, first, limit, shouted)

    def _river_at(self, tokens: Sequence[Token], first: int) -> tuple[NameSpan | None, int] | None:
        """ "The Niger *river*", "the river *Niger*": no country is meant."""
        token = tokens[first]
        after = first + 1 < len(tokens) and tokens[first + 1].words == "river" and tokens[first + 1].joined
        before = first > 0 and tokens[first - 1].words.lower() == "river" and token.joined
        if not (after or before) or not is_country(self.gazetteer.candidates(token.words)):
            return None
        if before:
            return None, first + 1
        found = self.gazetteer.candidates(self.around.words(tokens, first, first + 2))
        return (self._judge(tokens, first, first + 2, found, False) if found else None), first + 2

    def _is_tied(self, token: Token) -> bool:
        """True for the "an" of "Hpa-an": a hyphen makes it part of the name."""
        return self.text[token.start - 1] == "-"

    def _longer_at(
        self, tokens: Sequence[Token], first: int, last: int, limit: int, shouted: bool
    ) -> tuple[NameSpan, int] | None:
        """A name in no gazetteer that only begins with one that is: "Bangui Mallam", "Sare-Male"."""
        if self._goes_on_with_article(tokens, first, last, limit):
            return self._unknown_at(tokens, first, limit, shouted)
        if last >= limit or not tokens[last].capital or not self._may_be_name(tokens[last]):
            return None
        known = self.gazetteer.knows(tokens[last].words)
        if self.text[tokens[last].start - 1] == "-":
            mine = self.gazetteer.candidates(self.around.words(tokens, first, last))
            county = self.text[tokens[last].end : tokens[last].end + 7] == " County"
            pair = known and (county or is_well_known(mine))
            one = not pair and self.around.is_one(tokens, first, last)
            return self._unknown_at(tokens, first, limit, shouted) if one else None
        if known or tokens[last].words.lower() in ORGANISATION_NEXT | STREETS:
            return None
        window = self.text[max(0, tokens[first].start - 60) : tokens[first].start]
        kind_after = KIND_AFTER.match(self.text, tokens[limit - 1].end)  # "the Medina Fass area of Dakar"
        if not (KIND_BEFORE.search(window) or NEAR_PHRASES.search(window) or kind_after):
            return None
        return self._unknown_at(tokens, first, limit, shouted)

    def _goes_on_with_article(self, tokens: Sequence[Token], first: int, last: int, limit: int) -> bool:
        """True for the "Wad" of "Wad al-Noura", whose short form is no name of a town well known."""
        if last + 1 >= limit or tokens[last].words.lower() not in _ARTICLES or not tokens[last + 1].capital:
            return False
        return not is_well_known(self.gazetteer.candidates(self.around.words(tokens, first, last)))

    def _known(
        self, words: str, tokens: Sequence[Token], first: int, last: int, shouted: bool
    ) -> tuple[Candidate, ...]:
        """What the gazetteer has for these tokens, where they can be a name at all."""
        found = self.gazetteer.candidates(words)
        if not found:
            return ()
        allowed = (
            self._may_be_one_word(tokens[first], first, shouted, found)
            if last - first == 1
            else self._may_be_several(tokens, first, last, found)
        )
        return found if allowed else ()

    def _may_be_one_word(self, token: Token, index: int, shouted: bool, found: Sequence[Candidate]) -> bool:
        word = token.words
        low = word.lower()
        if not (shouted or word.isupper()) and is_only_acronym(word, found):
            return False
        if low in SHOUTED_COUNTRIES:
            return word.isupper() and (not shouted or "." in word)
        if low.rstrip(".") in NO_PLACES or word in DEMONYMS or len(word) < 2:
            return False
        if not shouted and (word.isupper() or sum(map(str.isupper, word)) > 2):
            # capitals name a body, save for a town in front of a dateline and a state ("Trenton, N.J.")
            dateline = index == 0 and len(word) > 3 and bool(_DATELINE.match(self.text, token.end))
            return dateline or self.around.is_container(token.start, found)
        return True

    def _may_be_several(
        self, tokens: Sequence[Token], first: int, last: int, found: Sequence[Candidate]
    ) -> bool:
        begin, end = tokens[first].words.lower(), tokens[last - 1].words.lower()
        name = normalised(self.around.words(tokens, first, last))
        own = any(c.own and normalised(c.place.name) == name for c in found)
        if end in BODY_KINDS and self.text.startswith(" of ", tokens[last - 1].end):
            return False  # "the Illinois Department of …" is a body
        if begin == "the":
            return not self.gazetteer.knows(
                self.around.words(tokens, first + 1, last)
            )  # "The Hague" alone has an article
        if all(token.words.lower() in COMPASS_WORDS for token in tokens[first:last]):
            # "in North-East Kidal": a part of what follows; "North East Region" is a name
            return own and KIND_AFTER.match(self.text, tokens[last - 1].end) is not None
        if all(token.words.lower() in NO_PLACES for token in tokens[first:last]):
            return own and is_famous(found)
        if begin in _ARTICLES and is_well_known_alias(found):
            return True  # "El Geneina", of which the gazetteer has another spelling first
        if begin in NO_PLACES or (
            tokens[first + 1].words.lower() == "of" and begin in ADMIN_WORDS | POPULATED_WORDS
        ):
            return own or is_country(found)  # "the Democratic Republic of the Congo"
        return own or end not in NO_PLACES or end in ADMIN_WORDS | POPULATED_WORDS

    def _judge(
        self, tokens: Sequence[Token], first: int, last: int, found: Sequence[Candidate], shouted: bool
    ) -> NameSpan | None:
        """The span where the name stands for a place there, else None."""
        located = self.around.is_located(tokens, first, shouted)
        if shouted and not found[0].own and not is_famous(found):
            return None
        if self.around.is_inside_other_name(tokens, first, last, shouted):
            return None
        span = self.around.span(tokens, first, last, known=True)
        if span.words in peoples() and self._is_people(tokens, first, span):
            return None
        if last - first == 1 and tokens[first].words.lower() in self.around.lower and _is_headline(tokens):
            if not (is_country(found) or is_famous(found)):
                return None
        if (
            located
            or span.kind
            or self.around.has_container(tokens, last)
            or self.around.is_container(tokens[first].start, found)
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
        if is_country(found) or tokens[first].words.lower() in SHOUTED_COUNTRIES:
            return True
        if single and tokens[first].words.lower() in self.around.lower:
            return False
        if after is not None and after.words.lower() in SPEECH:
            return False
        if is_famous(found):
            return True
        best = found[0]
        if shouted or not best.own:
            return False
        if single and first == 0 and best.place.population < 5 * WELL_KNOWN:
            return False
        return not single or best.place.population >= WELL_KNOWN

    def _unknown_at(
        self, tokens: Sequence[Token], first: int, limit: int, shouted: bool
    ) -> tuple[NameSpan, int] | None:
        """A name in no gazetteer that its surroundings make a place."""
        if shouted or not (self._may_be_name(tokens[first]) or self._is_of_well(tokens, first)):
            return None
        last = first + 1
        while last < limit and last - first < 4 and self._continues(tokens, last, limit):
            last += 1
        while last > first + 1 and not tokens[last - 1].capital:
            last -= 1
        words = self.around.words(tokens, first, last)
        before = tokens[first - 1] if first else None
        if before is not None and tokens[first].joined and before.words.lower().rstrip(".") in TITLES:
            return None
        if before is not None and before.capital and tokens[first].joined and before.words not in DEMONYMS:
            return None
        if words.isupper() and len(words) <= 6:
            return None
        span = self.around.span(tokens, first, last, known=False)
        if self._is_people(tokens, first, span):
            return None
        if not self._told_by_surroundings(tokens, first, last, span):
            return None
        return span, last

    def _is_people(self, tokens: Sequence[Token], first: int, span: NameSpan) -> bool:
        """True for who lives there: "a Bellah camp", "the Fulani villages of X", "the Fulani hamlet X"."""
        if span.kind not in SETTLED or span.kind_span is None or span.kind_span[0] < span.end:
            return False
        after = self.text[span.kind_span[1] : span.kind_span[1] + 5]
        return (
            span.words in peoples()
            or _NAMED_AFTER.match(after) is not None
            or (
                first > 0
                and tokens[first - 1].words.lower() in {"a", "an", "another", "several", "some", "other"}
            )
        )

    def _may_be_name(self, token: Token) -> bool:
        low = token.words.lower()
        return low not in NO_PLACES and token.words not in DEMONYMS and len(low) > 2 and low not in TITLES

    def _is_of_well(self, tokens: Sequence[Token], first: int) -> bool:
        """True for the "In" of "In-Salah", "I-n-Amguel": the Tuareg's "that of", before many a well's name."""
        if first + 1 >= len(tokens) or self.text[tokens[first].end] != "-":
            return False
        return tokens[first].words in {"In", "I"} and (
            tokens[first + 1].capital or tokens[first + 1].words == "n"
        )

    def _continues(self, tokens: Sequence[Token], index: int, limit: int) -> bool:
        token = tokens[index]
        if token.capital:
            return token.words.lower() not in NO_PLACES
        if token.words == "n" and self._is_tied(token):
            return index + 1 < limit and tokens[index + 1].capital
        return (
            token.words.lower() in _ARTICLES | {"de", "du", "la", "wa"}
            and index + 1 < limit
            and tokens[index + 1].capital
        )

    def _told_by_surroundings(self, tokens: Sequence[Token], first: int, last: int, span: NameSpan) -> bool:
        if span.kind is not None and span.kind_span is not None:
            body = self.text[span.kind_span[0]].isupper() and span.kind in BODY_KINDS
            return not body
        end = tokens[last - 1].end
        window = self.text[max(0, tokens[first].start - 60) : tokens[first].start]
        if any(phrase.search(window) for phrase in (NEAR_PHRASES, CODED_AS, DISTANCE, BEARING_OF)):
            return True
        if self.around.has_container(tokens, last) and self.around.is_located(tokens, first):
            return True
        before = tokens[first - 1].words.lower() if first else ""
        if before == "between" and BETWEEN_PARTIES.search(window):
            return False
        if self.text.startswith(" (", end) and divisions_in_brackets(
            self.text, end, span.words, self.gazetteer
        ):
            return True
        if before == "and" and _SECOND_OF_KIND.search(window):
            return True
        follows = self.text[end : end + 12]
        closed = re.match(r"\s*(?:[.,;:()]|$)|\s+[a-z]", follows)
        return before in ENTERING | {"in", "at", "between", "towards", "toward"} and bool(closed)


def _is_headline(tokens: Sequence[Token]) -> bool:
    """True for words that nearly all have capitals: "Jets Kill Nine in Wedding" names no quarter of Berlin."""
    return len(tokens) > _SHORTEST_HEADLINE and sum(token.capital for token in tokens) > 0.7 * len(tokens)


_SHORTEST_HEADLINE = 4
