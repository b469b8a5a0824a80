"""All hostile inputs, each with its name, its files and what it tries."""

from __future__ import annotations

from tests.hostile.broken import broken
from tests.hostile.floods import floods
from tests.hostile.inputs import Hostile
from tests.hostile.names import names
from tests.hostile.payloads import payloads

CORPUS: tuple[Hostile, ...] = (*payloads(), *broken(), *names(), *floods())
QUICK = tuple(one for one in CORPUS if not one.heavy)
HEAVY = tuple(one for one in CORPUS if one.heavy)
