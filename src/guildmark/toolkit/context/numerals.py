"""Small numbers as words, for titles that a person reads from the back of a room."""

from __future__ import annotations

from dataclasses import dataclass

_WORDS = {
    "en": ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    "de": ("zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"),
    "nl": ("twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"),
    "it": ("due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici", "dodici"),
    "cs": ("dva", "tři", "čtyři", "pět", "šest", "sedm", "osm", "devět", "deset", "jedenáct", "dvanáct"),
}
_FIRST = 2
_FEMININE = {"cs": {2: "dvě"}}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number of countries: in words from two to twelve, in figures otherwise.

    "One" is left to the sentence, which knows its gender and case. `capital`: at the start of a
    sentence. The words agree with "země" in Czech, the only one of the five languages where it matters.
    """

    number: int
    capital: bool = False

    def label(self, language: str = "en") -> str:
        """The number as it is said in `language`."""
        tag = language.split("-", maxsplit=1)[0].lower()
        words = _WORDS.get(tag, _WORDS["en"])
        index = self.number - _FIRST
        if not 0 <= index < len(words):
            return str(self.number)
        word = _FEMININE.get(tag, {}).get(self.number, words[index])
        return word.capitalize() if self.capital else word
