"""Countries: every one of ISO 3166-1, with the facts on its framework and credits where we have them."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from babel import Locale, UnknownLocaleError

from guildmark.vocabulary.files import read_rows
from guildmark.vocabulary.terms import fold, without_umlauts
from guildmark.words import LANGUAGES, Listing, Sentence, say

_LONGEST_CODE = 20
"""Longer texts are no code with spaces around it."""


@dataclass(frozen=True, slots=True)
class CountryFacts:
    """What is known of a country's framework, credits and micro-credentials, with source and date.

    Hours are hours of work per ECTS credit. `microcredentials_in_nqf` is "yes", "partial",
    "planned", "no" or "unknown". A confidence is "checked" (seen in a source), "known" (well
    established) or "uncertain" (check before use): `confidence` covers the framework's name, number
    of levels and year; hours and micro-credentials have their own.
    """

    nqf_name: str
    nqf_levels: int | None
    nqf_levels_note: str
    referenced_to_eqf_year: int | None
    ects_hours: tuple[float, float] | None
    ects_note: str
    ects_confidence: str
    microcredentials_in_nqf: str
    microcredential_policy: str
    microcredential_confidence: str
    source: str
    confidence: str
    checked_on: date


@dataclass(frozen=True, slots=True)
class Country:
    """A country of ISO 3166-1: alpha-2 code, alpha-3 code, facts where we have them."""

    code: str
    alpha3: str
    facts: CountryFacts | None = None

    @property
    def key(self) -> str:
        """The alpha-2 code, as every term of the vocabulary has a key."""
        return self.code

    @property
    def ects_hours(self) -> tuple[float, float] | None:
        """Fewest and most hours of work per ECTS credit; None where we know of no rule."""
        return self.facts.ects_hours if self.facts else None

    def label(self, language: str = "en") -> str:
        """The country's name in `language`, as CLDR has it; in English where CLDR has none."""
        return _names(language).get(self.code) or _names("en")[self.code]


def get(code: str) -> Country:
    """The country with this alpha-2 code, in capitals; LookupError where ISO 3166-1 has none."""
    try:
        return _countries()[code]
    except KeyError:
        raise LookupError(f"ISO 3166-1 has no country {code!r}") from None


def find(text: str) -> Country | None:
    """The country that a person means.

    Accepts alpha-2 codes, names in the five languages and usual other names (UK, EL, Holland, Czech
    Republic), whatever their case and accents. A name of two countries ("Congo") finds none.
    """
    # A code is taken as it stands: folded, the Czechs' own "ČR" would be Costa Rica's "CR".
    code = text.strip().upper() if len(text) < _LONGEST_CODE else ""
    known = _countries()
    return known.get(code) or known.get(_by_words().get(fold(text), ""))


def nearest(text: str) -> list[str]:
    """Up to three names, as they are written, that look like `text`, each of another country."""
    close = difflib.get_close_matches(fold(text), _by_words(), n=9, cutoff=0.65)
    best: dict[str, str] = {}
    for words in close:
        best.setdefault(_by_words()[words], _spelling()[words])
    return list(best.values())[:3]


def nearest_countries(text: str) -> tuple[Country, ...]:
    """Up to three countries with a name that looks like `text`."""
    return tuple(country for name in nearest(text) if (country := find(name)))


def not_known(name: str) -> Sentence:
    """What is said of a name that no country has, with the nearest in the language of the reader."""
    alike = nearest_countries(name)
    if alike:
        return say(
            "“{found}” is not a country that is known. Did you mean {nearest}? "
            "Write a two-letter code (ISO 3166-1) or a usual name.",
            found=name,
            nearest=Listing.of(alike, either=True),
        )
    return say(
        "“{found}” is not a country that is known. Write a two-letter code (ISO 3166-1) or a usual name.",
        found=name,
    )


def all_countries() -> tuple[Country, ...]:
    """Every country, in the order of the codes."""
    return tuple(_countries().values())


def with_facts() -> tuple[Country, ...]:
    """The countries of whose framework we know something."""
    return tuple(country for country in all_countries() if country.facts)


@lru_cache(maxsize=1)
def _countries() -> Mapping[str, Country]:
    facts = {row["iso2"]: _facts(row) for row in read_rows("country_facts")}
    return {
        row["alpha2"]: Country(row["alpha2"], row["alpha3"], facts.get(row["alpha2"])) for row in read_rows("iso3166")
    }


def _facts(row: Mapping[str, str]) -> CountryFacts:
    fewest, most = row["ects_hours_min"], row["ects_hours_max"]
    return CountryFacts(
        nqf_name=row["nqf_name"],
        nqf_levels=int(row["nqf_levels"]) if row["nqf_levels"] else None,
        nqf_levels_note=row["nqf_levels_note"],
        referenced_to_eqf_year=int(row["referenced_to_eqf_year"]) if row["referenced_to_eqf_year"] else None,
        ects_hours=(float(fewest), float(most)) if fewest and most else None,
        ects_note=row["ects_note"],
        ects_confidence=row["ects_confidence"],
        microcredentials_in_nqf=row["microcredentials_in_nqf"],
        microcredential_policy=row["microcredential_policy"],
        microcredential_confidence=row["microcredential_confidence"],
        source=row["source"],
        confidence=row["confidence"],
        checked_on=date.fromisoformat(row["checked_on"]),
    )


@lru_cache(maxsize=64)
def _names(language: str) -> Mapping[str, str]:
    try:
        return Locale.parse(language.replace("-", "_")).territories
    except (UnknownLocaleError, ValueError):
        return Locale("en").territories


@lru_cache(maxsize=1)
def _spellings() -> tuple[tuple[str, str], ...]:
    """Every name of every country, the first language's first, with its code."""
    names = [(country.label(language), country.code) for language in LANGUAGES for country in all_countries()]
    others = [(row["name"], row["alpha2"]) for row in read_rows("country_names")]
    typed = [(without_umlauts(country.label("de")), country.code) for country in all_countries()]
    return (*names, *others, *typed)


@lru_cache(maxsize=1)
def _by_words() -> Mapping[str, str]:
    claims: dict[str, set[str]] = {}
    for name, code in _spellings():
        claims.setdefault(fold(name), set()).add(code)
    return {words: next(iter(codes)) for words, codes in claims.items() if len(codes) == 1}


@lru_cache(maxsize=1)
def _spelling() -> Mapping[str, str]:
    return {fold(name): name for name, _ in reversed(_spellings())}
