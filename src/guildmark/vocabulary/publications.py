"""The knowledge base of Step 2: publications on micro-credentials, with topics as filters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from guildmark.vocabulary.files import read_items, read_rows
from guildmark.vocabulary.terms import Table, Term, Wording


@dataclass(frozen=True, slots=True)
class Topic(Term):
    """A keyword by which publications are filtered."""


@dataclass(frozen=True, slots=True)
class Publication:
    """A publication; `year` is None where it bears no date, `in_guide` tells the guide's own."""

    key: str
    title: str
    authors: str
    publisher: str
    year: int | None
    language: str
    url: str
    topics: tuple[Topic, ...]
    in_guide: bool
    source: str
    confidence: str
    checked_on: date

    def label(self, language: str = "en") -> str:
        """The title, which is the same in every language."""
        return self.title


def get(key: str) -> Publication:
    """The publication with this key ("p01"); LookupError where there is none."""
    try:
        return _publications()[key]
    except KeyError:
        raise LookupError(f"no publication has the key {key!r}") from None


def all_publications(topic: str | None = None) -> tuple[Publication, ...]:
    """Every publication, or those with the topic of this key."""
    return tuple(
        publication
        for publication in _publications().values()
        if topic is None or topic in (one.key for one in publication.topics)
    )


def topics() -> tuple[Topic, ...]:
    """The topics, in the order in which filters show them."""
    return _topics().items


@lru_cache(maxsize=1)
def _topics() -> Table[Topic]:
    return Table(Topic(item["key"], Wording.read(item)) for item in read_items("topics"))


@lru_cache(maxsize=1)
def _publications() -> Mapping[str, Publication]:
    return {
        row["key"]: Publication(
            key=row["key"],
            title=row["title"],
            authors=row["authors"],
            publisher=row["publisher"],
            year=int(row["year"]) if row["year"].isdigit() else None,
            language=row["language"],
            url=row["url"],
            topics=tuple(_topics().get(topic) for topic in row["topics"].split(";")),
            in_guide=row["in_guide"] == "yes",
            source=row["source"],
            confidence=row["confidence"],
            checked_on=date.fromisoformat(row["checked_on"]),
        )
        for row in read_rows("publications")
    }
