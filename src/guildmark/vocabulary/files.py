"""Reading the data files that ship with the package, and what `sources.toml` says about them."""

from __future__ import annotations

import csv
import io
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Source:
    """Where a data file comes from, under which licence, and when it was last checked."""

    file: str
    source: str
    licence: str
    checked_on: date


def read_rows(name: str) -> list[dict[str, str]]:
    """The rows of `data/NAME.csv`, blank cells as empty strings."""
    return list(csv.DictReader(io.StringIO(_text(f"{name}.csv"))))


def read_document(name: str) -> dict[str, Any]:
    """The content of `data/NAME.toml`."""
    return tomllib.loads(_text(f"{name}.toml"))


def read_items(name: str) -> list[dict[str, Any]]:
    """The `[[item]]` tables of `data/NAME.toml`, in their order."""
    items: list[dict[str, Any]] = read_document(name)["item"]
    return items


@lru_cache(maxsize=1)
def sources() -> dict[str, Source]:
    """Every data file by its name ("ratings.toml") with its source, licence and date."""
    return {name: Source(name, **entry) for name, entry in read_document("sources").items()}


def _text(filename: str) -> str:
    return (files("guildmark.vocabulary.data") / filename).read_text("utf-8")
