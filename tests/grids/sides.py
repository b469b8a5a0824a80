"""Who fought whom: a named group and a named army in each way of telling; both must be sides, one each."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from tests.grids.plain import Plain

PAIRS = (
    ("JNIM", "Malian army", "Mali", "forces:MLI / jnim"),
    ("ISGS", "Malian army", "Mali", "forces:MLI / isgs"),
    ("Boko Haram", "Nigerian army", "Nigeria", "boko-haram / forces:NGA"),
    ("Al-Shabaab", "Somali army", "Somalia", "al-shabaab / forces:SOM"),
    ("Taliban", "Afghan army", "Afghanistan", "forces:AFG / taliban"),
    ("GATIA", "CMA", "Mali", "cma / gatia"),
    ("JNIM", "GATIA", "Mali", "gatia / jnim"),
    ("ISIS", "Iraqi army", "Iraq", "forces:IRQ / islamic-state"),
    ("FARC", "Colombian army", "Colombia", "farc / forces:COL"),
    ("PKK", "Turkish army", "Turkey", "forces:TUR / pkk"),
)
WAYS = (
    "{a} militants attacked a {b} outpost in {c}.",
    "A {b} outpost in {c} came under attack from {a} militants.",
    "{a} militants clashed with the {b} in {c}.",
    "The {b} repelled an attack by {a} in {c}.",
    "{a} militants ambushed a {b} convoy in {c}.",
    "A {b} patrol was ambushed by {a} militants in {c}.",
    "The {b} said {a} fighters had attacked its base in {c}.",
    "{a} fighters opened fire on a {b} post in {c}.",
    "The {b} killed 5 {a} fighters in {c}.",
    "Five {a} fighters were killed by the {b} in {c}.",
    "A drone strike by the {b} killed 5 {a} fighters in {c}.",
    "The {b} captured three {a} members in {c}.",
    "{a} executed two members of the {b} in {c}.",
    "An IED planted by {a} hit a {b} vehicle in {c}.",
    "A {b} vehicle struck an IED in {c}. {a} claimed responsibility.",
    "Gunmen believed to be {a} attacked a {b} camp in {c}, killing 3.",
    "Presumed {a} militants killed two soldiers of the {b} in {c}.",
    "Fighting broke out between the {b} and {a} in {c}.",
    "Clashes between {a} and the {b} left 6 dead in {c}.",
    "The {b} launched an operation against {a} in {c}, 7 militants were killed.",
    "The {b} shelled positions of {a} in {c}.",
    "{a} overran a {b} base in {c}, killing 10.",
    "The {b} retook a town from {a} in {c}.",
    "A suicide bomber of {a} blew himself up at a {b} checkpoint in {c}, killing 4 people.",
    "Two soldiers of the {b} were abducted by {a} in {c}.",
    "{a} kidnapped two soldiers of the {b} in {c}.",
    "{a} claimed an attack on the {b} in {c}.",
    "During a {b} raid on a hideout of {a} in {c}, 4 fighters died.",
    "{a} attacked in {c}, targeting the {b}.",
    "The {b} blamed {a} for an attack that killed 3 of its men in {c}.",
    "{a} attacked the {b} in {c} and killed 3 of its men.",
    "{a} ambushed a {b} convoy in {c}, killing three of its men.",
    "In {c}, an ambush on the {b} attributed to {a} killed two.",
    "In {c}, suspected {a} gunmen attacked a position held by the {b}.",
    "{a} was behind an attack on the {b} in {c}.",
    "In {c}, soldiers of the {b} fell into an ambush set by {a}.",
    "Six soldiers of the {b} died when {a} fighters blew up their truck in {c}.",
)


def texts(seed: int) -> Iterator[Plain]:
    """Each way with three pairs."""
    random = Random(seed)  # noqa: S311 - a sample, no secret
    for way in WAYS:
        for group, army, country, sides in random.sample(PAIRS, 3):
            yield Plain(way=way, text=way.format(a=group, b=army, c=country), told={"sides": sides})
