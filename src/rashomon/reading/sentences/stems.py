"""Does any of many stems begin a word of a text? One pattern for all, as a tree: shared beginnings once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias

_Tree: TypeAlias = "dict[str, _Tree]"
_END = ""


def stem_pattern(stems: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds, in text in lower case, a word that begins with one of the stems.

    A plain alternation tries all stems at each word, which took seventeen times as long with 177 of them.

    >>> bool(stem_pattern(["kill", "killed", "clash"]).search("two clashes"))
    True
    """
    return re.compile(r"\b" + write_tree(stems))


def write_tree(stems: Iterable[str]) -> str:
    """The pattern of a text that begins with one of the stems, in lower case."""
    tree: _Tree = {}
    for stem in stems:
        branch = tree
        for letter in stem.lower():
            branch = branch.setdefault(letter, {})
        branch[_END] = {}
    return _write(tree)


def _write(tree: _Tree) -> str:
    if not tree or _END in tree:
        return ""  # what goes on after a whole stem does not matter
    parts = [re.escape(letter) + _write(branch) for letter, branch in sorted(tree.items())]
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"
