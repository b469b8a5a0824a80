"""Who is spoken of, as a noun phrase: "militants", "members of the MSA and GATIA", "Malian soldiers"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.codebook.people import PEOPLE
from rashomon.model.claims import Party
from rashomon.writing.view import is_proper_name, party_names
from rashomon.writing.withholding import WITHHELD, Withholding
from rashomon.writing.wording.figures import number_in_words
from rashomon.writing.wording.labels import BODY_WORDS, PRONOUNS, called, with_article
from rashomon.writing.wording.nouns import PLURAL, SINGULAR

_CATEGORY = {"police": "police officers", "policemen": "police officers", "troops": "soldiers"} | {
    code: category.label for code, category in PEOPLE.items()
}
_PLAIN = frozenset(
    (
        *("people", "person", "persons", "member", "members", "others", "individuals", "troops", "forces"),
        *("army", "military", "side", "losses", "dead", "combatants", "personnel", "service"),
        *("rebels", "insurgents", "jihadists", "gunmen", "attackers", "assailants"),
    )
)
"""Words that need no quotation marks beside a name: they say nothing that the name does not."""
_MASS = frozenset({"enemy", "personnel", "military", "army", "staff"})
"""Words that no number can stand before."""
_NO_LEAD = PRONOUNS | frozenset("the a an our my your any no all some those these and or of both".split())
_NUMBERS = frozenset(number_in_words(n) for n in range(1, 21)) | {"another", "both", "each", "dozen"}
_LOADED = frozenset(
    "bandits bandit terrorists terrorist criminals thieves enemy enemies rebels insurgents jihadists "
    "gunmen attackers assailants suspects".split()
)
"""Words that take sides: never used of a body in our own voice."""
_HARMED = re.compile(r"^(?:injured|wounded|slain|dead|killed) (?=\w)", re.I)
"""What befell them, which the sentence says itself: "five injured guards" are five guards."""
_LONGEST = 60


def joined(names: Sequence[str], word: str = "and") -> str:
    """A list in a sentence.

    >>> joined(("France", "Mali", "Niger"))
    'France, Mali and Niger'
    """
    items = list(dict.fromkeys(names))
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {word} {items[-1]}"


def join_word(party: Party) -> str:
    """The party's own conjunction; what the text leaves open stays open."""
    return {"and": "and", "or": "or", "and_or": "and/or"}[party.join]


def actor_list(party: Party) -> str:
    """The actors of a party with their articles, joined as the text joins them."""
    return joined([called(name) for name in party_names(party)], join_word(party))


def people_phrase(
    party: Party | None, withholding: Withholding, *, one: bool = False, epithet: bool = True
) -> str:
    """The people a count is of, to stand after the number; a speaker's epithet stays in quotation marks."""
    if party is None:
        return "person" if one else "people"
    words = _HARMED.sub("", " ".join(withholding.text(party.words).split()))
    body = body_in_words(party)
    if body:
        return f"{'member' if one else 'members'} of {body}"
    if party.actors and _is_nation_and_noun(words):
        return _numbered(words, one)
    noun = _noun(party, words, one)
    if party.actors:
        names = actor_list(party)
        return (
            noun
            if names in ("civilians", noun)
            else f"{noun} of {names}{_epithet(party, words) if epithet else ''}"
        )
    if WITHHELD not in words and _can_stand(words, one):
        return _numbered(_lower_common(words), one)
    return noun


def body_in_words(party: Party) -> str:
    """A body that no registry knows but that is written as a name: "the Hill Battalion"; else empty."""
    words = " ".join(party.words.split())
    bare = words.removeprefix("The ").removeprefix("the ")
    known = party.actors or party.person or not is_proper_name(bare) or not BODY_WORDS.search(bare)
    return "" if known else with_article(bare)


def own_people(party: Party, words: str, *, one: bool) -> str:
    """The same where the speaker's own people are meant: "fighters", to stand after "of its own"."""
    return _noun(party, words, one)


