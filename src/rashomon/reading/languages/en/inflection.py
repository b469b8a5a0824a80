"""The written forms of English verbs: enough to find them without a parse."""

from __future__ import annotations

from collections.abc import Iterable

_DOUBLING = frozenset(
    [
        "admit",
        "beg",
        "plan",
        "refer",
        "rebut",
        "chat",
        "blog",
        "submit",
        "quip",
        "infer",
        "concur",
        "brag",
        "dub",
        "prefer",
        "commit",
        "chat",
        "stop",
    ]
)


def written_forms(lemma: str, irregular: Iterable[str] = ()) -> tuple[str, ...]:
    """All forms of a verb, lower case, the lemma first.

    >>> written_forms("deny")
    ('deny', 'denies', 'denied', 'denying')
    >>> written_forms("say", ["said"])
    ('say', 'says', 'said', 'saying')
    """
    past = tuple(irregular) or (_past(lemma),)
    return tuple(dict.fromkeys((lemma, _third_person(lemma), *past, _gerund(lemma))))


def _third_person(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return f"{lemma[:-1]}ies"
    return f"{lemma}es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{lemma}s"


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return f"{lemma}d"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return f"{lemma[:-1]}ied"
    return f"{_stem(lemma)}ed"


def _gerund(lemma: str) -> str:
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe")):
        return f"{lemma[:-1]}ing"
    return f"{_stem(lemma)}ing"


def _stem(lemma: str) -> str:
    return lemma + lemma[-1] if lemma in _DOUBLING else lemma
