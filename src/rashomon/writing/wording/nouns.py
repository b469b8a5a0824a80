"""Nouns for people: singular and plural, and what a single person may be called without his name."""

from __future__ import annotations

import re

from rashomon.model.base import value
from rashomon.model.claims import Party

_PAIRS = (
    "child children|woman women|man men|boy boys|girl girls|baby babies|infant infants|toddler toddlers|"
    "teenager teenagers|teen teens|officer officers|soldier soldiers|commando commandos|fighter fighters|guard guards|"
    "militant militants|militiaman militiamen|peacekeeper peacekeepers|civilian civilians|family families|"
    "body bodies|journalist journalists|person people|member members|student students|pupil pupils|"
    "teacher teachers|doctor doctors|nurse nurses|paramedic paramedics|medic medics|farmer farmers|"
    "herder herders|shepherd shepherds|driver drivers|trader traders|worker workers|miner miners|"
    "villager villagers|resident residents|patient patients|passenger passengers|protester protesters|"
    "pastor pastors|priest priests|imam imams|mayor mayors|sheriff sheriffs|deputy deputies|"
    "detective detectives|agent agents|trooper troopers|firefighter firefighters|judge judges|"
    "lawyer lawyers|politician politicians|official officials|minister ministers|diplomat diplomats|"
    "governor governors|lawmaker lawmakers|senator senators|candidate candidates|prosecutor prosecutors|"
    "activist activists|prisoner prisoners|suspect suspects|gunman gunmen|"
    "shooter shooters|attacker attackers|assailant assailants|bomber bombers|insurgent insurgents|"
    "rebel rebels|jihadist jihadists|terrorist terrorists|bandit bandits|commander commanders|"
    "leader leaders|facilitator facilitators|victim victims|bystander bystanders|employee employees|"
    "enemy enemies|hostage hostages|refugee refugees|gendarme gendarmes|mercenary mercenaries|"
    "individual individuals|thief thieves|policeman policemen|policewoman policewomen|lieutenant lieutenants|"
    "sergeant sergeants|captain captains|colonel colonels|major majors|general generals|chief chiefs"
)
PLURAL = dict(pair.split(" ") for pair in _PAIRS.split("|"))
SINGULAR = {several: single for single, several in PLURAL.items()}
_SAME = {"teen": "teenager", "policemen": "police officer", "kid": "child", "police": "police officer"}
_KIN = {
    "wife": "woman",
    "mother": "woman",
    "grandmother": "woman",
    "widow": "woman",
    "girlfriend": "woman",
} | {
    "husband": "man",
    "father": "man",
    "grandfather": "man",
    "boyfriend": "man",
}
_YOUNG_KIN = {"son": "boy", "daughter": "girl", "brother": "boy", "sister": "girl"}
_YOUNG = {"woman": "girl", "man": "boy"}
_AGE = re.compile(r"\b(\d{1,3})[- ](year|month|week|day)s?[- ]olds?\b", re.IGNORECASE)
_FEMALE = frozenset({"woman", "girl", "policewoman"})
_MALE = frozenset({"man", "boy", "gunman", "policeman"})
_CHILD = frozenset({"child", "boy", "girl", "baby", "infant", "toddler", "teenager", "pupil"})
_VAGUE = frozenset({"person", "victim", "individual", "body", "member", "family"})
_OF_AGE = 18
_SCHOOL_AGE = 5
_BY_CATEGORY = (
    *(("children", "child"), ("infants", "infant"), ("women", "woman"), ("men", "man")),
    *(("police", "police officer"), ("journalists", "journalist"), ("peacekeepers", "peacekeeper")),
    *(("health_workers", "health worker"), ("students", "student"), ("teachers", "teacher")),
    *(("aid_workers", "aid worker"), ("farmers", "farmer"), ("herders", "herder"), ("drivers", "driver")),
)


