"""The guide's case studies (ch. 4), retold in our own words in the form of R28."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from guildmark.vocabulary.files import read_items
from guildmark.vocabulary.terms import Table, Term, Wording

SECTIONS = ("introduction", "context", "objectives", "methodology", "result", "learnings", "future")
"""The sections of a case study after its title, in the guide's order."""


@dataclass(frozen=True, slots=True)
class CaseStudy(Term):
    """A case study; `told` is False where the guide only names it and we know no facts with a source.

    `within_creative` tells cases of the cultural and creative industries from those beyond them;
    `place` is a country code or "EU". `sections` goes with `SECTIONS` and is empty where not told.
    """

    within_creative: bool
    place: str
    told: bool
    sections: tuple[Wording, ...]

    def section(self, name: str) -> Wording | None:
        """One section of the story: "introduction", "context", … ; None where the case is not told."""
        return self.sections[SECTIONS.index(name)] if self.told else None


def get(key: str) -> CaseStudy:
    """The case with this key, such as edubadges."""
    return _table().get(key)


def all_cases(*, within_creative: bool | None = None) -> tuple[CaseStudy, ...]:
    """Every case, or those within (or beyond) the cultural and creative industries."""
    return tuple(case for case in _table().items if within_creative in (None, case.within_creative))


@lru_cache(maxsize=1)
def _table() -> Table[CaseStudy]:
    return Table(
        CaseStudy(
            key=item["key"],
            name=Wording.read(item),
            within_creative=item["within_creative"],
            place=item["place"],
            told=item["told"],
            sections=tuple(Wording.read(item[name]) for name in SECTIONS) if item["told"] else (),
        )
        for item in read_items("cases")
    )
