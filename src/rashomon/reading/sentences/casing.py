"""A text written in capitals throughout, written as other texts are: "GUNMEN IN LIMA" as "Gunmen in Lima".

The parser was trained on ordinary text and takes words in capitals for names; a name among them says nothing any
more. Which words have a capital is decided by what is known: the names of actors as their registry writes them,
countries and their people, given names, months, the gazetteer, and the dictionary of the parser's base forms,
whose words are no names unless one of the others says so. Letters change, never their number: offsets hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from rashomon.codebook.actor_countries import countries
from rashomon.codebook.actors import ActorRegistry
from rashomon.codebook.gazetteer import Gazetteer
from rashomon.reading.languages.en.person_names import GIVEN_NAMES
from rashomon.reading.languages.en.places import TITLES

if TYPE_CHECKING:
    from spacy.language import Language

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_STARTS = re.compile(r"(?:\A|[.!?][\"”'’)\]]*\s|\n\s*\n|\n\s*[-*•]|--?\s|\]\s*)[\s\"“'‘(\[]*\Z")
"""What stands before the first word of a sentence, of a paragraph, or after a dateline or a bracketed heading."""
_INITIALS = re.compile(r"(?:\b[A-Z]\.)+\s*\Z")
_BEFORE_PLACE = frozenset("in at near from of to around outside toward towards through for".split())
_AFTER_PLACE = frozenset(
    "department province district city state county region municipality governorate".split()
)
_SMALL = frozenset("of the and de del y e du des da dos".split())
_LATIN = frozenset("san santa santo el la los las puerto villa new saint st".split())
"""First words of towns that are names by them, however common the rest ("La Libertad", "New Delhi")."""
_DATED = frozenset(
    "january february april june july august september october november december jan feb mar apr jun jul aug sep sept "
    "oct nov dec monday tuesday wednesday thursday friday saturday sunday".split()
)
_WORDS_TOO = frozenset("will mark bill rose frank jack grant drew art dan ray rick hugh max".split())
"""Given names that are common words."""
_WELL_KNOWN = 100_000
"""Inhabitants from which a town that shares its name with a common noun is meant after "in" or "near"."""
_ALONE_IN_BRACKETS = re.compile(r"[\[(]([A-Z]{2,6})[\])]")
"""An acronym where it is explained."""
_PREFIX = re.compile(
    r"(?:anti|counter|non|pro|re|un|pre|co|sub|inter|multi|para|over|under|mis|dis|super|ultra|narco)(?=.{4})"
)
_ENDINGS = {
    "noun": ("s:", "ses:s", "ves:f", "xes:x", "zes:z", "ches:ch", "shes:sh", "men:man", "ies:y"),
    "verb": ("s:", "ies:y", "es:e", "es:", "ed:e", "ed:", "ing:e", "ing:"),
    "adj": ("er:", "est:", "er:e", "est:e"),
}


def in_ordinary_case(text: str, registry: ActorRegistry, gazetteer: Gazetteer, nlp: Language) -> str:
    """The text as it would stand in a newspaper, as long as it was."""
    return _Caser(text, registry, gazetteer, _dictionary(nlp)).written()


class _Caser:
    """One text in capitals, and what is known of each of its words by where it starts."""

    def __init__(
        self, text: str, registry: ActorRegistry, gazetteer: Gazetteer, kind_of: Callable[[str], str | None]
    ) -> None:
        self.text = text
        self._kind_of = kind_of
        self._words = list(_WORD.finditer(text))
        self._acronyms = frozenset(_ALONE_IN_BRACKETS.findall(text))
        self._known = {**self._places(gazetteer), **self._spelled_out(), **self._actors(registry)}

    def written(self) -> str:
        """The text with each word as it is ordinarily written."""
        letters = list(self.text)
        for word in self._words:
            cased = self._known.get(word.start()) or self._cased(word)
            if len(cased) == len(
                word.group()
            ):  # a few letters of other alphabets have no lower one of their own
                letters[word.start() : word.end()] = cased
        return "".join(letters)

    def _cased(self, word: re.Match[str]) -> str:
        words = word.group()
        low = words.lower()
        if len(words) == 1 and self.text[word.end() : word.end() + 1] == ".":
            return words  # an initial
        if words == "US":
            return words if self._is_country(word) else low
        if low in _DATED or low in _peoples() or (low in GIVEN_NAMES and low not in _WORDS_TOO):
            return _title(words)
        if self._kind_of(low) is not None:
            return _title(words) if self._starts_sentence(word.start()) or low == "i" else low
        vowelless = len(words) <= 5 and re.search("[AEIOUY]", words) is None
        return words if words in self._acronyms or (vowelless and low not in TITLES) else _title(words)

    def _starts_sentence(self, start: int) -> bool:
        before = self.text[max(0, start - 40) : start]
        return _STARTS.search(before) is not None and _INITIALS.search(before) is None

    def _is_country(self, word: re.Match[str]) -> bool:
        """True for "the US embassy": the pronoun stands before no noun and after no article."""
        following = _WORD.match(self.text, word.end() + 1)
        after = self._kind_of(following.group().lower()) if following is not None else "small"
        return self.text[: word.start()].rstrip().endswith(" THE") or after == "noun"

    def _actors(self, registry: ActorRegistry) -> dict[int, str]:
        """The words of actors' names as the registry writes them; an acronym as it stands."""
        found: dict[int, str] = {}
        for hit in registry.find(self.text):
            inside = list(_WORD.finditer(self.text, hit.start, hit.end))
            if hit.kind == "acronym":
                found.update((word.start(), word.group()) for word in inside)
                continue
            names = (
                registry.get(hit.actor_ids[0]).names if hit.actor_ids and hit.actor_ids[0] in registry else ()
            )
            for name in names:
                own = _WORD.findall(name.words)
                if [word.lower() for word in own] == [word.group().lower() for word in inside]:
                    found.update((word.start(), cased) for word, cased in zip(inside, own, strict=True))
                    break
        return found

    def _spelled_out(self) -> dict[int, str]:
        """The words whose first letters an acronym after them has: "Army of National Liberation (ELN)"."""
        found: dict[int, str] = {}
        for at, bracket in enumerate(self._words):
            if bracket.group() not in self._acronyms or self.text[bracket.start() - 1] not in "([":
                continue
            before = [
                w for w in self._words[max(0, at - 12) : at] if self._kind_of(w.group().lower()) != "small"
            ]
            named = before[-len(bracket.group()) :]
            initials = sorted(word.group()[0] for word in named)
            if len(named) > 2 and len(set(initials) & set(bracket.group())) >= len(set(bracket.group())) - 1:
                found.update((word.start(), _title(word.group())) for word in named)
        return found

    def _places(self, gazetteer: Gazetteer) -> dict[int, str]:
        """The words of places' names, the longest at each word."""
        found: dict[int, str] = {}
        for at, word in enumerate(self._words):
            if word.start() in found or (
                self._kind_of(word.group().lower()) == "small" and not _is_latin(word)
            ):
                continue
            for size in (4, 3, 2, 1):
                run = self._words[at : at + size]
                if len(run) == size and self._is_place(run, gazetteer):
                    found.update((w.start(), _small_or_title(w.group())) for w in run)
                    break
        return found

    def _is_place(self, run: list[re.Match[str]], gazetteer: Gazetteer) -> bool:
        words = self.text[run[0].start() : run[-1].end()]
        if re.search(r"[^\w\s'’-]", words) or self._kind_of(run[-1].group().lower()) == "small":
            return False
        kinds = [self._kind_of(word.group().lower()) for word in run]
        if len(run) == 1 and kinds[0] not in (None, "noun"):
            return False
        candidates = gazetteer.candidates(" ".join(words.split()))
        if not candidates:
            return False
        place = candidates[0].place
        if None in kinds or _is_latin(run[0]) or place.kind == "country" or candidates[0].capital:
            return True
        return place.population >= _WELL_KNOWN and self._is_located(run)

    def _is_located(self, run: list[re.Match[str]]) -> bool:
        before = self.text[: run[0].start()].rpartition("\n\n")[2][-20:].split()
        following = _WORD.match(self.text, run[-1].end() + 1)
        after = following.group().lower() if following is not None else ""
        return after in _AFTER_PLACE or bool(before and before[-1].lower() in _BEFORE_PLACE)


