"""Names that a text defines itself: "Movement for the Defence of the Lakes (MDL)", and "MDL" from then on.

For bodies that no registry has. Their ids begin with ``text:`` and hold the full name, so that a body defined
in two reports is one. And short names that two bodies share: after "the Pakistani Taliban" they are "the Taliban".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rashomon.codebook.actor_matching import ActorHit
from rashomon.codebook.actors import ActorRegistry
from rashomon.reading.places.toponyms import ToponymFound

DEFINED = "text:"
"""Before the full name, in the id of a body that only a text defines."""

_SMALL = frozenset("of for the and de du des la le les et pour in on to".split())
_ACRONYM = re.compile(r"\((?<=\s\()([A-Z][A-Z-]{1,7})s?\)")
"""An acronym in brackets after a blank, from the bracket on: most of a text is passed over at once."""
_NAME_REACH = 120
"""Characters before the bracket within which the full name must begin."""


def find_defined(text: str, hits: tuple[ActorHit, ...]) -> Iterator[ActorHit]:
    """Every place where a body defined in the text stands, by its name or its acronym."""
    taken = [(hit.start, hit.end) for hit in hits]
    for name, acronym in dict.fromkeys(_definitions(text, hits)):
        for words in (name, acronym):
            for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text):
                if not any(start < match.end() and match.start() < end for start, end in taken):
                    taken.append((match.start(), match.end()))
                    yield ActorHit(
                        start=match.start(),
                        end=match.end(),
                        words=words,
                        actor_ids=(f"{DEFINED}{name}",),
                        kind="text",
                    )


def without_otherwise_defined(
    text: str, hits: tuple[ActorHit, ...], registry: ActorRegistry
) -> tuple[ActorHit, ...]:
    """The hits less acronyms that the text itself gives to another body: "Rapid Deployment Force (RDF)".

    Another body is one with no word in common with any name of the known one, but for what all bodies are called.
    """
    meant: dict[str, frozenset[str]] = {}
    for match in _ACRONYM.finditer(text):
        blank = match.start() - 1
        name = _name_before(text[max(0, blank - _NAME_REACH) : blank], match.group(1))
        if name is not None:
            meant[match.group(1)] = _own_words(name)
    if not meant:
        return hits
    return tuple(
        hit
        for hit in hits
        if hit.words not in meant
        or not hit.actor_ids
        or _is_called(hit.actor_ids, meant[hit.words], registry)
    )


def _is_called(ids: Sequence[str], words: frozenset[str], registry: ActorRegistry) -> bool:
    names = [name.words for one in ids if one in registry for name in registry.get(one).names]
    own = [found for name in names if len(found := _own_words(name)) > 1]
    return not own or any(words & each for each in own)


def _own_words(name: str) -> frozenset[str]:
    found = {word.lower() for word in re.findall(r"[\w’']+", name)}
    return frozenset(found - _SMALL - _ANY_BODY)


_ANY_BODY = frozenset(
    "force forces army group movement front party union council militia brigade battalion unit national".split()
)
"""What bodies of any name are called."""


def _definitions(text: str, hits: tuple[ActorHit, ...]) -> Iterator[tuple[str, str]]:
    for match in _ACRONYM.finditer(text):
        blank = match.start() - 1
        if any(hit.start <= match.start(1) < hit.end or hit.end == blank for hit in hits):
            continue
        name = _name_before(text[max(0, blank - _NAME_REACH) : blank], match.group(1))
        if name is not None and not _is_no_body(name):
            yield name, match.group(1)


def _is_no_body(name: str) -> bool:
    """True for "Improvised Explosive Device", "Inspector General of Police", "Line of Control": no body of people."""
    head = [word for word in _HEAD_ENDS.split(name, maxsplit=1)[0].split() if word]
    return bool(head) and head[-1].lower().rstrip("s") in _NO_BODIES


_HEAD_ENDS = re.compile(r"\s(?:of|for|in|on|de|du|des|del|pour|to)\s")
_NO_BODIES = frozenset(
    "device vehicle carrier launcher rifle gun weapon missile rocket mortar grenade mine bomb drone aircraft "
    "helicopter system munition charge hospital clinic centre center school university college airport base camp "
    "prison road line zone area district province region territory border operation exercise plan programme "
    "program project act law bill code agreement treaty accord deal protocol report index time day general "
    "inspector superintendent commissioner officer minister secretary president governor director chief commander "
    "chairman spokesman coordinator disorder disease virus syndrome person test mission".split()
)
"""What is no body of people, as the head of a name that is given in short: things, places, offices, papers."""


def _name_before(before: str, acronym: str) -> str | None:
    """The words right before the bracket whose capitals spell the acronym; None where none do."""
    letters = acronym.replace("-", "")
    words = list(re.finditer(r"[\w'’-]+", before.split("\n")[-1]))
    offset = len(before) - len(before.split("\n")[-1])
    for first in range(len(words) - 1, -1, -1):
        run = [word.group() for word in words[first:]]
        initials = "".join(part[0] for word in run if word not in _SMALL for part in word.split("-") if part)
        if len(initials) > len(letters) + 1:
            return None
        if initials == letters and run[0] not in _SMALL and len(run) > 1:
            return before[offset + words[first].start() :]
    return None


_MEMBERS = re.compile(r"\s(?:fighters?|militants?|rebels?|insurgents?|gunm[ae]n|forces|leaders?)\Z")


def with_shared_names(hits: Sequence[ActorHit], registry: ActorRegistry) -> list[ActorHit]:
    """The names, a short one that two unrelated bodies bear meant as the one that is first named in full."""
    first: dict[str, ActorHit] = {}
    for hit in hits:
        if hit.actor_ids:
            first.setdefault(_MEMBERS.sub("", hit.words), hit)
    meant = {words: _named_in_full(words, first, registry) for words in first}
    return [
        replace(hit, actor_ids=(other, *hit.actor_ids))
        if hit.actor_ids and (other := meant[_MEMBERS.sub("", hit.words)]) is not None
        else hit
        for hit in hits
    ]


def _named_in_full(short: str, first: Mapping[str, ActorHit], registry: ActorRegistry) -> str | None:
    """The other body whose longer name in the report holds a short one; None where the short one's own stands first."""
    own = first[short].actor_ids[0]
    for full, hit in first.items():
        if len(full) > len(short) and short in full and re.search(rf"(?<!\w){re.escape(short)}(?!\w)", full):
            other = hit.actor_ids[0]
            return other if other != own and _are_unrelated_groups(own, other, registry) else None
    return None


