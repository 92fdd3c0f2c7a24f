"""Step 2, "explore": the two tabs of the knowledge base, publications and best practices, with filters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from guildmark.vocabulary.cases import CaseStudy
from guildmark.vocabulary.publications import Publication, Topic
from guildmark.vocabulary.terms import fold


@dataclass(frozen=True, slots=True)
class PublicationFilter:
    """What somebody looks for; every condition that is set must hold, and of `topics` any one.

    `author` and `words` are compared without case and accents; `words` are sought in title, authors and
    publisher, each of them. Years include both ends; a publication without a year passes none.
    """

    topics: frozenset[str] = frozenset()
    author: str = ""
    words: str = ""
    year_from: int | None = None
    year_to: int | None = None
    only_guide: bool = False

    def admits(self, publication: Publication) -> bool:
        """Whether the publication is among what is sought."""
        keys = {topic.key for topic in publication.topics}
        everything = fold(f"{publication.title} {publication.authors} {publication.publisher}")
        return (
            (not self.topics or bool(self.topics & keys))
            and fold(self.author) in fold(publication.authors)
            and all(word in everything for word in fold(self.words).split())
            and self._in_years(publication.year)
            and (publication.in_guide or not self.only_guide)
        )

    def _in_years(self, year: int | None) -> bool:
        if self.year_from is None and self.year_to is None:
            return True
        return year is not None and (self.year_from or year) <= year <= (self.year_to or year)


def filter_publications(publications: Iterable[Publication], wanted: PublicationFilter) -> tuple[Publication, ...]:
    """The publications that a filter admits, the newest first, undated ones last."""
    found = [publication for publication in publications if wanted.admits(publication)]
    return tuple(sorted(found, key=lambda publication: -(publication.year or 0)))


def topic_counts(publications: Sequence[Publication], topics: Iterable[Topic]) -> tuple[tuple[Topic, int], ...]:
    """How many of the publications each topic has, in the order of the topics; topics without any are left out."""
    counts = Counter(topic.key for publication in publications for topic in publication.topics)
    return tuple((topic, counts[topic.key]) for topic in topics if counts[topic.key])


def filter_cases(
    cases: Iterable[CaseStudy],
    *,
    within_creative: bool | None = None,
    place: str | None = None,
    only_told: bool = False,
) -> tuple[CaseStudy, ...]:
    """The case studies within or beyond the creative industries, of one place, or with a story to read."""
    return tuple(
        case
        for case in cases
        if within_creative in {None, case.within_creative}
        and place in {None, case.place}
        and (case.told or not only_told)
    )