def _is_latin(word: re.Match[str]) -> bool:
    return word.group().lower() in _LATIN


def _small_or_title(words: str) -> str:
    return words.lower() if words.lower() in _SMALL else _title(words)


def _title(words: str) -> str:
    return words[:1] + words[1:].lower()


@cache
def _peoples() -> frozenset[str]:
    """Countries and their people by one word, also in the plural: "peru", "peruvians"."""
    names = {
        name.lower()
        for country in countries().values()
        for name in (country.name, *country.others, *country.adjectives)
        if " " not in name and name not in country.doubtful and not name.isupper()
    }
    return frozenset({*names, *(f"{name}s" for name in names)})


@cache
def _dictionary(nlp: Language) -> Callable[[str], str | None]:
    """What a word in lower case is: "small", "verb", "adj", "adv" or "noun"; None for one that is in no dictionary."""
    from spacy.strings import get_string_id

    tables = next(t for t in (_lookups(pipe) for _, pipe in nlp.pipeline) if t is not None)
    index, odd = tables.get_table("lemma_index"), tables.get_table("lemma_exc")
    forms = {kind: frozenset(index[get_string_id(kind)]) for kind in ("verb", "adj", "adv", "noun")}
    irregular = {kind: frozenset(odd[get_string_id(kind)]) for kind in ("verb", "adj", "adv", "noun")}
    small = frozenset(nlp.Defaults.stop_words)

    @cache
    def kind_of(word: str) -> str | None:
        if word in small:
            return "small"
        for kind, known in forms.items():
            if word in irregular[kind] or any(base in known for base in _bases(word, kind)):
                return kind
        owner = word.removesuffix("'s").removesuffix("’s")
        if owner != word:
            return kind_of(owner)
        shorn = _PREFIX.sub("", word)
        if shorn != word and (whole := kind_of(shorn)) is not None:
            return whole
        cuts = range(4, len(word) - 3)  # "machinegunned", "crewmember"
        return next(
            (
                k
                for at in cuts
                if kind_of(word[:at]) in {"noun", "verb"} and (k := kind_of(word[at:])) is not None
            ),
            None,
        )

    return kind_of