def _are_unrelated_groups(one: str, two: str, registry: ActorRegistry) -> bool:
    if one not in registry or two not in registry:
        return False
    first, second = registry.get(one), registry.get(two)
    armed = first.category == second.category == "rebel"
    return armed and first.part_of != two and second.part_of != one


def meant_where_told(
    hits: Sequence[ActorHit], places: Sequence[ToponymFound], registry: ActorRegistry
) -> list[ActorHit]:
    """The names, one that bodies of several countries bear meant as that of the country most places lie in.

    "al-Shabab attacked Palma in Mozambique; it has no ties to the group in Somalia": the Mozambican one.
    """
    if all(len(hit.actor_ids) < 2 for hit in hits):
        return list(hits)
    named = {at for hit in hits for at in range(hit.start, hit.end)}
    # Of countries named as often the first: a report puts the event first.
    where = Counter(p.place.country_iso3 for p in places if p.place is not None and p.start not in named)
    countries = [iso3 for iso3, _ in where.most_common()]
    return [_meant_in(hit, countries, registry) for hit in hits]


def _meant_in(hit: ActorHit, countries: Sequence[str | None], registry: ActorRegistry) -> ActorHit:
    """The name with the body first that acts in the first of some countries in which any of those it may mean does."""
    if len(hit.actor_ids) < 2:
        return hit
    by_rule = [one for one in hit.actor_ids if ":" in one]
    if any(not one.startswith("forces:") for one in by_rule) or (
        by_rule and any(registry.get(one).category == "media" for one in hit.actor_ids)
    ):
        return hit  # an agency reports from everywhere, also from where an army bears its letters
    homes = {actor_id: registry.countries_of(actor_id) for actor_id in hit.actor_ids}
    country = next((iso3 for iso3 in countries if any(iso3 in home for home in homes.values())), None)
    local = sorted(hit.actor_ids, key=lambda actor_id: country not in homes[actor_id])
    return hit if country is None else replace(hit, actor_ids=tuple(local))
