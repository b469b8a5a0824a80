"""Which kind of source could settle a statement, and in which language it would be.

A setting of ours from how such reports come about: armies brief, armed groups put out communiqués, leaders
give interviews, towns have papers, and what led up to a clash is told by researchers. Change it freely.
"""

from __future__ import annotations

from rashomon.model.base import value


@value
class NeededSource:
    """A kind of source, and how many days after the day it speaks of it may still come out (None: any time)."""

    kind: str
    days_after: int | None


BY_SPEAKER: dict[str, NeededSource] = {
    "army": NeededSource(kind="briefing or communiqué of the army's general staff", days_after=14),
    "government": NeededSource(kind="communiqué of the government", days_after=14),
    "group": NeededSource(kind="communiqué of the group", days_after=14),
    "peacekeepers": NeededSource(kind="situation report of the mission", days_after=30),
    "interview": NeededSource(kind="the interview itself, or a print of it", days_after=7),
    "media": NeededSource(kind="the outlet's own report", days_after=7),
}
"""By who is said to have said it."""

BY_FACET: dict[str, NeededSource] = {
    "own_losses": NeededSource(kind="communiqué of the army, or the local press", days_after=30),
    "group_losses": NeededSource(kind="communiqué of the group, or the local press", days_after=30),
    "enemy_losses": NeededSource(
        kind="briefing of the army, or communiqué of the group that fought", days_after=14
    ),
    "strength": NeededSource(kind="briefing of the army, or an agency report of it", days_after=14),
    "actor": NeededSource(kind="claim by the actor itself, or a briefing that names it", days_after=30),
    "place": NeededSource(kind="local press", days_after=14),
    "date": NeededSource(kind="local press, or an agency report", days_after=14),
    "outcome": NeededSource(kind="briefing of either side, or an agency report", days_after=14),
    "course": NeededSource(kind="briefing of the army, or an agency report of it", days_after=14),
    "background": NeededSource(kind="academic or UN report on the region", days_after=None),
    "civilian_losses": NeededSource(kind="human rights monitor, or the local press", days_after=60),
}
"""By what is said, where nobody is said to have said it."""

PRESS_LANGUAGES: dict[str, str] = {
    **dict.fromkeys(
        (
            "FRA",
            "MLI",
            "NER",
            "BFA",
            "SEN",
            "CIV",
            "TGO",
            "BEN",
            "GIN",
            "TCD",
            "CAF",
            "COD",
            "COG",
            "GAB",
            "DJI",
        ),
        "fr",
    ),
    **dict.fromkeys(("CMR", "BDI", "MDG", "HTI"), "fr"),
    **dict.fromkeys(
        ("DZA", "TUN", "MAR", "EGY", "LBY", "SDN", "SYR", "IRQ", "YEM", "LBN", "JOR", "SAU"), "ar"
    ),
    **dict.fromkeys(("PSE", "ARE", "KWT", "QAT", "OMN", "BHR", "MRT"), "ar"),
    **dict.fromkeys(
        ("USA", "GBR", "AUS", "NZL", "IRL", "NGA", "GHA", "KEN", "UGA", "ZAF", "ZWE", "SSD"), "en"
    ),
    **dict.fromkeys(("IND", "PAK", "PHL", "LKA", "SLE", "LBR", "ZMB", "MWI", "BWA"), "en"),
    **dict.fromkeys(("COL", "MEX", "PER", "VEN", "GTM", "HND", "SLV", "ECU", "ARG", "CHL", "ESP"), "es"),
    **dict.fromkeys(("BRA", "MOZ", "AGO", "PRT", "GNB"), "pt"),
    **dict.fromkeys(("RUS", "BLR", "KAZ", "KGZ"), "ru"),
    **{
        "UKR": "uk",
        "TUR": "tr",
        "IRN": "fa",
        "AFG": "fa",
        "ISR": "he",
        "SOM": "so",
        "ETH": "am",
        "ERI": "ti",
    },
    **{
        "MMR": "my",
        "THA": "th",
        "BGD": "bn",
        "NPL": "ne",
        "IDN": "id",
        "ARM": "hy",
        "AZE": "az",
        "GEO": "ka",
    },
    **{"DEU": "de", "ITA": "it", "CHN": "zh", "JPN": "ja", "KOR": "ko", "TJK": "tg"},
}
"""The language in which a country's army and national press mostly put things out (ISO 3166-1 alpha-3 → ISO
639-1); where there are several, the one most used in communiqués. None is guessed for countries not listed."""
