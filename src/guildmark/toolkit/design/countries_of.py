"""Which countries a design is issued in: one, or several for a joint award (R14)."""

from __future__ import annotations

from guildmark.toolkit.design.model import Design
from guildmark.vocabulary import countries
from guildmark.vocabulary.countries import Country


def issuer_places(design: Design) -> tuple[tuple[Country, str | None], ...]:
    """Country and region of each issuer, in the order of the design; none where it names none."""
    written = design.issuer_country or ()
    several = (written,) if isinstance(written, str) else written
    return tuple((countries.get(code), region or None) for code, _, region in (one.partition("/") for one in several))


def issuer_countries(design: Design) -> tuple[Country, ...]:
    """The countries of the issuers, each once."""
    return tuple(dict.fromkeys(country for country, _ in issuer_places(design)))
