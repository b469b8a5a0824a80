"""Maps: the surroundings of an event as lines and labels for a drawing inside the page.

Comes in: an event's places. Goes out: an `EventMap`, positions in the drawing's own units. Borders are Natural
Earth's, from the file that is kept beside the workbench; towns are the gazetteer's. Nothing is fetched.
"""

from __future__ import annotations

from rashomon.writing.maps.overview import Overview, draw_overview
from rashomon.writing.maps.scene import EventMap, MapMaker

__all__ = ["EventMap", "MapMaker", "Overview", "draw_overview"]
