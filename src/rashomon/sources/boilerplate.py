"""What stands in a text and is not the report: comments, appeals, teasers, captions, notices.

Found line by line, by phenomenon. A line with a word of harm is never set aside unless it stands below a
marker of readers' comments: to lose evidence is worse than to keep a teaser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rashomon.model.base import value
from rashomon.model.report import SetAside

_COMMENTS = re.compile(
    r"(?:(?:(?:\d{1,5}|no|one|view|show|all|read|the|more|latest|reader|user)\s+){0,4}"
    r"(?:comments|responses|replies|commentaires)"
    r"|\d{1,5}\s+(?:comment|response|reply|commentaire)"
    r"|(?:\d{1,5}\s+|one\s+)?thoughts? on\b.{0,120}"
    r"|(?:add|post|leave|write|laisser)\s+(?:an?\s+|your\s+|un\s+)?(?:comments?|reply|response|commentaire))"
    r"\s*(?:\(\s*\d{1,5}\s*\)|[:.]|\d{1,5}|so far|below|yet)?\Z"
    r"|(?:join the (?:discussion|conversation)|discussion about this post|what do you think\?)\Z",
    re.IGNORECASE,
)
"""A heading of readers' comments. A bare "Response:" or "No comment." is none: officials answer so."""
_HARM = re.compile(
    r"\b(?:kill|dead\b|died\b|dies\b|death|wound|injur|attack|clash|murder|bomb|shot\b|shoot|casualt|fatal|hostage"
    r"|kidnap|abduct|arrest|detain|captur|soldier|militant|insurgent|rebel)",
    re.IGNORECASE,
)
_APPEAL = re.compile(
    r"\b(?:donat(?:e|ion|ions|ing)|tax[- ]deductible|subscrib(?:e|er|ers|ing)|subscription|newsletter|sign up"
    r"|become a (?:member|patron|supporter)|membership|contribut(?:e|ion) (?:today|now|to our)|patreon|paypal"
    r"|support (?:our|us|independent|quality|this site)|your support|readers like you|faire un don|abonnez)\b",
    re.IGNORECASE,
)
_MEDIA = re.compile(
    r"\b(?:readers?|newsletters?|journalis\w+|reporting|subscri\w+|tax[- ]deductible|this (?:site|website)|our work"
    r"|our coverage|membership|patreon|paypal|inbox|abonn\w+|donation here|donate (?:now|here|today))\b",
    re.IGNORECASE,
)
"""What makes an appeal a publisher's own, and not the one of a person in the story."""
_ADDRESS = re.compile(
    r"\b(?:you|your|our|us|we|today|now|here|reader|readers|vous|votre|nous)\b", re.IGNORECASE
)
_TEASER = re.compile(
    r"(?:read (?:more|also|next|the full)|also read|see also|you (?:may|might) (?:also )?like|don't miss"
    r"|à lire aussi|lire aussi)\b",
    re.IGNORECASE,
)
_TEASER_HEAD = re.compile(
    r"(?:related\b(?! to\b)|more (?:on this|from|stories|news|about)|recommended|most (?:read|popular|viewed)|trending"
    r"|latest (?:news|stories)|editor'?s? picks?|previous (?:article|post)|next (?:article|post))\b",
    re.IGNORECASE,
)
"""Words that head a list of other stories, and may as well begin a sentence of the report."""
_LIST_HEAD = re.compile(
    r"(?:also(?: on [\w.]{3,20})?|related(?: (?:stor(?:y|ies)|articles?|news|content|coverage|links?|headlines?))?"
    r"|(?:more|other|latest|top) (?:[\w-]+ )?(?:news|stories|headlines)|recommended(?: for you)?|trending(?: now)?"
    r"|read next|editor'?s? picks?)\s*:?\Z",
    re.IGNORECASE,
)
"""A line that is nothing but the heading of a list of other stories."""
_HEADLINE = 140
"""Characters up to which a line below it may be a headline."""
_POINTER = re.compile(
    r"\s*(?:WATCH|MORE|VIDEOS?|READ|STORY|STORIES|PHOTOS?|GALLERY|RECALL|PREVIOUSLY|ALSO|THE [A-Z]{3,12}):"
    r" [^a-z].*[\w’')]\Z"
)
"""A label in capitals before the headline of another story, without a full stop: "THE CRIME: Man found in a well"."""
_SOCIAL = re.compile(
    r"(?:(?:share|tweet|facebook|twitter|whatsapp|telegram|linkedin|reddit|pinterest|e-?mail|print|copy link|x)\b"
    r"(?:\s*(?:this|on|via|[|/·•,]))?\s*){2,10}\Z|follow us\b.{0,120}\Z|(?:like|follow) us on\b.{0,80}\Z",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"\s*(?:(?:file )?photo(?:graph)?s?|image|picture|video|slideshow|caption|view full caption|hide caption|credit"
    r"|getty images|illustration)\s*(?:[:/(|–—-]|by\b|credit|courtesy|\Z)"
    r"|\s*\((?:photo|image|file|credit)\b.{0,120}\)\s*\Z",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"\s*(?:©|\(c\)\s*\d{4}|copyright\b|all rights reserved|tous droits réservés|this material may not be published)",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"\s*(?:download (?:the )?pdf|for immediate release|advertisements?\s*\Z|sponsored content\s*\Z"
    r"|skip to (?:main )?content"
    r"|(?:we|this (?:site|website)) uses? cookies|by continuing to (?:use|browse)|accept (?:all )?cookies"
    r"|tags?:|topics?:|filed under|categories:|print this|terms of (?:use|service)|privacy policy)",
    re.IGNORECASE,
)
_MENU = frozenset(
    (
        "home news world politics sport sports business economy opinion culture contact about login register menu "
        "search video videos africa asia europe americas weather jobs archive archives account english français photos"
    ).split()
)
_SHORT = 240
"""Characters up to which a line may be a teaser, a caption or a notice."""
_LETTERS_BEFORE_COMMENTS = 120
"""Letters of a report that must stand before a line can open its readers' comments."""
_SURELY_A_REPORT = 1500
"""Letters after which comments may begin before the middle: pages with long threads below short reports."""
_MENU_LINES = 3
_WRAPPED = 40
"""Characters of a line that may have been broken at its width."""