@value
class Described:
    """What a single person may be called: a noun, an age as written ("5-year-old"), sex where told."""

    noun: str = "person"
    age: str = ""

    @property
    def sex(self) -> str:
        """female, male, or empty where the words do not say."""
        return "female" if self.noun in _FEMALE else "male" if self.noun in _MALE else ""

    @property
    def grown(self) -> bool | None:
        """True for an adult, False for a child, None where the words do not say."""
        if self.age:
            years, unit = self.age.split("-")[:2]
            return unit == "year" and int(years) >= _OF_AGE
        return False if self.noun in _CHILD else True if self.noun in _FEMALE | _MALE else None

    @property
    def role(self) -> str:
        """The noun where it says more than sex and age."""
        return "" if self.noun in _FEMALE | _MALE | _CHILD | _VAGUE else self.noun

    def phrase(self) -> str:
        """With its article: "a 5-year-old girl", "an officer"."""
        words = f"{self.age} {self.noun}" if self.age else self.noun
        if self.age and (self.noun in _VAGUE or self.noun in ("teenager", "child")):
            words = self.age
        vowel = words[0] in "aeiou" or words.split("-")[0] in ("8", "11", "18") or words.startswith("8")
        return f"{'an' if vowel else 'a'} {words}"


def describe(party: Party | None, passage: str = "") -> Described:
    """A single person without name: from the words that are no name, else from the kind of people.

    ``passage``: the claim's words, which may give an age beside a name ("Ada Brook, 22, was shot").
    """
    if party is None:
        return Described()
    written = _age_of(party.words, passage)
    young = bool(written) and _is_young(written)
    noun = _noun_of(party, young=young)
    return Described(noun=_YOUNG.get(noun, noun) if young else noun, age=written)


def _age_of(words: str, passage: str) -> str:
    age = _AGE.search(words) or _AGE.search(passage)
    if age:
        return f"{age.group(1)}-{age.group(2).lower()}-old"
    beside = re.search(rf"{re.escape(words)}, (\d{{1,2}}),", passage) if words else None
    return f"{beside.group(1)}-year-old" if beside else ""


def _is_young(age: str) -> bool:
    years, unit = age.split("-")[:2]
    return unit != "year" or int(years) < _OF_AGE


def _noun_of(party: Party, *, young: bool) -> str:
    owned: list[str] = re.split(r"[’']s?\s", party.words)
    tokens: list[str] = re.findall(r"[a-z]+", owned[-1].casefold())
    for token in reversed(tokens):
        word = _SAME.get(token, SINGULAR.get(token, token))
        if word in ("family", "body", "member", "individual", "victim"):
            return "person"
        if word in PLURAL or word in _SAME.values():
            return word
        if token in _YOUNG_KIN:
            return _YOUNG_KIN[token] if young else "person"
        if token in _KIN:
            return str(_KIN[token])
    for category, noun in _BY_CATEGORY:
        if category in party.categories:
            return noun
    return "civilian" if party.status == "civilian" and party.words.islower() and tokens else "person"


def alike(one: Described, two: Described) -> bool:
    """True where two descriptions can be of one person."""
    if one.age and two.age and one.age != two.age:
        return False
    if one.sex and two.sex and one.sex != two.sex:
        return False
    if None not in (one.grown, two.grown) and one.grown != two.grown:
        return False
    if one.role and two.role:
        return one.role == two.role
    return not (_too_young(one, two.role) or _too_young(two, one.role))


def _too_young(child: Described, role: str) -> bool:
    """True for a child and an office, or an infant and a pupil."""
    if not role or child.grown is not False:
        return False
    years, unit = child.age.split("-")[:2] if child.age else ("9", "year")
    return role not in ("student", "pupil", "civilian") or unit != "year" or int(years) < _SCHOOL_AGE


def fuller(one: Described, two: Described) -> Described:
    """What two descriptions of one person say together."""
    nouns = sorted((one.noun, two.noun), key=_said, reverse=True)
    noun = one.noun if _said(one.noun) == _said(two.noun) else nouns[0]
    age = one.age or two.age
    return Described(noun=_YOUNG.get(noun, noun) if age and _is_young(age) else noun, age=age)


def _said(noun: str) -> int:
    """How much a noun says: a role most, then sex, then youth."""
    if noun in _VAGUE:
        return 0 if noun == "person" else 1
    if noun == "civilian":
        return 2
    if noun in _FEMALE | _MALE:
        return 4
    return 3 if noun in _CHILD else 5
