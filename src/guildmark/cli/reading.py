"""Files that come in: bounded bytes, JSON or YAML, every fault with the name of its file."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from guildmark.cli.limits import Limits
from guildmark.cli.yaml_documents import read_yaml
from guildmark.credentials.bounded import read_object, strings
from guildmark.errors import Fault, GuildmarkError, Place
from guildmark.words import say

STANDARD_INPUT = "-"
_LARGEST_KEY = 100_000


def read_spreadsheet(path: str, limits: Limits) -> bytes:
    """The bytes of a spreadsheet; GuildmarkError where it cannot be read or is too large."""
    from guildmark.spreadsheets.opening import too_large

    data = _read(path, limits.spreadsheet.file_bytes)
    if len(data) > limits.spreadsheet.file_bytes:
        raise GuildmarkError(too_large(path, limits.spreadsheet))
    return data


def read_record(path: str, limits: Limits) -> bytes:
    """The bytes of a record, or of standard input for `-`; one byte more than the limit shows that it is larger."""
    if path == STANDARD_INPUT:
        return sys.stdin.buffer.read(limits.record.bytes + 1)
    return read_file(path, limits)


def read_file(path: str, limits: Limits) -> bytes:
    """The bytes of a file as large as a record may be; one byte more shows that it is larger."""
    return _read(path, limits.record.bytes)


def read_document(path: str, limits: Limits) -> dict[str, Any]:
    """The object in a JSON or YAML file; GuildmarkError where there is none."""
    data = _read(path, limits.record.bytes)
    with naming(path):
        as_yaml = Path(path).suffix.lower() in (".yaml", ".yml")
        document = read_yaml(data, limits.record) if as_yaml else read_object(data, limits=limits.record)
        _refuse_no_characters(document)
        return document


def _refuse_no_characters(document: dict[str, Any]) -> None:
    """Refuses U+FFFE and U+FFFF: not every verifier signs them alike, so a record with one would not be good to all."""
    faults = [
        Fault(
            "json.text.no_character",
            say("The text at {path} holds U+FFFE or U+FFFF, which are no characters. Type it anew.", path=place),
            Place(path=place),
        )
        for place, text in strings(document)
        if "\ufffe" in text or "\uffff" in text
    ]
    if faults:
        raise GuildmarkError(faults)


def read_key(path: str) -> bytes:
    """The bytes of a key file."""
    return _read(path, _LARGEST_KEY)


def without_notes(document: dict[str, Any]) -> dict[str, Any]:
    """The document without the keys that begin with _: they are their writer's, as columns are."""
    return {key: value for key, value in document.items() if not key.startswith("_")}


@contextmanager
def naming(path: str) -> Iterator[None]:
    """Adds the file's name to every fault that does not say where it is."""
    try:
        yield
    except GuildmarkError as error:
        raise GuildmarkError(
            replace(fault, place=replace(fault.place, file=fault.place.file or path)) for fault in error.faults
        ) from error


def _read(path: str, most: int) -> bytes:
    try:
        with Path(path).open("rb") as stream:
            return stream.read(most + 1)
    except FileNotFoundError as reason:
        raise GuildmarkError(_missing(path)) from reason
    except IsADirectoryError as reason:
        raise GuildmarkError(_folder(path)) from reason
    except (OSError, ValueError) as reason:
        raise GuildmarkError(_unreadable(path, reason)) from reason


def _missing(path: str) -> Fault:
    return Fault("file.missing", say("There is no file {file}.", file=path), Place(file=path), found=path)


def _folder(path: str) -> Fault:
    return Fault("file.folder", say("{file} is a folder. Name a file in it.", file=path), Place(file=path), found=path)


def _unreadable(path: str, reason: Exception) -> Fault:
    why = getattr(reason, "strerror", None) or str(reason)
    return Fault("file.unreadable", say("{file} cannot be read: {why}.", file=path, why=why), Place(file=path))
