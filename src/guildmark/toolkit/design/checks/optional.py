"""Check 2: optional elements are filled where they apply (the guide, ch. 3.4, Table 1).

Supervision (check 11) and stackability (check 24) have checks of their own.
"""

from __future__ import annotations

from collections.abc import Iterator

from guildmark.toolkit.design.findings import Finding, Rule, pointer
from guildmark.toolkit.design.model import Design
from guildmark.vocabulary import elements
from guildmark.words import say

ABSENT = Rule("element.optional.absent", "warning", 2)
RULES = (ABSENT,)

OWN_CHECK = frozenset({"supervision", "stackability"})


def optional_elements(design: Design) -> Iterator[Finding]:
    """An optional element that the design leaves out."""
    for element in elements.optional():
        if element.key not in OWN_CHECK and getattr(design, element.key) is None:
            yield ABSENT.at(
                pointer((element.key,)),
                say(
                    "Left out: {element}. It is optional; state it where it applies. {explanation}",
                    element=element,
                    explanation=element.explanation,
                ),
            )
