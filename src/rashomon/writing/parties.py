"""Who is spoken of, as a noun phrase: "militants", "members of the MSA and GATIA", "Malian soldiers"."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.model.claims import Party
from rashomon.writing.speakers import with_article
from rashomon.writing.view import party_names
from rashomon.writing.withholding import WITHHELD, Withholding

_NOUNS = {
    "children": ("child", "children"),
    "women": ("woman", "women"),
    "men": ("man", "men"),
    "police": ("police officer", "police officers"),
    "officers": ("officer", "officers"),
    "policemen": ("police officer", "police officers"),
    "journalists": ("journalist", "journalists"),
    "soldiers": ("soldier", "soldiers"),
    "troops": ("soldier", "soldiers"),
    "commandos": ("commando", "commandos"),
    "fighters": ("fighter", "fighters"),
    "militants": ("militant", "militants"),
    "militiamen": ("militiaman", "militiamen"),
    "peacekeepers": ("peacekeeper", "peacekeepers"),
    "civilians": ("civilian", "civilians"),
    "families": ("family", "families"),
    "bodies": ("body", "bodies"),
}
_PLURALS = {singular: plural for plural, (singular, _) in _NOUNS.items()}
_PLAIN = frozenset(
    (
        *("people", "person", "persons", "member", "members", "others", "individuals"),
        *("forces", "army", "military", "troops", "side", "losses", "dead", "combatants"),
        *("rebels", "insurgents", "jihadists", "gunmen", "attackers", "assailants"),
    )
)
"""Words that need no quotation marks beside a name: they say nothing that the name does not."""


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
    return joined([with_article(name) for name in party_names(party)], join_word(party))


def people_phrase(party: Party | None, withholding: Withholding, *, one: bool = False) -> str:
    """The people a count is of, to stand after the number; a speaker's epithet stays in quotation marks."""
    if party is None:
        return "person" if one else "people"
    words = " ".join(withholding.text(party.words).split())
    noun = _noun(party, words, one)
    if party.actors:
        return f"{noun} of {actor_list(party)}{_epithet(party, words)}"
    if 0 < len(words) <= 60 and WITHHELD not in words and not _starts_with_article(words) and not one:
        return (
            words[0].lower() + words[1:] if words.split()[0].istitle() and len(words.split()) == 1 else words
        )
    return noun


def _noun(party: Party, words: str, one: bool) -> str:
    head = words.split()[-1].casefold() if words else ""
    for word in (_PLURALS.get(head, head), *party.categories, party.unit):
        if word in _NOUNS:
            return _NOUNS[word][0 if one else 1]
    if party.status == "civilian":
        return "civilian" if one else "civilians"
    if party.actors:
        return "member" if one else "members"
    return "person" if one else "people"


def _epithet(party: Party, words: str) -> str:
    """What the speaker called them, where that is neither a name nor a plain word: ‘(“bandits”)’."""
    plain = words.split()
    if len(plain) != 1 or not words.isalpha() or not words.islower():
        return ""
    known = words in _NOUNS or words in _PLURALS or words in _PLAIN
    named = any(words.casefold() in name.casefold() for name in party_names(party))
    return "" if known or named or _starts_with_article(words) else f" (“{words}”)"


def _starts_with_article(words: str) -> bool:
    first = words.split()[0].casefold()
    lead = {
        "the",
        "a",
        "an",
        "his",
        "her",
        "their",
        "its",
        "our",
        "he",
        "she",
        "it",
        "they",
        "them",
        "who",
        "which",
    }
    return first in lead or first.isdigit()


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
