"""How outcomes and titles are worded, in five languages: verbs, openings, reserved words.

The verbs are those of the vocabulary; their inflected forms are recognised by rule, since outcomes are
written "Analyse …", "Die Lernenden analysieren …" and "Absolvent analyzuje …" alike.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from guildmark.vocabulary import verbs
from guildmark.vocabulary.terms import fold
from guildmark.words import LANGUAGES, Text

WINDOW = 8
"""The words of a phrase stand at most so many words apart."""
LONGEST = 60
"""More words of an outcome are not looked at: its verb stands near its beginning."""
LONGEST_TITLE = 500
"""More letters of a title are not looked at."""

LONGEST_WORD = 30
"""So many letters a word, on the average, are looked at."""

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_ENDINGS: Mapping[str, tuple[tuple[str, ...], str]] = {
    # The ending of the infinitive, and those that its stem takes in a sentence; both without accents.
    "en": (("e", ""), r"(e|es|s|ed|d|ing)?"),
    "de": (("en", "n"), r"(en|n|e|et|t|est|st|te|ten|ete|eten|end)?"),
    "nl": (("en", "n"), r"(en|n|t|d|de|te|end)?"),
    "it": (
        ("are", "ere", "ire", "ar", "er", "ir"),
        r"(h?[ai]|e|o|an?o|on?o|ano|ono|isce|iscono|[aei]r[eàa]?|ando|endo)",
    ),
    "cs": (
        ("ovat", "nout", "out", "it", "at", "et", "yt", "st"),
        r"(ova[tl]a?|uj[eiu]|uji|n?ou[t]?|ne|nul|i|a|e|[iae]t|[iae]l|aj[ie]|ej[ie]|uje|no)",
    ),
}
_CONTRACTED = (("durre", "duc"), ("porre", "pon"))


@dataclass(frozen=True, slots=True)
class Found:
    """A verb found in a text: which, where (counted in words), and its level in Bloom's taxonomy if observable."""

    verb: str
    position: int
    length: int
    bloom: int | None
    hint: str = ""

    @property
    def vague(self) -> bool:
        """Whether nobody can see, hear or read what the verb says."""
        return self.bloom is None


def written(text: Text, language: str | None) -> Iterator[tuple[str | None, str]]:
    """The versions of a text with their languages; a plain string is in the design's language, if that is stated."""
    if isinstance(text, str):
        yield language, text
    else:
        yield from text.items()


def looked_through(language: str | None) -> tuple[str, ...]:
    """The languages whose words are looked for: the stated one, else all; none for one that we do not speak."""
    if language is None:
        return LANGUAGES
    short = language.split("-")[0].lower()
    return (short,) if short in LANGUAGES else ()


def verbs_in(text: str, language: str | None) -> tuple[Found, ...]:
    """The known verbs of an outcome in the order in which they stand, observable and vague."""
    return _verbs_among(tuple(_words(text)), language)


@lru_cache(maxsize=1024)  # several checks ask of the same text
def _verbs_among(words: tuple[str, ...], language: str | None) -> tuple[Found, ...]:
    found = [hit for one in looked_through(language) for pattern in _patterns(one) if (hit := pattern.find(words))]
    # Of several that begin at one word the longest counts: "select and justify" is one verb of the list.
    return tuple(sorted(found, key=lambda hit: (hit.position, -hit.length, hit.vague)))


def _words(text: str) -> list[str]:
    head = text[: LONGEST * LONGEST_WORD]
    return [fold(word).replace(" ", "") for word in _WORD.findall(head)[:LONGEST]]


def joined_verbs(text: str, language: str | None) -> tuple[str, str] | None:
    """Two observable verbs at the head of an outcome that "and" joins: two outcomes in one."""
    found = verbs_in(text, language)
    if not found or found[0].vague or found[0].length > 1:
        return None
    words = _words(text)
    first = found[0]
    ands = {fold(word) for one in looked_through(language) for word in _document()["and"][one]}
    if first.position + 2 >= len(words) or words[first.position + 1] not in ands:
        return None
    second = next((hit for hit in found if hit.position == first.position + 2 and not hit.vague), None)
    return (first.verb, second.verb) if second else None


def teaching_phrase(text: str, language: str | None) -> str | None:
    """The opening that tells what is taught, if the text begins with one."""
    head = f"{fold(text)} "
    for one in looked_through(language):
        for phrase in _document()["teaching"][one]:
            if head.startswith(f"{fold(phrase)} "):
                return str(phrase)
    return None


