"""What a page asks: the label of each of its fields, and the words of each choice, read from the page itself.

What was held is shown with these words, since the form that it was typed into knows them and nobody else does.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass(slots=True)
class Asked:
    """Labels by field, and the words of a choice by field and value."""

    labels: dict[str, str] = field(default_factory=dict)
    choices: dict[tuple[str, str], str] = field(default_factory=dict)


def asked_on(page: str) -> Asked:
    """Reads the labels, legends and options of a page."""
    reader = _Reader()
    reader.feed(page)
    found = Asked(choices=reader.options)
    for name, where in reader.fields:
        text = reader.labels.get(where.identifier, "")
        if where.chosen:
            found.choices[name, where.value] = text or where.value
            text = where.legend
        if text:
            found.labels.setdefault(name, text)
    return found


@dataclass(frozen=True, slots=True)
class _Where:
    identifier: str
    chosen: bool
    value: str
    legend: str


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.fields: list[tuple[str, _Where]] = []
        self.labels: dict[str, str] = {}
        self.options: dict[tuple[str, str], str] = {}
        self._legend, self._select = "", ""
        self._into: tuple[str, str] | None = None
        self._aside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        if tag == "label" and given.get("for"):
            self._into = ("label", given["for"])
        elif tag == "legend":
            self._into, self._legend = ("legend", ""), ""
        elif tag == "option":
            self._into = ("option", given.get("value", ""))
        elif tag == "span":
            self._aside = "optional" in given.get("class", "")
        elif tag in {"input", "select", "textarea"} and given.get("name"):
            self._select = given["name"] if tag == "select" else ""
            chosen = given.get("type") in {"radio", "checkbox"} and "value" in given
            where = _Where(given.get("id", ""), chosen, given.get("value", ""), self._legend)
            self.fields.append((given["name"], where))

    def handle_endtag(self, tag: str) -> None:
        if tag in {"label", "legend", "option"}:
            self._into = None
        elif tag == "span":
            self._aside = False

    def handle_data(self, data: str) -> None:
        words = " ".join(data.split())
        if self._into is None or self._aside or not words:
            return
        kind, key = self._into
        if kind == "label":
            self.labels[key] = f"{self.labels.get(key, '')} {words}".strip()
        elif kind == "legend":
            self._legend = f"{self._legend} {words}".strip()
        else:
            self.options[self._select, key] = f"{self.options.get((self._select, key), '')} {words}".strip()
