"""On which day it happened: each way of giving a day, at each place in a sentence, of a report of Thursday 20 June 2019."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from tests.grids.plain import Plain

THE_12TH = ("2019-06-12", "2019-06-12")
DAYS = {
    "on June 12": THE_12TH,
    "on 12 June": THE_12TH,
    "on June 12, 2019": THE_12TH,
    "on 12 June 2019": THE_12TH,
    "on Jun. 12": THE_12TH,
    "on the 12th of June": THE_12TH,
    "on June 12th": THE_12TH,
    "on 12/06/2019": THE_12TH,
    "on 2019-06-12": THE_12TH,
    "around 3 a.m. on June 12": THE_12TH,
    "on the morning of June 12": THE_12TH,
    "on the evening of 12 June": THE_12TH,
    "in the small hours of June 12": THE_12TH,
    "on Wednesday 12 June at 5am": THE_12TH,
    "on Tuesday": ("2019-06-18", "2019-06-18"),
    "at dawn on Tuesday": ("2019-06-18", "2019-06-18"),
    "on Tuesday at around 2pm": ("2019-06-18", "2019-06-18"),
    "in the wee hours of Tuesday": ("2019-06-18", "2019-06-18"),
    "two days ago": ("2019-06-18", "2019-06-18"),
    "the day before yesterday": ("2019-06-18", "2019-06-18"),
    "on Monday evening": ("2019-06-17", "2019-06-17"),
    "late on Monday": ("2019-06-17", "2019-06-17"),
    "late Monday": ("2019-06-17", "2019-06-17"),
    "yesterday": ("2019-06-19", "2019-06-19"),
    "today": ("2019-06-20", "2019-06-20"),
    "this morning": ("2019-06-20", "2019-06-20"),
    "on Friday": ("2019-06-14", "2019-06-14"),
    "last Friday": ("2019-06-14", "2019-06-14"),
    "on Sunday 16 June": ("2019-06-16", "2019-06-16"),
    "on Sunday (June 16)": ("2019-06-16", "2019-06-16"),
    "in the early hours of Sunday": ("2019-06-16", "2019-06-16"),
    "shortly before midnight on Saturday": ("2019-06-15", "2019-06-15"),
    "on Saturday afternoon": ("2019-06-15", "2019-06-15"),
    "on December 28": ("2018-12-28", "2018-12-28"),
    "between June 10 and June 12": ("2019-06-10", "2019-06-12"),
    "from June 10 to 12": ("2019-06-10", "2019-06-12"),
    "from 10 to 12 June": ("2019-06-10", "2019-06-12"),
    "on Tuesday and Wednesday": ("2019-06-18", "2019-06-19"),
    "over the weekend": ("2019-06-15", "2019-06-16"),
    "overnight": ("2019-06-19", "2019-06-20"),
    "on the night of June 11 to 12": ("2019-06-11", "2019-06-12"),
    "in the night of 11 to 12 June": ("2019-06-11", "2019-06-12"),
    "on the night of 11-12 June": ("2019-06-11", "2019-06-12"),
    "overnight from Monday to Tuesday": ("2019-06-17", "2019-06-18"),
    "on the night from Monday to Tuesday": ("2019-06-17", "2019-06-18"),
}
FRAMES = (
    "{day}, gunmen attacked the village of Kelba, killing two farmers.",
    "Gunmen attacked the village of Kelba {day}, killing two farmers.",
    "Gunmen attacked the village of Kelba {day} and killed two farmers. Residents fled.",
    "Two farmers were killed {day} when gunmen attacked the village of Kelba.",
    "Two farmers were killed in an attack by gunmen {day} in Kelba, residents said.",
    "An official said on Thursday that gunmen had attacked the village of Kelba {day}, killing two farmers.",
    "The army clashed with rebels near Kelba {day}. Five rebels died.",
    "A roadside bomb killed two farmers near Kelba {day}, the mayor said.",
    "Two farmers were shot dead {day} near Kelba.",
    "Two farmers lost their lives when bandits stopped a bus near Kelba {day}.",
)


def texts(seed: int) -> Iterator[Plain]:
    """Each way of giving a day at two places of a sentence."""
    random = Random(seed)  # noqa: S311 - a sample, no secret
    for day, (start, end) in DAYS.items():
        for frame in random.sample(FRAMES, 2):
            text = frame.format(day=day)
            yield Plain(way=day, text=text[0].upper() + text[1:], told={"start": start, "end": end})