def reserved_words(text: str, language: str | None) -> list[str]:
    """Words of a title that belong to degrees or national qualifications, as they stand there."""
    found: dict[str, None] = {}
    for one in looked_through(language):
        for phrase in _document()["title"][one]:
            ending = r"\w*" if phrase.endswith("*") else ""
            pattern = rf"(?<!\w){re.escape(phrase.rstrip('*'))}{ending}(?!\w)"
            for match in re.finditer(pattern, text[:LONGEST_TITLE], re.IGNORECASE):
                found[match.group()] = None
    return list(found)


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A verb or phrase of the lists with what matches each of its words."""

    verb: str
    bloom: int | None
    hint: str
    alternatives: tuple[tuple[re.Pattern[str], ...], ...]

    def find(self, words: Sequence[str]) -> Found | None:
        best: Found | None = None
        for parts in self.alternatives:
            places = [[n for n, word in enumerate(words) if part.fullmatch(word)] for part in parts]
            if not all(places):
                continue
            for first in places[0]:
                near = [min(options, key=lambda n: abs(n - first)) for options in places]
                if max(near) - min(near) <= WINDOW and (best is None or min(near) < best.position):
                    best = Found(self.verb, min(near), len(parts), self.bloom, self.hint)
        return best


@lru_cache(maxsize=len(LANGUAGES))
def _patterns(language: str) -> tuple[_Pattern, ...]:
    observable = [(verb.text, verb.bloom_level, "") for verb in verbs.observable(language)]
    vague = [(verb.text, None, verb.hint) for verb in verbs.vague(language)]
    return tuple(
        _Pattern(verb, bloom, hint, tuple(_alternatives(verb, language))) for verb, bloom, hint in (*observable, *vague)
    )


def _alternatives(verb: str, language: str) -> Iterator[tuple[re.Pattern[str], ...]]:
    phrase = re.sub(r"\(.*?\)", "", verb).strip()
    small = set(_document()["small"].get(language, ()))
    told = [word for word in phrase.split() if word.lower() not in small] or phrase.split()
    irregular = _document()["irregular"].get(language, {}).get(verb, ())
    yield from (tuple(re.compile(re.escape(fold(word))) for word in form.split()) for form in irregular)
    if language == "it" and verb == "sapere":
        return  # "sa progettare" is "can design": only "sapere che …" is vague
    yield tuple(_word(word, language) for word in told)
    if len(told) == 1:
        for prefix in _document()["separable"].get(language, ()):
            if told[0].startswith(prefix) and len(told[0]) > len(prefix) + 3:
                base = told[0].removeprefix(prefix)
                yield _word(base, language), re.compile(re.escape(fold(prefix)))
                yield (re.compile(f"{re.escape(fold(prefix))}(zu|te){_form(base, language)}"),)


def _word(word: str, language: str) -> re.Pattern[str]:
    return re.compile(_form(word, language))


def _form(word: str, language: str) -> str:
    plain = fold(word).replace(" ", "")
    endings, taken = _ENDINGS[language]
    if language == "it":
        if plain.endswith("rsi"):
            return f"({plain}|{_form(plain.removesuffix('si') + 'e', language)})"
        for contracted, stem in _CONTRACTED:
            if plain.endswith(contracted):
                return f"({plain}|{re.escape(plain.removesuffix(contracted) + stem)}{taken})"
    ending = next((ending for ending in endings if plain.endswith(ending) and len(plain) - len(ending) >= 2), None)
    if ending is None:
        return re.escape(plain) + r"\w{0,2}"
    stem = plain.removesuffix(ending)
    if language == "nl":
        return f"({plain}|{_dutch(stem)}{taken})"
    if language == "en" and plain.endswith("y"):
        return f"({re.escape(plain)}(s|ing)?|{re.escape(plain[:-1])}ie[sd])"
    return f"({re.escape(plain)}|{re.escape(stem)}{taken})"


def _dutch(stem: str) -> str:
    # "analyseren" – "analyseert", "toepassen" – "past toe", "beschrijven" – "beschrijft".
    letters = re.sub(r"(.)\1$", r"\1", stem)
    head, last = letters[:-1], letters[-1]
    doubled = re.sub(r"([aeou])$", r"\1\1?", head)
    final = {"v": "[vf]", "z": "[zs]"}.get(last, re.escape(last) + "{1,2}")
    return doubled + final


@lru_cache(maxsize=1)
def _document() -> Mapping[str, Any]:
    return tomllib.loads((files("guildmark.toolkit.design.data") / "wording.toml").read_text("utf-8"))
