"""Bodies that assure quality, recognise prior learning and coordinate frameworks, by country."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from guildmark.vocabulary.files import read_rows

_SECTORS = {"HE": "higher_education", "VET": "vocational", "RPL": "prior_learning"}


@dataclass(frozen=True, slots=True)
class QaBody:
    """A body with its field: "higher_education", "vocational", "prior_learning" or "framework".

    `country` is alpha-2; `region` the part of it that the body serves ("FL", "FR" in Belgium).
    """

    country: str
    region: str | None
    sector: str
    name_original: str
    name_en: str
    short_name: str
    website: str
    note: str
    source: str
    confidence: str
    checked_on: date

    @property
    def key(self) -> str:
        """Country, field and short name: "AT/higher_education/AQ Austria"."""
        place = f"{self.country}-{self.region}" if self.region else self.country
        return f"{place}/{self.sector}/{self.short_name or self.name_en}"

    def label(self, language: str = "en") -> str:
        """The English name in English, the body's own name in every other language."""
        return self.name_en if language.lower().startswith("en") else self.name_original


def of(country: str, sector: str | None = None) -> tuple[QaBody, ...]:
    """The bodies of a country (alpha-2 code), or those of one field."""
    return tuple(body for body in all_bodies() if body.country == country and sector in (None, body.sector))


def get(key: str) -> QaBody:
    """The body with this key; LookupError where there is none."""
    for body in all_bodies():
        if body.key == key:
            return body
    raise LookupError(f"no quality-assurance body has the key {key!r}")


@lru_cache(maxsize=1)
def all_bodies() -> tuple[QaBody, ...]:
    """Every body that we know of."""
    return tuple(_body(row) for row in read_rows("qa_bodies"))


def _body(row: dict[str, str]) -> QaBody:
    country, _, region = row["country"].partition("-")
    return QaBody(
        country=country,
        region=region or None,
        sector=_SECTORS.get(row["sector"], "framework"),
        name_original=row["name_original"],
        name_en=row["name_en"],
        short_name=row["short_name"],
        website=row["website"],
        note=row["note"],
        source=row["source"],
        confidence=row["confidence"],
        checked_on=date.fromisoformat(row["checked_on"]),
    )
