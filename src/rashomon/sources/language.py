"""The language of a text where nobody gave it, among those that are known here."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

KNOWN_LANGUAGES = ("en", "fr", "es", "de", "ar", "ru", "pt")
MIN_LETTERS = 40
_SAMPLE = 4000
_NEAR_TOP = 6


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid import langid  # 0.6 s

    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)


def detect_language(text: str, known: tuple[str, ...] = KNOWN_LANGUAGES) -> str | None:
    """The ISO 639-1 code of the known language a text is most likely in; None where that cannot be said.

    A text of fewer than 40 letters tells nothing. A known language that the identifier ranks far down
    is no answer either: the text is in a language that is not known here.
    """
    sample = text[:_SAMPLE]
    if sum(1 for char in sample if char.isalpha()) < MIN_LETTERS:
        return None
    if sample.upper() == sample:
        sample = sample.lower()
    ranked = [code for code, _ in _identifier().rank(sample)[:_NEAR_TOP]]
    return next((code for code in ranked if code in known), None)
