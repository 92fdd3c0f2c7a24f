"""Step 2: the three-step path (discover, explore, get inspired) with the material that each part shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from guildmark.vocabulary import cases, elements, glossary, principles, publications, value_statements
from guildmark.vocabulary.publications import Publication
from guildmark.words import Sentence, Word, say


class Stage(StrEnum):
    """The parts of the path, in the guide's order."""

    DISCOVER = "discover"
    EXPLORE = "explore"
    GET_INSPIRED = "get_inspired"


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic of a stage: its title, the publications that the guide refers to, and our material.

    `material` are terms of the vocabulary in their order; each knows its label, and its own fields
    tell more.
    """

    key: str
    stage: Stage
    title: Sentence
    references: tuple[str, ...]
    gather: Callable[[], tuple[Word, ...]]

    @property
    def material(self) -> tuple[Word, ...]:
        """The terms that this topic shows."""
        return self.gather()

    @property
    def publications(self) -> tuple[Publication, ...]:
        """The publications to which the guide sends its readers here."""
        return tuple(publications.get(key) for key in self.references)


def purpose(stage: Stage) -> Sentence:
    """What a stage is for, in a sentence for the people who are invited."""
    match stage:
        case Stage.DISCOVER:
            return say("Discover micro-credentials: what they are, what they hold and what they are good for.")
        case Stage.EXPLORE:
            return say("Explore the knowledge base: publications by topic, and practices from elsewhere.")
        case Stage.GET_INSPIRED:
            return say("Get inspired: how micro-credentials already help the creative industries.")


def topics(stage: Stage | None = None) -> tuple[Topic, ...]:
    """The topics of the path in their order, or those of one stage (R34)."""
    return tuple(topic for topic in _TOPICS if stage in {None, topic.stage})


_TOPICS = (
    Topic(
        "definition",
        Stage.DISCOVER,
        say("Definition and standard elements"),
        ("p01", "p57"),
        lambda: (*elements.all_elements(), *glossary.all_terms()),
    ),
    Topic("principles", Stage.DISCOVER, say("Ten key principles"), ("p09",), principles.all_principles),
    Topic("status", Stage.DISCOVER, say("Deeper understanding and current status"), ("p58",), tuple),
    Topic(
        "value",
        Stage.DISCOVER,
        say("Importance, goals, challenges and trust"),
        ("p59",),
        value_statements.all_statements,
    ),
    Topic("publications", Stage.EXPLORE, say("Publications"), (), publications.all_publications),
    Topic("practices", Stage.EXPLORE, say("Best practices and case studies"), (), cases.all_cases),
    Topic(
        "examples",
        Stage.GET_INSPIRED,
        say("Examples from the creative industries"),
        (),
        lambda: cases.all_cases(within_creative=True),
    ),
)
"""The path of the guide's Step 2; the references are keys of `vocabulary.publications`."""
