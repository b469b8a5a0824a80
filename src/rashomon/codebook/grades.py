"""The Admiralty scale, by which people grade sources and what they say.

Words follow NATO's scale for information (AJP-2.1, STANAG 2511): letters for the source, numbers for what it
said, each judged for itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

RELIABILITY: Mapping[str, str] = MappingProxyType(
    {
        "A": "completely reliable",
        "B": "usually reliable",
        "C": "fairly reliable",
        "D": "not usually reliable",
        "E": "unreliable",
        "F": "reliability cannot be judged",
    }
)
"""Letter of a source → what it stands for, the best first."""

CREDIBILITY: Mapping[str, str] = MappingProxyType(
    {
        "1": "confirmed by other sources",
        "2": "probably true",
        "3": "possibly true",
        "4": "doubtful",
        "5": "improbable",
        "6": "truth cannot be judged",
    }
)
"""Number of what is said → what it stands for, the best first."""
