"""How one run of the command speaks: its language, and whether it answers people or programs."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from guildmark.cli.page import Page, clean
from guildmark.errors import Fault
from guildmark.words import LANGUAGES, Listing, Sentence, say

_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


@dataclass(slots=True)
class Voice:
    """What the shared options and the locale come to."""

    language: str = "en"
    as_json: bool = False

    @classmethod
    def heard_in(cls, arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> Voice:
        """The voice for these arguments, known before they are parsed, so that a usage error has one too."""
        options = list(arguments[: arguments.index("--")] if "--" in arguments else arguments)
        language = locale_language(environment)
        for option, value in pairwise([*options, ""]):
            if option.startswith("--language"):
                asked = value if option == "--language" else option.removeprefix("--language=")
                language = asked if asked in LANGUAGES else language
        return cls(language, "--json" in options)

    def answer(self, document: Mapping[str, object]) -> None:
        """One JSON document on standard output."""
        text = json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False)
        # A lone surrogate (from a file name) becomes the escape that JSON has for it.
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")
        sys.stdout.buffer.flush()

    def page(self) -> Page:
        """Standard output, set for people."""
        return Page(sys.stdout, self.language)

    def note(self, sentence: Sentence) -> None:
        """A message on standard error."""
        self._aside().text(sentence)

    def warn(self, sentences: Iterable[Sentence]) -> None:
        """Warnings on standard error; the work goes on."""
        page = self._aside()
        for sentence in sentences:
            page.text(say("Warning: {sentence}", sentence=sentence))

    def refuse(self, faults: Sequence[Fault]) -> None:
        """Every fault: as JSON on standard output, or for people on standard error."""
        if self.as_json:
            self.answer({"errors": [fault.as_json(self.language) for fault in faults]})
            return
        page = self._aside()
        if len(faults) > 1:
            page.finding(say("{count} things are to be mended; nothing was written.", count=len(faults)))
            page.blank()
        for number, fault in enumerate(faults):
            if number:
                page.blank()
            place = place_of(fault)
            if place:
                page.strong(place)
            indent = 2 if place else 0
            page.text(fault.sentence, indent)
            if unsaid := _choices_unsaid(fault, self.language):
                page.text(say("Accepted: {words}.", words=Listing.of(unsaid, either=True)), indent)

    def _aside(self) -> Page:
        return Page(sys.stderr, self.language)


def _choices_unsaid(fault: Fault, language: str) -> tuple[str, ...]:
    """What is accepted where several words are and the sentence does not name them all."""
    said = fault.sentence.text(language)
    return fault.accepted if len(fault.accepted) > 1 and not all(word in said for word in fault.accepted) else ()


def place_of(fault: Fault) -> Sentence | None:
    """Where a fault is, in words: the file, the sheet, the row, the column or the path."""
    place = fault.place
    where = [
        part
        for value, part in (
            (place.file, say("{file}", file=clean(place.file or ""))),
            (place.sheet, say("sheet “{sheet}”", sheet=place.sheet)),
            (place.row, say("row {row}", row=place.row)),
            (place.column, say("column “{column}”", column=place.column)),
            (place.path, say("at {path}", path=place.path)),
        )
        if value
    ]
    if not where:
        return None
    joined = where[0]
    for part in where[1:]:
        joined = say("{first}, {second}", first=joined, second=part)
    return joined


def locale_language(environment: Mapping[str, str]) -> str:
    """The language of the locale, where it is one of the five; else English."""
    for name in _LOCALE_VARIABLES:
        if locale := environment.get(name):
            language = locale.replace("-", "_").split("_")[0].split(".")[0].lower()
            return language if language in LANGUAGES else "en"
    return "en"


def is_terminal() -> bool:
    """Whether standard error is a terminal, on which a progress bar makes sense."""
    return sys.stderr.isatty()
