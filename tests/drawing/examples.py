"""Inputs for the drawings: country rows and stakeholders, made from the models themselves."""

from __future__ import annotations

import random

from guildmark.toolkit.context.matrix import matrix
from guildmark.toolkit.context.model import CountryRatings, Dimension, Matrix, Rating
from guildmark.toolkit.stakeholders.map import stakeholder_map
from guildmark.toolkit.stakeholders.model import (
    Group,
    KnowledgeAnswers,
    PowerAnswers,
    Stakeholder,
    StakeholderMap,
)
from guildmark.vocabulary import countries

LANGUAGES = ("en", "de", "nl", "it", "cs")
LONG_NOTE = (
    "Qualitätssicherungsrahmenrichtlinienkommission; Anerkennung nichtformalen Lernens, in drei Absätzen "
    "beschrieben, mit Quellen und Jahreszahlen"
)


def country_matrix(rows: int, *, note: str = "", seed: int = 1) -> Matrix:
    """A matrix of so many countries, with every kind of rating and blanks."""
    chance = random.Random(seed)
    codes = [country.code for country in countries.all_countries()]
    chance.shuffle(codes)
    return matrix(
        [
            CountryRatings(
                countries.get(code),
                ratings={dimension: chance.choice([*Rating, None]) for dimension in Dimension},
                notes={dimension: note for dimension in Dimension if note},
            )
            for code in codes[:rows]
        ]
    )


def crowd(size: int, *, seed: int = 3) -> StakeholderMap:
    """A map of so many stakeholders: every scenario, line, group and shape, and some who were hardly asked."""
    chance = random.Random(seed)
    return stakeholder_map([_stakeholder(number, chance) for number in range(1, size + 1)])


def _stakeholder(number: int, chance: random.Random) -> Stakeholder:
    for_influence, for_support = chance.choice([0.15, 0.5, 0.9]), chance.choice([0.15, 0.5, 0.9])

    blank = 1.0 if number % 9 == 0 else 0.08

    def answer(likely: float) -> bool | None:
        return None if chance.random() < blank else chance.random() < likely

    return Stakeholder(
        name=f"Zuzana Příkladná {number}",
        group=chance.choice(list(Group)),
        organisation=chance.choice([None, "Verband der Bühnen- und Veranstaltungstechnik <Mitteldeutschland> & Co."]),
        knowledge=KnowledgeAnswers(*(chance.choice([None, 1, 2, 3]) for _ in range(4))),
        power=(
            PowerAnswers(tuple(answer(for_influence) for _ in range(4)), tuple(answer(for_support) for _ in range(5))),
        ),
        rows=(number + 1,),
    )