@value
class _Line:
    start: int
    end: int
    words: str


def set_aside_plain(text: str, *, title: str | None = None) -> tuple[SetAside, ...]:
    """The stretches of a text that are not its report, in order, never overlapping."""
    lines = tuple(_lines(text))
    comments = _comments_start(lines)
    found = [_piece(text, comments, len(text), "comment")] if comments is not None else []
    own = [line for line in lines if comments is None or line.start < comments]
    menus, headlines = _menu_lines(own), _headline_lines(own)
    for number, line in enumerate(own):
        if number and _is_wrapped(own[number - 1], line):
            continue
        apart = "navigation" if number in menus else "related" if number in headlines else None
        reason = apart or _reason(line, number, title)
        if reason is not None:
            found.append(_piece(text, line.start, line.end, reason))
    return tuple(sorted(found, key=lambda piece: piece.start))


def own_text(text: str, pieces: Sequence[SetAside]) -> str:
    """The text without what was set aside, for telling its language."""
    parts, position = [], 0
    for piece in pieces:
        if piece.inside:
            parts.append(text[position : piece.start])
            position = max(position, piece.end)
    return " ".join([*parts, text[position:]])


def _piece(text: str, start: int, end: int, reason: str) -> SetAside:
    return SetAside(start=start, end=end, reason=reason, words=text[start:end])


def _lines(text: str) -> Iterator[_Line]:
    position = 0
    for line in text.split("\n"):
        start = position + len(line) - len(line.lstrip())
        end = position + len(line.rstrip())
        if end > start:
            yield _Line(start=start, end=end, words=text[start:end])
        position += len(line) + 1


def _comments_start(lines: Sequence[_Line]) -> int | None:
    """Where readers' comments begin: at a line that is nothing but their heading, below some report."""
    letters, whole = 0, lines[-1].end if lines else 0
    for line in lines:
        late = 2 * line.start >= whole or letters >= _SURELY_A_REPORT
        if (
            late
            and len(line.words) <= 160
            and letters >= _LETTERS_BEFORE_COMMENTS
            and _COMMENTS.match(line.words)
        ):
            return line.start
        letters += sum(character.isalpha() for character in line.words[:_SURELY_A_REPORT])
    return None


