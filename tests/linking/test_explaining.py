from __future__ import annotations

from rashomon.linking.compare import LEVELS
from rashomon.linking.explaining import _LEVELS, FEATURES


def test_every_feature_and_every_silent_level_has_words() -> None:
    assert FEATURES.keys() == LEVELS.keys()
    assert {level for _, level in _LEVELS} <= {level for levels in LEVELS.values() for level in levels}
    silent = {"unknown", "same", "same above one", "overlap", "near", "may hold"}
    spoken = ("days", "places")
    for feature, levels in LEVELS.items():
        for level in levels:
            says = feature in spoken or level in silent or level.startswith("share")
            assert says or (feature, level) in _LEVELS or (feature, level) == ("kinds", "other"), (
                feature,
                level,
            )
