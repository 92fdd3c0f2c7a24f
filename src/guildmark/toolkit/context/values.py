"""Reading the values of an answers document, with a fault for every one of the wrong shape."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any, TypeVar

from guildmark.errors import Fault, Place
from guildmark.words import Listing, Sentence, Text, say

Key = TypeVar("Key", bound=StrEnum)

LONGEST_FOUND = 80
"""As much of a wrong value as a message quotes, in characters."""


def pointer(path: str, key: object) -> str:
    """The JSON Pointer of a key inside the value at `path`."""
    return f"{path}/{str(key).replace('~', '~0').replace('/', '~1')}"


def short(value: object) -> str:
    """A value as a message quotes it; objects and lists by their brackets, however deep they go."""
    if isinstance(value, Mapping | list | tuple):
        return "{…}" if isinstance(value, Mapping) else "[…]"
    text = str(value)
    return text if len(text) <= LONGEST_FOUND else f"{text[:LONGEST_FOUND]}…"


class ValueReader:
    """Reads JSON values by their place in the document and collects faults in `faults`."""

    def __init__(self, file: str | None = None) -> None:
        self.file = file
        self.faults: list[Fault] = []

    def refuse(self, code: str, path: str, sentence: Sentence, found: object, accepted: Sequence[str] = ()) -> None:
        """Note a fault at a JSON Pointer."""
        self.faults.append(self._fault(code, path, sentence, found, accepted))

    def unknown_key(self, key: object, accepted: Sequence[str]) -> Fault:
        """The warning about a key that nobody reads, with the nearest that is read."""
        close = difflib.get_close_matches(str(key), accepted, n=1, cutoff=0.5)
        sentence = (
            say("The key “{key}” is not read; did you mean “{nearest}”?", key=short(key), nearest=close[0])
            if close
            else say("The key “{key}” is not read.", key=short(key))
        )
        return self._fault("answers.key.unknown", pointer("", key), sentence, key, accepted)

    def faults_at(self, path: str) -> bool:
        """Whether a fault was noted at exactly this place."""
        return any(fault.place.path == path for fault in self.faults)

    def string(self, value: object, path: str) -> str | None:
        """A string; None where there is none or a blank one."""
        if value is None:
            return None
        if not isinstance(value, str):
            self._wrong(path, value, "text")
            return None
        return value.strip() or None

    def text(self, value: object, path: str) -> Text | None:
        """A text, one string or one a language; None where there is none or a blank one."""
        if isinstance(value, Mapping):
            if value and all(isinstance(tag, str) and isinstance(one, str) for tag, one in value.items()):
                return {tag: one for tag, one in value.items() if one.strip()} or None
            self._wrong(path, value, "text")
            return None
        return value if self.string(value, path) and isinstance(value, str) else None

    def needed_text(self, entry: Mapping[str, Any], key: str, path: str) -> Text | None:
        """The text of a key that must be there."""
        place = f"{path}/{key}"
        text = self.text(entry.get(key), place)
        if text is None and not self.faults_at(place):
            self.refuse("answers.key.missing", place, say("“{key}” is missing here.", key=key), None, ("text",))
        return text

    def mapping(self, value: object, path: str) -> Mapping[str, Any]:
        """An object; an empty one where there is none."""
        if isinstance(value, Mapping):
            return value
        if value is not None:
            self._wrong(path, value, "object")
        return {}

    def items(self, value: object, path: str) -> Iterator[tuple[str, Any]]:
        """The items of a list with their places."""
        if value is not None and not isinstance(value, list | tuple):
            self._wrong(path, value, "list")
            return
        for number, item in enumerate(value or ()):
            yield f"{path}/{number}", item

    def strings(self, value: object, path: str) -> Iterator[tuple[str, str]]:
        """The strings of a list with their places, blank ones left out."""
        for place, item in self.items(value, path):
            text = self.string(item, place)
            if text is not None:
                yield place, text

    def objects(self, value: object, path: str, keys: Sequence[str]) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """The objects of a list with their places; a key that is not one of `keys` is a fault."""
        for place, item in self.items(value, path):
            if not isinstance(item, Mapping):
                self._wrong(place, item, "object")
                continue
            for key in item:
                if key not in keys:
                    self.faults.append(self._key_fault(key, keys, place))
            yield place, item

    def key_of(self, kind: type[Key], value: object, path: str) -> Key | None:
        """The value of a closed list, whatever its case; a missing one is a fault."""
        accepted = [one.value for one in kind]
        text = value.strip().casefold() if isinstance(value, str) else short(value)
        if text in accepted:
            return kind(text)
        choices = Listing.of(accepted, either=True)
        if value is None or text == "":
            self.refuse(
                "answers.key.missing",
                path,
                say("This is missing; write {accepted}.", accepted=choices),
                value,
                accepted,
            )
        else:
            sentence = say("“{found}” is not accepted here; write {accepted}.", found=short(value), accepted=choices)
            self.refuse("answers.value.unknown", path, sentence, value, accepted)
        return None

    def _wrong(self, path: str, value: object, wanted: str) -> None:
        sentences = {
            "text": say("Here belongs a text, or one text per language."),
            "list": say("Here belongs a list."),
            "object": say("Here belongs an object with named values."),
        }
        examples = {"text": '"…"', "list": "[…]", "object": "{…}"}
        self.refuse("answers.value.shape", path, sentences[wanted], value, (examples[wanted],))

    def _key_fault(self, key: object, keys: Sequence[str], path: str) -> Fault:
        warning = self.unknown_key(key, keys)
        return self._fault(warning.code, pointer(path, key), warning.sentence, key, keys)

    def _fault(self, code: str, path: str, sentence: Sentence, found: object, accepted: Sequence[str]) -> Fault:
        quoted = None if found is None else short(found)
        return Fault(code, sentence, Place(file=self.file, path=path), quoted, tuple(accepted))
