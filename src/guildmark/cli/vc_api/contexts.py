"""The contexts of the door: the published ones, the W3C's examples, and whatever stands inline in a document.

The verifier for people knows no inline context but Guildmark's own, since nobody can tell a person what a stranger's
words mean. The suites ask only whether the words of a document have some meaning, and keep it.
"""

from __future__ import annotations

import json

from guildmark.credentials import openbadges
from guildmark.credentials.linkeddata import Contexts

EXAMPLES = "https://www.w3.org/ns/credentials/examples/v2"
_EXAMPLES = json.dumps({"@context": {"@vocab": "https://www.w3.org/ns/credentials/examples#"}}).encode()


class AnyInline(Contexts):
    """Contexts in which every inline one is known; JSON-LD still refuses those that redefine protected words."""

    def __init__(self) -> None:
        super().__init__(openbadges.INLINE_CONTEXT, further={EXAMPLES: _EXAMPLES})

    def knows(self, context: object) -> bool:
        """As `Contexts.knows`, and any object."""
        return isinstance(context, dict) or super().knows(context)
