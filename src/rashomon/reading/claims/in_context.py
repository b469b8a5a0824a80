"""What befell whom in a sentence, as it stands beside what the report told before: the order of these steps."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.reading.claims.cautions import with_cautions
from rashomon.reading.claims.died_of_wounds import with_deaths_of_wounds
from rashomon.reading.claims.drafts import Draft
from rashomon.reading.claims.one_more import with_parts_of_all, without_unknown_figures
from rashomon.reading.claims.second_deeds import with_second_deeds
from rashomon.reading.claims.telling import Told
from rashomon.reading.harm.values import Frame


def in_context(frames: Sequence[Frame], told: Told, drafts: Sequence[Draft], text: str) -> Sequence[Frame]:
    """The frames of a sentence with what only ``drafts``, all that was told before, says of them."""
    frames = without_unknown_figures(frames, drafts, text)
    frames = with_parts_of_all(frames, drafts)
    frames = with_deaths_of_wounds(frames, told, drafts, text)
    frames = with_second_deeds(frames, told, drafts)
    return with_cautions(frames, told.part.sentence, text)
