"""What the top-level keys of a design are called: the elements of the standard, and what stands beside them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from guildmark.vocabulary import elements
from guildmark.words import Sentence, Word, say

BESIDE: Final[Mapping[str, Sentence]] = {
    "issuing_authority": say("Issuing authority"),
    "skills_need": say("Skills need"),
    "focus": say("Focus"),
    "validity": say("Validity"),
    "modules": say("Modules"),
    "activities": say("Activities"),
    "additional_elements": say("Elements of our own"),
    "language": say("Language of the design"),
    "id": say("Address of this micro-credential on the web"),
    "version": say("Version as you call it"),
    "image": say("Address of its picture"),
}


def known_name(key: str) -> Word | Sentence | None:
    """What a top-level key of a design is called; None for a key that a design does not have."""
    return next((one for one in elements.all_elements() if one.key == key), None) or BESIDE.get(key)
