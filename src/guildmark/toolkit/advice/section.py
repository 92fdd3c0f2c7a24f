"""Where the guide says something, in the reader's language: "Step 3.2", "ch. 3.5", "Annex 2"."""

from __future__ import annotations

from guildmark.words import Sentence, say


def section_words(section: str) -> Sentence:
    """The guide's section, as cited in the rules ("Step 3.2"), said for a person."""
    kind, _, number = section.partition(" ")
    match kind:
        case "Step":
            return say("Step {number}", number=number)
        case "ch.":
            return say("chapter {number}", number=number)
        case "Annex":
            return say("Annex {number}", number=number)
        case _:
            return Sentence("{section}", {"section": section})