def _reason(line: _Line, number: int, title: str | None) -> str | None:
    words = line.words
    if number == 0 and title and _same_words(words, title):
        return "title"
    if _is_appeal(words):
        return "donation"
    if len(words) > _SHORT or _HARM.search(words):
        # A line that starts as a teaser is one even where its headline tells of an attack.
        return "related" if len(words) <= _SHORT and _is_marked_teaser(words) else None
    for reason, pattern in _PATTERNS:
        if pattern.match(words):
            return reason
    return "related" if _is_teaser(words) else None


_PATTERNS = (
    ("social", _SOCIAL),
    ("copyright", _COPYRIGHT),
    ("notice", _NOTICE),
    ("caption", _CAPTION),
)


def _is_wrapped(before: _Line, line: _Line) -> bool:
    """True for the second half of a sentence that was broken at the line's width: "video (…" begins nothing there."""
    unfinished = len(before.words) >= _WRAPPED and before.words[-1] not in '.!?:;"”’)'
    return unfinished and line.start - before.end == 1 and line.words[0].islower()


def _is_marked_teaser(words: str) -> bool:
    match = _TEASER.match(words) or _TEASER_HEAD.match(words)
    if _POINTER.match(words):
        return True
    return match is not None and words[match.end() :].lstrip()[:1] in {":", "|"}


def _is_teaser(words: str) -> bool:
    """ "Related protests took place." is prose; "Related stories" and "Related: …" are not."""
    if _TEASER.match(words) or _is_marked_teaser(words):
        return True
    return _TEASER_HEAD.match(words) is not None and words[-1] not in '.!?"”’'


def _is_appeal(words: str) -> bool:
    """An appeal addresses the reader and asks for money or a subscription; one such word proves nothing."""
    if len(words) > 1200 or not _MEDIA.search(words) or words[0] in '"“«':
        return False
    asked = {match.group().lower() for match in _APPEAL.finditer(words)}
    addressed = len(_ADDRESS.findall(words))
    if _HARM.search(words):
        return len(asked) >= 3 and addressed >= 3
    return (len(asked) >= 2 and addressed >= 1) or (len(asked) == 1 and addressed >= 2 and len(words) <= 400)


def _same_words(one: str, two: str) -> bool:
    return re.sub(r"\W+", " ", one).strip().casefold() == re.sub(r"\W+", " ", two).strip().casefold()


def _headline_lines(lines: Sequence[_Line]) -> set[int]:
    """Headlines of other stories, each a paragraph by itself without a full stop, in a row below "ALSO:" and the like.

    Such a heading at the top is the page's own.
    """
    found: set[int] = set()
    below, letters = False, 0
    for number, line in enumerate(lines):
        alone = number == 0 or line.start - lines[number - 1].end > 1
        alone = alone and (number + 1 == len(lines) or lines[number + 1].start - line.end > 1)
        if alone and letters >= _LETTERS_BEFORE_COMMENTS and _LIST_HEAD.match(line.words):
            below = True
        elif below and alone and len(line.words) <= _HEADLINE and line.words[-1] not in '.!?:;,"”':
            found.add(number)
        else:
            below = False
        letters += sum(character.isalpha() for character in line.words)
    return found


def _menu_lines(lines: Sequence[_Line]) -> set[int]:
    """Runs of very short lines of which several are words of menus."""
    found: set[int] = set()
    run: list[int] = []
    for number, line in enumerate([*lines, _Line(start=0, end=0, words="." * 80)]):
        words = line.words.lower().split()
        if (
            len(words) <= 3
            and len(line.words) <= 30
            and line.words[-1] not in ".!?;:,"
            and not _HARM.search(line.words)
        ):
            run.append(number)
            continue
        menu = [n for n in run if set(lines[n].words.lower().split()) & _MENU]
        if len(menu) >= _MENU_LINES:
            found.update(run)
        run = []
    return found
