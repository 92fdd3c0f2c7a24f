"""A small builder of SVG: everything that goes in is escaped, nothing points outside."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Characters that XML 1.0 refuses or discourages; they can stand in no picture."""
_VARIATIONS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Variation selectors: a renderer that finds no font for one gives up on every other letter of the line."""

_OVERRIDES = re.compile("[\\u202d\\u202e]")
"""Orders to write a text backwards: they would let a name look like another one."""

Value = str | float


@dataclass(frozen=True, slots=True)
class Node:
    """An element with its attributes and what is in it."""

    name: str
    attributes: tuple[tuple[str, str], ...]
    children: tuple[Node | str, ...] = ()

    def render(self) -> str:
        """The element as SVG text."""
        opening = "".join(f" {name}={quoteattr(clean(value))}" for name, value in self.attributes)
        if not self.children:
            return f"<{self.name}{opening}/>"
        inside = "".join(child.render() if isinstance(child, Node) else escape(clean(child)) for child in self.children)
        return f"<{self.name}{opening}>{inside}</{self.name}>"


def node(name: str, *children: Node | str, **attributes: Value | None) -> Node:
    """An element; `stroke_width` becomes `stroke-width`, None leaves an attribute out."""
    written = tuple(
        (key.strip("_").replace("_", "-"), value if isinstance(value, str) else number(value))
        for key, value in attributes.items()
        if value is not None
    )
    return Node(name, written, children)


def group(children: Iterable[Node], **attributes: Value | None) -> Node:
    """A group of elements that belong together."""
    return node("g", *children, **attributes)


def number(value: float) -> str:
    """A number as short as it can be, to a hundredth of a pixel."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def clean(text: str) -> str:
    """The text without what no picture can hold: control characters, variation selectors, overrides of direction."""
    return _OVERRIDES.sub("", _VARIATIONS.sub("", _NOT_XML.sub("", text)))


def picture(
    children: Iterable[Node], *, width: float, height: float, title: str, description: str, language: str
) -> str:
    """A whole picture that reads itself out: `title` says the finding, `description` holds what is drawn as text."""
    root = node(
        "svg",
        node("title", title),
        node("desc", description),
        *children,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(width)} {number(height)}",
        width=width,
        height=height,
        role="img",
        lang=language,
    )
    return root.render() + "\n"
