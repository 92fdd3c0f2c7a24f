"""Check 22: the title suggests no degree and no national qualification (NZQA Rules 2022, rule 6.2)."""

from __future__ import annotations

from collections.abc import Iterator

from guildmark.toolkit.design.findings import Finding, Rule, pointer
from guildmark.toolkit.design.model import Design
from guildmark.toolkit.design.wording import reserved_words, written
from guildmark.words import Listing, say_count

RESERVED = Rule("title.reserved", "warning", 22)
RULES = (RESERVED,)


def title(design: Design) -> Iterator[Finding]:
    """A title with words that belong to degrees or national qualifications, in any of its languages."""
    if design.title is None:
        return
    for language, text in written(design.title, design.language):
        words = reserved_words(text, language)
        if words:
            place = ("title",) if isinstance(design.title, str) else ("title", str(language))
            yield RESERVED.at(
                pointer(place),
                say_count(
                    "The title says {words}, a word of degrees or national qualifications. Choose another, so that"
                    " nobody takes the micro-credential for one.",
                    "The title says {words}, words of degrees or national qualifications. Choose others, so that"
                    " nobody takes the micro-credential for one.",
                    len(words),
                    words=Listing.of(f"“{word}”" for word in words),
                ),
            )