def _lookups(pipe: Any) -> Any:
    found = getattr(pipe, "lookups", None)
    return found if found is not None and found.has_table("lemma_index") else None


def _bases(word: str, kind: str) -> Iterator[str]:
    yield word
    for ending, base in (rule.split(":") for rule in _ENDINGS.get(kind, ())):
        if word.endswith(ending):
            stem = word[: len(word) - len(ending)] + base
            yield stem
            if stem[-2:-1] == stem[-1:]:
                yield stem[:-1]  # "gunned"


T = TypeVar("T")

_FIELDS_OF_WORDS = frozenset(("words", "source", "person", "office", "cue"))
"""Fields that hold words of the text."""


def as_written(found: T, text: str) -> T:
    """What was read of a text in ordinary case, with its words as the text itself writes them."""
    if isinstance(found, tuple):
        return type(found)(as_written(part, text) for part in found)
    if not is_dataclass(found) or isinstance(found, type):
        return found
    changed = {}
    for field in fields(found):
        old = getattr(found, field.name)
        new = as_written(old, text)
        if field.name in _FIELDS_OF_WORDS and isinstance(old, str):
            new = _own_words(found, old, text)
        if new is not old:
            changed[field.name] = new
    return replace(found, **changed) if changed else found


def _own_words(found: object, words: str, text: str) -> str:
    start, end = getattr(found, "start", None), getattr(found, "end", None)
    if isinstance(start, int) and isinstance(end, int) and text[start:end].lower() == words.lower():
        return text[start:end]
    return words.upper() if words not in text and words.upper() in text else words
