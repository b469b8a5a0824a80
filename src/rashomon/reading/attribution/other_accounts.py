"""Who gives the figure at a sentence's end that only a number tells: "police said nine had died, *residents 14*"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rashomon.reading.attribution.cue_clauses import Draft
from rashomon.reading.attribution.scope import Interval, Scene, trimmed
from rashomon.reading.languages.en.other_accounts import find_other_account
from rashomon.reading.sentences.word_index import words_between, written_as


def with_other_account(scene: Scene, found: Sequence[Draft]) -> list[Draft]:
    """The acts of a sentence, the number it ends with said by the one named beside it and by nobody before."""
    doc = scene.doc
    last = (doc[place] for place in range(max(0, len(doc) - _LAST), len(doc)))
    may_tell = any(token.like_num for token in last) or written_as(doc, _GIVING)
    told = find_other_account(doc.text) if may_tell else None
    if told is None or not (told.cue or found):
        return list(found)
    who, number = _interval(scene, told.who), _interval(scene, told.number)
    start = min(who[0], number[0])
    if scene.quote_of[start] >= 0:
        return list(found)
    cue = _interval(scene, told.cue) if told.cue is not None else found[0].cue
    if any(draft.cue == cue and _counts(scene, draft) for draft in found):
        return list(found)  # "gave *a figure of six dead*": its verb has him say all of it
    head = who[1] - 1
    own = Draft(
        source=who,
        cue=cue,
        content=(number,),
        stance="asserts",
        assertive=True,
        source_head=head,
        speaker_head=head,
    )
    others = [draft for draft in found if draft.source is None or not _meet(draft.source, who)]
    return [*(_cut_off(scene, draft, start) for draft in others), own]


_LAST = 4
"""Words at a sentence's end, its mark among them, of which one is the number."""
_GIVING = frozenset({"according", "gave", "gives", "cited"})


def _counts(scene: Scene, draft: Draft) -> bool:
    lemma = scene.cues.forms.get(scene.doc[draft.cue[0]].lower_)
    return lemma is not None and scene.cues.verbs[lemma].only_counts


def _interval(scene: Scene, span: tuple[int, int]) -> Interval:
    tokens = words_between(scene.doc, *span)
    return tokens[0].i, tokens[-1].i + 1


def _meet(one: Interval, two: Interval) -> bool:
    return one[0] < two[1] and two[0] < one[1]


def _cut_off(scene: Scene, draft: Draft, end: int) -> Draft:
    """An act that says nothing from a token on."""
    kept = [trimmed(scene.doc, left, min(right, end)) for left, right in draft.content if left < end]
    return replace(draft, content=tuple(span for span in kept if span[0] < span[1]))