def _is_nation_and_noun(words: str) -> bool:
    """True for "Malian soldier": the text's own words say whose people they are."""
    parts = words.split()
    return (
        len(parts) == 2
        and parts[0].istitle()
        and parts[0].isalpha()
        and parts[0].casefold() not in _NO_LEAD
        and (parts[1] in PLURAL or parts[1] in SINGULAR)
    )


def _can_stand(words: str, one: bool) -> bool:
    """True for words that read well after a number and are no name of a person."""
    parts = words.split()
    if one or not parts or len(words) > _LONGEST or not re.fullmatch(r"[\w\s'’-]+", words):
        return False
    last = parts[-1].casefold()
    plural = last in SINGULAR or last in _PLAIN or (parts[-1].istitle() and last.endswith("s"))
    named_person = all(part.istitle() for part in parts) and len(parts) > 1
    if last in ("bodies", "families") or (
        last in ("members", "people", "persons", "men") and len(parts) == 1
    ):
        return False
    clean = parts[0].casefold() not in _NO_LEAD and not re.search(r"\d|[-’']\s|\s[-’']", words)
    clean = clean and words[0].isalpha() and not {part.casefold() for part in parts} & _NUMBERS
    return plural and clean and not named_person and last not in _MASS and "’s" not in words


def _numbered(words: str, one: bool) -> str:
    """The words with their noun in the number that the count asks for."""
    head, _, last = words.rpartition(" ")
    last = "soldiers" if last == "troops" else last
    known = SINGULAR.get(last, last) if one else PLURAL.get(last, last)
    return f"{head} {known}".strip()


def _lower_common(words: str) -> str:
    first = words.split()[0]
    common = first.casefold() in SINGULAR or first.casefold() in PEOPLE or first.casefold() in _PLAIN
    return words[0].lower() + words[1:] if common else words


def _noun(party: Party, words: str, one: bool) -> str:
    head = words.split()[-1].casefold() if words else ""
    noun = PLURAL.get(head, head if head in SINGULAR else "")
    if noun in _LOADED and party.actors:
        noun = ""
    if noun in ("", "people", "enemies", "members", "victims", "bodies", "families"):
        skipped = ("people", "bodies", *(("militants",) if party.actors else ()))
        known = [_CATEGORY[c] for c in (*party.categories, party.unit) if c in _CATEGORY and c not in skipped]
        noun = known[0] if known else ""
    if not noun:
        noun = "civilians" if party.status == "civilian" else "members" if party.actors else "people"
    if not one:
        return noun
    return f"{noun[:-8]}officer" if noun.endswith(" officers") else SINGULAR.get(noun, noun.removesuffix("s"))


def _epithet(party: Party, words: str) -> str:
    """What the speaker called them, where that is neither a name nor a plain word: ‘(“bandits”)’."""
    plain = words.split()
    if len(plain) != 1 or not words.isalpha() or not words.islower() or words in _NO_LEAD:
        return ""
    known = words in PLURAL or words in SINGULAR or words in _PLAIN
    loaded = words in _LOADED and words not in _PLAIN
    shown = any(words.casefold() in name.casefold() for name in party_names(party))
    return "" if (known and not loaded) or shown else f" (“{words}”)"


def party_key(party: Party | None) -> str:
    """Equal for parties that the same figures may be compared for."""
    if party is None:
        return ""
    ids = sorted(actor.actor_id or actor.words.casefold() for actor in party.actors)
    return "+".join(ids) or "+".join((*party.categories, party.status)) or party.words.casefold()


def party_label(party: Party | None, withholding: Withholding) -> str:
    """A party for tables and headings."""
    if party is None:
        return "party not stated"
    if party.actors:
        kinds = ", ".join(category.replace("_", " ") for category in party.categories)
        names = joined(party_names(party), join_word(party))
        return f"{names} ({kinds})" if kinds else names
    words = " ".join(withholding.text(party.words).split())
    return _noun(party, "", one=False) if WITHHELD in words else words or "party not stated"
